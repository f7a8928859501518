/// Settles the entities: every lexicon sense and rule match becomes an arc, the best set of each sentence wins.
///
/// A second pass adds what the document itself has settled: surnames, abbreviations and places named elsewhere.
public struct NameStage: Stage {
  /// The name.
  public let name = "names"
  /// Needs the lexicon matches and token classes.
  public let requires: Set<Layer> = [.tokens, .sentences, .candidates]
  /// Fills names.
  public let provides: Set<Layer> = [.names]
  private let evidence: LexicalEvidence
  private let matcher: EntityMatcher

  /// Makes the stage for a lexicon and rules.
  public init(lexicon: Lexicon, rules: RuleBook) {
    evidence = LexicalEvidence(lexicon: lexicon)
    matcher = EntityMatcher(rules: rules.entities)
  }

  /// Adds the names of all sentences.
  public func run(_ analysis: inout Analysis) {
    var work = NameMemory()
    swap(&work, &analysis.nameMemory)
    work.removeAll()
    collect(analysis, &work)
    for index in analysis.sentences.indices { work.solve(index, analysis.sentences[index]) }
    DocumentEvidence.add(to: &work, analysis)
    for index in analysis.sentences.indices { work.append(namesOf: index, to: &analysis.names) }
    swap(&work, &analysis.nameMemory)
  }

  /// Fills the arcs of all sentences.
  private func collect(_ analysis: borrowing Analysis, _ work: inout NameMemory) {
    var next = 0
    for sentence in analysis.sentences {
      let bounds = sentence.first..<max(sentence.first, sentence.end)
      while next < analysis.candidates.count, Int(analysis.candidates[next].first) < bounds.upperBound {
        if let arc = evidence.arc(of: analysis.candidates[next], in: bounds, analysis) { work.add(arc) }
        next += 1
      }
      matcher.run(over: bounds, tokens: analysis.tokens, classes: analysis.classes, work: &work)
      work.endSentence()
    }
  }
}
