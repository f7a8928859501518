/// The lines of one key (`match:`, those about what stands before, or after) of all rules, read as one automaton: in
/// each of its states it is known which rules they allow.
///
/// A set of rules is a row of `width` words whose bits are the rules' ranks.
struct RuleLines: Sendable {
  /// A line of a rule.
  struct Line: Sendable {
    /// The rule's rank.
    var rule: Int
    /// Whether a match forbids the rule; else the rule needs a match of one of its lines.
    var forbids: Bool
  }

  /// A position with its test.
  struct Place: Sendable {
    var position: UInt16
    var test: UInt16
  }

  /// Words of a set of rules.
  private(set) var width = 0
  /// The positions that a match may start with.
  private(set) var starts: [Place] = []
  /// A mask that every token which a match may start with has something in common with.
  private(set) var startLead: ClassMask = 0
  private var accepts: [Int32] = []
  private var followEnds: [UInt32] = []
  private var follow: [Place] = []
  private var followLeads: [ClassMask] = []
  private var lines: [Line] = []
  private var free: [UInt64] = []

  init() {}

  /// Takes an automaton whose patterns are numbered as the lines are; `rules` is how many rules there are.
  init(_ automaton: Automaton, _ lines: [Line], rules: Int, tests: PredicateTable) {
    let leads = tests.predicates.map(\.lead)
    func place(_ position: UInt16) -> Place { Place(position: position, test: automaton.test[Int(position)]) }
    func lead(_ places: [Place]) -> ClassMask { places.reduce(0) { $0 | leads[Int($1.test)] } }
    width = (rules + 63) / 64
    accepts = automaton.accepts
    starts = automaton.starts.map(place)
    startLead = lead(starts)
    for next in automaton.follow.map({ $0.map(place) }) {
      follow += next
      followEnds.append(UInt32(follow.count))
      followLeads.append(lead(next))
    }
    self.lines = lines
    free = [UInt64](repeating: 0, count: width)
    for rule in 0..<rules { free[rule / 64] |= 1 << UInt64(rule % 64) }
    for line in lines where !line.forbids { free[line.rule / 64] &= ~(1 << UInt64(line.rule % 64)) }
  }

  /// How many positions there are.
  var count: Int { accepts.count }

  /// Where `next(at:)` finds the positions that may come after one.
  @inline(__always)
  func following(_ position: UInt16) -> Range<Int> {
    Int(position == 0 ? 0 : followEnds[Int(position) - 1])..<Int(followEnds[Int(position)])
  }

  /// A position of a range that `following(_:)` gave.
  @inline(__always)
  func next(at index: Int) -> Place { follow[index] }

  /// A mask that every token which can come after a position has something in common with.
  @inline(__always)
  func followLead(_ position: UInt16) -> ClassMask { followLeads[Int(position)] }

  /// Whether a line has matched at a position.
  @inline(__always)
  func accepts(_ position: UInt16) -> Bool { accepts[Int(position)] >= 0 }

  /// Appends the set of rules that are allowed when these positions have been reached.
  func appendAllowed(_ positions: [UInt16], to rows: inout [UInt64]) {
    let row = rows.count
    rows += free
    for position in positions where accepts(position) {
      let line = lines[Int(accepts[Int(position)])]
      if !line.forbids { rows[row + line.rule / 64] |= 1 << UInt64(line.rule % 64) }
    }
    for position in positions where accepts(position) {
      let line = lines[Int(accepts[Int(position)])]
      if line.forbids { rows[row + line.rule / 64] &= ~(1 << UInt64(line.rule % 64)) }
    }
  }
}
