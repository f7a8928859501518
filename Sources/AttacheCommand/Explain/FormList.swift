import Attache

/// The shapes of a relation rule as a text: each statement, and below it a sentence for each shape.
enum FormList {
  static func text(_ forms: [RelationForm]) -> String {
    let width = (forms.map(\.shape.rawValue.count).max() ?? 0) + 2
    var lines: [String] = []
    var statement: (Source, Int)?
    for form in forms {
      if statement?.0 != form.rule { lines.append("\(form.name) (\(form.rule))") }
      if statement?.0 != form.rule || statement?.1 != form.line {
        lines.append("  \(form.rule.file):\(form.line): \(form.statement)")
      }
      statement = (form.rule, form.line)
      let shape = form.shape.rawValue
      let gap = String(repeating: " ", count: width - shape.count)
      lines.append("    \(shape)\(gap)\(form.sentence)" + (form.isOff ? "  [off]" : ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
