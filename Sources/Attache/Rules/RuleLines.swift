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

  /// Words of a set of rules.
  private(set) var width = 0
  /// The positions that a match may start with.
  private(set) var starts: [UInt16] = []
  /// For each position the index of its test.
  private(set) var test: [UInt16] = []
  private var accepts: [Int32] = []
  private var followEnds: [UInt32] = []
  private var follow: [UInt16] = []
  private var lines: [Line] = []
  private var free: [UInt64] = []

  init() {}

  /// Takes an automaton whose patterns are numbered as the lines are; `rules` is how many rules there are.
  init(_ automaton: Automaton, _ lines: [Line], rules: Int) {
    width = (rules + 63) / 64
    (starts, test, accepts) = (automaton.starts, automaton.test, automaton.accepts)
    for next in automaton.follow {
      follow += next
      followEnds.append(UInt32(follow.count))
    }
    self.lines = lines
    free = [UInt64](repeating: 0, count: width)
    for rule in 0..<rules { free[rule / 64] |= 1 << UInt64(rule % 64) }
    for line in lines where !line.forbids { free[line.rule / 64] &= ~(1 << UInt64(line.rule % 64)) }
  }

  /// How many positions there are.
  var count: Int { test.count }

  /// Where `next(at:)` finds the positions that may come after one.
  @inline(__always)
  func following(_ position: UInt16) -> Range<Int> {
    Int(position == 0 ? 0 : followEnds[Int(position) - 1])..<Int(followEnds[Int(position)])
  }

  /// A position of a range that `following(_:)` gave.
  @inline(__always)
  func next(at index: Int) -> UInt16 { follow[index] }

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
