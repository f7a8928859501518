/// Working memory of the name stage; kept by a worker from document to document.
struct NameMemory: Sendable {
  /// A run of tokens whose arcs overlap; nothing that is chosen in it depends on what stands outside.
  struct Stretch: Sendable {
    var first: Int32
    var end: Int32
    var arcs: Range<Int32>
    var chosen: Range<Int32>
  }

  /// The arcs of the document; in each stretch by their first token.
  private(set) var arcs: [Arc] = []
  /// Indices of the chosen arcs in text order.
  private(set) var chosen: [Int32] = []
  private(set) var stretches: [Stretch] = []
  /// For each sentence the index after its last stretch.
  private var stretchEnds: [Int32] = []
  private var lattice = Lattice()
  /// The index of the first arc of the open stretch, its first token and the token after its last.
  private var pending: (arc: Int, first: Int32, end: Int32) = (0, 0, 0)
  /// The entity automata as far as this worker has built them.
  var automata = EntityAutomata()
  /// What the document has settled.
  var runs = DocumentRuns()
  /// Arcs of a sentence that the document has settled, by their first token.
  var again: [Arc] = []

  mutating func removeAll() {
    arcs.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    stretchEnds.removeAll(keepingCapacity: true)
    pending = (0, 0, 0)
  }

  /// Adds an arc that begins no earlier than the arcs before it.
  @inline(__always)
  mutating func add(_ arc: Arc) {
    guard arc.weight > 0 else { return }
    if arc.first >= pending.end { close() }
    if arcs.count == pending.arc { (pending.first, pending.end) = (arc.first, arc.end) }
    pending.end = max(pending.end, arc.end)
    arcs.append(arc)
  }

  /// Keeps an arc that no sentence chooses from, as the source of others; returns its index.
  mutating func vouch(_ arc: Arc) -> Int32 {
    arcs.append(arc)
    return Int32(truncatingIfNeeded: arcs.count - 1)
  }

  mutating func endSentence() {
    close()
    stretchEnds.append(Int32(truncatingIfNeeded: stretches.count))
  }

  /// Chooses the best arcs of the open stretch.
  private mutating func close() {
    guard pending.arc < arcs.count else { return }
    let range = pending.arc..<arcs.count
    pending.arc = arcs.count
    stretches.append(
      Stretch(
        first: pending.first, end: pending.end,
        arcs: Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound),
        chosen: solve(range, pending.first, pending.end)))
  }

  private mutating func solve(_ range: Range<Int>, _ first: Int32, _ end: Int32) -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: chosen.count)
    lattice.solve(arcs, range, from: Int(first), to: Int(end), into: &chosen)
    return start..<Int32(truncatingIfNeeded: chosen.count)
  }

  /// The stretches of a sentence in text order.
  func stretches(of sentence: Int) -> Range<Int> {
    Int(sentence > 0 ? stretchEnds[sentence - 1] : 0)..<Int(stretchEnds[sentence])
  }

  /// Indices into `chosen` of the arcs that the first pass chose for a sentence, in text order.
  func firstChoice(of sentence: Int) -> Range<Int> {
    let range = stretches(of: sentence)
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(stretches[first].chosen.lowerBound)..<Int(stretches[last].chosen.upperBound)
  }

  // MARK: names

  /// Appends the names that a sentence settled on, chosen again where the arcs in `again` reach.
  mutating func append(namesOf sentence: Int, to names: inout [Name]) {
    let range = stretches(of: sentence)
    if again.isEmpty {
      for index in firstChoice(of: sentence) { append(arcs[Int(chosen[index])], to: &names) }
      return
    }
    var (stretch, more) = (range.lowerBound, 0)
    while stretch < range.upperBound || more < again.count {
      let from = (stretch, more)
      var end = Int32.min
      while true {
        if stretch < range.upperBound, end == .min || stretches[stretch].first < end,
          more == again.count || stretches[stretch].first <= again[more].first
        {
          end = max(end, stretches[stretch].end)
          stretch += 1
        } else if more < again.count, end == .min || again[more].first < end {
          end = max(end, again[more].end)
          more += 1
        } else {
          break
        }
      }
      let found =
        more == from.1
        ? stretches[from.0].chosen : solve(again: from.0..<stretch, with: from.1..<more, to: end)
      for index in found { append(arcs[Int(chosen[Int(index)])], to: &names) }
    }
  }

  /// Chooses among the arcs of neighbouring stretches and some of those in `again`.
  private mutating func solve(again range: Range<Int>, with more: Range<Int>, to end: Int32) -> Range<Int32> {
    let start = arcs.count
    var next = more.lowerBound
    for stretch in range {
      for index in stretches[stretch].arcs {
        let arc = arcs[Int(index)]
        while next < more.upperBound, again[next].first < arc.first {
          arcs.append(again[next])
          next += 1
        }
        arcs.append(arc)
      }
    }
    arcs.append(contentsOf: again[next..<more.upperBound])
    return solve(start..<arcs.count, arcs[start].first, end)
  }

  @inline(__always)
  private func append(_ arc: Arc, to names: inout [Name]) {
    guard let label = arc.label else { return }
    var name = Name(
      first: Int(arc.first), end: Int(arc.end), label: label, entry: arc.source.entry, rule: arc.source.rule)
    name.code = arc.code
    name.gender = arc.gender
    name.weight = arc.weight
    names.append(name)
  }
}
