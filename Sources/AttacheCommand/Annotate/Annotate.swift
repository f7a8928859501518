import Attache

/// `attache annotate`.
enum Annotate {
  static let from = Option(
    "from", value: "FORMAT", choices: ["auto"] + InputFormat.allCases.map(\.rawValue),
    help: "How inputs are read. auto (the default) goes by the ending of the name, else by the first character.")
  static let to = Option(
    "to", value: "FORMAT", choices: ["jsonl", "brat", "terminal"],
    help: "What is written; on a terminal the default is the readable view, in a pipe or file JSON Lines.")
  static let output = Option("output", "o", value: "PATH", help: "Write there; for brat a folder.")
  static let force = Option("force", "f", help: "Write over brat annotations that are there already.")
  static let jobs = Option("jobs", "j", value: "N", help: "Threads; one for each core unless given.")
  static let strict = Option("strict", help: "Exit with 1 when an input couldn't be read.")
  static let quiet = Option("quiet", "q", help: "No warnings and no summary.")

  static let command = Command(
    name: "annotate", summary: "Find people, titles, countries, organisations, places, dates and relations",
    operands: "[FILE|FOLDER|-]…", operandCount: 0...Int.max,
    about: """
      Annotates texts and writes one record for each: entities, referents and relations with their sources.

      A text file is one document; a JSON Lines file (.jsonl) holds one object with "text" and "id" a line, and every line \
      is answered by exactly one line, in order. Folders are walked. Without a file, or for -, standard input is read.
      """,
    options: [from, to, output] + ResourceOptions.all + [jobs, strict, force, quiet],
    examples: [
      ("attache annotate news.txt", "the annotated text, readable on a terminal"),
      ("attache annotate archive/ -o archive.jsonl", "every .txt and .jsonl file below a folder"),
      ("zcat news.jsonl.gz | attache annotate --from jsonl | gzip > out.jsonl.gz", "as a step of a pipeline"),
      ("attache annotate --lexicon my-names.tsv news.txt", "with names of your own"),
    ],
    run: run)

  @Sendable
  private static func run(_ arguments: Arguments) throws -> ExitCode {
    let jobs = try jobCount(arguments)
    let format = try outputFormat(arguments)
    let pipeline = try ResourceOptions.pipeline(arguments)
    let sink = try sink(format, arguments)
    let annotator = Annotator(pipeline: pipeline, format: format)
    // Records on the same terminal would be torn apart by it.
    let isApart = arguments.value(output) != nil || !SystemCalls.isTerminal(1)
    let run = AnnotateRun(
      sink: sink, workers: OrderedWorkers(jobs: jobs, process: annotator.process),
      showsProgress: isApart && SystemCalls.isTerminal(2) && !arguments.has(quiet))
    try run.annotate(
      arguments.operands.isEmpty ? ["-"] : arguments.operands,
      from: arguments.value(from).flatMap(InputFormat.init(rawValue:)))
    if !arguments.has(quiet) { run.printSummary() }
    if run.isInputMissing { return .noInput }
    return run.failures > 0 && arguments.has(strict) ? .failure : .success
  }

  /// Threads to use.
  static func jobCount(_ arguments: Arguments) throws -> Int {
    try arguments.integer(jobs, in: 1...256) ?? min(SystemCalls.processorCount, 256)
  }

  private static func outputFormat(_ arguments: Arguments) throws -> OutputFormat {
    let isTerminal = arguments.value(output) == nil && SystemCalls.isTerminal(1)
    switch arguments.value(to) ?? (isTerminal ? "terminal" : "jsonl") {
    case "terminal": return .terminal(colour: isTerminal && SystemCalls.environment("NO_COLOR") == nil)
    case "brat": return .brat
    default: return .jsonl
    }
  }

  private static func sink(_ format: OutputFormat, _ arguments: Arguments) throws -> any Sink {
    let path = arguments.value(output)
    if format == .brat {
      return try BratSink(folder: path, mayReplace: arguments.has(force), error: arguments.error)
    }
    guard let path else { return StreamSink(.standard()) }
    if let status = try? SystemCalls.status(of: path) {
      if status.kind == .folder { throw arguments.error("'\(path)' is a folder; give a file, or --to brat") }
      for input in arguments.operands where status.kind == .file && input != "-" {
        guard (try? SystemCalls.status(of: input))?.identity != status.identity else {
          throw arguments.error("'\(path)' is an input too; write to another file")
        }
      }
    }
    return StreamSink(try OutputStream.file(path))
  }
}
