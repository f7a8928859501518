import Attache

/// `attache check`.
enum Check {
  static let command = Command(
    name: "check", summary: "Check lexicons, rules and gold",
    operands: "[PATH]…", operandCount: 0...Int.max,
    about: """
      Checks lexicons (.tsv), rules (.rules) and gold (.txt with .ann, .jsonl): files, or folders of them. Rules are \
      run on their own examples. Gold is held against the guideline: spans, labels, roles, overlaps, sentences. Without \
      PATH the built-in lexicons and rules are checked.

      Every mistake is told with its file, line and column. Exits with 65 for mistakes in lexicons and rules, 1 for \
      mistakes in gold and for examples that fail.
      """,
    options: ResourceOptions.all,
    examples: [
      ("attache check mine.tsv mine.rules", "before they are used"),
      ("attache check Evaluation/gold", "after annotating"),
    ],
    run: run)

  @Sendable
  private static func run(_ arguments: Arguments) throws -> ExitCode {
    var resources = try ResourceOptions.resources(arguments)
    var gold = DocumentLoader()
    gold.checksGuideline = true
    for path in arguments.operands {
      let files = try ResourceOptions.read(path, endings: [".tsv", ".rules"])
      let holdsGold = try gold.holdsDocuments(path)
      if holdsGold {
        try gold.load(path)
      } else if files.isEmpty {
        throw Failure(code: "empty", message: "nothing to check: no .tsv, .rules, .ann or .jsonl", file: path)
      }
      // A copy of a built-in file is checked in its place, not on top of it.
      let names = Set(files.map(ResourceOptions.lastComponent))
      resources.files.removeAll { names.contains($0.name) }
      resources.files += files.filter { $0.name.hasSuffix(".tsv") || $0.name.hasSuffix(".rules") }
    }
    let pipeline = try Pipeline(resources: resources)
    let problems =
      pipeline.warnings + LexiconLint.warnings(in: pipeline.lexicon) + RuleExamples.failures(of: pipeline)
      + gold.diagnostics
    for problem in problems { Messages.print(problem.description) }
    let errors = problems.count { $0.severity == .error }
    let rules = pipeline.rules.blocks.count
    Messages.print(
      "attache: checked \(pipeline.lexicon.files.count) lexicons, \(rules) rules, \(gold.documents.count) gold documents: "
        + (errors == 0 ? "no mistake" : errors == 1 ? "1 mistake" : "\(errors) mistakes"))
    return errors == 0 ? .success : .failure
  }
}
