import Testing

@testable import Attache

@Suite struct FlatTableTests {
  /// Keys drawn at random, some of them alike in one half, against a dictionary.
  @Test(arguments: 0..<8) func holdsWhatWasPut(seed: Int) {
    struct Key: Hashable {
      var low: UInt64
      var high: UInt64
    }
    var random = SeededRandom(seed: UInt64(seed))
    var table = FlatTable()
    var known: [Key: UInt32] = [:]
    for value in 0..<UInt32(5_000) {
      let key = Key(low: UInt64(random.below(2_000)) << 20, high: UInt64(random.below(20)) << 40)
      #expect(table.value(key.low, key.high) == known[key] ?? FlatTable.missing)
      if known[key] == nil {
        table.insert(key.low, key.high, value)
        known[key] = value
      }
    }
    #expect(table.count == known.count)
    for (key, value) in known { #expect(table.value(key.low, key.high) == value) }
  }

  @Test func isEmptyAtFirst() {
    #expect(FlatTable().value(0, 0) == FlatTable.missing)
    #expect(FlatTable().count == 0)
  }
}
