/// The intervals of the figures that people quote.
struct IntervalSet {
  private(set) var byFigure: [String: ScoreIntervals] = [:]
  private(set) var conll: Interval?

  /// Beside the headline figure, draws are limited so that large corpora don't wait; the rounds are in the interval.
  private static let drawLimit = 30_000_000
  private static let labelLimit = 64

  init() {}

  init(
    documents: [DocumentScore], entities: EntityScorer, labels: LabelTable, coreference: [CoreferenceCounts]?,
    rounds: Int, seed: UInt64
  ) {
    guard rounds > 0 else { return }
    let headline = Bootstrap(rounds: rounds, seed: seed)
    let fewer = Bootstrap(rounds: min(rounds, max(100, IntervalSet.drawLimit / max(1, documents.count))), seed: seed)
    byFigure["entities.exact"] = headline.intervals(documents.map(\.entities))
    byFigure["entities.strict"] = byFigure["entities.exact"]
    byFigure["relations.resolved"] = fewer.intervals(documents.map(\.relations))
    byFigure["relations.full"] = fewer.intervals(documents.map(\.fullRelations))
    byFigure["sentences.exact"] = fewer.intervals(documents.map(\.sentences))
    for (label, counts) in entities.documentCounts.enumerated().prefix(IntervalSet.labelLimit) where !counts.isEmpty {
      var hits = [HitCount](repeating: HitCount(), count: documents.count)
      for entry in counts where Int(entry.document) < hits.count { hits[Int(entry.document)] = entry.hits }
      byFigure["entities." + labels[Int32(label)]] = fewer.intervals(hits)
    }
    if let coreference { conll = fewer.conll(coreference) }
  }

  /// The interval of a figure such as `entities.Person.f1`.
  func interval(_ figure: String) -> Interval? {
    if figure == "coreference.conll" { return conll }
    guard let dot = figure.lastIndex(of: "."), let found = byFigure[String(figure[..<dot])] else { return nil }
    switch figure[dot...] {
    case ".precision": return found.precision
    case ".recall": return found.recall
    case ".f1": return found.f1
    default: return nil
    }
  }
}
