import Attache

/// Scores of the sentence split, over the documents whose gold has sentences.
public struct SentenceScores: Hashable, Sendable {
  /// Documents whose gold has sentences.
  public var documents = 0
  /// Sentences with equal start and end.
  public var exact = HitCount()
  /// Sentence ends.
  public var boundaries = HitCount()
  /// What is wrong with the gold's sentences by themselves.
  public var goldTiling = TilingErrors()
  /// What is wrong with the system's sentences by themselves.
  public var systemTiling = TilingErrors()

  /// Makes empty scores.
  public init() {}

  /// Counts a document and returns its exact sentences.
  mutating func add(gold: Document, system: Document) -> HitCount {
    guard !gold.sentences.isEmpty else { return HitCount() }
    documents += 1
    let hits = SentenceScores.hits(gold.sentences, system.sentences)
    exact += hits
    boundaries += SentenceScores.hits(
      gold.sentences.map { ByteSpan($0.end, $0.end) }, system.sentences.map { ByteSpan($0.end, $0.end) })
    goldTiling.add(gold)
    systemTiling.add(system)
    return hits
  }

  /// Compares two sets of spans.
  private static func hits(_ gold: [ByteSpan], _ system: [ByteSpan]) -> HitCount {
    let gold = unique(gold)
    let system = unique(system)
    var hits = HitCount(correct: 0, possible: gold.count, actual: system.count)
    var left = 0
    var right = 0
    while left < gold.count && right < system.count {
      if gold[left] == system[right] {
        hits.correct += 1
        left += 1
        right += 1
      } else if gold[left] < system[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return hits
  }

  private static func unique(_ spans: [ByteSpan]) -> [ByteSpan] {
    let sorted = spans.sorted()
    var result: [ByteSpan] = []
    result.reserveCapacity(sorted.count)
    for span in sorted where result.last != span { result.append(span) }
    return result
  }
}

/// Sentences should cover every word once; these are the places where they don't.
public struct TilingErrors: Hashable, Sendable {
  /// Sentences that begin before the one before them has ended.
  public var overlapping = 0
  /// Sentences without a byte, or not inside of the text.
  public var unsound = 0
  /// Sentences with white space at an end.
  public var untrimmed = 0
  /// Gaps between sentences that hold more than white space.
  public var gaps = 0

  /// Makes a count without errors.
  public init() {}

  /// All errors together.
  public var total: Int { overlapping + unsound + untrimmed + gaps }

  mutating func add(_ document: Document) {
    let length = document.text.count
    var covered = 0
    for sentence in document.sentences.sorted() {
      guard sentence.start < sentence.end, sentence.start >= 0, sentence.end <= length else {
        unsound += 1
        continue
      }
      if sentence.start < covered { overlapping += 1 }
      if isSpace(document.text[sentence.start]) || isSpace(document.text[sentence.end - 1]) { untrimmed += 1 }
      if hasText(document.text, from: covered, to: sentence.start) { gaps += 1 }
      covered = max(covered, sentence.end)
    }
    if hasText(document.text, from: covered, to: length) { gaps += 1 }
  }

  private func hasText(_ text: [UInt8], from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      if !isSpace(text[index]) { return true }
      index += 1
    }
    return false
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0d }
}
