/// The position automaton (Glushkov) of one or more patterns: states are the tokens of the patterns.
struct Automaton: Sendable {
  /// For each position the index of its test.
  private(set) var test: [UInt16] = []
  /// For each position the positions that may come next.
  private(set) var follow: [[UInt16]] = []
  /// For each position the pattern that may end there, or -1.
  private(set) var accepts: [Int32] = []
  /// The positions that a match may start with.
  private(set) var starts: [UInt16] = []

  private struct Piece {
    var isNullable: Bool
    var first: [UInt16]
    var last: [UInt16]
  }

  /// Adds a pattern under a number that matches report.
  mutating func add(_ pattern: Pattern, number: Int, tests: inout PredicateTable) {
    let piece = build(pattern, &tests)
    starts += piece.first
    for position in piece.last { accepts[Int(position)] = Int32(truncatingIfNeeded: number) }
  }

  /// Adds a pattern that once matched stays so, whatever follows: behind its last positions comes one that passes
  /// every token.
  mutating func addLasting(_ pattern: Pattern, number: Int, tests: inout PredicateTable) {
    let piece = build(pattern, &tests)
    let rest = position(of: Predicate(), &tests)
    starts += piece.first
    for position in piece.last + [rest] {
      accepts[Int(position)] = Int32(truncatingIfNeeded: number)
      follow[Int(position)] = [rest]
    }
  }

  private mutating func position(of predicate: Predicate, _ tests: inout PredicateTable) -> UInt16 {
    let position = UInt16(truncatingIfNeeded: test.count)
    test.append(tests.index(of: predicate))
    follow.append([])
    accepts.append(-1)
    return position
  }

  private mutating func build(_ pattern: Pattern, _ tests: inout PredicateTable) -> Piece {
    switch pattern {
    case .token(let predicate):
      let position = position(of: predicate, &tests)
      return Piece(isNullable: false, first: [position], last: [position])
    case .sequence(let parts):
      var whole = build(parts[0], &tests)
      for part in parts.dropFirst() { whole = join(whole, build(part, &tests)) }
      return whole
    case .choice(let parts):
      var whole = Piece(isNullable: false, first: [], last: [])
      for part in parts {
        let next = build(part, &tests)
        whole.isNullable = whole.isNullable || next.isNullable
        whole.first += next.first
        whole.last += next.last
      }
      return whole
    case .repeated(let part, let times):
      var whole = Piece(isNullable: true, first: [], last: [])
      for turn in 0..<times.upperBound {
        var next = build(part, &tests)
        if turn >= times.lowerBound { next.isNullable = true }
        whole = join(whole, next)
      }
      return whole
    }
  }

  private mutating func join(_ left: Piece, _ right: Piece) -> Piece {
    for position in left.last {
      for next in right.first where !follow[Int(position)].contains(next) { follow[Int(position)].append(next) }
    }
    return Piece(
      isNullable: left.isNullable && right.isNullable,
      first: left.first + (left.isNullable ? right.first : []),
      last: right.last + (right.isNullable ? left.last : []))
  }
}
