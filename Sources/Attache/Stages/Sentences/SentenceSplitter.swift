/// The pass over the tokens of one document.
struct SentenceSplitter {
  let words: SentenceWords
  let text: [UInt8]
  var lines = SentenceLines()
  /// Whether the block begins with a small letter, as its sentences may then do.
  var isLowerBlock = false
  /// Whether the pass stands inside quotation marks.
  var quotes = QuoteState()

  init(words: SentenceWords, text: [UInt8]) {
    self.words = words
    self.text = text
  }

  /// Appends the sentences of `tokens` and marks the tokens; every token ends up in exactly one sentence.
  mutating func split(_ tokens: inout [Token], into sentences: inout [SentenceRange]) {
    var first = 0
    while first < tokens.count {
      let end = blockEnd(tokens, first)
      splitBlock(&tokens, first, end, into: &sentences)
      first = end
    }
  }

  /// The end of the run of tokens without an empty line that begins at `first`; notes its lines.
  private mutating func blockEnd(_ tokens: [Token], _ first: Int) -> Int {
    lines.begin(first)
    var index = first + 1
    while index < tokens.count {
      let shape = tokens[index].shape
      if shape.contains(.lineBefore) {
        if shape.contains(.blankLineBefore) { break }
        lines.add(index)
      }
      index += 1
    }
    lines.finish(index)
    return index
  }

  private mutating func splitBlock(
    _ tokens: inout [Token], _ start: Int, _ end: Int, into sentences: inout [SentenceRange]
  ) {
    quotes = QuoteState()
    isLowerBlock = beginsSmall(tokens, start, end)
    var first = start
    var index = start
    while index < end {
      // Nearly all tokens are words and numbers inside a line: nothing can end before or after them.
      if tokens[index].shape.isDisjoint(with: Self.notable), !quotes.isOpen {
        index += 1
        continue
      }
      if index > first, begins(tokens, index, first: first) {
        emit(&tokens, first, index, into: &sentences)
        first = index
      }
      quotes.note(&tokens, index, end)
      var next = index + 1
      let isStop = isStop(tokens[index])
      if isStop {
        next = closeEnd(tokens, index, end)
        for inner in index + 1..<next { quotes.note(&tokens, inner, end) }
      }
      let ends =
        isStop
        ? next < end && endsSentence(tokens, first: first, stop: index, next: next, end: end)
        : next < end && endsUnmarked(tokens, first: first, index, end: end)
      if ends {
        emit(&tokens, first, next, into: &sentences)
        first = next
      }
      index = next
    }
    if first < end { emit(&tokens, first, end, into: &sentences) }
  }

  /// What a token must have for a sentence to end before or after it.
  private static let notable: Token.Shape = [.mark, .dotted, .opaque, .lineBefore]

  /// Whether a sentence begins at `index` because of a line break or a separator.
  private mutating func begins(_ tokens: [Token], _ index: Int, first: Int) -> Bool {
    let shape = tokens[index].shape
    if shape.contains(.lineBefore) { return breaks(before: index, first: first, tokens) }
    return shape.contains(.mark) && shape.contains(.spaceBefore) && isSeparator(tokens, index)
  }

  private func emit(_ tokens: inout [Token], _ first: Int, _ end: Int, into sentences: inout [SentenceRange]) {
    tokens[first].shape.insert(.sentenceStart)
    sentences.append(SentenceRange(first: first, end: end, style: SentenceStyle.of(tokens, first, end, words)))
  }

  /// Whether the first word of a block begins with a small letter.
  private func beginsSmall(_ tokens: [Token], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < min(end, start + 4) {
      let shape = tokens[index].shape
      if shape.contains(.word) { return shape.isDisjoint(with: [.capital, .upper, .caseless, .digit]) }
      if shape.contains(.number) || shape.contains(.opaque) { return false }
      index += 1
    }
    return false
  }

  /// Whether a token is a mark that can end a sentence, or a word that ends with a full stop.
  @inline(__always)
  func isStop(_ token: Token) -> Bool {
    if token.shape.contains(.mark) {
      if token.word == 46 || token.word == 33 || token.word == 63 || token.word == Mark.ellipsis { return true }
      return token.word == Mark.other && isForeignStop(token)
    }
    return token.shape.contains(.dotted) && byte(before: token.end) == 46
  }

  /// The full stops and question marks of other scripts.
  private func isForeignStop(_ token: Token) -> Bool {
    guard Int(token.end) <= text.count, token.start < token.end else { return false }
    switch decodeScalar(text.span, at: Int(token.start)).value {
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x61F, 0x6D4, 0x964, 0x965, 0x203C, 0x203D, 0x2047...0x2049:
      return true
    default: return false
    }
  }

  @inline(__always)
  func byte(before offset: UInt32) -> UInt8 {
    let index = Int(offset) - 1
    return index >= 0 && index < text.count ? text[index] : 0
  }
}
