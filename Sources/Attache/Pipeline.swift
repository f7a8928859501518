/// Turns text into annotated documents: a list of stages over one lexicon and one rule book.
///
/// A pipeline is immutable and may be used from many threads at once; every call works on memory of its own.
public struct Pipeline: Sendable {
  /// The lexicon index.
  public let lexicon: Lexicon
  /// The compiled rules.
  public let rules: RuleBook
  /// The stages in their order.
  public let stages: [any Stage]
  /// Warnings of loading; errors were thrown.
  public let warnings: [Diagnostic]

  /// Loads lexicons and rules and builds the standard pipeline; throws `LoadError` with every mistake found.
  public init(resources: Resources = .embedded) throws {
    let loaded = try Pipeline.load(resources)
    try self.init(
      lexicon: loaded.lexicon, rules: loaded.rules, warnings: loaded.warnings,
      stages: Pipeline.standard(loaded.lexicon, loaded.rules))
  }

  /// Builds a pipeline of stages; throws `StageOrderError` when a stage lacks a layer.
  public init(lexicon: Lexicon, rules: RuleBook, warnings: [Diagnostic] = [], stages: [any Stage]) throws {
    var provided: Set<Layer> = []
    for stage in stages {
      let missing = stage.requires.subtracting(provided).sorted { $0.rawValue < $1.rawValue }
      guard missing.isEmpty else { throw StageOrderError(stage: stage.name, missing: missing) }
      provided.formUnion(stage.provides)
    }
    self.lexicon = lexicon
    self.rules = rules
    self.warnings = warnings
    self.stages = stages
  }

  /// The standard stages in their order.
  public static func standard(_ lexicon: Lexicon, _ rules: RuleBook) -> [any Stage] {
    let makers: [@Sendable () -> any Stage] = [
      { TokenStage(vocabulary: lexicon.vocabulary) },
      { SentenceStage(lexicon: lexicon) },
      { LookupStage(lexicon: lexicon) },
      { ClassStage(lexicon: lexicon) },
      { NameStage(lexicon: lexicon, rules: rules) },
      { PhraseStage(lexicon: lexicon) },
      { ReferentStage(lexicon: lexicon) },
      { RelationStage(lexicon: lexicon, rules: rules) },
      { OfficeStage(rules: rules) },
    ]
    return concurrentMap(makers) { $0() }
  }

  /// Annotates one text; never throws and never traps, whatever the bytes are.
  public func annotate(id: String, text: [UInt8]) -> Document {
    var analysis = Analysis()
    return annotate(id: id, text: text, in: &analysis)
  }

  /// Annotates one text in memory that the caller keeps for the next one.
  public func annotate(id: String, text: [UInt8], in analysis: inout Analysis) -> Document {
    analyze(text, in: &analysis)
    return DocumentBuilder(lexicon: lexicon, rules: rules).document(id: id, of: analysis)
  }

  /// Runs the stages and leaves all layers in `analysis`.
  public func analyze(_ text: [UInt8], in analysis: inout Analysis) {
    analysis.begin(text: text)
    for stage in stages { stage.run(&analysis) }
  }

  private static func load(_ resources: Resources) throws -> (lexicon: Lexicon, rules: RuleBook, warnings: [Diagnostic])
  {
    let files = resources.readingOrder
    // The long files first, so that no core is left with one of them at the end.
    let order = files.indices.sorted { files[$0].bytes.count > files[$1].bytes.count }
    let read = concurrentMap(order) { FileContent(files[$0]) }
    var contents = [FileContent?](repeating: nil, count: files.count)
    for (index, content) in zip(order, read) { contents[index] = content }
    var reader = LexiconReader()
    var blocks: [RuleBlock] = []
    var diagnostics: [Diagnostic] = []
    for content in contents {
      switch content {
      case .rules(let found, let mistakes):
        blocks += found
        diagnostics += mistakes
      case .rows(let rows): reader.add(rows)
      case nil: break
      }
    }
    diagnostics = reader.diagnostics + diagnostics
    var lexicon = reader.takeLexicon()
    let compiled = RuleBook.compile(blocks, lexicon: &lexicon)
    diagnostics += compiled.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else { throw LoadError(diagnostics) }
    lexicon.complete()
    return (lexicon, compiled.book, diagnostics)
  }

  /// What a file says, before it is put together with the others.
  private enum FileContent: Sendable {
    case rules([RuleBlock], [Diagnostic])
    case rows(LexiconRows)

    init(_ file: Resources.File) {
      if file.holdsRules {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let parsed = RuleBlockParser.parse(file: file.name, text: text, isUser: file.isUser)
        self = .rules(parsed.blocks, parsed.diagnostics)
      } else {
        self = .rows(LexiconRowReader.rows(name: file.name, bytes: file.bytes, isUser: file.isUser))
      }
    }
  }
}
