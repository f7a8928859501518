/// The report for a browser: one file that loads nothing and reads without a script.
struct HTMLReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  private struct Section {
    var anchor: String
    var title: String
    var body: String
  }

  func text() -> String {
    let sections = self.sections
    var html = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data:"><link rel="icon" href="data:,">
      <title>Evaluation</title><style>
      \(HTMLStyle.css)
      </style></head><body><h1>Evaluation</h1><ul class="summary">
      """
    for line in ReportSummary(evaluation).lines {
      let warns = line.hasPrefix("warning") || line.hasSuffix("FAILED")
      html += "<li\(warns ? " class=\"warn\"" : "")>\(HTMLText.escape(line))</li>"
    }
    html += "</ul><nav>"
    for section in sections { html += "<a href=\"#\(section.anchor)\">\(section.anchor)</a>" }
    html += "</nav>\n"
    for section in sections {
      html +=
        "<section id=\"\(section.anchor)\"><h2>\(HTMLText.escape(section.title))</h2>\n\(section.body)</section>\n"
    }
    return html + "<script>\n\(HTMLStyle.script)\n</script></body></html>\n"
  }

  private var sections: [Section] {
    let charts = HTMLCharts(evaluation)
    let documents = HTMLDocuments(evaluation)
    var sections = [
      Section(anchor: "chart", title: "F1 with 95% intervals", body: charts.scores),
      Section(anchor: "plot", title: "Precision against recall", body: charts.precisionAgainstRecall),
    ]
    for table in ScoreTables(evaluation).tables {
      var section = Section(anchor: table.anchor, title: table.title, body: HTMLReport.table(table))
      if table.anchor == "confusion" { section.body = charts.confusion }
      if table.anchor == "boundaries" { section.body = charts.boundaries + section.body }
      sections.append(section)
    }
    for table in DiagnosisTables(evaluation, mistakes: 0).tables {
      sections.append(Section(anchor: table.anchor, title: table.title, body: HTMLReport.table(table)))
    }
    sections.append(Section(anchor: "mistakes", title: "Mistakes", body: HTMLMistakes(evaluation).section))
    sections.append(Section(anchor: "documents", title: "Documents", body: HTMLReport.table(documents.table)))
    if !evaluation.pages.isEmpty {
      sections.append(Section(anchor: "side-by-side", title: "Gold and system side by side", body: documents.texts))
    }
    return sections
  }

  static func table(_ table: ReportTable) -> String {
    func cell(_ tag: String, _ column: Int, _ text: String) -> String {
      "<\(tag)\(table.textColumns.contains(column) ? " class=\"t\"" : "")>\(HTMLText.escape(text))</\(tag)>"
    }
    var html = "<div class=\"wide\"><table><thead><tr>"
    for (column, name) in table.columns.enumerated() { html += cell("th", column, name) }
    html += "</tr></thead><tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (column, text) in row.enumerated() { html += cell("td", column, text) }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>"
    if let note = table.note { html += "<p class=\"note\">\(HTMLText.escape(note))</p>" }
    return html
  }
}
