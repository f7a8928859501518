/// The table of documents, and their texts with gold and answers side by side.
struct HTMLDocuments {
  private let evaluation: Evaluation
  private static let rowLimit = 1_000

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  var table: ReportTable {
    let shown = evaluation.documents.prefix(HTMLDocuments.rowLimit)
    var table = ReportTable(
      "Documents", anchor: "documents",
      columns: ["document"] + ReportTable.hitColumns + ["relations TP", "FP", "FN", "F1"],
      note: shown.count < evaluation.documents.count
        ? "The first \(shown.count) of \(evaluation.documents.count); the JSON report has them all." : nil)
    for document in shown {
      let relations = document.relations
      table.add(
        [document.name] + ReportTable.cells(document.entities)
          + [relations.correct, relations.spurious, relations.missing].map(String.init)
          + [Numbers.percent(relations.score.f1)])
    }
    return table
  }

  var texts: String {
    var colours: [String: Int] = [:]
    for (index, label) in evaluation.entities.confusion.labels.enumerated() { colours[label] = index }
    var html = "<p class=\"note\">A dashed frame marks a span that the other side doesn't have exactly. "
    html += "\(evaluation.pages.count) of \(evaluation.documents.count) documents.</p>"
    for page in evaluation.pages {
      let missed = page.gold.count { !$0.isExact }
      let wrong = page.system.count { !$0.isExact }
      html += "<details><summary>\(HTMLText.escape(page.name)) <span class=\"small\">\(missed) missed, \(wrong) wrong"
      html += "</span></summary><div class=\"sides\"><div><h4>gold</h4>"
      html += HTMLText.highlight(page.text, page.gold, colours: colours) + "</div><div><h4>system</h4>"
      html += HTMLText.highlight(page.text, page.system, colours: colours) + "</div></div></details>"
    }
    return html
  }
}
