/// Everything that was counted, ready to be shown, gated or compared.
public struct Evaluation: Sendable {
  /// One score for each document, in the order of the gold.
  public var documents: [DocumentScore] = []
  /// Scores of the entities.
  public var entities = EntityScores()
  /// Identities of the tallies that don't hold; not empty only when the scorer itself is wrong.
  public var brokenIdentities: [String] = []

  /// Makes an empty evaluation.
  public init() {}

  /// The evaluation in one of the report formats.
  public func render(as format: ReportFormat) -> String {
    switch format {
    case .table: TableReport(self).text()
    case .json: TableReport(self).text()
    case .markdown: TableReport(self).text()
    case .html: TableReport(self).text()
    }
  }
}

/// What a report is written as.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// One JSON object.
  case json
  /// Markdown tables.
  case markdown
  /// One file for a browser.
  case html
}

/// The counts of one document.
public struct DocumentScore: Hashable, Sendable {
  /// The document's name.
  public var name: String
  /// Exact entities.
  public var entities = HitCount()
  /// Relations whose arguments resolve to the right referents.
  public var relations = HitCount()

  /// Makes the score of a document without annotations.
  public init(name: String) { self.name = name }
}
