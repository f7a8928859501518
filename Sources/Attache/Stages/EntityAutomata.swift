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
  /// The tokens of the sentence.
  private var row: [Place] = []
  /// The states that a match has gone through.
  private var path: [UInt32] = []
  /// The rules that have their longest match at this start, as bits.
  private var settled: [UInt64] = []
  /// Those of them whose longest match ends here.
  private var fits: [UInt64] = []
  /// What `match(at:)` found: the place after the last token and the rule's rank.
  private(set) var found: [(end: Int, rank: Int)] = []

  /// Takes up a sentence.
  mutating func begin(
    _ bounds: Range<Int>, _ tokens: Span<Token>, _ classes: Span<ClassMask>, _ rules: borrowing EntityRules
  ) {
    if signature != rules.signature || isFull { reset(rules) }
    row.removeAll(keepingCapacity: true)
    for index in bounds {
      let word = rules.named(tokens[index].word)
      let marks = word == 0 ? Predicate.anyToken : Predicate.anyToken | Predicate.namedWord
      row.append(Place(classes: classes[index] | marks, word: word))
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
    settled = [UInt64](repeating: 0, count: rules.matches.width)
    fits = settled
  }

  /// Finds the best rule for every length of match that begins at a place of the sentence; a rule takes part with its
  /// longest match whose surroundings fit. False when there is none.
  ///
  /// Of rules that match the same tokens the lattice can choose one alone, so the others aren't worth an arc.
  @inline(__always)
  mutating func match(at place: Int, _ rules: borrowing EntityRules) -> Bool {
    row[place].classes & rules.matches.startLead != 0 && matchFurther(at: place, rules)
  }

  private mutating func matchFurther(at place: Int, _ rules: borrowing EntityRules) -> Bool {
    var last = -1
    path.removeAll(keepingCapacity: true)
    let first = symbol(place, rules)
    var state = matches.begin(first, rules.matches, symbols)
    while state != LazyAutomaton.dead {
      if matches.isAccepting(state) { last = path.count }
      path.append(state)
      let next = place + path.count
      guard next < row.count, row[next].classes & matches.lead(state) != 0 else { break }
      let symbol = symbol(next, rules)
      state = matches.step(state, symbol, rules.matches, symbols)
    }
    guard last >= 0 else { return false }
    found.removeAll(keepingCapacity: true)
    let before = stateBefore(place, rules)
    for word in settled.indices { settled[word] = 0 }
    while last >= 0 {
      if let best = best(path[last], before, end: place + last + 1, rules) { found.append((place + last + 1, best)) }
      last -= 1
    }
    return !found.isEmpty
  }

  /// The best of the rules whose longest match ends with this state.
  @inline(__always)
  private mutating func best(
    _ state: UInt32, _ before: UInt32, end place: Int, _ rules: borrowing EntityRules
  ) -> Int? {
    var best: Int?
    for word in settled.indices {
      let width = settled.count
      var fit = matches.rules(state, word, width: width) & self.before.rules(before, word, width: width)
      fit &= ~settled[word]
      if fit != 0 {
        let after = stateAfter(place, rules)
        fit &= self.after.rules(after, word, width: width)
      }
      fits[word] = fit
      settled[word] |= fit
      if best == nil, fit != 0 { best = word << 6 + fit.trailingZeroBitCount }
    }
    guard let best, best + 1 < rules.isTied.count, rules.isTied[best + 1] else { return best }
    return latest(ofThoseTiedWith: best, rules)
  }

  /// Of rules that are as good the one that matched last, going from left to right.
  private func latest(ofThoseTiedWith best: Int, _ rules: borrowing EntityRules) -> Int {
    var latest = best
    var rank = best + 1
    while rank < rules.isTied.count, rules.isTied[rank] {
      if fits[rank >> 6] & (1 << UInt64(rank & 63)) != 0, firstMatch(rank) > firstMatch(latest) { latest = rank }
      rank += 1
    }
    return latest
  }

  private func firstMatch(_ rank: Int) -> Int {
    var index = 0
    while index < path.count,
      matches.rules(path[index], rank >> 6, width: fits.count) & (1 << UInt64(rank & 63)) == 0
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
    guard place < row.count else { return LazyAutomaton.dead }
    let known = row[place].onward
    return known != EntityAutomata.unknown ? known : findStateAfter(place, rules)
  }

  private mutating func findStateAfter(_ place: Int, _ rules: borrowing EntityRules) -> UInt32 {
    var index = place
    let first = symbol(index, rules)
    var state = after.begin(first, rules.after, symbols)
    while index + 1 < row.count, !after.isSettled(state) {
      index += 1
      let symbol = symbol(index, rules)
      state = after.step(state, symbol, rules.after, symbols)
    }
    row[place].onward = state
    return state
  }
}
