/// Scores of the referents. MUC alone rewards merging everything, so read the CoNLL average or LEA.
public struct CoreferenceScores: Sendable {
  /// What was done with referents of one mention.
  public var singletons = EvaluationOptions.Singletons.keep
  /// Mentions with equal span.
  public var mentions = HitCount()
  /// Links that hold the clusters together (Vilain et al. 1995).
  public var muc = Score(precision: nil, recall: nil, f1: nil)
  /// Mean over mentions (Bagga and Baldwin 1998).
  public var bCubed = Score(precision: nil, recall: nil, f1: nil)
  /// Best one-to-one alignment of entities by φ4 (Luo 2005), found with Kuhn and Munkres' method.
  public var ceafe = Score(precision: nil, recall: nil, f1: nil)
  /// Links weighted by the size of the entity (Moosavi and Strube 2016).
  public var lea = Score(precision: nil, recall: nil, f1: nil)
  /// Links inside and between entities (Recasens and Hovy 2011; Luo et al. 2014).
  public var blanc = Score(precision: nil, recall: nil, f1: nil)
  /// Mentions that belong to several referents of the gold; counted once for each.
  public var goldRepeated = 0
  /// As above, for the system.
  public var systemRepeated = 0

  /// Mean of the F1 of MUC, B³ and CEAFe, over those that are defined; nil when none is.
  public var conll: Double? {
    let defined = [muc.f1, bCubed.f1, ceafe.f1].compactMap { $0 }
    return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
  }

  /// Makes empty scores.
  public init() {}

  init(_ counts: CoreferenceCounts, singletons: EvaluationOptions.Singletons) {
    self.singletons = singletons
    mentions = counts.mentions
    muc = counts.muc.score
    bCubed = counts.bCubed.score
    ceafe = counts.ceafe.score
    lea = counts.lea.score
    blanc = counts.blanc
  }

  /// The metrics with their names.
  public var metrics: [(name: String, score: Score)] {
    [
      ("mentions", mentions.score), ("MUC", muc), ("B3", bCubed), ("CEAFe", ceafe), ("LEA", lea), ("BLANC", blanc),
    ]
  }
}
