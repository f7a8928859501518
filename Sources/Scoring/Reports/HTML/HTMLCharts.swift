/// The charts of the HTML report, drawn with boxes and one drawing; each has its numbers beside it.
struct HTMLCharts {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  /// F1 as bars with the interval as a line.
  var scores: String {
    var rows = [("Entities, strict", "entities.strict.f1"), ("Entities, partial", "entities.partial.f1")]
    rows += evaluation.entities.rows.prefix(30).map { ("\($0.label)", "entities.\($0.label).f1") }
    if evaluation.sentences.documents > 0 { rows.append(("Sentences, exact", "sentences.exact.f1")) }
    if !evaluation.relations.rows.isEmpty {
      rows.append(("Relations, resolved", "relations.resolved.f1"))
      rows.append(("Relations, full", "relations.full.f1"))
      rows.append(("Arguments, resolved", "arguments.resolved.f1"))
    }
    if evaluation.coreference != nil { rows.append(("Referents, CoNLL", "coreference.conll")) }
    var values: [String: Figure] = [:]
    for figure in evaluation.figures { values[figure.name] = figure }
    var html = "<div class=\"bars\">"
    for (name, key) in rows {
      guard let figure = values[key] else { continue }
      html += "<span>\(HTMLText.escape(name))</span><span class=\"track\">" + bar(figure) + "</span>"
      html += "<span class=\"value\">\(Numbers.percent(figure.value))"
      if let interval = figure.interval {
        html += " <span class=\"small\">\(Numbers.percent(interval.low))–\(Numbers.percent(interval.high))</span>"
      }
      html += "</span>"
    }
    return html + "</div>"
  }

  private func bar(_ figure: Figure) -> String {
    guard let value = figure.value else { return "" }
    var html = "<span class=\"fill\" style=\"width:\(percent(value))\"></span>"
    if let interval = figure.interval {
      html +=
        "<span class=\"range\" style=\"left:\(percent(interval.low));width:"
        + "\(percent(interval.high - interval.low))\"></span>"
    }
    return html
  }

  private func percent(_ value: Double) -> String { Numbers.fixed(min(max(value, 0), 1) * 100, 2) + "%" }

  /// Precision against recall, a numbered point for each label.
  var precisionAgainstRecall: String {
    let points = evaluation.entities.rows.prefix(30).compactMap { row -> (label: String, p: Double, r: Double)? in
      let score = row.counts.exact.score
      guard let p = score.precision, let r = score.recall else { return nil }
      return (row.label, p, r)
    }
    guard !points.isEmpty else { return "<p class=\"note\">No label has both precision and recall.</p>" }
    let lowest = points.map { min($0.p, $0.r) }.min() ?? 0
    let floor = Double(max(0, Int(lowest * 10) - (lowest >= 1 ? 1 : 0))) / 10
    func x(_ value: Double) -> String { Numbers.fixed(60 + (value - floor) / (1 - floor) * 400, 1) }
    func y(_ value: Double) -> String { Numbers.fixed(440 - (value - floor) / (1 - floor) * 400, 1) }
    var svg = "<svg viewBox=\"0 0 480 500\" role=\"img\" aria-label=\"Precision against recall per label\">"
    for step in 0...4 {
      let value = floor + (1 - floor) * Double(step) / 4
      svg += "<line class=\"axis\" x1=\"60\" x2=\"460\" y1=\"\(y(value))\" y2=\"\(y(value))\"/>"
      svg += "<line class=\"axis\" y1=\"40\" y2=\"440\" x1=\"\(x(value))\" x2=\"\(x(value))\"/>"
      svg += "<text x=\"52\" y=\"\(y(value))\" text-anchor=\"end\" dy=\"5\">\(Numbers.fixed(value * 100, 0))</text>"
      svg += "<text x=\"\(x(value))\" y=\"462\" text-anchor=\"middle\">\(Numbers.fixed(value * 100, 0))</text>"
    }
    svg += "<text x=\"260\" y=\"492\" text-anchor=\"middle\">recall %</text>"
    svg += "<text x=\"4\" y=\"22\">precision %</text>"
    var legend = "<ol>"
    for (index, point) in points.enumerated() {
      svg += "<circle cx=\"\(x(point.r))\" cy=\"\(y(point.p))\" r=\"10\"><title>\(HTMLText.escape(point.label))</title>"
      svg += "</circle><text class=\"dot\" x=\"\(x(point.r))\" y=\"\(y(point.p))\" dy=\"4\" text-anchor=\"middle\">"
      svg += "\(index + 1)</text>"
      legend += "<li>\(HTMLText.escape(point.label)): P \(Numbers.percent(point.p)), R \(Numbers.percent(point.r))</li>"
    }
    return "<div class=\"plot\">\(svg)</svg>\(legend)</ol></div>"
  }

  /// The confusion matrix, each cell shaded by its share of the row.
  var confusion: String {
    let matrix = evaluation.entities.confusion
    let size = matrix.labels.count + 1
    var html = "<div class=\"wide\"><table class=\"heat\"><thead><tr><th class=\"t\">gold ↓ answer →</th>"
    for column in 0..<size { html += "<th>\(HTMLText.escape(matrix.name(column)))</th>" }
    html += "</tr></thead><tbody>"
    for (row, counts) in matrix.counts.enumerated() {
      let sum = max(1, counts.reduce(0, +))
      html += "<tr><th class=\"t\">\(HTMLText.escape(matrix.name(row)))</th>"
      for (column, count) in counts.enumerated() {
        if row == size - 1 && column == size - 1 {
          html += "<td></td>"
          continue
        }
        let colour = row == column ? "--good" : "--bad"
        let share = Numbers.fixed(Double(count) / Double(sum), 3)
        html += count == 0 ? "<td>0</td>" : "<td style=\"--c:var(\(colour));--v:\(share)\">\(count)</td>"
      }
      html += "</tr>"
    }
    return html + "</tbody></table></div>"
  }

  /// Boundary errors by kind as bars.
  var boundaries: String {
    let kinds = BoundaryErrors.Kind.allCases.map { ($0, evaluation.entities.boundaryErrors.total($0)) }
    let largest = max(1, kinds.map(\.1).max() ?? 1)
    var html = "<div class=\"bars\">"
    for (kind, count) in kinds {
      html += "<span>\(kind.rawValue)</span><span class=\"track\"><span class=\"fill\" style=\"width:"
      html += "\(percent(Double(count) / Double(largest)))\"></span></span><span class=\"value\">\(count)</span>"
    }
    return html + "</div>"
  }
}
