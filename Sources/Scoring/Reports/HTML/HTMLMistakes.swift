/// The error browser: every kept mistake in its context, with filters.
struct HTMLMistakes {
  private let evaluation: Evaluation
  /// A page of tens of thousands of entries helps nobody.
  private static let limit = 2_000

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  var section: String {
    let total = evaluation.causes.reduce(0) { $0 + $1.count }
    guard total > 0 else { return "<p>No mistakes.</p>" }
    let shown = evaluation.mistakes.prefix(HTMLMistakes.limit)
    var html = "<p class=\"note\" id=\"shown\">\(shown.count) of \(total) mistakes</p>"
    html += "<form id=\"filter\" class=\"filter\" hidden>"
    for (name, title) in [("label", "label"), ("cause", "kind"), ("document", "document"), ("source", "source")] {
      html += "<label>\(title)<select name=\"\(name)\"><option value=\"\">all</option></select></label>"
    }
    html += "<button type=\"reset\">show all</button></form>"
    for mistake in shown { html += article(mistake) }
    if shown.count < total { html += "<p class=\"note\">The first \(shown.count) of \(total) are listed.</p>" }
    return html
  }

  private func article(_ mistake: Mistake) -> String {
    let labels = Set([mistake.gold?.label, mistake.system?.label].compactMap { $0 }).sorted().joined(separator: "\n")
    var html = "<article class=\"mistake\" data-label=\"\(HTMLText.escape(labels))\""
    html += " data-cause=\"\(mistake.cause.rawValue)\" data-document=\"\(HTMLText.escape(mistake.document))\""
    html += " data-source=\"\(HTMLText.escape(mistake.system?.source?.description ?? ""))\">"
    html += "<h3>\(HTMLText.escape(mistake.summary)) <span class=\"where\">\(HTMLText.escape(mistake.document)), "
    html += "line \(mistake.line)</span></h3><p>\(HTMLText.escape(mistake.before))"
    html += "<span class=\"focus\">\(HTMLText.escape(mistake.focus))</span>\(HTMLText.escape(mistake.after))</p>"
    html += side("gold", "gold", mistake.gold) + side("answer", "system", mistake.system)
    return html + "</article>"
  }

  private func side(_ title: String, _ style: String, _ side: Mistake.Side?) -> String {
    var value = "nothing"
    if let side {
      value = "<b>\(HTMLText.escape(side.label))</b> \(HTMLText.escape(side.text)) "
      value += "<span class=\"small\">\(side.start)–\(side.end)"
      if let source = side.source { value += ", \(HTMLText.escape(source.description))" }
      value += "</span>"
    }
    return "<dl class=\"\(style)\"><dt>\(title)</dt><dd>\(value)</dd></dl>"
  }
}
