import Testing

@testable import Attache

@Suite struct StepTableTests {
  /// Steps drawn at random against a dictionary.
  @Test(arguments: 0..<4) func holdsWhatWasPut(seed: Int) {
    struct Key: Hashable {
      var state: UInt32
      var symbol: UInt32
    }
    var random = SeededRandom(seed: UInt64(seed))
    var table = StepTable()
    var known: [Key: UInt32] = [:]
    for target in 0..<UInt32(5_000) {
      let key = Key(state: UInt32(1 + random.below(300)), symbol: UInt32(random.below(30)))
      #expect(table.target(key.state, key.symbol) == known[key] ?? StepTable.unknown)
      if known[key] == nil {
        table.insert(key.state, key.symbol, target)
        known[key] = target
      }
    }
    #expect(table.count == known.count)
    for (key, target) in known { #expect(table.target(key.state, key.symbol) == target) }
  }

  @Test func isEmptyAtFirst() {
    #expect(StepTable().target(1, 0) == StepTable.unknown)
    #expect(StepTable().count == 0)
  }
}
