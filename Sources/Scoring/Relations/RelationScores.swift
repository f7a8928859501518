/// Relations of one label, or of all, under every level of strictness.
public struct RelationCounts: Hashable, Sendable {
  /// A relation of that label was found in that place.
  public var label = HitCount()
  /// Label, roles and overlapping argument spans.
  public var relaxed = HitCount()
  /// Label, roles and exact argument spans.
  public var boundary = HitCount()
  /// As boundary, and the arguments' entity labels.
  public var strict = HitCount()
  /// Label, roles, and every argument resolves to the right referent; text-valued arguments may differ. This is the
  /// score on gold entities: a wrong span of the right thing is no mistake.
  public var resolved = HitCount()
  /// As resolved, and polarity, modality and count.
  public var full = HitCount()
  /// Exact trigger spans of aligned relations.
  public var triggers = HitCount()

  /// Makes empty counts.
  public init() {}

  /// The levels with their names, from the most lenient on.
  public var levels: [(name: String, hits: HitCount)] {
    [
      ("label", label), ("relaxed", relaxed), ("boundary", boundary), ("strict", strict), ("resolved", resolved),
      ("full", full),
    ]
  }

  static func += (left: inout RelationCounts, right: RelationCounts) {
    left.label += right.label
    left.relaxed += right.relaxed
    left.boundary += right.boundary
    left.strict += right.strict
    left.resolved += right.resolved
    left.full += right.full
    left.triggers += right.triggers
  }
}

/// Arguments of one role, or of all; those of relations that were not found are missing.
public struct ArgumentCounts: Hashable, Sendable {
  /// Exact span and entity label.
  public var strict = HitCount()
  /// Exact span.
  public var boundary = HitCount()
  /// Overlapping span.
  public var relaxed = HitCount()
  /// The right referent, or overlapping text.
  public var resolved = HitCount()

  /// Makes empty counts.
  public init() {}

  static func += (left: inout ArgumentCounts, right: ArgumentCounts) {
    left.strict += right.strict
    left.boundary += right.boundary
    left.relaxed += right.relaxed
    left.resolved += right.resolved
  }
}

/// One attribute on aligned relations.
public struct AttributeCounts: Hashable, Sendable {
  /// Aligned pairs of relations where one side has a value; all pairs for polarity and modality.
  public var pairs = 0
  /// Pairs whose values agree: equal, or overlapping text.
  public var agreeing = 0
  /// Values other than the default.
  public var marked = HitCount()

  /// Makes empty counts.
  public init() {}

  /// Share of pairs that agree, nil for none.
  public var accuracy: Double? { pairs > 0 ? Double(agreeing) / Double(pairs) : nil }
}

/// Scores of the relations.
public struct RelationScores: Sendable {
  /// All relations.
  public var total = RelationCounts()
  /// One label each, sorted.
  public var rows: [Row] = []
  /// All arguments.
  public var arguments = ArgumentCounts()
  /// One role each, sorted.
  public var roles: [RoleRow] = []
  /// Polarity, modality, count, date, place, topic, attribution, status on aligned relations.
  public var attributes: [AttributeRow] = []
  /// Gold relations dropped because they repeat an earlier one.
  public var goldDuplicates = 0
  /// Answers dropped for the same reason.
  public var systemDuplicates = 0

  /// Makes empty scores.
  public init() {}

  /// A relation label with its counts.
  public struct Row: Hashable, Sendable {
    /// The label after mapping.
    public var label: String
    /// Its counts.
    public var counts: RelationCounts
  }

  /// A role with its counts.
  public struct RoleRow: Hashable, Sendable {
    /// The role after mapping.
    public var role: String
    /// Its counts.
    public var counts: ArgumentCounts
  }

  /// An attribute with its counts.
  public struct AttributeRow: Hashable, Sendable {
    /// The attribute's name.
    public var name: String
    /// Its counts.
    public var counts: AttributeCounts
  }
}
