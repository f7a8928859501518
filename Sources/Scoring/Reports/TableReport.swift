/// The report for a terminal: tables in aligned columns.
struct TableReport {
  private let evaluation: Evaluation
  private let mistakes: Int

  /// At most `mistakes` are listed.
  init(_ evaluation: Evaluation, mistakes: Int) {
    self.evaluation = evaluation
    self.mistakes = mistakes
  }

  func text() -> String {
    var parts = [ReportSummary(evaluation).lines.joined(separator: "\n")]
    for table in ScoreTables(evaluation).tables + DiagnosisTables(evaluation, mistakes: mistakes).tables {
      parts.append(TableReport.aligned(table))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Longer cells are cut; the other formats have them whole.
  private static let longestCell = 72

  static func aligned(_ table: ReportTable) -> String {
    let rows = ([table.columns] + table.rows).map { $0.map(shortened) }
    var widths = [Int](repeating: 0, count: table.columns.count)
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], cell.unicodeScalars.count)
      }
    }
    var lines = [table.title.uppercased()]
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() where column < widths.count {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += table.textColumns.contains(column) ? cell + padding : padding + cell
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    if let note = table.note { lines.append(note) }
    return lines.joined(separator: "\n")
  }

  private static func shortened(_ cell: String) -> String {
    guard cell.unicodeScalars.count > longestCell else { return cell }
    return String(String.UnicodeScalarView(cell.unicodeScalars.prefix(longestCell - 1))) + "…"
  }
}
