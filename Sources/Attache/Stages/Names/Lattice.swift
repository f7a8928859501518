/// All readings of a stretch of tokens; the best set of arcs that don't overlap is what the text says.
struct Lattice: Sendable {
  /// For each place between tokens the greatest evidence of what stands before it.
  private var sums: [Int32] = []
  /// For each place the arc of that evidence which ends there, or -1.
  private var choices: [Int32] = []

  /// Appends the indices of the best set of arcs, from left to right.
  ///
  /// The arcs of `range` must come by their first token and lie in `first..<end`. Best is the greatest total evidence;
  /// equal totals prefer longer arcs, then lexicon rows to rules, then earlier labels, then later arcs. The time is
  /// linear in the tokens and arcs.
  mutating func solve(
    _ arcs: borrowing [Arc], _ range: Range<Int>, from first: Int, to end: Int, into chosen: inout [Int32]
  ) {
    if range.count == 1 { return chosen.append(Int32(truncatingIfNeeded: range.lowerBound)) }
    let count = end - first
    prepare(count)
    var place = 0
    for index in range {
      let arc = arcs[index]
      let start = Int(arc.first) - first
      while place < start { pass(&place) }
      let end = Int(arc.end) - first
      let sum = sums[place] &+ arc.weight
      let known = choices[end]
      if known < 0 || sum > sums[end] || sum == sums[end] && Lattice.isPreferred(arc, to: arcs[Int(known)]) {
        sums[end] = sum
        choices[end] = Int32(truncatingIfNeeded: index)
      }
    }
    while place < count { pass(&place) }
    trace(arcs, from: first, place: count, into: &chosen)
  }

  /// Settles the next place: either an arc ends there, or what stood before is all.
  @inline(__always)
  private mutating func pass(_ place: inout Int) {
    place += 1
    if choices[place] < 0 || sums[place] <= sums[place - 1] {
      sums[place] = sums[place - 1]
      choices[place] = -1
    }
  }

  private func trace(_ arcs: borrowing [Arc], from first: Int, place: Int, into chosen: inout [Int32]) {
    var place = place
    let start = chosen.count
    while place > 0 {
      let choice = choices[place]
      guard choice >= 0 else {
        place -= 1
        continue
      }
      chosen.append(choice)
      place = Int(arcs[Int(choice)].first) - first
    }
    var (left, right) = (start, chosen.count - 1)
    while left < right {
      chosen.swapAt(left, right)
      left += 1
      right -= 1
    }
  }

  private mutating func prepare(_ count: Int) {
    if sums.count <= count {
      let missing = count + 1 - sums.count
      sums.append(contentsOf: repeatElement(0, count: missing))
      choices.append(contentsOf: repeatElement(-1, count: missing))
    }
    for place in 0...count { choices[place] = -1 }
    sums[0] = 0
  }

  /// Whether an arc goes before one that was met earlier, ends at the same place and has the same sum.
  @inline(__always)
  private static func isPreferred(_ arc: Arc, to known: Arc) -> Bool {
    guard arc.first == known.first else { return false }
    if let label = arc.label, let other = known.label {
      // Who wrote a row knew the name; a rule only knows what names look like.
      let (isRow, isKnownRow) = (arc.source.entry != nil, known.source.entry != nil)
      return isRow != isKnownRow ? isRow : label.rawValue <= other.rawValue
    }
    return arc.label != nil || known.label == nil
  }
}
