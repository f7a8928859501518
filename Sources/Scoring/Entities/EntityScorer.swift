/// Adds up entity counts document by document.
struct EntityScorer {
  private(set) var byLabel: [SchemeCounts] = []
  private(set) var goldDuplicates = 0
  private(set) var systemDuplicates = 0
  private(set) var aligner = SpanAligner()
  private var gateAligner = SpanAligner()
  private var confusion: [UInt64: Int] = [:]
  private var boundary: [Int32: [Int]] = [:]
  /// Sizes of the sets, counted apart from the tallies to check the identities.
  private var goldCount = 0
  private var systemCount = 0
  /// Exact counts of the documents that hold a label, for its interval; by label, in the order of the documents.
  private(set) var documentCounts: [[(document: Int32, hits: HitCount)]] = []

  private static let none: Int32 = -1

  /// Aligns and counts one document; the alignment stays in `aligner` for those who explain it. Returns the exact
  /// counts of the document.
  mutating func add(gold: SpanList, system: SpanList, labels: Int, document: Int) -> HitCount {
    while byLabel.count < labels {
      byLabel.append(SchemeCounts())
      documentCounts.append([])
    }
    goldDuplicates += gold.duplicates
    systemDuplicates += system.duplicates
    goldCount += gold.items.count
    systemCount += system.items.count
    aligner.align(gold, system, withinLabel: false)
    gateAligner.align(gold, system, withinLabel: true)
    var correct = 0
    for index in 0..<gold.items.count {
      let isExact = countGold(index, gold, system)
      if isExact { correct += 1 }
      count(gold.items[index].label, in: document) {
        $0.possible += 1
        if isExact { $0.correct += 1 }
      }
    }
    for index in 0..<system.items.count {
      countSystem(index, system)
      count(system.items[index].label, in: document) { $0.actual += 1 }
    }
    return HitCount(correct: correct, possible: gold.items.count, actual: system.items.count)
  }

  private mutating func count(_ label: Int32, in document: Int, _ change: (inout HitCount) -> Void) {
    let label = Int(label)
    let last = documentCounts[label].count - 1
    if last >= 0, documentCounts[label][last].document == Int32(truncatingIfNeeded: document) {
      change(&documentCounts[label][last].hits)
    } else {
      var hits = HitCount()
      change(&hits)
      documentCounts[label].append((Int32(truncatingIfNeeded: document), hits))
    }
  }

  private mutating func countGold(_ index: Int, _ gold: SpanList, _ system: SpanList) -> Bool {
    let item = gold.items[index]
    let label = Int(item.label)
    byLabel[label].exact.possible += 1
    let gatePartner = Int(gateAligner.partnerOfGold[index])
    if gatePartner < 0 {
      byLabel[label].gate.missing += 1
    } else if SpanList.sameSpan(item, gold.pieces, system.items[gatePartner], system.pieces) {
      byLabel[label].gate.correct += 1
    } else {
      byLabel[label].gate.partial += 1
    }
    let partner = Int(aligner.partnerOfGold[index])
    guard partner >= 0 else {
      byLabel[label].strict.missing += 1
      byLabel[label].boundary.missing += 1
      byLabel[label].label.missing += 1
      byLabel[label].partial.missing += 1
      count(item.label, EntityScorer.none)
      return false
    }
    let answer = system.items[partner]
    let sameLabel = item.label == answer.label
    let sameSpan = SpanList.sameSpan(item, gold.pieces, answer, system.pieces)
    if sameLabel && sameSpan { byLabel[label].strict.correct += 1 } else { byLabel[label].strict.incorrect += 1 }
    if sameSpan { byLabel[label].boundary.correct += 1 } else { byLabel[label].boundary.incorrect += 1 }
    if sameLabel { byLabel[label].label.correct += 1 } else { byLabel[label].label.incorrect += 1 }
    if sameSpan { byLabel[label].partial.correct += 1 } else { byLabel[label].partial.partial += 1 }
    count(item.label, answer.label)
    if sameLabel && sameSpan {
      byLabel[label].exact.correct += 1
      return true
    }
    if !sameSpan, let column = BoundaryErrors.Kind.allCases.firstIndex(of: kind(index, gold, partner, system)) {
      boundary[item.label, default: [Int](repeating: 0, count: BoundaryErrors.Kind.allCases.count)][column] += 1
    }
    return false
  }

  private mutating func countSystem(_ index: Int, _ system: SpanList) {
    let label = Int(system.items[index].label)
    byLabel[label].exact.actual += 1
    if gateAligner.partnerOfSystem[index] < 0 { byLabel[label].gate.spurious += 1 }
    guard aligner.partnerOfSystem[index] < 0 else { return }
    byLabel[label].strict.spurious += 1
    byLabel[label].boundary.spurious += 1
    byLabel[label].label.spurious += 1
    byLabel[label].partial.spurious += 1
    count(EntityScorer.none, system.items[index].label)
  }

  private mutating func count(_ gold: Int32, _ system: Int32) {
    confusion[UInt64(UInt32(bitPattern: gold)) << 32 | UInt64(UInt32(bitPattern: system)), default: 0] += 1
  }

  /// How the spans of a pair differ.
  func kind(_ index: Int, _ gold: SpanList, _ partner: Int, _ system: SpanList) -> BoundaryErrors.Kind {
    let item = gold.items[index]
    let answer = system.items[partner]
    if overlapping(answer, near: index, in: gold, exactOnes: aligner.partnerOfGold, system) > 1 { return .merged }
    if overlapping(item, near: partner, in: system, exactOnes: aligner.partnerOfSystem, gold) > 1 { return .split }
    if answer.start <= item.start && item.end <= answer.end { return .tooLong }
    if item.start <= answer.start && answer.end <= item.end { return .tooShort }
    return .shifted
  }

  /// How many spans of `list` near a position overlap `item` and have no exact partner of their own.
  private func overlapping(
    _ item: SpanList.Item, near position: Int, in list: SpanList, exactOnes partners: [Int32], _ other: SpanList
  ) -> Int {
    let reach = 16
    var count = 0
    for index in max(0, position - reach)..<min(list.items.count, position + reach + 1) {
      let candidate = list.items[index]
      guard candidate.start < item.end && item.start < candidate.end else { continue }
      let partner = Int(partners[index])
      if partner >= 0, candidate.label == other.items[partner].label,
        SpanList.sameSpan(candidate, list.pieces, other.items[partner], other.pieces)
      {
        continue
      }
      count += 1
    }
    return count
  }

  /// The scores of all documents so far.
  func scores(labels: LabelTable, macroIncludesSystemLabels: Bool) -> EntityScores {
    var scores = EntityScores()
    let order = (0..<byLabel.count).filter { byLabel[$0].exact.possible + byLabel[$0].exact.actual > 0 }
      .sorted { labels[Int32($0)] < labels[Int32($1)] }
    for id in order {
      scores.rows.append(EntityScores.Row(label: labels[Int32(id)], counts: byLabel[id]))
      scores.total += byLabel[id]
    }
    scores.macro = EntityScores.Macro(rows: scores.rows, includesSystemLabels: macroIncludesSystemLabels)
    scores.goldDuplicates = goldDuplicates
    scores.systemDuplicates = systemDuplicates
    scores.confusion = matrix(order, labels)
    for id in order {
      guard let counts = boundary[Int32(id)] else { continue }
      scores.boundaryErrors.rows.append(BoundaryErrors.Row(label: labels[Int32(id)], counts: counts))
    }
    return scores
  }

  /// Labels beyond this number, the rarer ones, share the position OTHER.
  private static let largestMatrix = 200

  private func matrix(_ order: [Int], _ labels: LabelTable) -> ConfusionMatrix {
    var matrix = ConfusionMatrix()
    var shown = order
    if order.count > EntityScorer.largestMatrix {
      let frequent = order.sorted { byLabel[$0].exact.possible > byLabel[$1].exact.possible }
      let kept = Set(frequent.prefix(EntityScorer.largestMatrix))
      shown = order.filter { kept.contains($0) }
    }
    matrix.labels = shown.map { labels[Int32($0)] } + (shown.count < order.count ? ["OTHER"] : [])
    let size = matrix.labels.count + 1
    matrix.counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    var place: [Int32: Int] = [EntityScorer.none: size - 1]
    for id in order { place[Int32(id)] = size - 2 }
    for (position, id) in shown.enumerated() { place[Int32(id)] = position }
    for (key, count) in confusion {
      let gold = Int32(bitPattern: UInt32(key >> 32))
      let system = Int32(bitPattern: UInt32(truncatingIfNeeded: key))
      if let row = place[gold], let column = place[system] { matrix.counts[row][column] += count }
    }
    return matrix
  }

  /// Names the identities that don't hold, for the report; none when the counting is right.
  func brokenIdentities(_ scores: EntityScores) -> [String] {
    var broken: [String] = []
    let total = scores.total
    for (name, tally) in [
      ("strict", total.strict), ("boundary", total.boundary), ("label", total.label), ("partial", total.partial),
    ] {
      if tally.possible != goldCount {
        broken.append("\(name): COR+INC+PAR+MIS is \(tally.possible), POS \(goldCount)")
      }
      if tally.actual != systemCount {
        broken.append("\(name): COR+INC+PAR+SPU is \(tally.actual), ACT \(systemCount)")
      }
    }
    if total.gate.possible != goldCount || total.gate.actual != systemCount { broken.append("GATE: sums differ") }
    if total.exact.possible != goldCount || total.exact.actual != systemCount { broken.append("exact: sums differ") }
    return broken
  }
}
