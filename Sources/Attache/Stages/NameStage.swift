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
  private let rules: EntityRules

  /// Makes the stage for a lexicon and rules.
  public init(lexicon: Lexicon, rules: RuleBook) {
    evidence = LexicalEvidence(lexicon: lexicon)
    self.rules = rules.entities
  }

  /// Adds the names of all sentences.
  public func run(_ analysis: inout Analysis) {
    var work = NameMemory()
    swap(&work, &analysis.nameMemory)
    var names: [Name] = []
    swap(&names, &analysis.names)
    work.removeAll()
    collect(analysis, &work)
    DocumentEvidence.gather(from: &work, analysis)
    for index in analysis.sentences.indices {
      DocumentEvidence.add(to: &work, index, analysis)
      work.append(namesOf: index, to: &names)
    }
    swap(&names, &analysis.names)
    swap(&work, &analysis.nameMemory)
  }

  /// Fills the arcs of all sentences and chooses among them.
  private func collect(_ analysis: borrowing Analysis, _ work: inout NameMemory) {
    let classes = analysis.classes.span
    let tokens = analysis.tokens.span
    let candidates = analysis.candidates.span
    var next = 0
    for sentence in analysis.sentences {
      let bounds = sentence.first..<max(sentence.first, sentence.end)
      work.automata.begin(bounds, tokens, classes, rules)
      for first in bounds {
        while next < candidates.count, Int(candidates[next].first) <= first {
          if let arc = evidence.arc(of: candidates[next], in: bounds, classes) { work.add(arc) }
          next += 1
        }
        if work.automata.match(at: first - bounds.lowerBound, rules) { addMatches(first, &work) }
      }
      work.endSentence()
    }
  }

  /// Adds an arc for every match that begins at a token.
  private func addMatches(_ first: Int, _ work: inout NameMemory) {
    for length in stride(from: work.automata.steps, to: 0, by: -1) {
      guard let rank = work.automata.best(length) else { continue }
      let number = rules.ranked[rank]
      let rule = rules.rules[number]
      let end = first + length
      work.add(Arc(first, end, rule.label, weight: rule.weight * Arc.length(first, end), Arc.Source(rule: number)))
    }
  }
}
