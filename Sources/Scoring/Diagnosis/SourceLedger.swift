import Attache

/// True and false positives of each lexicon line and rule.
struct SourceLedger {
  private var index: [Source: Int] = [:]
  private var entries: [SourceScore] = []
  private var last: Int?

  mutating func count(_ source: Source, isRelation: Bool, isRight: Bool) {
    let place: Int
    if let last, entries[last].source == source {
      place = last
    } else if let known = index[source] {
      place = known
    } else {
      place = entries.count
      index[source] = place
      entries.append(SourceScore(source: source, isRelation: isRelation, truePositives: 0, falsePositives: 0))
    }
    last = place
    if isRight { entries[place].truePositives += 1 } else { entries[place].falsePositives += 1 }
  }

  /// All sources that fired: the most false positives first, then by file and line.
  var scores: [SourceScore] {
    entries.sorted { a, b in
      if a.falsePositives != b.falsePositives { return a.falsePositives > b.falsePositives }
      return a.source.file != b.source.file ? a.source.file < b.source.file : a.source.line < b.source.line
    }
  }

  /// Those of `known` that never fired, in the order given.
  func unused(_ known: [Source]) -> [Source] { known.filter { index[$0] == nil } }
}
