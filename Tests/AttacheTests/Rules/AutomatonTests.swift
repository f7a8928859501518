import Testing

@testable import Attache

/// The automaton and the contexts against a matcher that follows the syntax tree and is too simple to be wrong.
@Suite struct AutomatonTests {
  /// Every index where a match that begins at `start` may end.
  private static func ends(_ pattern: Pattern, _ masks: [ClassMask], from start: Int) -> Set<Int> {
    switch pattern {
    case .token(let predicate):
      return start < masks.count && predicate.accepts(masks[start], 0) ? [start + 1] : []
    case .sequence(let parts):
      return parts.reduce([start]) { starts, part in
        starts.reduce(into: []) { $0.formUnion(ends(part, masks, from: $1)) }
      }
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends($1, masks, from: start)) }
    case .repeated(let part, let times):
      var reached: Set<Int> = [start]
      var result: Set<Int> = times.lowerBound == 0 ? [start] : []
      for turn in 1...times.upperBound {
        reached = reached.reduce(into: []) { $0.formUnion(ends(part, masks, from: $1)) }
        if turn >= times.lowerBound { result.formUnion(reached) }
      }
      return result
    }
  }

  private static let classes: [TokenClass] = [.capital, .given, .surname, .stop]

  private static func randomMask(_ random: inout SeededRandom) -> ClassMask {
    classes.reduce(0) { random.below(2) == 0 ? $0 : $0 | $1.bit }
  }

  private static func randomPattern(_ random: inout SeededRandom, depth: Int) -> Pattern {
    switch depth == 0 ? 0 : random.below(5) {
    case 1, 2: return .sequence((0...random.below(3)).map { _ in randomPattern(&random, depth: depth - 1) })
    case 3: return .choice((0...random.below(3)).map { _ in randomPattern(&random, depth: depth - 1) })
    case 4:
      let least = random.below(3)
      return .repeated(randomPattern(&random, depth: depth - 1), least...(least + 1 + random.below(2)))
    default:
      var predicate = Predicate()
      predicate.required = classes[random.below(classes.count)].bit
      if random.below(3) == 0 { predicate.forbidden = classes[random.below(classes.count)].bit & ~predicate.required }
      if random.below(3) == 0 { (predicate.any, predicate.required) = (randomMask(&random), 0) }
      return .token(predicate)
    }
  }

  /// Where matches of each pattern end, by the lazily built automaton; the empty match is none.
  private static func automatonEnds(_ reader: inout LineReading, _ masks: [ClassMask], from start: Int) -> [Set<Int>] {
    var found = [Set<Int>](repeating: [], count: reader.rules)
    guard start < masks.count else { return found }
    var state = reader.begin(masks[start])
    var index = start + 1
    while state != LazyAutomaton.dead {
      for rule in reader.allowed(state) { found[rule].insert(index) }
      guard index < masks.count else { break }
      state = reader.step(state, masks[index])
      index += 1
    }
    return found
  }

  @Test(arguments: 0..<300) func agreesWithTheTree(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let patterns = (0...random.below(3)).map { _ in Self.randomPattern(&random, depth: 3) }
    var reader = LineReading(patterns, lasts: false)
    for _ in 0..<20 {
      let masks = (0..<random.below(12)).map { _ in Self.randomMask(&random) }
      for start in 0...masks.count {
        let wanted = patterns.map { Self.ends($0, masks, from: start).subtracting([start]) }
        let found = Self.automatonEnds(&reader, masks, from: start)
        #expect(found == wanted, "seed \(seed), start \(start)")
      }
    }
  }

  /// What stands beside a rule's match is read away from it: before the match backward, with the pattern turned round.
  @Test(arguments: 0..<100) func readsWhatStandsBeside(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed &+ 1000))
    let patterns = (0...random.below(3)).map { _ in Self.randomPattern(&random, depth: 2) }
    var forward = LineReading(patterns, lasts: true)
    var backward = LineReading(patterns.map(\.reversed), lasts: true)
    for _ in 0..<20 {
      let masks = (0...random.below(10)).map { _ in Self.randomMask(&random) }
      let place = random.below(masks.count + 1)
      let after = forward.settled(masks[place...])
      let before = backward.settled(masks[..<place].reversed())
      for (number, pattern) in patterns.enumerated() {
        let isAfter = !Self.ends(pattern, masks, from: place).subtracting([place]).isEmpty
        #expect(after.contains(number) == isAfter, "seed \(seed), pattern \(number)")
        let isBefore = (0..<place).contains { Self.ends(pattern, masks, from: $0).contains(place) }
        #expect(before.contains(number) == isBefore, "seed \(seed), pattern \(number)")
      }
    }
  }

  private static let lines: [(text: String, allowed: Set<Int>)] = [
    ("", [1]), ("g", [0, 1]), ("s", []), ("b", [0]), ("cg", [0, 1]), ("cc", [1]),
  ]

  /// A rule needs one of its lines, if it has such, and none of those that forbid it.
  @Test(arguments: lines) func linesAllowAndForbid(text: String, allowed: Set<Int>) {
    func token(_ tokenClass: TokenClass) -> Pattern { .token(Predicate(required: tokenClass.bit)) }
    var reader = LineReading(
      [token(.given), .sequence([token(.capital), token(.given)]), token(.surname)], lasts: true,
      lines: [(0, false), (0, false), (1, true)], rules: 2)
    let (given, surname) = (TokenClass.given.bit, TokenClass.surname.bit)
    let classes: [Character: ClassMask] = ["g": given, "s": surname, "b": given | surname, "c": TokenClass.capital.bit]
    let masks = text.compactMap { classes[$0] }
    #expect(reader.settled(masks[...]) == allowed)
  }
}

/// A lazily built automaton with all that it needs; each pattern is a line.
private struct LineReading {
  let rules: Int
  private var tests = PredicateTable()
  private let lines: RuleLines
  private var symbols = SymbolTable()
  private var automaton: LazyAutomaton

  /// Lines of the rules given, or of a rule each.
  init(_ patterns: [Pattern], lasts: Bool, lines: [(rule: Int, forbids: Bool)]? = nil, rules: Int? = nil) {
    var automaton = Automaton()
    for (number, pattern) in patterns.enumerated() {
      if lasts {
        automaton.addLasting(pattern, number: number, tests: &tests)
      } else {
        automaton.add(pattern, number: number, tests: &tests)
      }
    }
    self.rules = rules ?? patterns.count
    self.lines = RuleLines(
      automaton, (lines ?? patterns.indices.map { ($0, false) }).map { RuleLines.Line(rule: $0, forbids: $1) },
      rules: self.rules, tests: tests)
    self.automaton = LazyAutomaton(self.lines)
  }

  mutating func begin(_ mask: ClassMask) -> UInt32 {
    let symbol = symbols.symbol(mask, 0, tests)
    return automaton.begin(symbol, lines, symbols)
  }

  mutating func step(_ state: UInt32, _ mask: ClassMask) -> UInt32 {
    let symbol = symbols.symbol(mask, 0, tests)
    return automaton.step(state, symbol, lines, symbols)
  }

  func allowed(_ state: UInt32) -> Set<Int> {
    Set((0..<rules).filter { automaton.rules(state, $0 / 64, width: lines.width) & (1 << UInt64($0 % 64)) != 0 })
  }

  /// The rules that are allowed by what these tokens begin with.
  mutating func settled(_ masks: some Collection<ClassMask>) -> Set<Int> {
    var state = LazyAutomaton.dead
    for (index, mask) in masks.enumerated() {
      state = index == 0 ? begin(mask) : step(state, mask)
      if automaton.isSettled(state) { break }
    }
    return allowed(state)
  }
}
