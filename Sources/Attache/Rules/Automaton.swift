/// The position automaton (Glushkov) of one or more patterns: states are the tokens of the patterns.
struct Automaton: Sendable {
  /// The distinct tests.
  private(set) var predicates: [Predicate] = []
  /// For each position the index of its test.
  private(set) var test: [UInt16] = []
  /// For each position the positions that may come next.
  private(set) var follow: [[UInt16]] = []
  /// For each position the pattern that may end there, or -1.
  private(set) var accepts: [Int16] = []
  /// The positions that a match may start with.
  private(set) var starts: [UInt16] = []

  private struct Piece {
    var isNullable: Bool
    var first: [UInt16]
    var last: [UInt16]
  }

  /// Adds a pattern under a number that matches report.
  mutating func add(_ pattern: Pattern, number: Int) {
    let piece = build(pattern, number)
    starts += piece.first
    for position in piece.last { accepts[Int(position)] = Int16(truncatingIfNeeded: number) }
  }

  private mutating func build(_ pattern: Pattern, _ number: Int) -> Piece {
    switch pattern {
    case .token(let predicate):
      let index = predicates.firstIndex(of: predicate) ?? predicates.count
      if index == predicates.count { predicates.append(predicate) }
      let position = UInt16(truncatingIfNeeded: test.count)
      test.append(UInt16(truncatingIfNeeded: index))
      follow.append([])
      accepts.append(-1)
      return Piece(isNullable: false, first: [position], last: [position])
    case .sequence(let parts):
      return parts.dropFirst().reduce(build(parts[0], number)) { join($0, build($1, number)) }
    case .choice(let parts):
      return parts.map { build($0, number) }.reduce(Piece(isNullable: false, first: [], last: [])) {
        Piece(isNullable: $0.isNullable || $1.isNullable, first: $0.first + $1.first, last: $0.last + $1.last)
      }
    case .repeated(let part, let times):
      var whole = Piece(isNullable: true, first: [], last: [])
      for turn in 0..<times.upperBound {
        var next = build(part, number)
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
