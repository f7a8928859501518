import Attache
import Testing

@testable import Scoring

@Suite("Coreference scores")
struct CoreferenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var gold: [String]
    var system: [String]
    /// Precision and recall by hand, as fractions; nil is undefined.
    var muc: [Double?]
    var bCubed: [Double?]
    var ceafe: [Double?]
    var lea: [Double?]
    var testDescription: String { name }
  }

  /// A cluster is a word, a mention a letter.
  static let cases: [Case] = [
    Case(
      name: "equal", gold: ["abc", "de"], system: ["ed", "cba"], muc: [1, 1], bCubed: [1, 1], ceafe: [1, 1],
      lea: [1, 1]),
    Case(
      name: "only singletons", gold: ["a", "b"], system: ["a", "b"], muc: [nil, nil], bCubed: [1, 1], ceafe: [1, 1],
      lea: [1, 1]),
    Case(
      name: "one chain cut in two", gold: ["abcd"], system: ["ab", "cd"], muc: [1, 2.0 / 3], bCubed: [1, 0.5],
      ceafe: [1.0 / 3, 2.0 / 3], lea: [1, 1.0 / 3]),
    Case(
      name: "two chains made one", gold: ["ab", "cd"], system: ["abcd"], muc: [2.0 / 3, 1], bCubed: [0.5, 1],
      ceafe: [2.0 / 3, 1.0 / 3], lea: [1.0 / 3, 1]),
    Case(
      name: "nothing found", gold: ["abc"], system: [], muc: [nil, 0], bCubed: [nil, 0], ceafe: [nil, 0],
      lea: [nil, 0]),
    Case(
      name: "nothing there", gold: [], system: [], muc: [nil, nil], bCubed: [nil, nil], ceafe: [nil, nil],
      lea: [nil, nil]),
    Case(
      name: "a mention moved", gold: ["abc", "de"], system: ["ab", "cde"], muc: [2.0 / 3, 2.0 / 3],
      bCubed: [11.0 / 15, 11.0 / 15], ceafe: [0.8, 0.8], lea: [3.0 / 5, 3.0 / 5]),
  ]

  private func letters(_ clusters: [String]) -> [[String]] { clusters.map { $0.map(String.init) } }

  @Test("figures worked out by hand", arguments: cases)
  func figures(_ item: Case) {
    let scores = coreference(letters(item.gold), letters(item.system))
    for (name, score, expected) in [
      ("MUC", scores.muc, item.muc), ("B3", scores.bCubed, item.bCubed), ("CEAFe", scores.ceafe, item.ceafe),
      ("LEA", scores.lea, item.lea),
    ] {
      for (value, wanted) in zip([score.precision, score.recall], expected) {
        #expect((value == nil) == (wanted == nil), "\(name)")
        #expect(abs((value ?? 0) - (wanted ?? 0)) < 1e-9, "\(name)")
      }
    }
  }

  @Test("BLANC is the mean of both kinds of link")
  func blanc() {
    // Gold links ab, ac, bc, de of 10 pairs; system ab, cd, ce, de. Shared: 2 of 4; non-links shared: 4 of 6.
    let scores = coreference(letters(["abc", "de"]), letters(["ab", "cde"]))
    #expect(abs((scores.blanc.f1 ?? 0) - (0.5 + 4.0 / 6) / 2) < 1e-9)
    #expect(coreference(letters(["ab"]), letters(["ab"])).blanc.f1 == 1)
    #expect(coreference(letters(["a", "b"]), letters(["a", "b"])).blanc.f1 == 1)
    #expect(coreference([], []).blanc.f1 == nil)
  }

  @Test("singletons are kept or dropped on both sides")
  func singletons() {
    let dropped = coreference(letters(["abc", "d"]), letters(["abc", "e"]), singletons: .drop)
    #expect(dropped.bCubed.f1 == 1)
    #expect(dropped.mentions == HitCount(correct: 3, possible: 3, actual: 3))
    let kept = coreference(letters(["abc", "d"]), letters(["abc", "e"]))
    #expect(kept.mentions == HitCount(correct: 3, possible: 4, actual: 4))
  }

  @Test("a mention of several referents is counted once for each")
  func repeated() {
    let scores = coreference(letters(["abx", "cdx"]), letters(["xba", "xdc"]))
    #expect(scores.conll == 1)
    #expect(scores.lea.f1 == 1)
    #expect(scores.mentions == HitCount(correct: 6, possible: 6, actual: 6))
  }

  @Test("CEAFe finds the best alignment of 500 random cases")
  func ceafe() {
    var dice = Dice(9)
    for round in 0..<500 {
      func clusters(_ dice: inout Dice) -> [[String]] {
        var result = [[String]](repeating: [], count: 1 + dice.roll(5))
        for letter in "abcdefghij" { result[dice.roll(result.count)].append(String(letter)) }
        return result.filter { !$0.isEmpty }
      }
      let gold = clusters(&dice)
      let system = clusters(&dice)
      func best(_ row: Int, _ free: [Int]) -> Double {
        guard row < gold.count else { return 0 }
        var value = best(row + 1, free)
        for column in free {
          let shared = Set(gold[row]).intersection(system[column]).count
          let similarity = 2 * Double(shared) / Double(gold[row].count + system[column].count)
          value = max(value, similarity + best(row + 1, free.filter { $0 != column }))
        }
        return value
      }
      let expected = best(0, Array(system.indices)) / Double(gold.count)
      #expect(abs((coreference(gold, system).ceafe.recall ?? 0) - expected) < 1e-9, "round \(round)")
    }
  }

  @Test("mentions come from referents, from entities that name one, and from lone entities")
  func documents() throws {
    var gold = marked("[P#E1 Ana] and [P Lim]; she left [L Oslo]")
    gold.refer("E1", "Ana", at: ["she"], kind: "pronoun")
    var system = gold
    let perfect = try #require(try evaluate(gold: [gold], system: [system], options: plain()).coreference)
    #expect(perfect.conll == 1)
    #expect(perfect.mentions.possible == 4)
    system.entities[0].referent = nil
    let cut = try #require(try evaluate(gold: [gold], system: [system], options: plain()).coreference)
    #expect(cut.mentions.correct == 4)
    #expect(cut.muc.recall == 0)
    let without = marked("[P Ana] and [P Lim]")
    #expect(try evaluate(gold: [without], system: [without], options: plain()).coreference == nil)
  }
}
