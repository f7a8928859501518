import Attache

/// Everything that was counted, ready to be shown, gated or compared.
public struct Evaluation: Sendable {
  /// One score for each document, in the order of the gold.
  public var documents: [DocumentScore] = []
  /// Scores of the entities.
  public var entities = EntityScores()
  /// Agreement on the labels of tokens, as between two annotators.
  public var tokens = TokenAgreement()
  /// Scores of the sentence split.
  public var sentences = SentenceScores()
  /// Scores of the relations.
  public var relations = RelationScores()
  /// Scores of the referents; nil when the gold has none, as gold of entities alone.
  public var coreference: CoreferenceScores?
  /// Identities of the tallies that don't hold; not empty only when the scorer itself is wrong.
  public var brokenIdentities: [String] = []

  /// Every figure by name, with the intervals of those that have one.
  public var figures: [Figure] = []
  /// What became of the gates, in the order of the options.
  public var gates: [GateResult] = []
  /// Mistakes with their place and likely cause, at most as many as the options allow.
  public var mistakes: [Mistake] = []
  /// How often each cause occurred, the most frequent first.
  public var causes: [CauseCount] = []
  /// What each lexicon line and rule did, the most false positives first.
  public var sources: [SourceScore] = []
  /// Lexicon lines and rules that never fired, of those that the options name.
  public var unusedSources: [Source] = []
  /// The ten changes that would gain most.
  public var edits: [Edit] = []
  /// What changed from the baseline, where one was given.
  public var comparison: Comparison?
  /// Documents with their text and spans for the side-by-side view.
  public var pages: [DocumentPage] = []
  /// Bootstrap rounds of the headline figure; 0 when no interval was wanted.
  public var rounds = 0
  /// Seed of the random draws.
  public var seed: UInt64 = 0

  /// Makes an empty evaluation.
  public init() {}

  /// Whether every gate passed and the counts are sound.
  public var passed: Bool { gates.allSatisfy(\.passed) && brokenIdentities.isEmpty }

  /// The interval of a figure, nil when it has none.
  public func interval(_ figure: String) -> Interval? { figures.first { $0.name == figure }?.interval }

  /// The evaluation in one of the report formats; table and Markdown list the first `mistakes`, HTML and JSON those
  /// that the options kept.
  public func render(as format: ReportFormat, mistakes: Int = 20) -> String {
    switch format {
    case .table: TableReport(self, mistakes: mistakes).text()
    case .json: JSONReport(self).text()
    case .markdown: MarkdownReport(self, mistakes: mistakes).text()
    case .html: HTMLReport(self).text()
    }
  }

  mutating func judge(_ wanted: [Gate]) {
    var values: [String: Figure] = [:]
    for figure in figures { values[figure.name] = figure }
    gates = wanted.map { gate in
      guard let figure = values[gate.figure] else {
        return GateResult(
          gate: gate, value: nil, passed: false,
          note: "there is no figure '\(gate.figure)'" + Suggestion.phrase(for: gate.figure, in: figures.map(\.name)))
      }
      guard let value = figure.value else {
        return GateResult(gate: gate, value: nil, passed: false, note: "n/a, FAILED: the figure is undefined")
      }
      return GateResult(gate: gate, value: value, passed: value >= gate.limit, note: nil)
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
  /// Of those, the ones whose polarity, modality and count are right too.
  public var fullRelations = HitCount()
  /// Exact sentences; empty where the gold has none.
  public var sentences = HitCount()

  /// Makes the score of a document without annotations.
  public init(name: String) { self.name = name }
}
