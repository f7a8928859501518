/// Runs of tokens that the document has settled as names, found by their first word.
struct DocumentRuns: Sendable {
  /// A run of tokens and what it is when it is written again.
  struct Run: Sendable {
    /// Index of the first token where it was settled.
    var first: Int32
    /// How many tokens it has.
    var count: Int32
    /// The arc that settled it.
    var arc: Int32
    /// The next run with a first word of the same slot; -1 ends the list.
    var next: Int32
    /// Evidence for each token.
    var quality: Int32
    /// What it names.
    var label: NameLabel
    /// Whether it counts only after a determiner: a head word such as `Council` for the body named before.
    var needsDeterminer: Bool
  }

  private(set) var runs: [Run] = []
  private var heads: [Int32] = DocumentRuns.noHeads
  private static let slots = 1024
  private static let noHeads = [Int32](repeating: -1, count: slots)

  var isEmpty: Bool { runs.isEmpty }

  mutating func removeAll() {
    guard !runs.isEmpty else { return }
    runs.removeAll(keepingCapacity: true)
    for slot in heads.indices { heads[slot] = -1 }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & (slots - 1) }

  /// The first run whose first word may have this hash; -1 is none.
  @inline(__always)
  func head(_ hash: UInt64) -> Int32 { heads[DocumentRuns.slot(hash)] }

  /// Adds a run, or strengthens the same words with the same label that are there already.
  mutating func add(
    _ first: Int, _ end: Int, _ label: NameLabel, quality: Int32, needsDeterminer: Bool = false, arc: Int32,
    _ tokens: Span<Token>
  ) {
    guard first < end, quality > 0 else { return }
    let slot = DocumentRuns.slot(tokens[first].hash)
    var known = heads[slot]
    while known >= 0 {
      let other = runs[Int(known)]
      if other.label == label, other.needsDeterminer == needsDeterminer, Int(other.count) == end - first,
        DocumentRuns.matches(tokens, other, at: first, limit: end)
      {
        if other.quality < quality {
          runs[Int(known)].quality = quality
          runs[Int(known)].arc = arc
        }
        return
      }
      known = other.next
    }
    runs.append(
      Run(
        first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: end - first), arc: arc,
        next: heads[slot], quality: quality, label: label, needsDeterminer: needsDeterminer))
    heads[slot] = Int32(truncatingIfNeeded: runs.count - 1)
  }

  /// Whether the words of a run stand at `first`.
  @inline(__always)
  static func matches(_ tokens: Span<Token>, _ run: Run, at first: Int, limit: Int) -> Bool {
    let (start, count) = (Int(run.first), Int(run.count))
    guard first + count <= limit else { return false }
    for offset in 0..<count where tokens[first + offset].hash != tokens[start + offset].hash { return false }
    return true
  }
}
