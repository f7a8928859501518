/// The score tables that all formats share, in reading order.
struct ScoreTables {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  var tables: [ReportTable] {
    var tables = [schemes, labels, confusion]
    if !evaluation.entities.boundaryErrors.rows.isEmpty { tables.append(boundaries) }
    if evaluation.sentences.documents > 0 { tables.append(sentences) }
    if !evaluation.relations.rows.isEmpty {
      tables += [relationLevels, relationLabels, roles, attributes]
    }
    if let coreference = evaluation.coreference { tables.append(referents(coreference)) }
    return tables
  }

  private var schemes: ReportTable {
    let total = evaluation.entities.total
    var table = ReportTable(
      "Entities", anchor: "entities",
      columns: ["scheme", "COR", "INC", "PAR", "MIS", "SPU", "POS", "ACT", "P", "R", "F1", "95% of F1"],
      note: """
        strict, boundary, label and partial are the schemes of SemEval-2013; GATE pairs within one label. \
        A wrong label or span is one FP and one FN in the table by label.
        """)
    let schemes = [
      ("strict", total.strict), ("boundary", total.boundary), ("label", total.label), ("partial", total.partial),
    ]
    for (name, tally) in schemes {
      table.add(
        [name]
          + [
            tally.correct, tally.incorrect, tally.partial, tally.missing, tally.spurious, tally.possible, tally.actual,
          ].map(String.init) + ReportTable.cells(tally.score) + [interval("entities.\(name).f1")])
    }
    let gate = total.gate
    for (name, score) in [
      ("GATE strict", gate.strict), ("GATE lenient", gate.lenient), ("GATE average", gate.average),
    ] {
      table.add(
        [name, String(gate.correct), "", String(gate.partial), String(gate.missing), String(gate.spurious)]
          + [String(gate.possible), String(gate.actual)] + ReportTable.cells(score) + [""])
    }
    return table
  }

  private var labels: ReportTable {
    let entities = evaluation.entities
    let macro = entities.macro
    let undefined = macro.undefinedPrecision + macro.undefinedRecall + macro.undefinedF1
    let tokens = evaluation.tokens
    var table = ReportTable(
      "Entities by label (exact span and label)", anchor: "labels",
      columns: ["label"] + ReportTable.hitColumns + ["95% of F1"],
      note:
        "Macro: mean over \(macro.labels.count) labels that \(macro.includesSystemLabels ? "gold or system use" : "the gold uses")"
        + (macro.labels.isEmpty ? "" : " (\(macro.labels.joined(separator: ", ")))") + "; "
        + (undefined == 0
          ? "every figure is defined."
          : "left out as undefined: \(macro.undefinedPrecision) P, \(macro.undefinedRecall) R, \(macro.undefinedF1) F1.")
        + " Labels of \(tokens.tokens) tokens: \(Numbers.percent(tokens.accuracy))% agree, "
        + "kappa \(Numbers.fixed(tokens.kappa, 3)).")
    for row in entities.rows {
      table.add([row.label] + ReportTable.cells(row.counts.exact) + [interval("entities.\(row.label).f1")])
    }
    table.add(["all (micro)"] + ReportTable.cells(entities.total.exact) + [interval("entities.exact.f1")])
    table.add(["all (macro)", "", "", ""] + ReportTable.cells(macro.score) + [""])
    return table
  }

  private var confusion: ReportTable {
    let matrix = evaluation.entities.confusion
    let size = matrix.labels.count + 1
    var table = ReportTable(
      "Gold label (rows) against answer (columns), overlapping spans", anchor: "confusion",
      columns: [""] + (0..<size).map(matrix.name))
    for row in 0..<size {
      table.add(
        [matrix.name(row)]
          + matrix.counts[row].enumerated().map { cell in
            row == size - 1 && cell.offset == size - 1 ? "" : String(cell.element)
          })
    }
    return table
  }

  private var boundaries: ReportTable {
    var table = ReportTable(
      "Boundary errors", anchor: "boundaries",
      columns: ["label"] + BoundaryErrors.Kind.allCases.map(\.rawValue))
    for row in evaluation.entities.boundaryErrors.rows { table.add([row.label] + row.counts.map(String.init)) }
    table.add(["all"] + BoundaryErrors.Kind.allCases.map { String(evaluation.entities.boundaryErrors.total($0)) })
    return table
  }

  private var sentences: ReportTable {
    let scores = evaluation.sentences
    let tiling = scores.systemTiling
    var table = ReportTable(
      "Sentences", anchor: "sentences", columns: ["measure"] + ReportTable.hitColumns + ["95% of F1"],
      note: "\(scores.documents) documents with gold sentences. Tiling errors of the system: \(tiling.total) "
        + "(overlapping \(tiling.overlapping), unsound \(tiling.unsound), untrimmed \(tiling.untrimmed), "
        + "gaps \(tiling.gaps)); of the gold: \(scores.goldTiling.total).")
    table.add(["exact span"] + ReportTable.cells(scores.exact) + [interval("sentences.exact.f1")])
    table.add(["sentence end"] + ReportTable.cells(scores.boundaries) + [""])
    return table
  }

  private var relationLevels: ReportTable {
    var table = ReportTable(
      "Relations", anchor: "relations", columns: ["level"] + ReportTable.hitColumns + ["95% of F1"],
      note: """
        label: found in that place; relaxed: overlapping arguments; boundary: exact argument spans; strict: and \
        their labels; resolved: each argument means the right referent (the score on gold entities); full: and \
        polarity, modality, count.
        """)
    let counts = evaluation.relations.total
    for (name, hits) in counts.levels {
      table.add([name] + ReportTable.cells(hits) + [interval("relations.\(name).f1")])
    }
    table.add(["trigger of aligned ones"] + ReportTable.cells(counts.triggers) + [""])
    return table
  }

  private var relationLabels: ReportTable {
    var table = ReportTable(
      "Relations by label (F1)", anchor: "relation-labels",
      columns: ["label", "gold", "system", "label", "relaxed", "boundary", "strict", "resolved", "full"])
    for row in evaluation.relations.rows {
      let hits = row.counts.label
      table.add(
        [row.label, String(hits.possible), String(hits.actual)]
          + row.counts.levels.map { Numbers.percent($0.hits.score.f1) })
    }
    return table
  }

  private var roles: ReportTable {
    var table = ReportTable(
      "Arguments by role", anchor: "arguments",
      columns: ["role"] + ReportTable.hitColumns + ["strict F1", "boundary F1", "relaxed F1"],
      note: "TP: the right referent, or overlapping text, in an aligned relation.")
    let rows = evaluation.relations.roles.map { ($0.role, $0.counts) } + [("all", evaluation.relations.arguments)]
    for (role, counts) in rows {
      table.add(
        [role] + ReportTable.cells(counts.resolved)
          + [counts.strict, counts.boundary, counts.relaxed].map { Numbers.percent($0.score.f1) })
    }
    return table
  }

  private var attributes: ReportTable {
    var table = ReportTable(
      "Attributes of aligned relations", anchor: "attributes",
      columns: ["attribute", "pairs", "accuracy"] + ReportTable.hitColumns,
      note: "TP, FP, FN: values other than affirmed, actual or none; text values agree when they overlap.")
    for row in evaluation.relations.attributes {
      table.add(
        [row.name, String(row.counts.pairs), Numbers.percent(row.counts.accuracy)]
          + ReportTable.cells(row.counts.marked))
    }
    return table
  }

  private func referents(_ scores: CoreferenceScores) -> ReportTable {
    var table = ReportTable(
      "Referents", anchor: "referents", columns: ["metric", "P", "R", "F1"],
      note: "Referents of one mention are \(scores.singletons == .keep ? "kept" : "dropped on both sides"). "
        + "Mentions that several referents share: gold \(scores.goldRepeated), system \(scores.systemRepeated). "
        + "CoNLL: mean F1 of MUC, B3 and CEAFe.")
    for (name, score) in scores.metrics { table.add([name] + ReportTable.cells(score)) }
    let conll = Numbers.percent(scores.conll)
    let range = interval("coreference.conll")
    table.add(["CoNLL", "", "", range.isEmpty ? conll : "\(conll) (\(range))"])
    return table
  }

  private func interval(_ figure: String) -> String {
    guard let interval = evaluation.interval(figure) else { return "" }
    return "\(Numbers.percent(interval.low))–\(Numbers.percent(interval.high))"
  }
}
