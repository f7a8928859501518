/// Working memory of the name stage; kept by a worker from document to document.
struct NameMemory: Sendable {
  /// The arcs of the document, sentence after sentence.
  private(set) var arcs: [Arc] = []
  /// For each sentence the index after its last arc.
  private var arcEnds: [Int] = []
  /// Indices of the chosen arcs, sentence after sentence, each sentence from its last to its first.
  private(set) var chosen: [Int32] = []
  private var chosenRanges: [Range<Int32>] = []
  private var lattice = Lattice()
  /// The entity automaton as far as this worker has built it.
  var automaton = LazyAutomaton()
  /// Symbols of the sentence being matched.
  var symbols: [UInt32] = []
  /// Matches that began at the current token: the longest for each rule.
  var longest: [(rule: Int16, end: Int)] = []
  /// What the document has settled.
  var runs = DocumentRuns()

  mutating func removeAll() {
    arcs.removeAll(keepingCapacity: true)
    arcEnds.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    chosenRanges.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func add(_ arc: Arc) {
    if arc.weight > 0 { arcs.append(arc) }
  }

  /// Keeps an arc that no sentence chooses from, as the source of others; returns its index.
  mutating func vouch(_ arc: Arc) -> Int32 {
    arcs.append(arc)
    return Int32(truncatingIfNeeded: arcs.count - 1)
  }

  mutating func endSentence() { arcEnds.append(arcs.count) }

  /// Chooses the best arcs of a sentence.
  mutating func solve(_ sentence: Int, _ range: SentenceRange) {
    let start = sentence > 0 ? arcEnds[sentence - 1] : 0
    let first = Int32(truncatingIfNeeded: chosen.count)
    var found: [Int32] = []
    swap(&found, &chosen)
    lattice.solve(arcs, start..<arcEnds[sentence], in: range.first..<range.end) { arc in
      found.append(Int32(truncatingIfNeeded: arc))
    }
    swap(&found, &chosen)
    chosenRanges.append(first..<Int32(truncatingIfNeeded: chosen.count))
  }

  /// Chooses again for a sentence with arcs added to those it had.
  mutating func solve(again sentence: Int, _ range: SentenceRange, with more: [Arc]) {
    let start = sentence > 0 ? arcEnds[sentence - 1] : 0
    let from = arcs.count
    for index in start..<arcEnds[sentence] { arcs.append(arcs[index]) }
    arcs.append(contentsOf: more)
    let first = Int32(truncatingIfNeeded: chosen.count)
    var found: [Int32] = []
    swap(&found, &chosen)
    lattice.solve(arcs, from..<arcs.count, in: range.first..<range.end) { arc in
      found.append(Int32(truncatingIfNeeded: arc))
    }
    swap(&found, &chosen)
    chosenRanges[sentence] = first..<Int32(truncatingIfNeeded: chosen.count)
  }

  /// The chosen arcs of a sentence, from the last to the first.
  func chosenArcs(of sentence: Int) -> ArraySlice<Int32> {
    chosen[Int(chosenRanges[sentence].lowerBound)..<Int(chosenRanges[sentence].upperBound)]
  }

  /// Appends the names that a sentence settled on, in text order.
  func append(namesOf sentence: Int, to names: inout [Name]) {
    for index in chosenArcs(of: sentence).reversed() {
      let arc = arcs[Int(index)]
      guard let label = arc.label else { continue }
      var name = Name(first: arc.first, end: arc.end, label: label, entry: arc.entry, rule: arc.rule)
      name.code = arc.code
      name.gender = arc.gender
      name.weight = arc.weight
      names.append(name)
    }
  }
}
