import Attache

/// Runs the examples of entity rules: `yes:` lines must find the words in brackets, `no:` lines must not.
enum RuleExamples {
  /// One diagnostic for each example that fails.
  static func failures(of pipeline: Pipeline) -> [Diagnostic] {
    var analysis = Analysis()
    var failures: [Diagnostic] = []
    for block in pipeline.rules.blocks {
      guard let label = block.value("entity") else { continue }
      for field in block.fields where field.key == "yes" || field.key == "no" {
        let (text, wanted) = split(field.value)
        let document = pipeline.annotate(id: block.name, text: text, in: &analysis)
        let found = document.entities.filter { $0.label == label }
        let problem =
          field.key == "yes"
          ? missing(wanted, found, document) : unwanted(wanted, found.filter { $0.source == block.source }, document)
        if let problem {
          failures.append(
            Diagnostic(
              file: block.file, line: field.line, column: field.column,
              "the example of rule '\(block.name)' fails: \(problem)"))
        }
      }
    }
    return failures
  }

  /// The text without its brackets, and the spans that stood in them.
  static func split(_ example: String) -> (text: [UInt8], spans: [ByteSpan]) {
    var text: [UInt8] = []
    var spans: [ByteSpan] = []
    var start: Int?
    for byte in example.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = text.count
      case UInt8(ascii: "]"):
        if let start { spans.append(ByteSpan(start, text.count)) }
        start = nil
      default: text.append(byte)
      }
    }
    return (text, spans)
  }

  private static func missing(_ wanted: [ByteSpan], _ found: [Entity], _ document: Document) -> String? {
    guard let lost = wanted.first(where: { span in !found.contains { $0.span == span } }) else { return nil }
    let overlapping = found.filter { $0.span.overlaps(lost) }.map { "'\(document.string($0.span))'" }
    let instead = overlapping.isEmpty ? "nothing there" : overlapping.joined(separator: ", ")
    return "wanted '\(document.string(lost))', found \(instead); change the rule, or move the brackets"
  }

  private static func unwanted(_ spans: [ByteSpan], _ found: [Entity], _ document: Document) -> String? {
    let hit = found.first { entity in spans.isEmpty || spans.contains(entity.span) }
    return hit.map { "found '\(document.string($0.span))', which it must not; add a condition to the rule" }
  }
}
