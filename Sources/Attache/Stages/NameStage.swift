/// Settles the entities of each sentence: every lexicon sense and rule match becomes an arc, the best set wins.
public struct NameStage: Stage {
  /// The name.
  public let name = "names"
  /// Needs the lexicon matches and token classes.
  public let requires: Set<Layer> = [.tokens, .sentences, .candidates]
  /// Fills names.
  public let provides: Set<Layer> = [.names]
  private let lexicon: Lexicon
  private let evidence: LexicalEvidence
  private let matcher: EntityMatcher
  private let rules: EntityRules

  /// Makes the stage for a lexicon and rules.
  public init(lexicon: Lexicon, rules: RuleBook) {
    self.lexicon = lexicon
    evidence = LexicalEvidence(lexicon: lexicon)
    matcher = EntityMatcher(rules: rules.entities)
    self.rules = rules.entities
  }

  /// Adds the names of all sentences.
  public func run(_ analysis: inout Analysis) {
    var lattice = Lattice()
    var symbols: [UInt32] = []
    var cache = LazyAutomaton()
    swap(&cache, &analysis.automaton)
    var next = 0
    for sentence in analysis.sentences where sentence.first < sentence.end {
      let bounds = sentence.first..<sentence.end
      lattice.removeAll()
      while next < analysis.candidates.count, Int(analysis.candidates[next].first) < sentence.end {
        if let arc = evidence.arc(of: analysis.candidates[next], in: bounds, analysis) { lattice.add(arc) }
        next += 1
      }
      matcher.run(
        over: bounds, tokens: analysis.tokens, classes: analysis.classes, cache: &cache, symbols: &symbols
      ) { match in
        let rule = rules.rules[Int(match.rule)]
        let length = Int32(truncatingIfNeeded: min(match.end - match.first, 64))
        lattice.add(
          Arc(first: match.first, end: match.end, label: rule.label, weight: rule.weight * length, rule: match.rule))
      }
      for arc in lattice.solve(bounds) { analysis.names.append(contentsOf: NameStage.name(of: arc)) }
    }
    swap(&cache, &analysis.automaton)
  }

  private static func name(of arc: Arc) -> [Name] {
    guard let label = arc.label else { return [] }
    var name = Name(first: arc.first, end: arc.end, label: label, entry: arc.entry, rule: arc.rule)
    name.code = arc.code
    name.gender = arc.gender
    name.weight = arc.weight
    return [name]
  }
}
