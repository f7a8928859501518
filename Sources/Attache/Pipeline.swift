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
    [
      TokenStage(vocabulary: lexicon.vocabulary),
      SentenceStage(lexicon: lexicon),
      LookupStage(lexicon: lexicon),
      ClassStage(lexicon: lexicon),
      NameStage(lexicon: lexicon, rules: rules),
      PhraseStage(lexicon: lexicon),
      ReferentStage(lexicon: lexicon),
      RelationStage(lexicon: lexicon, rules: rules),
      OfficeStage(rules: rules),
    ]
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
    var reader = LexiconReader()
    var blocks: [RuleBlock] = []
    var diagnostics: [Diagnostic] = []
    for file in resources.readingOrder {
      if file.holdsRules {
        let parsed = RuleBlockParser.parse(
          file: file.name, text: String(decoding: file.bytes, as: UTF8.self), isUser: file.isUser)
        blocks += parsed.blocks
        diagnostics += parsed.diagnostics
      } else {
        reader.read(name: file.name, bytes: file.bytes, isUser: file.isUser)
      }
    }
    diagnostics = reader.diagnostics + diagnostics
    var lexicon = reader.takeLexicon()
    let compiled = RuleBook.compile(blocks, lexicon: &lexicon)
    diagnostics += compiled.diagnostics
    lexicon.complete()
    guard !diagnostics.contains(where: { $0.severity == .error }) else { throw LoadError(diagnostics) }
    return (lexicon, compiled.book, diagnostics)
  }
}
