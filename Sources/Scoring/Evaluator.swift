import Attache

/// Scores documents one after the other and keeps only numbers of them, so that a corpus need not fit into memory.
///
/// `evaluate(gold:system:)` pairs whole folders; with an `Evaluator` the caller pairs the documents.
public struct Evaluator: Sendable {
  private let options: EvaluationOptions
  private var labels = LabelTable()
  private var goldFilter = LabelFilter(side: .gold)
  private var systemFilter = LabelFilter(side: .system)
  private var gold = SpanList()
  private var system = SpanList()
  private var entities = EntityScorer()
  private var documents: [DocumentScore] = []

  /// Makes an evaluator that has seen nothing.
  public init(options: EvaluationOptions = EvaluationOptions()) { self.options = options }

  /// Scores one pair of documents of the same text.
  public mutating func add(gold goldDocument: Document, system systemDocument: Document, baseline: Document? = nil) {
    gold.read(goldDocument, filter: &goldFilter, options: options, table: &labels)
    system.read(systemDocument, filter: &systemFilter, options: options, table: &labels)
    let ignored = gold.ignored + options.ignoreSpans[goldDocument.id, default: []]
    gold.remove(overlapping: ignored)
    system.remove(overlapping: ignored)
    var score = DocumentScore(name: goldDocument.id)
    score.entities = entities.add(gold: gold, system: system, labels: labels.names.count)
    documents.append(score)
  }

  /// The evaluation of all documents so far.
  public consuming func finish() -> Evaluation {
    var evaluation = Evaluation()
    evaluation.documents = documents
    evaluation.entities = entities.scores(
      labels: labels, macroIncludesSystemLabels: options.macroIncludesSystemLabels)
    evaluation.brokenIdentities = entities.brokenIdentities(evaluation.entities)
    return evaluation
  }
}
