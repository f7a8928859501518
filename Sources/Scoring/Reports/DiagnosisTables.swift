/// The tables that say what to mend, and what changed.
struct DiagnosisTables {
  private let evaluation: Evaluation
  private let mistakeLimit: Int

  /// `mistakes` are listed one by one up to this number.
  init(_ evaluation: Evaluation, mistakes: Int) {
    self.evaluation = evaluation
    mistakeLimit = mistakes
  }

  var tables: [ReportTable] {
    var tables: [ReportTable] = []
    if let comparison = evaluation.comparison { tables += [differences(comparison), changes(comparison)] }
    if !evaluation.causes.isEmpty { tables.append(causes) }
    if !evaluation.edits.isEmpty { tables.append(edits) }
    if !evaluation.sources.isEmpty { tables.append(sources) }
    if !evaluation.unusedSources.isEmpty { tables.append(unused) }
    if !evaluation.mistakes.isEmpty && mistakeLimit > 0 { tables.append(mistakes) }
    return tables
  }

  private func differences(_ comparison: Comparison) -> ReportTable {
    var table = ReportTable(
      "Against the baseline", anchor: "baseline", columns: ["figure", "F1 before", "F1 now", "change", "p"],
      note:
        "p: paired randomisation over documents, \(comparison.rounds) rounds; below 0.05 the change is hardly chance.")
    for row in comparison.differences {
      let change = row.f1.map { ($0 >= 0 ? "+" : "-") + Numbers.fixed($0.magnitude * 100, 1) } ?? "n/a"
      table.add([
        row.figure, Numbers.percent(row.before.score.f1), Numbers.percent(row.after.score.f1), change,
        Numbers.fixed(row.pValue, 4),
      ])
    }
    return table
  }

  private func changes(_ comparison: Comparison) -> ReportTable {
    let kinds = Comparison.Change.Kind.allCases.map { "\($0.rawValue) \(comparison.count($0))" }
    var table = ReportTable(
      "What changed", anchor: "changes", columns: ["change", "document", "label", "start", "end", "text"],
      textColumns: [0, 1, 2, 5], note: kinds.joined(separator: "; ") + ". Offsets are code points.")
    for change in comparison.changes {
      table.add([
        change.kind.rawValue, change.document, change.label, String(change.start), String(change.end), change.text,
      ])
    }
    return table
  }

  private var causes: ReportTable {
    var table = ReportTable("Mistakes by cause", anchor: "causes", columns: ["cause", "mistakes"])
    for row in evaluation.causes { table.add([row.cause.rawValue, String(row.count)]) }
    return table
  }

  private var edits: ReportTable {
    var table = ReportTable(
      "Edits that would gain most", anchor: "edits", columns: ["gain", "edit", "where", "as in"],
      textColumns: [1, 2, 3],
      note: "Gain: errors (FP and FN) that would go; for a removal or another sense, less those that would come.")
    for edit in evaluation.edits {
      table.add([
        String(edit.gain), edit.action, edit.source?.description ?? "", edit.examples.joined(separator: ", "),
      ])
    }
    return table
  }

  private var sources: ReportTable {
    let shown = evaluation.sources.prefix(30)
    var table = ReportTable(
      "Lexicon lines and rules with most false positives", anchor: "sources",
      columns: ["source", "makes", "TP", "FP", "P"], textColumns: [0, 1],
      note: "\(evaluation.sources.count) fired"
        + (evaluation.sources.count > shown.count ? "; the JSON report has them all" : ""))
    for score in shown {
      let hits = HitCount(
        correct: score.truePositives, possible: 0, actual: score.truePositives + score.falsePositives)
      table.add([
        score.source.description, score.isRelation ? "relations" : "entities", String(score.truePositives),
        String(score.falsePositives), Numbers.percent(hits.score.precision),
      ])
    }
    return table
  }

  private var unused: ReportTable {
    var files: [String: Int] = [:]
    for source in evaluation.unusedSources { files[source.file, default: 0] += 1 }
    var table = ReportTable(
      "Lexicon lines and rules that never fired", anchor: "unused", columns: ["file", "lines"],
      note: "The JSON report names each line.")
    for (file, count) in files.sorted(by: { $0.key < $1.key }) { table.add([file, String(count)]) }
    return table
  }

  private var mistakes: ReportTable {
    let shown = evaluation.mistakes.prefix(mistakeLimit)
    let total = evaluation.causes.reduce(0) { $0 + $1.count }
    var table = ReportTable(
      "Mistakes", anchor: "mistakes", columns: ["cause", "where", "gold", "system", "source", "text"],
      textColumns: [0, 1, 2, 3, 4, 5], note: shown.count < total ? "\(shown.count) of \(total)." : nil)
    for mistake in shown {
      table.add([
        mistake.summary, "\(mistake.document):\(mistake.line)", DiagnosisTables.side(mistake.gold),
        DiagnosisTables.side(mistake.system), mistake.system?.source?.description ?? "",
        DiagnosisTables.oneLine("\(mistake.before)»\(mistake.focus)«\(mistake.after)"),
      ])
    }
    return table
  }

  private static func side(_ side: Mistake.Side?) -> String {
    guard let side else { return "" }
    return oneLine(side.text.hasPrefix(side.label + "(") ? side.text : "\(side.label) \(side.text)")
  }

  static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
