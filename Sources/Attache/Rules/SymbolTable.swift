/// Tokens as patterns see them: those that pass the same tests share a symbol. Memory of one worker.
struct SymbolTable: Sendable {
  private var symbols = FlatTable()
  private var kinds = ListTable<UInt64>()
  private var passed: [UInt64] = []
  private var width = 0
  private var scratch: [UInt64] = []

  /// How many different tokens it knows.
  var count: Int { symbols.count }

  /// The symbol of a token; `word` is 0 unless a pattern names the word.
  @inline(__always)
  mutating func symbol(_ classes: ClassMask, _ word: UInt32, _ tests: borrowing PredicateTable) -> UInt32 {
    let mask = classes & tests.classes
    let low = UInt64(truncatingIfNeeded: mask)
    let high = UInt64(truncatingIfNeeded: mask >> 64) ^ UInt64(word) << 32
    let known = symbols.value(low, high)
    return known != FlatTable.missing ? known : add(mask, word, low, high, tests)
  }

  /// Whether a token of this symbol passes a test.
  @inline(__always)
  func passes(_ symbol: UInt32, _ test: UInt16) -> Bool {
    passed[Int(symbol) * width + Int(test >> 6)] & (1 << UInt64(test & 63)) != 0
  }

  private mutating func add(
    _ mask: ClassMask, _ word: UInt32, _ low: UInt64, _ high: UInt64, _ tests: borrowing PredicateTable
  ) -> UInt32 {
    width = (tests.predicates.count + 63) / 64
    scratch.removeAll(keepingCapacity: true)
    for first in stride(from: 0, to: tests.predicates.count, by: 64) {
      var bits: UInt64 = 0
      for index in first..<min(first + 64, tests.predicates.count) where tests.predicates[index].accepts(mask, word) {
        bits |= 1 << UInt64(index - first)
      }
      scratch.append(bits)
    }
    let kind = kinds.index(of: scratch)
    if kind.isNew { passed += scratch }
    symbols.insert(low, high, kind.index)
    return kind.index
  }
}
