import Attache

/// Runs the examples of rules: what `yes:` lines say must be found, what `no:` lines say must not.
///
/// An entity rule marks words with brackets: `yes: President [Daro Menkes] spoke.` A relation rule states the arguments
/// behind an arrow, each as `role="words"`: a role that is named must have exactly these values, by the words or by the
/// referent's name, an article before them or not. `polarity`, `modality`, `count`, `status`, `date`, `place`, `topic` and
/// `attribution` may be named too.
enum RuleExamples {
  /// One diagnostic for each example that fails.
  static func failures(of pipeline: Pipeline) -> [Diagnostic] {
    var analysis = Analysis()
    var failures: [Diagnostic] = []
    for block in pipeline.rules.blocks {
      for field in block.fields where field.key == "yes" || field.key == "no" {
        let problem: String?
        if let label = block.value("entity") {
          let (text, wanted) = split(field.value)
          let document = pipeline.annotate(id: block.name, text: text, in: &analysis)
          let found = document.entities.filter { $0.label == label }
          problem =
            field.key == "yes"
            ? missing(wanted, found, document) : unwanted(wanted, found.filter { $0.source == block.source }, document)
        } else if let label = block.value("relation") {
          let example = RelationExample(field.value)
          let document = pipeline.annotate(id: block.name, text: Array(example.text.utf8), in: &analysis)
          problem = example.problem(label: label, isWanted: field.key == "yes", in: document)
        } else {
          continue
        }
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
