/// All compiled rules of a pipeline.
public struct RuleBook: Sendable {
  /// The blocks in the order they were read.
  public internal(set) var blocks: [RuleBlock] = []
  /// The rules that find entities.
  public internal(set) var entities = EntityRules()

  /// The names of all roles.
  public internal(set) var roles = ["holder", "title", "of"]
  /// The rules that find relations.
  public internal(set) var relations = RelationRules()

  /// Makes an empty rule book.
  public init() {}

  /// The place of an entity rule.
  func source(ofEntityRule rule: UInt32) -> Source { blocks[entities.rules[Int(rule)].block].source }

  /// Compiles blocks; words of patterns are added to the lexicon's vocabulary.
  static func compile(
    _ blocks: [RuleBlock], lexicon: inout Lexicon
  ) -> (book: RuleBook, diagnostics: [Diagnostic]) {
    var book = RuleBook()
    book.blocks = blocks
    var entities = EntityRuleCompiler()
    var relations = RelationRuleCompiler(roles: book.roles, lexicon: lexicon)
    var diagnostics: [Diagnostic] = []
    for block in blocks where block.name == RuleBlockParser.definition { entities.define(block, lexicon: &lexicon) }
    for (index, block) in blocks.enumerated() where block.name != RuleBlockParser.definition {
      if block.value("entity") != nil {
        entities.compile(block, index: index, lexicon: &lexicon)
      } else if block.value("relation") != nil {
        relations.compile(block, index: index, lexicon: &lexicon)
      } else {
        diagnostics.append(
          Diagnostic(
            file: block.file, line: block.line,
            "rule '\(block.name)' has neither 'entity:' nor 'relation:'; say what it finds"))
      }
    }
    book.entities = entities.finish(vocabularyCount: lexicon.vocabulary.count)
    book.relations = relations.rules
    book.roles = relations.roles
    let clashes = RelationRuleChecks.clashes(relations.rules, blocks)
    return (book, entities.diagnostics + relations.diagnostics + clashes + diagnostics)
  }
}
