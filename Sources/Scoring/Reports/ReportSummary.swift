/// The first lines of every report: what was compared, and what a reader must be warned of.
struct ReportSummary {
  let lines: [String]

  init(_ evaluation: Evaluation) {
    let entities = evaluation.entities
    var lines = [
      "\(evaluation.documents.count) documents, \(entities.total.exact.possible) gold entities, "
        + "\(entities.total.exact.actual) answers, \(evaluation.relations.total.label.possible) gold relations, "
        + "\(evaluation.relations.total.label.actual) answers"
    ]
    lines.append(
      "duplicates dropped: entities \(entities.goldDuplicates) gold, \(entities.systemDuplicates) system; "
        + "relations \(evaluation.relations.goldDuplicates) gold, \(evaluation.relations.systemDuplicates) system")
    if evaluation.rounds > 0 {
      lines.append(
        "intervals: 95%, document bootstrap, \(evaluation.rounds) rounds, seed \(evaluation.seed); n/a: 0/0, undefined")
    } else {
      lines.append("n/a: 0/0, undefined")
    }
    if entities.total.exact.possible == 0 && evaluation.documents.count > 0 {
      lines.append("warning: the gold holds no entity; recall is undefined and every answer is wrong")
    }
    lines += evaluation.brokenIdentities.map { "warning: identity broken, the scorer is wrong here: \($0)" }
    for result in evaluation.gates {
      let value = Numbers.percent(result.value)
      lines.append(
        "gate \(result.gate.figure) >= \(Numbers.percent(result.gate.limit)): "
          + (result.note ?? "\(value), \(result.passed ? "passed" : "FAILED")"))
    }
    self.lines = lines
  }
}
