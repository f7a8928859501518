/// Runs of tokens that the document has settled as names, found by their first word.
struct DocumentRuns: Sendable {
  /// A run of tokens and what it is when it is written again.
  struct Run: Sendable {
    /// Index of the first token where it was settled.
    var first: Int
    /// Index after its last token.
    var end: Int
    /// What it names.
    var label: NameLabel
    /// Evidence for each token.
    var quality: Int32
    /// Whether it counts only after a determiner: a head word such as `Council` for the body named before.
    var needsDeterminer: Bool
    /// The arc that settled it.
    var arc: Int32
    /// The next run with a first word of the same slot; -1 ends the list.
    var next: Int32 = -1
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

  /// The first run whose first word may have this hash; -1 is none.
  @inline(__always)
  func head(_ hash: UInt64) -> Int32 { heads[Int(truncatingIfNeeded: hash >> 20) & (DocumentRuns.slots - 1)] }

  /// Adds a run, or strengthens the same words with the same label that are there already.
  mutating func add(_ run: Run, _ tokens: [Token]) {
    var known = head(tokens[run.first].hash)
    while known >= 0 {
      let other = runs[Int(known)]
      if other.label == run.label, other.needsDeterminer == run.needsDeterminer,
        other.end - other.first == run.end - run.first,
        DocumentRuns.matches(tokens, other, at: run.first, limit: run.end)
      {
        if other.quality < run.quality {
          runs[Int(known)].quality = run.quality
          runs[Int(known)].arc = run.arc
        }
        return
      }
      known = other.next
    }
    var run = run
    let slot = Int(truncatingIfNeeded: tokens[run.first].hash >> 20) & (DocumentRuns.slots - 1)
    run.next = heads[slot]
    heads[slot] = Int32(truncatingIfNeeded: runs.count)
    runs.append(run)
  }

  /// Whether the words of a run stand at `first`.
  static func matches(_ tokens: [Token], _ run: Run, at first: Int, limit: Int) -> Bool {
    let count = run.end - run.first
    guard first + count <= limit else { return false }
    for offset in 0..<count where tokens[first + offset].hash != tokens[run.first + offset].hash { return false }
    return true
  }
}
