/// A shape that was derived from a statement of a relation rule, with a sentence in it.
public struct RelationForm: Hashable, Sendable {
  /// The rule's block.
  public var rule: Source
  /// The rule's name.
  public var name: String
  /// The line of the statement in the rule's file, counted from 1.
  public var line: Int
  /// The statement as the rule writes it.
  public var statement: String
  /// How the sentence says it.
  public var shape: RelationShape
  /// A sentence of invented people.
  public var sentence: String
  /// Whether the rule switches the shape off.
  public var isOff: Bool

  /// The forms of every rule with this name or for this relation, in file order; empty when there is none.
  public static func forms(of name: String, in pipeline: Pipeline) -> [RelationForm] {
    var made: [RelationForm] = []
    for rule in pipeline.rules.relations.rules {
      let block = pipeline.rules.blocks[rule.block]
      guard block.name == name || rule.label == name else { continue }
      for field in block.fields where field.key == "say" || field.key == "noun" {
        guard case .success(let parts) = StatementParser.parse(field.value) else { continue }
        let writer = RelationFormWriter(parts: parts, block: block, lexicon: pipeline.lexicon)
        let sentences = field.key == "say" ? writer.verbForms() : writer.nounForms()
        made += sentences.map { shape, sentence in
          let isOff = rule.off.contains(shape) || field.key == "noun" && rule.off.contains(.nominal)
          return RelationForm(
            rule: block.source, name: block.name, line: field.line, statement: field.value, shape: shape,
            sentence: sentence, isOff: isOff)
        }
      }
    }
    return made
  }

  /// The names that `forms(of:in:)` knows: relations and rules.
  public static func names(in pipeline: Pipeline) -> [String] {
    let rules = pipeline.rules.relations.rules
    return Set(rules.map(\.label) + rules.map { pipeline.rules.blocks[$0.block].name }).sorted()
  }
}
