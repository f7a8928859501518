/// The deterministic form of an automaton, built state by state as texts need it; memory of one worker.
struct LazyAutomaton: Sendable {
  /// The state from which nothing matches.
  static let dead: UInt32 = 0
  private static let unknown = UInt32.max

  /// What is asked of a state at every step.
  private struct Facts: Sendable {
    var lead: ClassMask
    var isAccepting: Bool
    var isSettled: Bool
  }

  /// For each state its nodes in rising order.
  private var states = ListTable<UInt16>()
  private var steps = StepTable()
  private var firstSteps: [UInt32] = []
  private var allowed: [UInt64] = []
  private var facts: [Facts] = []
  /// The nodes that the state being made has already, as bits.
  private var seen: [UInt64] = []
  private var scratch: [UInt16] = []

  init() {}

  /// An automaton that knows the dead state alone.
  init(_ lines: borrowing RuleLines) {
    seen = [UInt64](repeating: 0, count: (lines.count + 63) / 64)
    _ = state(lines)
  }

  /// How many states it has.
  var stateCount: Int { states.count }
  /// How many steps it has.
  var stepCount: Int { steps.count }

  /// A word of the set of rules that are allowed in a state.
  @inline(__always)
  func rules(_ state: UInt32, _ word: Int, width: Int) -> UInt64 { allowed[Int(state) * width + word] }

  /// Whether any rule is allowed in a state.
  @inline(__always)
  func isAccepting(_ state: UInt32) -> Bool { facts[Int(state)].isAccepting }

  /// Whether no token can change any more which rules are allowed.
  @inline(__always)
  func isSettled(_ state: UInt32) -> Bool { facts[Int(state)].isSettled }

  /// A mask that every token which leads on from a state has something in common with.
  @inline(__always)
  func lead(_ state: UInt32) -> ClassMask { facts[Int(state)].lead }

  /// The state after the first token of a match.
  @inline(__always)
  mutating func begin(_ symbol: UInt32, _ lines: borrowing RuleLines, _ symbols: borrowing SymbolTable) -> UInt32 {
    if Int(symbol) < firstSteps.count {
      let known = firstSteps[Int(symbol)]
      if known != LazyAutomaton.unknown { return known }
    }
    return addBegin(symbol, lines, symbols)
  }

  /// The state after one more token.
  @inline(__always)
  mutating func step(
    _ state: UInt32, _ symbol: UInt32, _ lines: borrowing RuleLines, _ symbols: borrowing SymbolTable
  ) -> UInt32 {
    let known = steps.target(state, symbol)
    return known != StepTable.unknown ? known : addStep(state, symbol, lines, symbols)
  }

  private mutating func addBegin(
    _ symbol: UInt32, _ lines: borrowing RuleLines, _ symbols: borrowing SymbolTable
  ) -> UInt32 {
    while firstSteps.count <= Int(symbol) { firstSteps.append(LazyAutomaton.unknown) }
    for place in lines.starts where symbols.passes(symbol, place.test) { add(place.node) }
    let made = state(lines)
    firstSteps[Int(symbol)] = made
    return made
  }

  private mutating func addStep(
    _ state: UInt32, _ symbol: UInt32, _ lines: borrowing RuleLines, _ symbols: borrowing SymbolTable
  ) -> UInt32 {
    for member in states.range(of: state) {
      for index in lines.following(states.element(at: member)) {
        let place = lines.next(at: index)
        if symbols.passes(symbol, place.test) { add(place.node) }
      }
    }
    let made = self.state(lines)
    steps.insert(state, symbol, made)
    return made
  }

  @inline(__always)
  private mutating func add(_ node: UInt16) { seen[Int(node >> 6)] |= 1 << UInt64(node & 63) }

  /// The state of the nodes in `seen`, which is emptied.
  private mutating func state(_ lines: borrowing RuleLines) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    var facts = Facts(lead: 0, isAccepting: false, isSettled: true)
    for word in seen.indices where seen[word] != 0 {
      var bits = seen[word]
      seen[word] = 0
      while bits != 0 {
        let node = UInt16(truncatingIfNeeded: word << 6 + bits.trailingZeroBitCount)
        bits &= bits &- 1
        scratch.append(node)
        facts.isSettled = facts.isSettled && lines.accepts(node)
        facts.lead |= lines.followLead(node)
      }
    }
    let found = states.index(of: scratch)
    if found.isNew {
      lines.appendAllowed(scratch, to: &allowed)
      facts.isAccepting = allowed.suffix(lines.width).contains { $0 != 0 }
      self.facts.append(facts)
    }
    return found.index
  }
}
