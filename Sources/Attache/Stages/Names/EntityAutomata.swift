/// The automata of the entity rules as far as a worker has built them, and what it keeps of the sentence being matched.
///
/// They are emptied between sentences when they have grown past their caps, so that memory stays bounded and every step
/// stays a table look-up.
struct EntityAutomata: Sendable {
  private static let mostStates = 16_384
  private static let mostSymbols = 16_384
  private static let unknown = UInt32.max

  /// A token of the sentence.
  private struct Place: Sendable {
    /// Its classes and the marks that `Predicate.lead` asks for.
    var classes: ClassMask
    /// Its word if a pattern names it, else 0.
    var word: UInt32
    /// Its symbol, or `unknown` as long as nobody asked.
    var symbol = EntityAutomata.unknown
    /// The state that tells what stands from here on, or `unknown`.
    var onward = EntityAutomata.unknown
  }

  private var signature: UInt64 = 0
  private var symbols = SymbolTable()
  private var matches = LazyAutomaton()
  private var before = LazyAutomaton()
  private var after = LazyAutomaton()
  /// The tokens of the sentence; those behind `count` are left from longer ones.
  private var row: [Place] = []
  private var count = 0
  /// The tokens that the match under way has gone through; those behind `steps` are left from longer ones.
  private var path: [Step] = []
  /// How many tokens of `path` are in use, up to the last that a match may end with.
  private(set) var steps = 0

  /// A token of a match.
  private struct Step: Sendable {
    var state: UInt32
    /// The rank of the best rule whose longest match ends here, or -1.
    var best: Int32
  }

  /// Takes up a sentence.
  mutating func begin(
    _ bounds: Range<Int>, _ tokens: Span<Token>, _ classes: Span<ClassMask>, _ rules: borrowing EntityRules
  ) {
    if signature != rules.signature || isFull { reset(rules) }
    count = bounds.count
    while row.count < count { row.append(Place(classes: 0, word: 0)) }
    var place = 0
    for index in bounds {
      let word = rules.named(tokens[index].word)
      let marks = word == 0 ? Predicate.anyToken : Predicate.anyToken | Predicate.namedWord
      row[place] = Place(classes: classes[index] | marks, word: word)
      place += 1
    }
  }

  @inline(__always)
  private mutating func symbol(_ place: Int, _ rules: borrowing EntityRules) -> UInt32 {
    let known = row[place].symbol
    if known != EntityAutomata.unknown { return known }
    let found = symbols.symbol(row[place].classes, row[place].word, rules.tests)
    row[place].symbol = found
    return found
  }

  private var isFull: Bool {
    symbols.count >= EntityAutomata.mostSymbols || isFull(matches) || isFull(before) || isFull(after)
  }

  private func isFull(_ automaton: borrowing LazyAutomaton) -> Bool {
    automaton.stateCount >= EntityAutomata.mostStates || automaton.stepCount >= 16 * EntityAutomata.mostStates
  }

  private mutating func reset(_ rules: borrowing EntityRules) {
    signature = rules.signature
    symbols = SymbolTable()
    matches = LazyAutomaton(rules.matches)
    before = LazyAutomaton(rules.before)
    after = LazyAutomaton(rules.after)
  }

  /// Finds the best rule for every length of match that begins at a place of the sentence; a rule takes part with its
  /// longest match whose surroundings fit. False when nothing matches.
  ///
  /// Of rules that match the same tokens the lattice can choose one alone, so the others aren't worth an arc.
  @inline(__always)
  mutating func match(at place: Int, _ rules: borrowing EntityRules) -> Bool {
    row[place].classes & rules.matches.startLead != 0 && matchFurther(at: place, rules)
  }

  /// The rank of the best rule that matches so many tokens; nil when none does.
  @inline(__always)
  func best(_ tokens: Int) -> Int? {
    let best = Int(path[tokens - 1].best)
    return best < 0 ? nil : best
  }

  private mutating func matchFurther(at place: Int, _ rules: borrowing EntityRules) -> Bool {
    var length = 0
    steps = 0
    let first = symbol(place, rules)
    var state = matches.begin(first, rules.matches, symbols)
    while state != LazyAutomaton.dead {
      let step = Step(state: state, best: -1)
      if length < path.count { path[length] = step } else { path.append(step) }
      length += 1
      if matches.isAccepting(state) { steps = length }
      let next = place + length
      guard next < count, row[next].classes & matches.lead(state) != 0 else { break }
      let symbol = symbol(next, rules)
      state = matches.step(state, symbol, rules.matches, symbols)
    }
    guard steps > 0 else { return false }
    let before = stateBefore(place, rules)
    let width = rules.matches.width
    for word in 0..<width {
      let allowed = self.before.rules(before, word, width: width)
      if allowed != 0 { settle(word, allowed, place, rules) }
    }
    return true
  }

  /// Gives the rules of one word of the sets to their longest matches.
  @inline(__always)
  private mutating func settle(_ word: Int, _ allowed: UInt64, _ place: Int, _ rules: borrowing EntityRules) {
    let width = rules.matches.width
    var open = allowed
    var step = steps - 1
    while step >= 0 {
      var fit = matches.rules(path[step].state, word, width: width) & open
      if fit != 0 {
        let onward = stateAfter(place + step + 1, rules)
        fit &= after.rules(onward, word, width: width)
        if fit != 0 {
          open &= ~fit
          note(fit, word, step, rules)
        }
      }
      step -= 1
    }
  }

  /// Notes the best of the rules that match up to a step; words come in rising order, so what is known goes before.
  @inline(__always)
  private mutating func note(_ fit: UInt64, _ word: Int, _ step: Int, _ rules: borrowing EntityRules) {
    var bits = fit
    while bits != 0 {
      let rank = word << 6 + bits.trailingZeroBitCount
      bits &= bits &- 1
      let best = Int(path[step].best)
      if best >= 0 {
        guard rules.areTied(best, rank) else { return }
        guard firstMatch(rank, rules) > firstMatch(best, rules) else { continue }
      }
      path[step].best = Int32(truncatingIfNeeded: rank)
    }
  }

  /// Of rules that are as good the one wins that first matched last, going from left to right.
  private func firstMatch(_ rank: Int, _ rules: borrowing EntityRules) -> Int {
    var index = 0
    while index < steps,
      matches.rules(path[index].state, rank >> 6, width: rules.matches.width) & (1 << UInt64(rank & 63)) == 0
    {
      index += 1
    }
    return index
  }

  /// The state of the automaton of what stands before a place.
  private mutating func stateBefore(_ place: Int, _ rules: borrowing EntityRules) -> UInt32 {
    guard place > 0 else { return LazyAutomaton.dead }
    var index = place - 1
    let first = symbol(index, rules)
    var state = before.begin(first, rules.before, symbols)
    while index > 0, !before.isSettled(state) {
      index -= 1
      let symbol = symbol(index, rules)
      state = before.step(state, symbol, rules.before, symbols)
    }
    return state
  }

  /// The state of the automaton of what stands after a place.
  @inline(__always)
  private mutating func stateAfter(_ place: Int, _ rules: borrowing EntityRules) -> UInt32 {
    guard place < count else { return LazyAutomaton.dead }
    let known = row[place].onward
    return known != EntityAutomata.unknown ? known : findStateAfter(place, rules)
  }

  private mutating func findStateAfter(_ place: Int, _ rules: borrowing EntityRules) -> UInt32 {
    var index = place
    let first = symbol(index, rules)
    var state = after.begin(first, rules.after, symbols)
    while index + 1 < count, !after.isSettled(state) {
      index += 1
      let symbol = symbol(index, rules)
      state = after.step(state, symbol, rules.after, symbols)
    }
    row[place].onward = state
    return state
  }
}
