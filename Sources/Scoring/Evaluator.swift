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
  private var tokens = TokenAgreementScorer()
  private var sentences = SentenceScores()
  private var relations = RelationScorer()
  private var coreference = CoreferenceScorer()
  private var diagnosis: Diagnosis
  private var baseline: BaselineScorer?
  private var pages = PageCollector()
  private var documents: [DocumentScore] = []

  /// Makes an evaluator that has seen nothing.
  public init(options: EvaluationOptions = EvaluationOptions()) {
    self.options = options
    diagnosis = Diagnosis(limit: options.mistakeLimit)
  }

  /// Scores one pair of documents of the same text, and the baseline's document where there is one.
  public mutating func add(
    gold goldDocument: Document, system systemDocument: Document, baseline other: Document? = nil
  ) {
    gold.read(goldDocument, filter: &goldFilter, options: options, table: &labels)
    system.read(systemDocument, filter: &systemFilter, options: options, table: &labels)
    let ignored = gold.ignored + options.ignoreSpans[goldDocument.id, default: []]
    gold.remove(overlapping: ignored)
    system.remove(overlapping: ignored)
    var score = DocumentScore(name: goldDocument.id)
    score.entities = entities.add(
      gold: gold, system: system, labels: labels.names.count, document: documents.count)
    tokens.add(goldDocument.text, gold: gold, system: system)
    score.sentences = sentences.add(gold: goldDocument, system: systemDocument)
    let outcome = relations.add(gold: goldDocument, system: systemDocument, options: options)
    score.relations = outcome.resolved
    score.fullRelations = outcome.full
    coreference.add(gold: goldDocument, system: systemDocument, singletons: options.singletons)
    diagnosis.add(
      gold: gold, system: system, scorer: entities, labels: labels, goldDocument: goldDocument,
      systemDocument: systemDocument)
    diagnosis.add(outcome, goldDocument: goldDocument, systemDocument: systemDocument)
    if let other {
      var scorer = baseline ?? BaselineScorer()
      baseline = nil
      scorer.add(
        other, gold: gold, system: system, goldDocument: goldDocument, systemDocument: systemDocument,
        ignored: ignored, outcome: outcome, options: options, labels: &labels)
      baseline = scorer
    }
    pages.add(goldDocument, gold: gold, system: system, labels: labels, limit: options.pageLimit)
    documents.append(score)
  }

  /// The evaluation of all documents so far.
  public consuming func finish() -> Evaluation {
    var evaluation = Evaluation()
    evaluation.documents = documents
    evaluation.entities = entities.scores(
      labels: labels, macroIncludesSystemLabels: options.macroIncludesSystemLabels)
    evaluation.brokenIdentities = entities.brokenIdentities(evaluation.entities)
    evaluation.tokens = tokens.agreement
    evaluation.sentences = sentences
    evaluation.relations = relations.scores()
    evaluation.coreference = coreference.scores(singletons: options.singletons)
    let intervals = IntervalSet(
      documents: documents, entities: entities, labels: labels,
      coreference: evaluation.coreference == nil ? nil : coreference.documents, rounds: options.rounds,
      seed: options.seed)
    diagnosis.settle()
    evaluation.mistakes = diagnosis.mistakes
    evaluation.causes = diagnosis.causes
    evaluation.sources = diagnosis.sources.scores
    evaluation.unusedSources = diagnosis.sources.unused(options.knownSources)
    evaluation.edits = diagnosis.edits.best(10, sources: evaluation.sources)
    evaluation.comparison = baseline?.comparison(documents: documents, rounds: options.rounds, seed: options.seed)
    evaluation.pages = pages.pages
    evaluation.rounds = options.rounds
    evaluation.seed = options.seed
    evaluation.figures = FigureList(evaluation, intervals: intervals).figures
    evaluation.judge(options.gates)
    return evaluation
  }
}
