/// The report as Markdown tables.
struct MarkdownReport {
  private let evaluation: Evaluation
  private let mistakes: Int

  /// At most `mistakes` are listed.
  init(_ evaluation: Evaluation, mistakes: Int) {
    self.evaluation = evaluation
    self.mistakes = mistakes
  }

  func text() -> String {
    var parts = ["# Evaluation", ReportSummary(evaluation).lines.map { "- " + escape($0) }.joined(separator: "\n")]
    for table in ScoreTables(evaluation).tables + DiagnosisTables(evaluation, mistakes: mistakes).tables {
      parts.append("## " + escape(table.title))
      if !table.rows.isEmpty { parts.append(rows(table)) }
      if let note = table.note { parts.append(escape(note)) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func rows(_ table: ReportTable) -> String {
    var lines = ["| " + table.columns.map(escape).joined(separator: " | ") + " |"]
    let rule = table.columns.indices.map { table.textColumns.contains($0) ? "---" : "---:" }
    lines.append("| " + rule.joined(separator: " | ") + " |")
    for row in table.rows { lines.append("| " + row.map(escape).joined(separator: " | ") + " |") }
    return lines.joined(separator: "\n")
  }

  private func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "*", "_", "`", "<", "[", "]", "\\": result += "\\" + String(scalar)
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
