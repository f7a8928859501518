/// Numerators and denominators of the coreference metrics; they add up over documents.
///
/// MUC: Vilain et al. 1995. B³: Bagga and Baldwin 1998. CEAFe: Luo 2005 with φ4. LEA: Moosavi and Strube 2016.
/// BLANC: Recasens and Hovy 2011, extended to system mentions by Luo et al. 2014.
struct CoreferenceCounts: Hashable, Sendable {
  /// A metric's numerators and denominators for recall (gold) and precision (system).
  struct Ratio: Hashable, Sendable {
    var recall = 0.0
    var possible = 0.0
    var precision = 0.0
    var actual = 0.0

    var score: Score {
      Score(
        precision: actual > 0 ? precision / actual : nil, recall: possible > 0 ? recall / possible : nil)
    }

    static func += (left: inout Ratio, right: Ratio) {
      left.recall += right.recall
      left.possible += right.possible
      left.precision += right.precision
      left.actual += right.actual
    }
  }

  var muc = Ratio()
  var bCubed = Ratio()
  var ceafe = Ratio()
  var lea = Ratio()
  /// Links inside clusters and links between clusters, for BLANC.
  var links = Ratio()
  var nonLinks = Ratio()
  var mentions = HitCount()

  static func += (left: inout CoreferenceCounts, right: CoreferenceCounts) {
    left.muc += right.muc
    left.bCubed += right.bCubed
    left.ceafe += right.ceafe
    left.lea += right.lea
    left.links += right.links
    left.nonLinks += right.nonLinks
    left.mentions += right.mentions
  }

  init() {}

  init(gold: MentionClusters, system: MentionClusters, assignment: inout Assignment) {
    let shared = SharedMentions(gold: gold, system: system)
    mentions = HitCount(correct: shared.count, possible: gold.mentions.count, actual: system.mentions.count)
    countPerCluster(gold, system, shared)
    countLinks(gold, system, shared)
    let similarity = shared.bestSimilarity(gold, system, &assignment)
    ceafe = Ratio(
      recall: similarity, possible: Double(gold.sizes.count), precision: similarity, actual: Double(system.sizes.count))
  }

  private mutating func countPerCluster(_ gold: MentionClusters, _ system: MentionClusters, _ shared: SharedMentions) {
    var goldParts = gold.sizes
    var systemParts = system.sizes
    for cell in shared.cells {
      let (g, s, n) = (gold.sizes[cell.gold], system.sizes[cell.system], cell.count)
      // All mentions that one cell holds are one part; each mention that the other side lacks is a part of its own.
      goldParts[cell.gold] -= n - 1
      systemParts[cell.system] -= n - 1
      let square = Double(n) * Double(n)
      bCubed.recall += square / Double(g)
      bCubed.precision += square / Double(s)
      // A cluster of one mention has a link to itself, which only a cluster of one on the other side has too.
      lea.recall += g > 1 ? Double(g) * pairs(n) / pairs(g) : s == 1 ? 1 : 0
      lea.precision += s > 1 ? Double(s) * pairs(n) / pairs(s) : g == 1 ? 1 : 0
    }
    for (size, parts) in zip(gold.sizes, goldParts) {
      muc.recall += Double(size - parts)
      muc.possible += Double(size - 1)
    }
    for (size, parts) in zip(system.sizes, systemParts) {
      muc.precision += Double(size - parts)
      muc.actual += Double(size - 1)
    }
    bCubed.possible = Double(gold.mentions.count)
    bCubed.actual = Double(system.mentions.count)
    lea.possible = Double(gold.mentions.count)
    lea.actual = Double(system.mentions.count)
  }

  private mutating func countLinks(_ gold: MentionClusters, _ system: MentionClusters, _ shared: SharedMentions) {
    let common = shared.cells.reduce(0) { $0 + pairs($1.count) }
    links.possible = gold.sizes.reduce(0) { $0 + pairs($1) }
    links.actual = system.sizes.reduce(0) { $0 + pairs($1) }
    links.recall = common
    links.precision = common
    nonLinks.possible = pairs(gold.mentions.count) - links.possible
    nonLinks.actual = pairs(system.mentions.count) - links.actual
    let apart =
      pairs(shared.count) - shared.goldSizes.reduce(0) { $0 + pairs($1) }
      - shared.systemSizes.reduce(0) { $0 + pairs($1) }
      + common
    nonLinks.recall = apart
    nonLinks.precision = apart
  }

  /// The mean of both kinds of link; of one kind alone where neither side has the other.
  var blanc: Score {
    let inside = links.score
    let between = nonLinks.score
    if links.possible + links.actual == 0 { return between }
    if nonLinks.possible + nonLinks.actual == 0 { return inside }
    return Score(
      precision: mean(inside.precision, between.precision), recall: mean(inside.recall, between.recall),
      f1: mean(inside.f1, between.f1))
  }

  private func mean(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return a ?? b }
    return (a + b) / 2
  }

  private func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
}

/// How many mentions each cluster of the gold shares with each of the system.
struct SharedMentions {
  struct Cell {
    var gold: Int
    var system: Int
    var count: Int
  }

  private(set) var cells: [Cell] = []
  /// Mentions that both sides have.
  private(set) var count = 0
  /// Of those, how many each cluster holds.
  private(set) var goldSizes: [Int]
  private(set) var systemSizes: [Int]

  init(gold: MentionClusters, system: MentionClusters) {
    goldSizes = [Int](repeating: 0, count: gold.sizes.count)
    systemSizes = [Int](repeating: 0, count: system.sizes.count)
    var pairs: [Cell] = []
    var left = 0
    var right = 0
    while left < gold.mentions.count && right < system.mentions.count {
      let a = gold.mentions[left]
      let b = system.mentions[right]
      if a.span == b.span && a.occurrence == b.occurrence {
        pairs.append(Cell(gold: a.cluster, system: b.cluster, count: 1))
        goldSizes[a.cluster] += 1
        systemSizes[b.cluster] += 1
        left += 1
        right += 1
      } else if a < b {
        left += 1
      } else {
        right += 1
      }
    }
    count = pairs.count
    pairs.sort { $0.gold != $1.gold ? $0.gold < $1.gold : $0.system < $1.system }
    for pair in pairs {
      if let last = cells.last, last.gold == pair.gold, last.system == pair.system {
        cells[cells.count - 1].count += 1
      } else {
        cells.append(pair)
      }
    }
  }

  /// The greatest total of φ4 = 2·shared / (gold size + system size) over one-to-one alignments of clusters.
  func bestSimilarity(_ gold: MentionClusters, _ system: MentionClusters, _ assignment: inout Assignment) -> Double {
    var total = 0.0
    for group in groups() {
      if group.count == 1 {
        total += similarity(cells[group[0]], gold, system)
        continue
      }
      let rows = Array(Set(group.map { cells[$0].gold })).sorted()
      let columns = Array(Set(group.map { cells[$0].system })).sorted()
      var rowOf: [Int: Int] = [:]
      for (place, cluster) in rows.enumerated() { rowOf[cluster] = place }
      var columnOf: [Int: Int] = [:]
      for (place, cluster) in columns.enumerated() { columnOf[cluster] = place }
      var weights = [Int](repeating: 0, count: rows.count * columns.count)
      var values = [Double](repeating: 0, count: weights.count)
      for index in group {
        guard let row = rowOf[cells[index].gold], let column = columnOf[cells[index].system] else { continue }
        let value = similarity(cells[index], gold, system)
        values[row * columns.count + column] = value
        weights[row * columns.count + column] = Int(value * 1_099_511_627_776)
      }
      let chosen = assignment.solve(rows: rows.count, columns: columns.count, weights: weights)
      for (row, column) in chosen.enumerated() where column >= 0 { total += values[row * columns.count + column] }
    }
    return total
  }

  private func similarity(_ cell: Cell, _ gold: MentionClusters, _ system: MentionClusters) -> Double {
    2 * Double(cell.count) / Double(gold.sizes[cell.gold] + system.sizes[cell.system])
  }

  /// Cells that hang together by shared clusters; the assignment is settled in each group by itself.
  private func groups() -> [[Int]] {
    var parent = Array(0..<goldSizes.count + systemSizes.count)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for cell in cells {
      let a = root(cell.gold)
      let b = root(goldSizes.count + cell.system)
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var place: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (index, cell) in cells.enumerated() {
      let key = root(cell.gold)
      if let known = place[key] {
        groups[known].append(index)
      } else {
        place[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}
