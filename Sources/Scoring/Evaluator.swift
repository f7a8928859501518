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
  private var sentences = SentenceScores()
  private var relations = RelationScorer()
  private var coreference = CoreferenceScorer()
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
    score.entities = entities.add(gold: gold, system: system, labels: labels.names.count, document: documents.count)
    score.sentences = sentences.add(gold: goldDocument, system: systemDocument)
    let outcome = relations.add(gold: goldDocument, system: systemDocument, options: options)
    score.relations = outcome.resolved
    score.fullRelations = outcome.full
    coreference.add(gold: goldDocument, system: systemDocument, singletons: options.singletons)
    documents.append(score)
  }

  /// The evaluation of all documents so far.
  public consuming func finish() -> Evaluation {
    var evaluation = Evaluation()
    evaluation.documents = documents
    evaluation.entities = entities.scores(
      labels: labels, macroIncludesSystemLabels: options.macroIncludesSystemLabels)
    evaluation.brokenIdentities = entities.brokenIdentities(evaluation.entities)
    evaluation.sentences = sentences
    evaluation.relations = relations.scores()
    evaluation.coreference = coreference.scores(singletons: options.singletons)
    let intervals = IntervalSet(
      documents: documents, entities: entities, labels: labels,
      coreference: evaluation.coreference == nil ? nil : coreference.documents, rounds: options.rounds,
      seed: options.seed)
    evaluation.rounds = options.rounds
    evaluation.seed = options.seed
    evaluation.figures = FigureList(evaluation, intervals: intervals).figures
    evaluation.judge(options.gates)
    return evaluation
  }
}
