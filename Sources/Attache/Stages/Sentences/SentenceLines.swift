/// The lines of one block (a run of text without an empty line) and whether they are wrapped or broken on purpose.
struct SentenceLines {
  /// A wrapped line is hardly longer: the usual limits are 72 to 100 columns.
  static let wrapLimit = 110
  /// A line that is longer shows that the text isn't wrapped at all.
  static let unwrapped = 200
  /// Wrapped text is hardly narrower.
  static let narrow = 45

  private var starts: [Int] = []
  private var end = 0
  /// The column at which the block is wrapped, if it is; once it was asked for.
  private var width: Int?
  /// Index of the line that the pass has reached.
  private var current = 0
  /// Whether a line of this block was a short one of its own.
  private(set) var isStructured = false

  mutating func begin(_ first: Int) {
    starts.removeAll(keepingCapacity: true)
    starts.append(first)
    width = nil
    current = 0
    isStructured = false
  }

  mutating func add(_ first: Int) { starts.append(first) }
  mutating func finish(_ end: Int) { self.end = end }

  /// The line that begins with a token; asked for in text order.
  mutating func line(at first: Int) -> Int {
    while current + 1 < starts.count, starts[current] < first { current += 1 }
    return current
  }

  /// The tokens of a line.
  func tokens(of line: Int) -> Range<Int> {
    guard line >= 0, line < starts.count else { return 0..<0 }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
  }

  /// The number of lines.
  var count: Int { starts.count }

  /// The length of a line in bytes, without its line break.
  func length(of line: Int, _ tokens: [Token]) -> Int {
    let range = self.tokens(of: line)
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0 }
    return Int(tokens[range.upperBound - 1].end) - Int(tokens[range.lowerBound].start)
  }

  /// The length of the longest line that may be a wrapped one; a single line that is far longer than all others is
  /// none.
  mutating func wrapWidth(_ tokens: [Token]) -> Int {
    if let width { return width }
    var (longest, second) = (0, 0)
    for line in starts.indices {
      let length = length(of: line, tokens)
      guard length <= SentenceLines.wrapLimit else { continue }
      second = max(second, min(longest, length))
      longest = max(longest, length)
    }
    let found = starts.count > 2 && longest * 5 > second * 7 ? second : longest
    width = found
    return found
  }

  mutating func noteShortLine() { isStructured = true }
}

extension SentenceSplitter {
  /// Whether the line break before the token at `index` ends the sentence that began at `first`.
  mutating func breaks(before index: Int, first: Int, _ tokens: [Token]) -> Bool {
    let line = lines.line(at: index)
    let isBoundary = isBoundary(line, index, first, tokens)
    if isBoundary, lines.length(of: line - 1, tokens) < SentenceLines.narrow { lines.noteShortLine() }
    return isBoundary
  }

  private mutating func isBoundary(_ line: Int, _ index: Int, _ first: Int, _ tokens: [Token]) -> Bool {
    let (last, next) = (tokens[index - 1], tokens[index])
    let (above, range) = (lines.tokens(of: line - 1), lines.tokens(of: line))
    guard !range.isEmpty, !above.isEmpty else { return true }
    if isItemStart(tokens, index, range.upperBound) || isSeparator(tokens, index) { return true }
    if above.count <= 4, above.contains(where: { words(tokens[$0]).contains(.closing) }) { return true }
    if goesOn(last, next) { return false }
    switch abbreviationKind(tokens, first, index - 1) {
    case .name, .number, .initial, .never: return false
    default: break
    }
    if isFieldLabel(tokens, index, range.upperBound) { return true }
    let before = lines.length(of: line - 1, tokens)
    let length = lines.length(of: line, tokens)
    if SentenceStyle.isUpperCase(tokens, above) != SentenceStyle.isUpperCase(tokens, range) { return true }
    if isSmall(next) {
      if before < SentenceLines.narrow, range.count <= 2, line + 1 < lines.count { return true }
      guard isLowerBlock else { return false }
      return before > SentenceLines.unwrapped || length > SentenceLines.unwrapped || before < SentenceLines.narrow
    }
    if before > SentenceLines.unwrapped || length > SentenceLines.unwrapped { return true }
    if words(last).contains(.link), last.shape.isDisjoint(with: .capital) { return false }
    if before < SentenceLines.narrow || lines.isStructured { return true }
    if words(next).contains(.opener), next.shape.contains(.capital), next.count > 1 { return true }
    if before + 1 + firstWordLength(tokens, index, range.upperBound) <= lines.wrapWidth(tokens) { return true }
    if first == above.lowerBound, isTitleLine(tokens, above) { return true }
    return range.count <= 8 && length < SentenceLines.narrow && line + 1 == lines.count
      && !isStop(tokens[range.upperBound - 1])
  }

  /// Whether marks show that a line break is inside a sentence.
  private func goesOn(_ last: Token, _ next: Token) -> Bool {
    switch last.word {
    case 44, 45, 38, 40, 91: return true
    default: break
    }
    switch next.word {
    case 44, 41, 93, 59: return true
    default: return next.shape.contains(.clitic)
    }
  }

  /// Whether a list item begins at `index`: a bullet, or a number or letter with a full stop or bracket.
  func isItemStart(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    var (index, token) = (index, tokens[index])
    guard index + 1 < end else { return token.word == Mark.bullet }
    let isBracketed = token.word == 40
    if isBracketed {
      index += 1
      token = tokens[index]
      guard token.shape.isDisjoint(with: .spaceBefore), index + 1 < end else { return false }
    }
    let isNextSpaced = tokens[index + 1].shape.contains(.spaceBefore)
    switch token.word {
    case Mark.bullet: return true
    case 45, 42, 43, 62, 35, Mark.dash: return isNextSpaced && tokens[index + 1].shape.isDisjoint(with: .lineBefore)
    default: break
    }
    guard isCounter(token), !isNextSpaced, index + 2 < end else { return false }
    guard tokens[index + 1].word == 41 || tokens[index + 1].word == 46 && !isBracketed else { return false }
    return tokens[index + 2].shape.contains(.spaceBefore)
  }

  /// Whether `index` begins a line such as `Subject: talks`.
  private func isFieldLabel(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    guard tokens[index].shape.contains(.capital) else { return false }
    var at = index + 1
    while at < min(end, index + 3), tokens[at].shape.contains(.word) { at += 1 }
    return at < end && tokens[at].word == 58 && tokens[at].shape.isDisjoint(with: .spaceBefore)
      && at + 1 < end && tokens[at + 1].shape.contains(.spaceBefore)
  }

  /// Whether most words of a line that could have a capital have one.
  private func isTitleLine(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    SentenceStyle.isTitleCase(tokens, range.lowerBound, range.upperBound, words)
  }

  /// Bytes up to the next white space.
  private func firstWordLength(_ tokens: [Token], _ index: Int, _ end: Int) -> Int {
    var at = index + 1
    while at < min(end, index + 12), tokens[at].shape.isDisjoint(with: .spaceBefore) { at += 1 }
    return Int(tokens[at - 1].end) - Int(tokens[index].start)
  }
}
