/// The lines of one key (`match:`, those about what stands before, or after) of all rules, read as one automaton: in
/// each of its states it is known which rules they allow.
///
/// Positions of the automaton that accept the same and after which the same may come are one node: less than half as many.
/// A set of rules is a row of `width` words whose bits are the rules' ranks.
struct RuleLines: Sendable {
  /// A line of a rule.
  struct Line: Sendable {
    /// The rule's rank.
    var rule: Int
    /// Whether a match forbids the rule; else the rule needs a match of one of its lines.
    var forbids: Bool
  }

  /// A node with the test of a token that leads to it.
  struct Place: Sendable {
    var node: UInt16
    var test: UInt16

    fileprivate var key: UInt64 { UInt64(test) << 16 | UInt64(node) }
    fileprivate init(_ key: UInt64) {
      node = UInt16(truncatingIfNeeded: key)
      test = UInt16(truncatingIfNeeded: key >> 16)
    }
  }

  /// Words of a set of rules.
  private(set) var width = 0
  /// The nodes that a match may start with.
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
    var nodes = ListTable<UInt64>()
    var nodeOf = [UInt16](repeating: 0, count: automaton.test.count)
    func keys(_ positions: [UInt16]) -> [UInt64] {
      Set(positions.map { UInt64(automaton.test[Int($0)]) << 16 | UInt64(nodeOf[Int($0)]) }).sorted()
    }
    func lead(_ places: [UInt64]) -> ClassMask { places.reduce(0) { $0 | leads[Int(Place($1).test)] } }
    width = (rules + 63) / 64
    // What comes after a position has a greater number, but for the one that lasts, which comes after itself.
    for position in automaton.test.indices.reversed() {
      let line = automaton.accepts[position]
      let accepted = line < 0 ? 0 : UInt64(lines[Int(line)].rule + 1) << 1 | (lines[Int(line)].forbids ? 1 : 0)
      let lasts = automaton.follow[position] == [UInt16(truncatingIfNeeded: position)]
      let following = lasts ? [UInt64.max] : keys(automaton.follow[position])
      let node = nodes.index(of: [accepted] + following)
      nodeOf[position] = UInt16(truncatingIfNeeded: node.index)
      guard node.isNew else { continue }
      let places = keys(automaton.follow[position])
      accepts.append(line)
      follow += places.map(Place.init)
      followEnds.append(UInt32(follow.count))
      followLeads.append(lead(places))
    }
    let first = keys(automaton.starts)
    starts = first.map(Place.init)
    startLead = lead(first)
    self.lines = lines
    free = [UInt64](repeating: 0, count: width)
    for rule in 0..<rules { free[rule / 64] |= 1 << UInt64(rule % 64) }
    for line in lines where !line.forbids { free[line.rule / 64] &= ~(1 << UInt64(line.rule % 64)) }
  }

  /// How many nodes there are.
  var count: Int { accepts.count }

  /// Where `next(at:)` finds the nodes that may come after one.
  @inline(__always)
  func following(_ node: UInt16) -> Range<Int> {
    Int(node == 0 ? 0 : followEnds[Int(node) - 1])..<Int(followEnds[Int(node)])
  }

  /// A node of a range that `following(_:)` gave.
  @inline(__always)
  func next(at index: Int) -> Place { follow[index] }

  /// A mask that every token which can come after a node has something in common with.
  @inline(__always)
  func followLead(_ node: UInt16) -> ClassMask { followLeads[Int(node)] }

  /// Whether a line has matched at a node.
  @inline(__always)
  func accepts(_ node: UInt16) -> Bool { accepts[Int(node)] >= 0 }

  /// Appends the set of rules that are allowed when these nodes have been reached.
  func appendAllowed(_ nodes: [UInt16], to rows: inout [UInt64]) {
    let row = rows.count
    rows += free
    for node in nodes where accepts(node) {
      let line = lines[Int(accepts[Int(node)])]
      if !line.forbids { rows[row + line.rule / 64] |= 1 << UInt64(line.rule % 64) }
    }
    for node in nodes where accepts(node) {
      let line = lines[Int(accepts[Int(node)])]
      if line.forbids { rows[row + line.rule / 64] &= ~(1 << UInt64(line.rule % 64)) }
    }
  }
}
