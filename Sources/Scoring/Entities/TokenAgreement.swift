import Attache

/// Agreement on the labels of tokens, as two annotators are compared.
///
/// A token is a run of letters, digits and bytes beyond ASCII, or one other visible character. It has the label of the
/// entity that covers its first byte, of the last one in text order where several do, or none.
public struct TokenAgreement: Hashable, Sendable {
  /// Tokens of all documents.
  public var tokens = 0
  /// Tokens on which both sides have the same label, or none.
  public var agreeing = 0
  /// Cohen's kappa (1960): agreement beyond chance; nil when chance alone makes it complete, or without tokens.
  public var kappa: Double?

  /// Makes an agreement on nothing.
  public init() {}

  /// Share of tokens that agree.
  public var accuracy: Double? { tokens > 0 ? Double(agreeing) / Double(tokens) : nil }
}

/// Adds up token labels document by document.
struct TokenAgreementScorer {
  /// Tokens by label of gold and system; the key holds both, shifted by one so that 0 is none.
  private var counts: [UInt64: Int] = [:]
  private var starts: [Int32] = []
  private var goldLabels: [Int32] = []
  private var systemLabels: [Int32] = []

  mutating func add(_ text: [UInt8], gold: SpanList, system: SpanList) {
    findTokens(text)
    TokenAgreementScorer.paint(gold, starts, &goldLabels)
    TokenAgreementScorer.paint(system, starts, &systemLabels)
    var plain = 0
    for index in starts.indices {
      if goldLabels[index] == 0 && systemLabels[index] == 0 {
        plain += 1
      } else {
        counts[UInt64(UInt32(goldLabels[index])) << 32 | UInt64(UInt32(systemLabels[index])), default: 0] += 1
      }
    }
    if plain > 0 { counts[0, default: 0] += plain }
  }

  private mutating func findTokens(_ text: [UInt8]) {
    starts.removeAll(keepingCapacity: true)
    var inWord = false
    for (offset, byte) in text.enumerated() {
      let isWord = byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
      if isWord ? !inWord : byte > 0x20 { starts.append(Int32(clamping: offset)) }
      inWord = isWord
    }
  }

  private static func paint(_ list: SpanList, _ starts: [Int32], _ labels: inout [Int32]) {
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: starts.count))
    var first = 0
    for item in list.items {
      while first < starts.count && starts[first] < item.start { first += 1 }
      if item.pieces < 0 {
        paint(item.label, from: first, to: Int(item.end), starts, &labels)
        continue
      }
      for piece in SpanList.spans(item, list.pieces) {
        let index = starts[first...].firstIndex { $0 >= piece.start } ?? starts.count
        paint(item.label, from: index, to: piece.end, starts, &labels)
      }
    }
  }

  private static func paint(
    _ label: Int32, from first: Int, to end: Int, _ starts: [Int32], _ labels: inout [Int32]
  ) {
    var index = first
    while index < starts.count && Int(starts[index]) < end {
      labels[index] = label + 1
      index += 1
    }
  }

  var agreement: TokenAgreement {
    var result = TokenAgreement()
    var gold: [UInt64: Double] = [:]
    var system: [UInt64: Double] = [:]
    for (key, count) in counts {
      result.tokens += count
      if key >> 32 == key & 0xffff_ffff { result.agreeing += count }
      gold[key >> 32, default: 0] += Double(count)
      system[key & 0xffff_ffff, default: 0] += Double(count)
    }
    guard let observed = result.accuracy else { return result }
    let total = Double(result.tokens)
    // Sorted, since the sum of doubles depends on the order in which a dictionary gives them.
    let chance = gold.keys.sorted().reduce(0) { $0 + (gold[$1] ?? 0) / total * ((system[$1] ?? 0) / total) }
    if chance < 1 { result.kappa = (observed - chance) / (1 - chance) }
    return result
  }
}
