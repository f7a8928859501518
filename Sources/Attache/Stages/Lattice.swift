/// A possible entity of a sentence with the evidence for it.
struct Arc {
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
struct Lattice {
  private(set) var arcs: [Arc] = []
  private var best: [Int32] = []
  private var choice: [Int32] = []
  private var byEnd: [[Int32]] = []

  mutating func removeAll() { arcs.removeAll(keepingCapacity: true) }

  mutating func add(_ arc: Arc) {
    if arc.weight > 0 { arcs.append(arc) }
  }

  /// The arcs with the greatest total evidence, in text order; equal totals prefer longer arcs, then earlier labels.
  mutating func solve(_ bounds: Range<Int>) -> [Arc] {
    guard !arcs.isEmpty else { return [] }
    let count = bounds.count
    best.removeAll(keepingCapacity: true)
    choice.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(0, count: count + 1))
    choice.append(contentsOf: repeatElement(-1, count: count + 1))
    let order = arcs.indices.sorted { Lattice.precedes(arcs[$0], arcs[$1]) }
    var next = 0
    for end in 1...count {
      best[end] = best[end - 1]
      choice[end] = -1
      while next < order.count, arcs[order[next]].end - bounds.lowerBound == end {
        let arc = arcs[order[next]]
        let total = best[arc.first - bounds.lowerBound] + arc.weight
        if total > best[end] {
          best[end] = total
          choice[end] = Int32(order[next])
        }
        next += 1
      }
    }
    var chosen: [Arc] = []
    var end = count
    while end > 0 {
      if choice[end] < 0 {
        end -= 1
      } else {
        let arc = arcs[Int(choice[end])]
        chosen.append(arc)
        end = arc.first - bounds.lowerBound
      }
    }
    return chosen.reversed()
  }

  private static func precedes(_ left: Arc, _ right: Arc) -> Bool {
    if left.end != right.end { return left.end < right.end }
    if left.first != right.first { return left.first < right.first }
    if left.weight != right.weight { return left.weight > right.weight }
    return (left.label?.rawValue ?? .max) < (right.label?.rawValue ?? .max)
  }
}
