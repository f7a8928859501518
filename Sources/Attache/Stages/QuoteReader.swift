/// Knows which tokens of a sentence stand in quotation marks; a quotation may go on over sentences of a paragraph.
struct QuoteReader: Sendable {
  private var first = 0
  private var flags: [Bool] = []
  private var isOpen = false

  /// Whether a token of the sentence read last is quoted.
  func isQuoted(_ token: Int) -> Bool {
    token >= first && token - first < flags.count && flags[token - first]
  }

  /// Whether any token of the sentence is quoted.
  private(set) var hasQuote = false

  /// Reads a sentence.
  mutating func read(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    first = sentence.first
    flags.removeAll(keepingCapacity: true)
    hasQuote = false
    for index in sentence.first..<sentence.end {
      let token = analysis.tokens[index]
      if token.shape.contains(.blankLineBefore) { isOpen = false }
      var isMark = false
      if token.word == 34 || token.word == 39 {
        let hasSpace = token.shape.contains(.spaceBefore) || token.shape.contains(.lineBefore) || index == 0
        let nextTouches =
          index + 1 < analysis.tokens.count
          && analysis.tokens[index + 1].shape.isDisjoint(with: [.spaceBefore, .lineBefore])
        let opens = (hasSpace || index == sentence.first) && nextTouches
        isMark = token.word == 34 || opens || isOpen
        if isMark { isOpen = opens ? true : token.word == 34 ? (isOpen ? false : nextTouches) : false }
      }
      flags.append(isOpen || isMark)
      if isOpen || isMark { hasQuote = true }
    }
  }
}
