import Attache
import Scoring

/// `attache evaluate`.
enum Evaluate {
  static let labels = Option("label", value: "LABEL", repeats: true, help: "Scores only entities of this label.")
  static let map = Option(
    "map", value: "FILE", help: "Renames labels: a .tsv of label, new label (or -) and gold, system or nothing.")
  static let ignore = Option(
    "ignore", value: "LABEL", repeats: true, help: "Scores nothing inside of gold entities of this label.")
  static let singletons = Option(
    "singletons", value: "POLICY", choices: ["keep", "drop"], help: "Whether referents with one mention are scored.")
  static let gate = Option(
    "fail-under", value: "GATE", repeats: true,
    help: "Exits with 1 below a limit: 0.9 for the strict F1 of entities, or a figure as in relations.full.f1>=0.8.")
  static let baseline = Option(
    "baseline", value: "RUN", help: "Compares with the output of another run: what was fixed, what broke.")
  static let format = Option(
    "format", value: "FORMAT", choices: ReportFormat.allCases.map(\.rawValue),
    help: "How the report is written; without it the ending of --output decides, else it is a table.")
  static let errors = Option("errors", "e", value: "N", help: "How many mistakes the report lists.")
  static let rounds = Option(
    "rounds", value: "N", help: "Rounds of the bootstrap and of the significance test; 0 leaves them out.")
  static let seed = Option("seed", value: "N", help: "Seed of the random draws.")
  static let output = Option("output", "o", value: "FILE", help: "Writes the report there.")

  static let command = Command(
    name: "evaluate", summary: "Score annotations against gold",
    operands: "GOLD [SYSTEM]", operandCount: 1...2,
    about: """
      Scores entities, sentences, relations and referents against gold: a folder of brat files (.txt and .ann), one such \
      file, or JSON Lines.

      SYSTEM is the output to score, in the same formats; without it the texts of the gold are annotated and that is scored. \
      Documents are paired by name, and their texts must be equal. What is undefined is n/a, never 0 or 1.
      """,
    options: [
      labels, map, ignore, singletons, gate, baseline, format, errors, rounds, seed, output,
    ] + ResourceOptions.all + [Annotate.jobs],
    examples: [
      ("attache evaluate Evaluation/gold", "how good the built-in lexicons and rules are"),
      ("attache evaluate gold/ run.jsonl --format html -o report.html", "a report of another tool's output"),
      ("attache evaluate gold/ --fail-under 0.95 --fail-under 'relations.full.f1>=0.8'", "as a gate"),
    ],
    run: run)

  @Sendable
  private static func run(_ arguments: Arguments) throws -> ExitCode {
    var options = try evaluationOptions(arguments)
    let format = reportFormat(arguments)
    let gold = try load(arguments.operands[0])
    let names = Set(gold.map(\.id))
    let system: [Document]
    if arguments.operands.count == 2 {
      system = try load(arguments.operands[1], names: names)
    } else {
      let pipeline = try ResourceOptions.pipeline(arguments)
      options.knownSources = knownSources(pipeline)
      system = annotate(gold, pipeline, jobs: try Annotate.jobCount(arguments))
    }
    let baseline = try arguments.value(baseline).map { try load($0, names: names) }
    let evaluation = try Scoring.evaluate(gold: gold, system: system, baseline: baseline, options: options)
    let stream = try arguments.value(output).map(OutputStream.file) ?? .standard()
    let mistakes = try arguments.integer(errors, in: 0...10_000_000) ?? 20
    try stream.write(evaluation.render(as: format, mistakes: mistakes))
    try stream.close()
    return evaluation.passed ? .success : .failure
  }

  private static func evaluationOptions(_ arguments: Arguments) throws -> EvaluationOptions {
    var options = EvaluationOptions()
    options.labels = Set(arguments.values(labels).flatMap { $0.split(separator: ",").map(String.init) })
    options.ignoreLabels = Set(arguments.values(ignore).flatMap { $0.split(separator: ",").map(String.init) })
    options.singletons = arguments.value(singletons) == "drop" ? .drop : .keep
    options.gates = try arguments.values(gate).map { text in
      do {
        return try Gate(parsing: text)
      } catch {
        throw arguments.error("--fail-under takes a limit, as in 0.95 or relations.full.f1>=0.8, not '\(text)'")
      }
    }
    if let rounds = try arguments.integer(rounds, in: 0...10_000_000) { options.rounds = rounds }
    if let seed = try arguments.integer(seed, in: 0...Int.max) { options.seed = UInt64(seed) }
    if let errors = try arguments.integer(errors, in: 0...10_000_000) { options.mistakeLimit = errors }
    if let path = arguments.value(map) {
      let text = String(decoding: try ResourceOptions.readNamedFile(path), as: UTF8.self)
      options.labelMap = try LabelMap(parsing: text, file: path)
    }
    return options
  }

  private static func reportFormat(_ arguments: Arguments) -> ReportFormat {
    if let format = arguments.value(format).flatMap(ReportFormat.init(rawValue:)) { return format }
    switch arguments.value(output)?.split(separator: ".").last {
    case "json": return .json
    case "md": return .markdown
    case "html": return .html
    default: return .table
    }
  }

  private static func load(_ path: String, names: Set<String>? = nil) throws -> [Document] {
    var loader = DocumentLoader()
    try loader.load(path)
    // A score of half a document would be no score.
    guard loader.diagnostics.isEmpty else { throw LoadError(loader.diagnostics) }
    if loader.documents.isEmpty {
      throw Failure(code: "empty", message: "no annotated document; expected .ann with .txt, or .jsonl", file: path)
    }
    if let names { loader.rename(to: names) }
    return loader.documents
  }

  private static func annotate(_ gold: [Document], _ pipeline: Pipeline, jobs: Int) -> [Document] {
    let workers = OrderedWorkers<Document, Document>(jobs: jobs) { pipeline.annotate(id: $0.id, text: $0.text) }
    defer { workers.finish() }
    var system: [Document] = []
    for document in gold {
      if workers.isFull, let done = workers.take() { system.append(done) }
      workers.submit(document)
    }
    while let done = workers.take() { system.append(done) }
    return system
  }

  private static func knownSources(_ pipeline: Pipeline) -> [Source] {
    pipeline.lexicon.entries.indices.map { pipeline.lexicon.source(of: UInt32($0)) }
      + pipeline.rules.blocks.map(\.source)
  }
}
