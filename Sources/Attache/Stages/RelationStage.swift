/// Finds the relations of each sentence: clauses, statements, then polarity, modality, date, place and topic.
public struct RelationStage: Stage {
  /// The name.
  public let name = "relations"
  /// Needs phrases and referents.
  public let requires: Set<Layer> = [.mentions, .verbGroups]
  /// Fills relations.
  public let provides: Set<Layer> = [.relations]
  private let rules: RelationRules
  private let clauses: ClauseParser
  private let verbs: VerbMatcher
  private let nouns: NounMatcher
  private let factuality: Factuality
  private let circumstances: Circumstances
  private let filling: SlotFilling
  private let merger: RelationMerger
  private let distributive: Set<UInt32>
  private let topic: UInt16?
  private let questions: Set<UInt32>
  private let coming: Set<UInt32>
  /// For each lexicon entry whether a statement begins with it, since most verbs and nouns begin none.
  private let triggers: [Bool]

  /// Makes the stage for a lexicon and rules.
  public init(lexicon: Lexicon, rules: RuleBook) {
    let grammar = WordGrammar(lexicon)
    let words = ClauseWords(lexicon, grammar: grammar, performed: rules.relations.performed)
    self.rules = rules.relations
    clauses = ClauseParser(words: words)
    filling = SlotFilling(lexicon: lexicon, grammar: grammar)
    verbs = VerbMatcher(
      rules: rules.relations, filling: filling, words: words, helping: ClauseWords.verbs(of: "helping", lexicon))
    nouns = NounMatcher(rules: rules.relations, filling: filling, words: words, lexicon: lexicon)
    factuality = Factuality(lexicon, grammar: grammar)
    questions = Set(
      ["who", "whom", "what", "when", "where", "why", "how", "which"].map {
        lexicon.vocabulary.identifier(of: WordHash.of($0))
      })
    coming = Set(["next", "tomorrow"].map { lexicon.vocabulary.identifier(of: WordHash.of($0)) })
    circumstances = Circumstances(lexicon, rules: rules)
    topic = rules.roles.firstIndex(of: "topic").map { UInt16(truncatingIfNeeded: $0) }
    merger = RelationMerger(rules: rules.relations)
    distributive = ClauseWords.words(of: "distributive", lexicon)
    var triggers = [Bool](repeating: false, count: lexicon.entries.count)
    for entry in rules.relations.verbs.keys { triggers[Int(entry)] = true }
    for entry in rules.relations.nouns.keys { triggers[Int(entry)] = true }
    self.triggers = triggers
  }

  /// Adds the relations of all sentences.
  public func run(_ analysis: inout Analysis) {
    for (sentence, range) in analysis.itemRanges.enumerated() where hasTrigger(range, analysis) {
      let parsed = clauses.parse(range, analysis)
      let frame = SentenceFrame(
        clauses: parsed.clauses, phrases: parsed.phrases, standIns: parsed.standIns,
        tokens: analysis.sentences[sentence].first..<analysis.sentences[sentence].end, items: range)
      var found: [RelationRecord] = []
      for index in parsed.clauses.indices {
        for match in verbs.matches(index, frame, analysis) {
          let stance = factuality.stance(of: index, in: parsed.clauses, analysis)
          found += records(match, stance, clause: index, sentence, frame, analysis)
        }
      }
      for (item, mention) in eventNouns(range, analysis) {
        for match in nouns.matches(mention, item, frame, analysis) {
          let stance = factuality.stance(of: match, in: parsed.clauses, analysis)
          found += records(match.base, stance, clause: match.place.clause, sentence, frame, analysis)
        }
      }
      analysis.relations += merger.merge(found)
    }
  }

  @inline(__always)
  private func isTrigger(_ entry: UInt32) -> Bool { Int(entry) < triggers.count && triggers[Int(entry)] }

  private func hasTrigger(_ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    for index in range {
      let item = analysis.items[index]
      if item.kind == .verb, isTrigger(analysis.verbGroups[item.index].lemma) { return true }
      var mention = item.kind == .mention ? item.index : -1
      while mention >= 0 {
        if let noun = analysis.mentions[mention].noun, isTrigger(noun) { return true }
        mention = Int(analysis.mentions[mention].complement)
      }
    }
    return false
  }

  /// The groups of a sentence whose head is an event noun of a rule, with the item that holds them.
  private func eventNouns(_ range: Range<Int>, _ analysis: borrowing Analysis) -> [(item: Int, mention: Int)] {
    var found: [(item: Int, mention: Int)] = []
    for index in range where analysis.items[index].kind == .mention {
      var mention = analysis.items[index].index
      while mention >= 0, found.count < 64 {
        let group = analysis.mentions[mention]
        if let noun = group.noun, isTrigger(noun) { found.append((index, mention)) }
        mention = Int(group.complement)
      }
    }
    return found
  }

  /// One relation, or one for each of those met separately.
  private func records(
    _ match: VerbMatcher.Match, _ stance: Factuality.Stance, clause: Int?, _ sentence: Int, _ frame: SentenceFrame,
    _ analysis: borrowing Analysis
  ) -> [RelationRecord] {
    var made = RelationRecord(rule: match.rule, trigger: match.trigger, sentence: sentence)
    made.arguments = match.arguments
    made.attributes.polarity = stance.isNegated ? .negated : .affirmed
    switch stance.modality {
    case .actual: made.attributes.modality = .actual
    case .future: made.attributes.modality = .future
    case .hypothetical: made.attributes.modality = .hypothetical
    }
    if made.attributes.modality == .actual {
      if isOpenQuestion(frame, analysis) {
        made.attributes.modality = .hypothetical
      } else if let clause, isScheduled(frame.clauses[clause], analysis) {
        made.attributes.modality = .future
      }
    }
    if !match.documents.isEmpty { made.attributes.count = filling.count(match.documents, analysis) }
    circumstances.fill(&made, match, clause: clause, frame, analysis)
    moveTopic(&made, frame, analysis)
    guard match.others.count > 1, isDistributive(frame.tokens, analysis) else { return [made] }
    let tokens = match.others.map { analysis.mentions[$0].headFirst }
    return tokens.map { one in
      var single = made
      single.arguments.removeAll { argument in
        tokens.contains { $0 != one && argument.tokens.contains($0) }
      }
      return single
    }
  }

  /// `Did A meet B?`, but not `Whom did A meet?`, which takes the meeting for granted.
  private func isOpenQuestion(_ frame: SentenceFrame, _ analysis: borrowing Analysis) -> Bool {
    var last = frame.tokens.upperBound - 1
    while last > frame.tokens.lowerBound, [34, 39, 41].contains(analysis.tokens[last].word) { last -= 1 }
    guard analysis.tokens[last].word == 63, let first = frame.clauses.first else { return false }
    let verb = analysis.verbGroups[first.verb].first
    return !(frame.tokens.lowerBound..<verb).contains { questions.contains(analysis.tokens[$0].word) }
  }

  /// `visits Oslo next week`: a present tense with a date to come.
  private func isScheduled(_ clause: Clause, _ analysis: borrowing Analysis) -> Bool {
    guard let date = clause.dates.first, coming.contains(analysis.tokens[analysis.names[date].first].word) else {
      return false
    }
    return factuality.isPresent(analysis.verbGroups[clause.verb], analysis)
  }

  /// A role called `topic` is the relation's topic.
  private func moveTopic(_ record: inout RelationRecord, _ frame: SentenceFrame, _ analysis: borrowing Analysis) {
    guard let topic else { return }
    if let argument = record.arguments.first(where: { $0.role == topic && !$0.tokens.isEmpty }) {
      record.attributes.topic = circumstances.topic(argument.tokens, frame, analysis)
    }
    record.arguments.removeAll { $0.role == topic }
  }

  private func isDistributive(_ tokens: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    tokens.contains { distributive.contains(analysis.tokens[$0].word) }
  }
}
