/// The deterministic form of an automaton, built state by state as texts need it; memory of one worker.
///
/// Tokens that pass the same tests share a symbol. The tables are emptied between sentences when they have grown past
/// their caps, so that memory stays bounded and every step stays a table look-up.
struct LazyAutomaton: Sendable {
  /// The state from which nothing matches.
  static let dead: UInt32 = 0
  private static let mostStates = 8192
  private static let mostSymbols = 8192

  private var symbols: [SymbolKey: UInt32] = [:]
  private var passed: [[UInt64]] = []
  private var states: [[UInt16]: UInt32] = [:]
  private var members: [[UInt16]] = [[]]
  private var accepting: [[Int16]] = [[]]
  private var steps: [UInt64: UInt32] = [:]
  private var firstSteps: [UInt32] = []

  private struct SymbolKey: Hashable {
    var mask: ClassMask
    var word: UInt32
  }

  /// Forgets everything when a table has outgrown its cap; call it between sentences.
  mutating func trim() {
    if passed.count >= LazyAutomaton.mostSymbols || members.count >= LazyAutomaton.mostStates { self = LazyAutomaton() }
  }

  /// The patterns that may end in a state.
  @inline(__always)
  func accepted(by state: UInt32) -> [Int16] { accepting[Int(state)] }

  /// The symbol of a token; `word` is 0 unless a pattern names the word.
  mutating func symbol(_ mask: ClassMask, _ word: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let key = SymbolKey(mask: mask, word: word)
    if let known = symbols[key] { return known }
    var bits = [UInt64](repeating: 0, count: (automaton.predicates.count + 63) / 64)
    for (index, predicate) in automaton.predicates.enumerated() where predicate.accepts(mask, word) {
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    let made = UInt32(passed.count)
    passed.append(bits)
    firstSteps.append(.max)
    symbols[key] = made
    return made
  }

  /// The state after the first token of a match.
  @inline(__always)
  mutating func begin(_ symbol: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let known = firstSteps[Int(symbol)]
    if known != .max { return known }
    let made = target(automaton.starts, symbol, automaton)
    firstSteps[Int(symbol)] = made
    return made
  }

  /// The state after one more token.
  @inline(__always)
  mutating func step(_ state: UInt32, _ symbol: UInt32, of automaton: borrowing Automaton) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(symbol)
    if let known = steps[key] { return known }
    var candidates: [UInt16] = []
    for member in members[Int(state)] { candidates += automaton.follow[Int(member)] }
    let made = target(candidates, symbol, automaton)
    steps[key] = made
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
    accepting.append(Array(Set(set.map { automaton.accepts[Int($0)] }.filter { $0 >= 0 })).sorted())
    states[set] = made
    return made
  }
}
