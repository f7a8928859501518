import Testing

@testable import Attache

@Suite struct EntityAutomataTests {
  private static func rules(_ text: String) -> EntityRules {
    var lexicon = Lexicon()
    return RuleBook.compile(RuleBlockParser.parse(file: "x.rules", text: text).blocks, lexicon: &lexicon).book.entities
  }

  /// What is found from the first token on, as end and index of the rule.
  private static func found(_ masks: [ClassMask], _ automata: inout EntityAutomata, _ rules: EntityRules) -> [[Int]] {
    let token = Token(start: 0, end: 1, word: 0, capitals: 0, hash: 1, shape: [])
    let tokens = [Token](repeating: token, count: masks.count)
    automata.begin(masks.indices, tokens.span, masks.span, rules)
    guard automata.match(at: 0, rules) else { return [] }
    return (1...automata.steps).reversed().compactMap { length in
      automata.best(length).map { [length, rules.ranked[$0]] }
    }
  }

  /// Each rule takes part with its longest match that fits; of those that end together the weight decides, then the
  /// label, then which matched last, then the order in the file.
  @Test(arguments: [
    ("{given}+", "{given}{2}", "8", "8", "Person", "Person", [[2, 1]]),
    ("{given}+", "{given}{1,2}", "8", "8", "Person", "Person", [[2, 1]]),
    ("{given}{2}", "{given}+", "8", "8", "Person", "Person", [[2, 0]]),
    ("{given}+", "{given}+", "8", "7", "Person", "Person", [[2, 0]]),
    ("{given}+", "{given}+", "8", "8", "Person", "Title", [[2, 0]]),
    ("{given}+", "{given}+", "8", "8", "Title", "Person", [[2, 1]]),
    ("{given}", "{given}+", "8", "9", "Person", "Person", [[2, 1], [1, 0]]),
    ("{given}+\n  after: {given}", "{surname}", "8", "9", "Person", "Person", [[1, 0]]),
    ("{given}+\n  not after: {given}", "{surname}", "8", "9", "Person", "Person", [[2, 0]]),
    ("{given}+\n  before: {surname}", "{surname}", "8", "9", "Person", "Person", []),
  ]) func choosesARule(
    _ left: String, _ right: String, _ leftWeight: String, _ rightWeight: String, _ leftLabel: String,
    _ rightLabel: String, _ wanted: [[Int]]
  ) {
    let rules = Self.rules(
      """
      rule a
        entity: \(leftLabel)
        weight: \(leftWeight)
        match: \(left)

      rule b
        entity: \(rightLabel)
        weight: \(rightWeight)
        match: \(right)
      """)
    var automata = EntityAutomata()
    #expect(Self.found([TokenClass.given.bit, TokenClass.given.bit], &automata, rules) == wanted)
  }

  /// More rules than one word of a set holds: those of the same weight and label tie across words.
  @Test(arguments: [1, 63, 64, 65, 130]) func countsBeyondAWord(number: Int) {
    let rules = Self.rules(
      (0..<number).map { "rule r\($0)\n  entity: Person\n  match: {given}\n\n" }.joined()
        + "rule long\n  entity: Person\n  match: {given}{2}\n")
    var automata = EntityAutomata()
    let found = Self.found([TokenClass.given.bit, TokenClass.given.bit], &automata, rules)
    #expect(found == [[2, number], [1, number - 1]])
  }

  /// Memory stays bounded: automata that have outgrown their cap start anew and find the same.
  @Test func emptyingLosesNothing() {
    let classes = TokenClass.allCases.prefix(16)
    let rules = Self.rules(
      "rule a\n  entity: Person\n  match: {\(classes.map(\.text).joined(separator: "|"))}\n")
    var automata = EntityAutomata()
    for value in 1..<(UInt32(1) << 16) {
      #expect(Self.found([ClassMask(value), 0], &automata, rules) == [[1, 0]])
    }
  }

  /// Memory that has served other rules serves these.
  @Test func changesRules() {
    var automata = EntityAutomata()
    let masks = [TokenClass.given.bit]
    let first = Self.rules("rule a\n  entity: Person\n  match: {given}\n")
    let second = Self.rules("rule a\n  entity: Person\n  match: {surname}\n")
    #expect(Self.found(masks, &automata, first) == [[1, 0]])
    #expect(Self.found(masks, &automata, second) == [])
    #expect(Self.found(masks, &automata, first) == [[1, 0]])
  }
}
