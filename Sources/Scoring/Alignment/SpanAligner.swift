/// Pairs the entities of two sorted lists one to one.
///
/// Exact pairs (span and label) come first, then pairs on the same span with another label, then those that share the
/// greatest total overlap; what is still tied goes to the pairing with more equal labels. Both lists are sorted by
/// start, end and label, so the order in which a tool wrote its answers changes nothing.
struct SpanAligner {
  /// Index of the partner in the other list, -1 for none.
  private(set) var partnerOfGold: [Int32] = []
  private(set) var partnerOfSystem: [Int32] = []

  private var assignment = Assignment()
  private var goldGroup: [Int] = []
  private var systemGroup: [Int] = []

  /// Groups with more possible pairs than this take the greatest overlap first, which may miss the best total.
  static let largestExactGroup = 16_384
  private static let sameSpan = 1 << 50
  private static let perByte = 1 << 18
  private static let sameLabel = 1 << 9
  private static let longestOverlap = 1 << 24

  /// Aligns the lists; with `withinLabel` only entities of one label can be partners, as in GATE.
  mutating func align(_ gold: SpanList, _ system: SpanList, withinLabel: Bool) {
    partnerOfGold.removeAll(keepingCapacity: true)
    partnerOfGold.append(contentsOf: repeatElement(-1, count: gold.items.count))
    partnerOfSystem.removeAll(keepingCapacity: true)
    partnerOfSystem.append(contentsOf: repeatElement(-1, count: system.items.count))
    pairExact(gold, system)
    pairGroups(gold, system, withinLabel: withinLabel)
  }

  private mutating func pairExact(_ gold: SpanList, _ system: SpanList) {
    var left = 0
    var right = 0
    while left < gold.items.count && right < system.items.count {
      let order = SpanList.order(gold.items[left], gold.pieces, system.items[right], system.pieces)
      if order == 0 {
        partnerOfGold[left] = Int32(truncatingIfNeeded: right)
        partnerOfSystem[right] = Int32(truncatingIfNeeded: left)
      }
      if order <= 0 { left += 1 }
      if order >= 0 { right += 1 }
    }
  }

  /// Walks over what is left in text order and settles each run of overlapping spans by itself.
  private mutating func pairGroups(_ gold: SpanList, _ system: SpanList, withinLabel: Bool) {
    var left = 0
    var right = 0
    var end = Int32.min
    goldGroup.removeAll(keepingCapacity: true)
    systemGroup.removeAll(keepingCapacity: true)
    while true {
      while left < gold.items.count && partnerOfGold[left] >= 0 { left += 1 }
      while right < system.items.count && partnerOfSystem[right] >= 0 { right += 1 }
      let hasGold = left < gold.items.count
      let hasSystem = right < system.items.count
      guard hasGold || hasSystem else { break }
      let takesGold = hasGold && (!hasSystem || gold.items[left].start <= system.items[right].start)
      let item = takesGold ? gold.items[left] : system.items[right]
      if item.start >= end {
        settle(gold, system, withinLabel: withinLabel)
        end = item.end
      } else if item.end > end {
        end = item.end
      }
      if takesGold {
        goldGroup.append(left)
        left += 1
      } else {
        systemGroup.append(right)
        right += 1
      }
    }
    settle(gold, system, withinLabel: withinLabel)
  }

  private mutating func settle(_ gold: SpanList, _ system: SpanList, withinLabel: Bool) {
    defer {
      goldGroup.removeAll(keepingCapacity: true)
      systemGroup.removeAll(keepingCapacity: true)
    }
    let rows = goldGroup.count
    let columns = systemGroup.count
    guard rows > 0 && columns > 0 else { return }
    if rows == 1 && columns == 1 {
      if weight(gold, goldGroup[0], system, systemGroup[0], withinLabel) > 0 { pair(goldGroup[0], systemGroup[0]) }
    } else if rows <= SpanAligner.largestExactGroup / columns {
      settleBest(gold, system, withinLabel)
    } else {
      settleGreedily(gold, system, withinLabel)
    }
  }

  private mutating func settleBest(_ gold: SpanList, _ system: SpanList, _ withinLabel: Bool) {
    var weights: [Int] = []
    weights.reserveCapacity(goldGroup.count * systemGroup.count)
    for left in goldGroup {
      for right in systemGroup { weights.append(weight(gold, left, system, right, withinLabel)) }
    }
    let columns = assignment.solve(rows: goldGroup.count, columns: systemGroup.count, weights: weights)
    for (row, column) in columns.enumerated() where column >= 0 { pair(goldGroup[row], systemGroup[column]) }
  }

  /// For groups of hundreds of interleaved spans, which no real text has: each gold span in text order takes the free
  /// answer that overlaps it most.
  private mutating func settleGreedily(_ gold: SpanList, _ system: SpanList, _ withinLabel: Bool) {
    for left in goldGroup {
      var best = -1
      var bestWeight = 0
      for right in systemGroup where partnerOfSystem[right] < 0 {
        if system.items[right].start >= gold.items[left].end { break }
        let weight = weight(gold, left, system, right, withinLabel)
        if weight > bestWeight {
          bestWeight = weight
          best = right
        }
      }
      if best >= 0 { pair(left, best) }
    }
  }

  private mutating func pair(_ left: Int, _ right: Int) {
    partnerOfGold[left] = Int32(truncatingIfNeeded: right)
    partnerOfSystem[right] = Int32(truncatingIfNeeded: left)
  }

  /// 0 for spans that can't be partners. Each tier outweighs all pairs of the tier below in a group of the size that
  /// is settled exactly.
  private func weight(_ gold: SpanList, _ left: Int, _ system: SpanList, _ right: Int, _ withinLabel: Bool) -> Int {
    let a = gold.items[left]
    let b = system.items[right]
    if withinLabel && a.label != b.label { return 0 }
    let isSame = SpanList.sameSpan(a, gold.pieces, b, system.pieces)
    let overlap = SpanList.overlap(a, gold.pieces, b, system.pieces)
    guard overlap > 0 || isSame else { return 0 }
    return (isSame ? SpanAligner.sameSpan : 0) + min(overlap, SpanAligner.longestOverlap) * SpanAligner.perByte
      + (a.label == b.label ? SpanAligner.sameLabel : 0) + 1
  }
}
