/// One number of an evaluation, by name.
public struct Figure: Hashable, Sendable {
  /// Such as `entities.strict.f1`, `entities.Person.recall`, `relations.resolved.precision`, `coreference.conll`.
  public var name: String
  /// Between 0 and 1; nil when undefined.
  public var value: Double?
  /// 95% interval, for the figures that have one.
  public var interval: Interval?
}

/// Lists every figure of an evaluation; gates and JSON use these names.
struct FigureList {
  private(set) var figures: [Figure] = []
  private let intervals: IntervalSet

  init(_ evaluation: Evaluation, intervals: IntervalSet) {
    self.intervals = intervals
    addEntities(evaluation.entities)
    add("tokens.accuracy", evaluation.tokens.accuracy)
    add("tokens.kappa", evaluation.tokens.kappa)
    if evaluation.sentences.documents > 0 {
      add("sentences.exact", evaluation.sentences.exact.score)
      add("sentences.boundaries", evaluation.sentences.boundaries.score)
    }
    addRelations(evaluation.relations)
    if let coreference = evaluation.coreference {
      for (name, score) in coreference.metrics { add("coreference." + name.lowercased(), score) }
      add("coreference.conll", coreference.conll)
    }
  }

  private mutating func addEntities(_ entities: EntityScores) {
    let total = entities.total
    add("entities.exact", total.exact.score)
    add("entities.strict", total.strict.score)
    add("entities.boundary", total.boundary.score)
    add("entities.label", total.label.score)
    add("entities.partial", total.partial.score)
    add("entities.gate-strict", total.gate.strict)
    add("entities.gate-lenient", total.gate.lenient)
    add("entities.gate-average", total.gate.average)
    add("entities.macro", entities.macro.score)
    for row in entities.rows { add("entities." + row.label, row.counts.exact.score) }
  }

  private mutating func addRelations(_ relations: RelationScores) {
    for (name, hits) in relations.total.levels { add("relations." + name, hits.score) }
    add("relations.triggers", relations.total.triggers.score)
    for row in relations.rows { add("relations." + row.label, row.counts.resolved.score) }
    add("arguments.resolved", relations.arguments.resolved.score)
    add("arguments.strict", relations.arguments.strict.score)
    add("arguments.boundary", relations.arguments.boundary.score)
    add("arguments.relaxed", relations.arguments.relaxed.score)
    for row in relations.roles { add("arguments." + row.role, row.counts.resolved.score) }
    for row in relations.attributes {
      add("attributes.\(row.name).accuracy", row.counts.accuracy)
      add("attributes." + row.name, row.counts.marked.score)
    }
  }

  private mutating func add(_ name: String, _ score: Score) {
    add(name + ".precision", score.precision)
    add(name + ".recall", score.recall)
    add(name + ".f1", score.f1)
  }

  private mutating func add(_ name: String, _ value: Double?) {
    figures.append(Figure(name: name, value: value, interval: intervals.interval(name)))
  }
}
