import Attache

/// `attache explain`.
enum Explain {
  static let span = Option(
    "span", "s", value: "A:B", help: "Only what touches these code points of the text, the end not included.")
  static let classes = Option("classes", help: "Prints the token classes that entity rules may name.")
  static let forms = Option(
    "forms", value: "RULE", help: "Shows the shapes that are derived from a relation rule, with a sentence of each.")
  static let command = Command(
    name: "explain", summary: "Show which lexicon line or rule made an annotation",
    operands: "[TEXT|FILE]", operandCount: 0...1,
    about: """
      Annotates a text and shows for every entity and relation the lexicon line or rule that made it, with file and line, \
      and every other sense that the lexicons have for the words.

      The argument is a file, or the text itself. With --forms it is left out: every statement of a relation rule is \
      shown in the active, passive, relative and other shapes, those that the rule switches off marked with [off].
      """,
    options: [span, forms, classes] + ResourceOptions.all,
    examples: [
      ("attache explain 'Prime Minister Ana Belo met her Chadian counterpart.'", "everything in a sentence"),
      ("attache explain news.txt --span 101:130", "one place of a file"),
      ("attache explain --forms meet", "how a meeting can be said"),
    ],
    run: run)

  @Sendable
  private static func run(_ arguments: Arguments) throws -> ExitCode {
    if arguments.has(classes) { return try print(TokenClass.allCases.map { $0.text + "\n" }.joined()) }
    let resources = try ResourceOptions.resources(arguments)
    if let name = arguments.value(forms) { return try showForms(of: name, resources, arguments) }
    guard let operand = arguments.operands.first else { throw arguments.error("something is missing: TEXT|FILE") }
    let isFile = (try? SystemCalls.status(of: operand))?.kind == .file
    let text = isFile ? try ResourceOptions.readNamedFile(operand) : Array(operand.utf8)
    let index = CodePointIndex(text)
    let wanted = try arguments.value(span).map { try read(span: $0, index, arguments) }
    let explanation = Explanation(
      pipeline: try Pipeline(resources: resources), resources: resources, text: text, index: index)
    return try print(explanation.text(touching: wanted ?? ByteSpan(0, text.count)))
  }

  private static func showForms(of name: String, _ resources: Resources, _ arguments: Arguments) throws -> ExitCode {
    if let operand = arguments.operands.first {
      throw arguments.error("too much: '\(operand)'; --forms takes a rule and no text")
    }
    let pipeline = try Pipeline(resources: resources)
    let found = RelationForm.forms(of: name, in: pipeline)
    guard !found.isEmpty else {
      let names = RelationForm.names(in: pipeline)
      let hint = Suggestion.phrase(for: name, in: names)
      throw arguments.error(
        "no relation rule '\(name)'\(hint.isEmpty ? "; there are: \(names.joined(separator: ", "))" : hint)")
    }
    return try print(FormList.text(found))
  }

  private static func read(span: String, _ index: CodePointIndex, _ arguments: Arguments) throws -> ByteSpan {
    let numbers = span.split(whereSeparator: { $0 == ":" || $0 == "-" }).map { Int($0) }
    guard numbers.count == 2, let start = numbers[0], let end = numbers[1] else {
      throw arguments.error("--span takes two offsets, as in 101:130, not '\(span)'")
    }
    guard let bytes = index.bytes(start, end) else {
      throw arguments.error("--span \(span) isn't inside of the text's \(index.count) code points")
    }
    return bytes
  }
}
