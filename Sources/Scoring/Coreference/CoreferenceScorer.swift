import Attache

/// Adds up coreference counts document by document.
struct CoreferenceScorer {
  private(set) var total = CoreferenceCounts()
  /// Counts of each document, for the bootstrap.
  private(set) var documents: [CoreferenceCounts] = []
  private var goldRepeated = 0
  private var systemRepeated = 0
  private var hasGold = false
  private var assignment = Assignment()

  mutating func add(gold: Document, system: Document, singletons: EvaluationOptions.Singletons) {
    let inGold = CoreferenceScorer.hasReferents(gold)
    if inGold { hasGold = true }
    // Where neither side tells referents apart there is nothing to compare.
    guard inGold || CoreferenceScorer.hasReferents(system) else { return documents.append(CoreferenceCounts()) }
    let goldClusters = MentionClusters(gold, singletons: singletons)
    let systemClusters = MentionClusters(system, singletons: singletons)
    goldRepeated += goldClusters.repeated
    systemRepeated += systemClusters.repeated
    let counts = CoreferenceCounts(gold: goldClusters, system: systemClusters, assignment: &assignment)
    documents.append(counts)
    total += counts
  }

  private static func hasReferents(_ document: Document) -> Bool {
    !document.referents.isEmpty || document.entities.contains { $0.referent != nil }
  }

  /// The scores so far; nil when no gold document has a referent.
  func scores(singletons: EvaluationOptions.Singletons) -> CoreferenceScores? {
    guard hasGold else { return nil }
    var scores = CoreferenceScores(total, singletons: singletons)
    scores.goldRepeated = goldRepeated
    scores.systemRepeated = systemRepeated
    return scores
  }
}
