/// What was counted for one label, or for all, under every scheme.
public struct SchemeCounts: Hashable, Sendable {
  /// Sets of (span, label): a wrong label or boundary is one false positive and one false negative (CoNLL).
  public var exact = HitCount()
  /// SemEval-2013 strict: span and label must be equal, a pair that differs is one INC.
  public var strict = Tally()
  /// SemEval-2013 exact boundary: the span must be equal, the label doesn't matter.
  public var boundary = Tally()
  /// SemEval-2013 type: spans overlap and the label is equal.
  public var label = Tally()
  /// SemEval-2013 partial: overlapping spans are worth a half, the label doesn't matter.
  public var partial = Tally()
  /// GATE: pairs within one label.
  public var gate = GateTally()

  /// Makes empty counts.
  public init() {}

  static func += (left: inout SchemeCounts, right: SchemeCounts) {
    left.exact += right.exact
    left.strict += right.strict
    left.boundary += right.boundary
    left.label += right.label
    left.partial += right.partial
    left.gate += right.gate
  }
}

/// Scores of the entities.
public struct EntityScores: Sendable {
  /// All labels together (micro).
  public var total = SchemeCounts()
  /// One label each, sorted by name. MUC and SemEval pairs are counted in the row of their gold label, spurious
  /// answers in the row of their own; every column sums to `total`.
  public var rows: [Row] = []
  /// Means over labels.
  public var macro = Macro()
  /// Gold label against system label of aligned pairs.
  public var confusion = ConfusionMatrix()
  /// Aligned pairs whose spans differ.
  public var boundaryErrors = BoundaryErrors()
  /// Gold entities dropped because span and label repeat an earlier one.
  public var goldDuplicates = 0
  /// Answers dropped for the same reason.
  public var systemDuplicates = 0

  /// Makes empty scores.
  public init() {}

  /// The counts of one label.
  public struct Row: Hashable, Sendable {
    /// The label after mapping.
    public var label: String
    /// Its counts.
    public var counts: SchemeCounts
  }

  /// The mean over labels of exact precision, recall and F1, each over the labels that define it.
  public struct Macro: Hashable, Sendable {
    /// The labels averaged over.
    public var labels: [String] = []
    /// Whether labels that only the system used are among them.
    public var includesSystemLabels = false
    /// The means.
    public var score = Score(precision: nil, recall: nil, f1: nil)
    /// Labels whose precision, recall or F1 is undefined and left out of that mean.
    public var undefinedPrecision = 0
    /// As above, for recall.
    public var undefinedRecall = 0
    /// As above, for F1.
    public var undefinedF1 = 0

    /// Makes an empty mean.
    public init() {}

    init(rows: [Row], includesSystemLabels: Bool) {
      let rows = rows.filter { includesSystemLabels || $0.counts.exact.possible > 0 }
      labels = rows.map(\.label)
      self.includesSystemLabels = includesSystemLabels
      let scores = rows.map(\.counts.exact.score)
      (score.precision, undefinedPrecision) = Macro.mean(scores.map(\.precision))
      (score.recall, undefinedRecall) = Macro.mean(scores.map(\.recall))
      (score.f1, undefinedF1) = Macro.mean(scores.map(\.f1))
    }

    private static func mean(_ values: [Double?]) -> (mean: Double?, undefined: Int) {
      let defined = values.compactMap { $0 }
      return (defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count), values.count - defined.count)
    }
  }
}

/// Gold labels (rows) against system labels (columns) of aligned entities; the last row and column are NONE.
public struct ConfusionMatrix: Hashable, Sendable {
  /// The labels in order, without NONE.
  public var labels: [String] = []
  /// `labels.count + 1` rows of as many counts.
  public var counts: [[Int]] = [[0]]

  /// Makes an empty matrix.
  public init() {}

  /// The name of an axis position.
  public func name(_ index: Int) -> String { index < labels.count ? labels[index] : "NONE" }
}

/// How the spans of aligned but unequal pairs differ.
public struct BoundaryErrors: Hashable, Sendable {
  /// Kinds of difference.
  public enum Kind: String, CaseIterable, Sendable {
    /// The answer holds the gold span and more.
    case tooLong = "too long"
    /// The gold span holds the answer and more.
    case tooShort = "too short"
    /// Each has bytes that the other lacks.
    case shifted
    /// Several answers lie on the gold span.
    case split
    /// The answer lies on several gold spans.
    case merged
  }

  /// A gold label with its counts, in the order of `Kind.allCases`.
  public struct Row: Hashable, Sendable {
    /// The gold label.
    public var label: String
    /// One count for each kind.
    public var counts: [Int]
  }

  /// One row for each label that has such errors.
  public var rows: [Row] = []

  /// Makes an empty table.
  public init() {}

  /// Sum over labels.
  public func total(_ kind: Kind) -> Int {
    guard let column = Kind.allCases.firstIndex(of: kind) else { return 0 }
    return rows.reduce(0) { $0 + $1.counts[column] }
  }
}
