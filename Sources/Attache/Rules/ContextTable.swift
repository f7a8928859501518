/// What must or must not stand beside a match: small automata in flat arrays, so that asking allocates nothing.
struct ContextTable: Sendable {
  /// The most tokens that one `before:` or `after:` line may name; its states are the bits of a word.
  static let mostPositions = 64

  /// One line.
  struct Context: Sendable {
    var base: Int32
    var starts: UInt64
    var accepts: UInt64
  }

  private var contexts: [Context] = []
  private var predicates: [Predicate] = []
  private var follow: [UInt64] = []

  /// Adds an automaton; nil when it has too many positions.
  mutating func add(_ automaton: Automaton) -> Int32? {
    guard automaton.test.count <= ContextTable.mostPositions else { return nil }
    var context = Context(base: Int32(predicates.count), starts: 0, accepts: 0)
    for start in automaton.starts { context.starts |= 1 << UInt64(start) }
    for position in automaton.test.indices {
      predicates.append(automaton.predicates[Int(automaton.test[position])])
      follow.append(automaton.follow[position].reduce(0) { $0 | 1 << UInt64($1) })
      if automaton.accepts[position] >= 0 { context.accepts |= 1 << UInt64(position) }
    }
    contexts.append(context)
    return Int32(contexts.count - 1)
  }

  /// Whether a line matches at `start` going by `step` (1 forward, -1 backward) inside `bounds`.
  func matches(
    _ number: Int32, _ tokens: [Token], _ classes: [ClassMask], at start: Int, step: Int, in bounds: Range<Int>
  ) -> Bool {
    let context = contexts[Int(number)]
    var active = context.starts
    var index = start
    while active != 0, index >= bounds.lowerBound, index < bounds.upperBound {
      let (mask, word) = (classes[index], tokens[index].word)
      var next: UInt64 = 0
      while active != 0 {
        let position = active.trailingZeroBitCount
        active &= active &- 1
        guard predicates[Int(context.base) + position].accepts(mask, word) else { continue }
        if context.accepts & (1 << UInt64(position)) != 0 { return true }
        next |= follow[Int(context.base) + position]
      }
      active = next
      index += step
    }
    return false
  }
}
