import Testing

@testable import Attache

@Suite struct LatticeTests {
  private static let labels: [NameLabel?] = [.person, .title, .location, nil]

  /// Arcs drawn at random, by their first token.
  private static func randomArcs(_ random: inout SeededRandom, tokens: Int) -> [Arc] {
    (0..<(1 + random.below(9))).map { _ in
      let first = random.below(tokens)
      let end = first + 1 + random.below(tokens - first)
      return Arc(first, end, labels[random.below(labels.count)], weight: 1 + Int32(random.below(4)), .none)
    }.sorted { $0.first < $1.first }
  }

  /// The greatest evidence of arcs from `index` on that begin at `place` or later.
  private static func greatest(_ arcs: [Arc], _ index: Int, _ place: Int32) -> Int32 {
    guard index < arcs.count else { return 0 }
    let without = greatest(arcs, index + 1, place)
    guard arcs[index].first >= place else { return without }
    return max(without, arcs[index].weight + greatest(arcs, index + 1, arcs[index].end))
  }

  /// Against a search through all sets of arcs.
  @Test(arguments: 0..<300) func findsTheGreatestEvidence(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var lattice = Lattice()
    for _ in 0..<10 {
      let arcs = Self.randomArcs(&random, tokens: 8)
      var chosen: [Int32] = []
      lattice.solve(arcs, arcs.indices, from: 0, to: 8, into: &chosen)
      let set = chosen.map { arcs[Int($0)] }
      #expect(set.reduce(0) { $0 + $1.weight } == Self.greatest(arcs, 0, 0), "seed \(seed)")
      #expect(zip(set, set.dropFirst()).allSatisfy { $0.end <= $1.first }, "seed \(seed)")
    }
  }

  /// Of the same evidence the longer arc wins, then the earlier label, then the later arc.
  @Test func settlesTies() {
    var lattice = Lattice()
    let arcs = [
      Arc(0, 3, .title, weight: 4, .none), Arc(0, 3, .person, weight: 4, .none), Arc(0, 3, .person, weight: 4, .none),
      Arc(0, 3, nil, weight: 4, .none), Arc(1, 3, .person, weight: 4, .none),
    ]
    var chosen: [Int32] = []
    lattice.solve(arcs, arcs.indices, from: 0, to: 3, into: &chosen)
    #expect(chosen == [2])
  }

  /// Of the same evidence for the same words a row goes before a rule, wherever it stands and whatever its label.
  @Test(arguments: [0, 1]) func prefersRowsToRules(row: Int) {
    var lattice = Lattice()
    var arcs = [Arc(0, 2, .person, weight: 20, Arc.Source(rule: 3))]
    arcs.insert(Arc(0, 2, .organization, weight: 20, Arc.Source(entry: 7)), at: row)
    var chosen: [Int32] = []
    lattice.solve(arcs, arcs.indices, from: 0, to: 2, into: &chosen)
    #expect(chosen == [Int32(row)])
  }
}
