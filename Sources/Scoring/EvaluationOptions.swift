import Attache

/// What is scored and how the figures are made.
public struct EvaluationOptions: Sendable {
  /// Entity labels to score; empty for all.
  public var labels: Set<String> = []
  /// Renames or leaves out labels of either side.
  public var labelMap = LabelMap()
  /// Entities with these labels mark regions where nothing is scored.
  public var ignoreLabels: Set<String> = []
  /// Regions by document name (UTF-8 bytes) where nothing is scored.
  public var ignoreSpans: [String: [ByteSpan]] = [:]
  /// Whether labels that only the system used take part in the macro average.
  public var macroIncludesSystemLabels = false
  /// Whether referents with one mention are scored.
  public var singletons = Singletons.keep
  /// Roles that may change places in a relation, as `["meet": ["Arg1", "Arg2"]]`.
  public var symmetricRoles: [String: Set<String>] = [:]
  /// Roles whose value is a stretch of text, not a referent.
  public var textRoles: Set<String> = ["document", "content", "position", "title"]
  /// Bootstrap rounds for the 95% intervals and rounds of the randomisation test; 0 leaves both out.
  public var rounds = 10_000
  /// Seed of all random draws.
  public var seed: UInt64 = 20_250_601
  /// Mistakes kept with text and context; all are counted.
  public var mistakeLimit = 5_000
  /// Documents kept with their text for the side-by-side view of the HTML report.
  public var pageLimit = 200
  /// Lexicon lines and rules that could have fired, to tell those that never did.
  public var knownSources: [Source] = []
  /// Figures that must not be below a limit.
  public var gates: [Gate] = []

  /// What happens to referents with one mention in coreference scores.
  public enum Singletons: String, Sendable { case keep, drop }

  /// The defaults.
  public init() {}

  func scores(label: String) -> Bool { labels.isEmpty || labels.contains(label) }
}

/// Why two sets of documents can't be scored: one line for each problem, naming the document.
public struct EvaluationError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do, one problem each.
  public var problems: [String]

  /// Makes an error of its problems.
  public init(problems: [String]) { self.problems = problems }

  /// The problems, a line each.
  public var description: String { problems.joined(separator: "\n") }
}
