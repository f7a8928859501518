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
  private static func automatonEnds(
    _ automaton: Automaton, _ cache: inout LazyAutomaton, _ masks: [ClassMask], from start: Int, patterns: Int
  ) -> [Set<Int>] {
    var found = [Set<Int>](repeating: [], count: patterns)
    guard start < masks.count else { return found }
    var state = cache.begin(cache.symbol(masks[start], 0, of: automaton), of: automaton)
    var index = start + 1
    while state != LazyAutomaton.dead {
      for accepted in cache.accepted(by: state) { found[Int(cache.pattern(at: accepted))].insert(index) }
      guard index < masks.count else { break }
      state = cache.step(state, cache.symbol(masks[index], 0, of: automaton), of: automaton)
      index += 1
    }
    return found
  }

  @Test(arguments: 0..<300) func agreesWithTheTree(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let patterns = (0...random.below(3)).map { _ in Self.randomPattern(&random, depth: 3) }
    var automaton = Automaton()
    for (number, pattern) in patterns.enumerated() { automaton.add(pattern, number: number) }
    var cache = LazyAutomaton()
    for _ in 0..<20 {
      let masks = (0..<random.below(12)).map { _ in Self.randomMask(&random) }
      for start in 0...masks.count {
        let wanted = patterns.map { Self.ends($0, masks, from: start).subtracting([start]) }
        let found = Self.automatonEnds(automaton, &cache, masks, from: start, patterns: patterns.count)
        #expect(found == wanted, "seed \(seed), start \(start)")
      }
    }
  }

  /// What stands beside a rule's match is read away from it: before the match backward, with the pattern turned round.
  @Test(arguments: 0..<100) func readsWhatStandsBeside(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed &+ 1000))
    let pattern = Self.randomPattern(&random, depth: 2)
    var contexts = ContextTable()
    var numbers: [Int32] = []
    for side in [pattern, pattern.reversed] {
      var automaton = Automaton()
      automaton.add(side, number: 0)
      guard let number = contexts.add(automaton) else {
        #expect(automaton.test.count > ContextTable.mostPositions)
        return
      }
      numbers.append(number)
    }
    for _ in 0..<20 {
      let masks = (0...random.below(10)).map { _ in Self.randomMask(&random) }
      let tokens = [Token](
        repeating: Token(start: 0, end: 1, word: 0, capitals: 0, hash: 1, shape: []), count: masks.count)
      let place = random.below(masks.count + 1)
      let after = contexts.matches(numbers[0], tokens, masks, at: place, step: 1, in: 0..<masks.count)
      #expect(after == !Self.ends(pattern, masks, from: place).subtracting([place]).isEmpty, "seed \(seed)")
      let before = contexts.matches(numbers[1], tokens, masks, at: place - 1, step: -1, in: 0..<masks.count)
      #expect(before == (0..<place).contains { Self.ends(pattern, masks, from: $0).contains(place) }, "seed \(seed)")
    }
  }

  /// Memory stays bounded: a cache that has outgrown its cap starts anew and finds the same.
  @Test func trimmingLosesNothing() {
    var automaton = Automaton()
    automaton.add(.repeated(.token(Predicate(required: TokenClass.capital.bit)), 1...8), number: 0)
    var cache = LazyAutomaton()
    for value in 0..<20_000 {
      let masks: [ClassMask] = [ClassMask(value) << 16 | TokenClass.capital.bit, TokenClass.capital.bit, 0]
      #expect(Self.automatonEnds(automaton, &cache, masks, from: 0, patterns: 1) == [[1, 2]])
      cache.trim()
    }
  }
}
