/// Knows which tokens of a sentence stand in quotation marks; a quotation may go on over sentences of a paragraph.
struct QuoteReader: Sendable {
  private var first = 0
  /// Flags of the sentence's tokens; none where the sentence has no quotation.
  private var flags: [Bool] = []
  private var isOpen = false

  /// Whether any token of the sentence is quoted.
  private(set) var hasQuote = false

  /// Whether a token of the sentence read last is quoted.
  @inline(__always)
  func isQuoted(_ token: Int) -> Bool {
    hasQuote && token >= first && token - first < flags.count && flags[token - first]
  }

  /// Forgets the last document.
  mutating func begin() {
    isOpen = false
    hasQuote = false
  }

  /// Reads a sentence.
  mutating func read(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    hasQuote = false
    var start = sentence.first
    // Nothing changes before the first mark of a sentence that begins outside of a quotation.
    if !isOpen {
      while start < sentence.end, !QuoteReader.isMark(analysis.tokens[start].word) { start += 1 }
      guard start < sentence.end else { return }
    }
    first = start
    flags.clear()
    for index in start..<sentence.end {
      let token = analysis.tokens[index]
      if token.shape.contains(.blankLineBefore) { isOpen = false }
      let isMark = QuoteReader.isMark(token.word) && turns(index, sentence, analysis)
      flags.append(isOpen || isMark)
      if isOpen || isMark { hasQuote = true }
    }
  }

  @inline(__always)
  private static func isMark(_ word: UInt32) -> Bool { word == 34 || word == 39 }

  /// Opens or closes a quotation at a mark; returns whether the mark is one of quotation.
  private mutating func turns(_ index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    let token = analysis.tokens[index]
    let hasSpace = token.shape.contains(.spaceBefore) || token.shape.contains(.lineBefore) || index == 0
    let nextTouches =
      index + 1 < analysis.tokens.count
      && analysis.tokens[index + 1].shape.isDisjoint(with: [.spaceBefore, .lineBefore])
    let opens = (hasSpace || index == sentence.first) && nextTouches
    guard token.word == 34 || opens || isOpen else { return false }
    isOpen = opens ? true : token.word == 34 ? (isOpen ? false : nextTouches) : false
    return true
  }
}
