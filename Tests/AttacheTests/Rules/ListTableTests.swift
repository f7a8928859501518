import Testing

@testable import Attache

@Suite struct ListTableTests {
  /// Lists drawn at random, many of them the same, against a dictionary.
  @Test(arguments: 0..<4) func keepsEachListOnce(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var table = ListTable<UInt16>()
    var known: [[UInt16]: UInt32] = [:]
    for _ in 0..<3_000 {
      let list = (0..<random.below(5)).map { _ in UInt16(random.below(6)) }
      let found = table.index(of: list)
      #expect(found.isNew == (known[list] == nil))
      #expect(known[list] ?? found.index == found.index)
      known[list] = found.index
    }
    #expect(table.count == known.count)
    for (list, index) in known { #expect(table.range(of: index).map { table.element(at: $0) } == list) }
  }
}
