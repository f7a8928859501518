/// The deterministic form of an automaton, built state by state as texts need it; memory of one worker.
///
/// Tokens that pass the same tests share a symbol. The tables are emptied between sentences when they have grown past
/// their caps, so that memory stays bounded and every step stays a table look-up.
struct LazyAutomaton: Sendable {
  /// The state from which nothing matches.
  static let dead: UInt32 = 0
  private static let mostStates = 16_384
  private static let mostSymbols = 16_384
  private static let unknown = UInt32.max

  private var symbols = FlatTable()
  private var kinds: [[UInt64]: UInt32] = [:]
  private var passed: [[UInt64]] = []
  private var states: [[UInt16]: UInt32] = [:]
  private var members: [[UInt16]] = [[]]
  private var accepting: [Int16] = []
  private var acceptingEnds: [UInt32] = [0]
  private var steps = FlatTable()
  private var firstSteps: [UInt32] = []

  /// Forgets everything when a table has outgrown its cap; call it between sentences.
  mutating func trim() {
    if symbols.count >= LazyAutomaton.mostSymbols || members.count >= LazyAutomaton.mostStates
      || steps.count >= 16 * LazyAutomaton.mostStates
    {
      self = LazyAutomaton()
    }
  }

  /// Where `pattern(at:)` finds the patterns that may end in a state.
  @inline(__always)
  func accepted(by state: UInt32) -> Range<Int> {
    let start = state == 0 ? 0 : acceptingEnds[Int(state) - 1]
    return Int(start)..<Int(acceptingEnds[Int(state)])
  }

  /// A pattern of a range that `accepted(by:)` gave.
  @inline(__always)
  func pattern(at index: Int) -> Int16 { accepting[index] }

  /// The symbol of a token; `word` is 0 unless a pattern names the word.
  @inline(__always)
  mutating func symbol(_ mask: ClassMask, _ word: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let low = UInt64(truncatingIfNeeded: mask)
    let high = UInt64(truncatingIfNeeded: mask >> 64) ^ UInt64(word) << 32
    let known = symbols.value(low, high)
    return known != FlatTable.missing ? known : addSymbol(mask, word, low, high, automaton)
  }

  private mutating func addSymbol(
    _ mask: ClassMask, _ word: UInt32, _ low: UInt64, _ high: UInt64, _ automaton: borrowing Automaton
  ) -> UInt32 {
    var bits = [UInt64](repeating: 0, count: (automaton.predicates.count + 63) / 64)
    for (index, predicate) in automaton.predicates.enumerated() where predicate.accepts(mask, word) {
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    let made: UInt32
    if let same = kinds[bits] {
      made = same
    } else {
      made = UInt32(passed.count)
      kinds[bits] = made
      passed.append(bits)
      firstSteps.append(LazyAutomaton.unknown)
    }
    symbols.insert(low, high, made)
    return made
  }

  /// The state after the first token of a match.
  @inline(__always)
  mutating func begin(_ symbol: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let known = firstSteps[Int(symbol)]
    if known != LazyAutomaton.unknown { return known }
    let made = target(automaton.starts, symbol, automaton)
    firstSteps[Int(symbol)] = made
    return made
  }

  /// The state after one more token.
  @inline(__always)
  mutating func step(_ state: UInt32, _ symbol: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(symbol)
    let known = steps.value(key, 0)
    return known != FlatTable.missing ? known : addStep(state, symbol, key, automaton)
  }

  private mutating func addStep(
    _ state: UInt32, _ symbol: UInt32, _ key: UInt64, _ automaton: borrowing Automaton
  ) -> UInt32 {
    var candidates: [UInt16] = []
    for member in members[Int(state)] { candidates += automaton.follow[Int(member)] }
    let made = target(candidates, symbol, automaton)
    steps.insert(key, 0, made)
    return made
  }

  private mutating func target(_ candidates: [UInt16], _ symbol: UInt32, _ automaton: borrowing Automaton) -> UInt32 {
    let bits = passed[Int(symbol)]
    var set: [UInt16] = []
    for position in candidates {
      let test = Int(automaton.test[Int(position)])
      if bits[test / 64] & (1 << UInt64(test % 64)) != 0 { set.append(position) }
    }
    if set.isEmpty { return LazyAutomaton.dead }
    set = Array(Set(set)).sorted()
    if let known = states[set] { return known }
    let made = UInt32(members.count)
    members.append(set)
    accepting += Set(set.map { automaton.accepts[Int($0)] }.filter { $0 >= 0 }).sorted()
    acceptingEnds.append(UInt32(accepting.count))
    states[set] = made
    return made
  }
}
