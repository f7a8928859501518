/// Whether a clause says that its event happened: polarity and modality by the verb group, the verbs and nouns that
/// govern it and the words around it. The words are lexicon data: classes of verbs.tsv, nouns.tsv and words.tsv.
struct Factuality: Sendable {
  /// A stance towards an event.
  struct Stance {
    var isNegated = false
    var modality = VerbGroup.Modality.actual
  }

  private let negating: Set<UInt32>
  private let future: Set<UInt32>
  private let hypothetical: Set<UInt32>
  private let cancelling: Set<UInt32>
  private let postponing: Set<UInt32>
  private let speech: Set<UInt32>
  private let without: UInt32
  private let no: Set<UInt32>
  private let neither: UInt32
  private let nor: UInt32
  private let could: UInt32
  private let yet: UInt32
  private let temporal: Set<UInt32>
  private let grammar: WordGrammar
  private let wordScopes: [UInt32: Scope]
  /// The deepest chain of governing clauses that is followed.
  private static let deepest = 6

  /// What a word or verb does to the event it governs.
  enum Scope: Sendable { case negating, future, hypothetical, cancelling }

  init(_ lexicon: Lexicon, grammar: WordGrammar) {
    self.grammar = grammar
    negating = ClauseWords.verbs(of: "negating", lexicon)
    future = ClauseWords.verbs(of: "future", lexicon)
    hypothetical = ClauseWords.verbs(of: "hypothetical", lexicon)
    cancelling = ClauseWords.verbs(of: "cancelling", lexicon)
    postponing = ClauseWords.verbs(of: "postponing", lexicon)
    speech = ClauseWords.verbs(of: "speech", lexicon)
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    without = identifier("without")
    no = [identifier("no"), identifier("nothing"), identifier("neither"), identifier("nobody"), identifier("none")]
    neither = identifier("neither")
    nor = identifier("nor")
    could = identifier("could")
    yet = identifier("yet")
    temporal = Set(["when", "before", "after", "until", "once"].map(identifier))
    var scopes: [UInt32: Scope] = [:]
    for entry in lexicon.entries where entry.type == .word || entry.type == .noun {
      for name in lexicon.tags[Int(entry.tag)].split(separator: ";").map(\.trimmed) {
        guard let scope = Factuality.scopes[name] else { continue }
        let file = lexicon.files[Int(entry.file)].bytes
        let start = Int(entry.nameStart)
        let text = String(decoding: file[start..<(start + Int(entry.nameLength))], as: UTF8.self)
        scopes[identifier(text.lowercased())] = scope
        if entry.type == .noun { scopes[identifier(text.lowercased() + "s")] = scope }
      }
    }
    scopes[0] = nil
    wordScopes = scopes
  }

  private static let scopes: [String: Scope] = [
    "scope-negating": .negating, "scope-future": .future, "scope-hypothetical": .hypothetical,
    "scope-cancelling": .cancelling,
  ]

  /// The stance of a clause.
  func stance(of clause: Int, in clauses: [Clause], _ analysis: borrowing Analysis, depth: Int = 0) -> Stance {
    let found = clauses[clause]
    let group = analysis.verbGroups[found.verb]
    var stance = Stance(isNegated: group.isNegated, modality: group.modality)
    if clause > 0, !found.subjects.isEmpty, clauses[clause - 1].objects == found.subjects,
      isAuxiliary(clauses[clause - 1], analysis)
    {
      // `When will A meet B?`: the auxiliary stands before the subject.
      let auxiliary = analysis.verbGroups[clauses[clause - 1].verb]
      if auxiliary.isNegated { stance.isNegated = true }
      stance.modality = strongest(stance.modality, auxiliary.modality)
    }
    if found.linker == without || follows(nor, group, analysis) { stance.isNegated = true }
    if group.isNegated, stance.modality == .hypothetical, analysis.tokens[group.first].word == could {
      stance.modality = .actual
    }
    if isYetToCome(group, analysis) { stance = Stance(isNegated: true) }
    if negates(found.subjects, analysis) || negates(found.objects, analysis) { stance.isNegated = true }
    if found.isConditional, stance.modality == .actual || found.link != .infinitive { stance.modality = .hypothetical }
    if found.scopeNoun >= 0 { apply(scope(ofNoun: found.scopeNoun, analysis), to: &stance) }
    if found.link == .infinitive, found.parent < 0, stance.modality == .actual { stance.modality = .future }
    if found.scopeNoun >= 0, found.parent < 0 {
      applyFate(of: found.scopeNoun, after: clause, in: clauses, to: &stance, analysis)
    }
    guard found.parent >= 0, found.parent < clause, depth < Factuality.deepest else { return stance }
    let governor = clauses[found.parent]
    switch found.link {
    case .infinitive, .adjunct:
      let above = self.stance(of: found.parent, in: clauses, analysis, depth: depth + 1)
      if above.isNegated { stance.isNegated = true }
      stance.modality = strongest(stance.modality, above.modality)
      apply(analysis.verbGroups[governor.verb].lemma, to: &stance, passive: governor.isPassive)
    case .gerund, .participle:
      let above = self.stance(of: found.parent, in: clauses, analysis, depth: depth + 1)
      stance.modality = strongest(stance.modality, above.modality)
      if found.link == .gerund { apply(analysis.verbGroups[governor.verb].lemma, to: &stance, passive: false) }
    case .complement:
      let lemma = analysis.verbGroups[governor.verb].lemma
      if negating.contains(lemma), speech.contains(lemma) { stance.isNegated = true }
      if stance.modality == .hypothetical, speech.contains(lemma), !found.isConditional,
        group.modality == .hypothetical,
        isWould(group, analysis), !clauses.contains(where: { $0.isConditional })
      {
        stance.modality = .future
      }
      if hypothetical.contains(lemma), stance.modality == .actual { stance.modality = .hypothetical }
      if stance.modality == .actual, temporal.contains(found.linker), isPresent(group, analysis),
        analysis.verbGroups[governor.verb].modality == .future
      {
        // `will speak when he visits Oslo`
        stance.modality = .future
      }
    default: break
    }
    return stance
  }

  /// The stance of an event noun: by the verb that governs it, the words before it and the preposition that leads it.
  func stance(of match: NounMatcher.Match, in clauses: [Clause], _ analysis: borrowing Analysis) -> Stance {
    var stance = Stance()
    let place = match.place
    if let clause = place.clause, place.isObject || place.isPassiveSubject || place.preposition != nil {
      stance = self.stance(of: clause, in: clauses, analysis)
      if place.preposition == nil {
        apply(analysis.verbGroups[clauses[clause].verb].lemma, to: &stance, passive: place.isPassiveSubject)
      }
    }
    let group = analysis.mentions[match.mention]
    if no.contains(analysis.tokens[group.first].word) { stance.isNegated = true }
    for index in group.first..<group.headFirst { apply(wordScopes[analysis.tokens[index].word], to: &stance) }
    if let preposition = place.preposition {
      apply(wordScopes[analysis.tokens[preposition].word], to: &stance)
      if preposition > 0 { apply(wordScopes[analysis.tokens[preposition - 1].word], to: &stance) }
      if analysis.tokens[preposition].word == without { stance.isNegated = true }
    }
    return stance
  }

  private func follows(_ word: UInt32, _ group: VerbGroup, _ analysis: borrowing Analysis) -> Bool {
    group.first > 0 && analysis.tokens[group.first - 1].word == word
  }

  /// `have yet to meet`: it hasn't happened.
  private func isYetToCome(_ group: VerbGroup, _ analysis: borrowing Analysis) -> Bool {
    guard group.verb - group.first >= 3, group.verb - group.first < 6 else { return false }
    return analysis.tokens[group.verb - 2].word == yet
  }

  /// `a plan to visit Oslo was dropped`: what becomes of the plan becomes of the visit.
  private func applyFate(
    of noun: Int, after clause: Int, in clauses: [Clause], to stance: inout Stance, _ analysis: borrowing Analysis
  ) {
    var index = clause + 1
    while index < clauses.count, index < clause + 4 {
      if clauses[index].subjects.contains(noun) {
        let group = analysis.verbGroups[clauses[index].verb]
        if group.isNegated { stance.isNegated = true }
        apply(group.lemma, to: &stance, passive: clauses[index].isPassive)
      }
      index += 1
    }
  }

  private func isAuxiliary(_ clause: Clause, _ analysis: borrowing Analysis) -> Bool {
    !grammar(analysis.tokens[analysis.verbGroups[clause.verb].verb].word).isDisjoint(with: .auxiliary)
  }

  /// Whether a verb stands in the present tense without an auxiliary.
  func isPresent(_ group: VerbGroup, _ analysis: borrowing Analysis) -> Bool {
    let can = grammar(analysis.tokens[group.verb].word)
    return group.first == group.verb && group.form == .finite && !can.isDisjoint(with: [.third, .base])
      && can.isDisjoint(with: [.past, .participle])
  }

  private func isWould(_ group: VerbGroup, _ analysis: borrowing Analysis) -> Bool {
    let token = analysis.tokens[group.first]
    return analysis.text[Int(token.start)] | 0x20 == UInt8(ascii: "w") || token.shape.contains(.clitic)
  }

  private func negates(_ mentions: [Int], _ analysis: borrowing Analysis) -> Bool {
    guard let first = mentions.first else { return false }
    let start = analysis.mentions[first].first
    if no.contains(analysis.tokens[start].word) { return true }
    return start > 0 && analysis.tokens[start - 1].word == neither
  }

  private func scope(ofNoun mention: Int, _ analysis: borrowing Analysis) -> Scope? {
    let group = analysis.mentions[mention]
    return wordScopes[analysis.tokens[max(group.first, min(group.headEnd, group.end) - 1)].word]
  }

  private func apply(_ lemma: UInt32, to stance: inout Stance, passive: Bool) {
    if negating.contains(lemma) { stance.isNegated = true }
    if future.contains(lemma), stance.modality == .actual { stance.modality = .future }
    if hypothetical.contains(lemma) { stance.modality = .hypothetical }
    if cancelling.contains(lemma) { apply(.cancelling, to: &stance) }
    if postponing.contains(lemma) { stance.modality = strongest(stance.modality, .future) }
  }

  private func apply(_ scope: Scope?, to stance: inout Stance) {
    switch scope {
    case .negating: stance.isNegated = true
    case .future: stance.modality = strongest(stance.modality, .future)
    case .hypothetical: stance.modality = .hypothetical
    case .cancelling:
      stance.isNegated = true
      stance.modality = strongest(stance.modality, .future)
    case nil: break
    }
  }

  private func strongest(_ left: VerbGroup.Modality, _ right: VerbGroup.Modality) -> VerbGroup.Modality {
    if left == .hypothetical || right == .hypothetical { return .hypothetical }
    return left == .future || right == .future ? .future : .actual
  }
}
