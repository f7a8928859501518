/// What changed from one run to another on the same gold.
public struct Comparison: Sendable {
  /// One span or relation on which the runs differ.
  public struct Change: Hashable, Sendable {
    /// What happened to it.
    public enum Kind: String, CaseIterable, Sendable {
      /// Gold that the baseline missed and this run has right.
      case found = "fixed: found now"
      /// A wrong answer of the baseline that is gone.
      case removed = "fixed: wrong answer gone"
      /// Gold that the baseline had right and this run misses.
      case lost = "broken: lost"
      /// A wrong answer that the baseline didn't give.
      case added = "broken: new wrong answer"
    }

    /// What happened.
    public var kind: Kind
    /// Whether it is a relation.
    public var isRelation: Bool
    /// Name of the document.
    public var document: String
    /// Label of the entity or relation.
    public var label: String
    /// Unicode code points.
    public var start: Int
    /// Unicode code points.
    public var end: Int
    /// The words, or the relation written out.
    public var text: String
  }

  /// F1 of both runs and whether the difference may be chance.
  public struct Difference: Hashable, Sendable {
    /// Name of the figure.
    public var figure: String
    /// The baseline's counts.
    public var before = HitCount()
    /// This run's counts.
    public var after = HitCount()
    /// Share of random swaps of documents that differ at least as much (two-sided); nil when undefined.
    public var pValue: Double?
    /// After less before; nil when one of them is undefined.
    public var f1: Double? {
      guard let before = before.score.f1, let after = after.score.f1 else { return nil }
      return after - before
    }
  }

  /// Exact entities, and relations whose arguments are right.
  public var differences: [Difference] = []
  /// Every change, in the order of the documents and of the text.
  public var changes: [Change] = []
  /// Rounds of the randomisation test.
  public var rounds = 0

  /// Makes an empty comparison.
  public init() {}

  /// How many changes are of a kind.
  public func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }
}
