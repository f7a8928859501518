/// A possible entity of a sentence with the evidence for it.
struct Arc: Sendable {
  /// Index of the first token.
  var first: Int
  /// Index after the last token.
  var end: Int
  /// What it would be; nil blocks other readings of a word that is no name.
  var label: NameLabel?
  /// Evidence of the whole span; arcs without positive evidence are never chosen.
  var weight: Int32
  /// The lexicon row behind it.
  var entry: UInt32?
  /// The entity rule behind it.
  var rule: UInt32?
  /// Packed ISO code.
  var code: UInt16 = 0
  /// `m`, `f` or 0.
  var gender: UInt8 = 0
}

/// All readings of a sentence; the best set of arcs that don't overlap is what the sentence says.
struct Lattice: Sendable {
  private var best: [Int32] = []
  private var choice: [Int32] = []
  private var lastWithEnd: [Int32] = []
  private var previous: [Int32] = []

  /// Calls `report` with the index of every arc of the best set, from the last to the first.
  ///
  /// Best is the greatest total evidence; equal totals prefer longer arcs, then earlier labels. The time is linear in
  /// the tokens and arcs.
  mutating func solve(_ arcs: [Arc], _ range: Range<Int>, in bounds: Range<Int>, report: (Int) -> Void) {
    guard !range.isEmpty else { return }
    let base = bounds.lowerBound
    prepare(bounds.count + 1, range.count)
    for index in range {
      let end = arcs[index].end - base
      previous[index - range.lowerBound] = lastWithEnd[end]
      lastWithEnd[end] = Int32(truncatingIfNeeded: index)
    }
    for end in 1...bounds.count {
      var total = best[end - 1]
      var chosen: Int32 = -1
      var next = lastWithEnd[end]
      while next >= 0 {
        let arc = arcs[Int(next)]
        let sum = best[arc.first - base] &+ arc.weight
        if sum > total || sum == total && chosen >= 0 && Lattice.isPreferred(arc, to: arcs[Int(chosen)]) {
          total = sum
          chosen = next
        }
        next = previous[Int(next) - range.lowerBound]
      }
      best[end] = total
      choice[end] = chosen
    }
    var end = bounds.count
    while end > 0 {
      guard choice[end] >= 0 else {
        end -= 1
        continue
      }
      report(Int(choice[end]))
      end = arcs[Int(choice[end])].first - base
    }
  }

  private mutating func prepare(_ tokens: Int, _ arcs: Int) {
    if best.count < tokens {
      let missing = tokens - best.count
      best.append(contentsOf: repeatElement(0, count: missing))
      choice.append(contentsOf: repeatElement(-1, count: missing))
      lastWithEnd.append(contentsOf: repeatElement(-1, count: missing))
    }
    if previous.count < arcs { previous.append(contentsOf: repeatElement(-1, count: arcs - previous.count)) }
    for index in 0..<tokens { lastWithEnd[index] = -1 }
    best[0] = 0
  }

  @inline(__always)
  private static func isPreferred(_ left: Arc, to right: Arc) -> Bool {
    if left.first != right.first { return left.first < right.first }
    return (left.label?.rawValue ?? .max) < (right.label?.rawValue ?? .max)
  }
}
