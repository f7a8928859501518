/// Matches the `noun:` statements of relation rules: `talks between A and B`, `A's visit to B`, `held talks with A`.
struct NounMatcher: Sendable {
  let rules: RelationRules
  let filling: SlotFilling
  let words: ClauseWords
  private let light: Set<UInt32>
  private let scoping: Set<UInt32>
  private let motion: Set<UInt32>
  private let by: UInt32
  private let of: UInt32
  private let between: UInt32
  private let aspect: Set<UInt32>

  init(rules: RelationRules, filling: SlotFilling, words: ClauseWords, lexicon: Lexicon) {
    self.rules = rules
    self.filling = filling
    self.words = words
    light = ClauseWords.verbs(of: "light", lexicon)
    motion = ClauseWords.verbs(of: "motion", lexicon)
    scoping = ["negating", "future", "hypothetical", "cancelling", "postponing"].reduce(into: []) {
      $0.formUnion(ClauseWords.verbs(of: $1, lexicon))
    }
    by = lexicon.vocabulary.identifier(of: WordHash.of("by"))
    between = lexicon.vocabulary.identifier(of: WordHash.of("between"))
    aspect = ClauseWords.verbs(of: "aspect", lexicon)
    of = lexicon.vocabulary.identifier(of: WordHash.of("of"))
  }

  /// Where an event noun stands in its sentence.
  struct Place {
    /// The clause whose object or subject it is, or that its phrase belongs to.
    var clause: Int?
    /// The token of the preposition before it.
    var preposition: Int?
    var isObject = false
    var isPassiveSubject = false
  }

  /// A match with what factuality needs to know.
  struct Match {
    var base: VerbMatcher.Match
    var mention: Int
    var place: Place
  }

  /// The best match of each rule for an event noun.
  func matches(
    _ mention: Int, _ item: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis
  ) -> [Match] {
    guard let noun = analysis.mentions[mention].noun, let statements = rules.nouns[noun] else { return [] }
    let clauses = frame.clauses
    let container = analysis.items[item].index
    var place = place(of: container, clauses, analysis)
    // `ended two years of talks`: what the verb does, it does to the years.
    if container != mention { place.isObject = false }
    var best: [Match] = []
    for statement in statements {
      guard let match = match(statement, mention, item, place, frame, analysis) else { continue }
      let label = rules.rules[match.base.rule].label
      if let known = best.firstIndex(where: { rules.rules[$0.base.rule].label == label }) {
        if match.base.filled > best[known].base.filled { best[known] = match }
      } else {
        best.append(match)
      }
    }
    return best
  }

  private func place(
    of mention: Int, _ clauses: [Clause], _ analysis: borrowing Analysis
  ) -> Place {
    if let index = clauses.lastIndex(where: { $0.hasObjectGap && $0.objects.contains(mention) }) {
      return Place(clause: index, preposition: nil, isObject: true)
    }
    if let index = clauses.lastIndex(where: { $0.isPassive && $0.link != .reduced && $0.subjects.contains(mention) }) {
      return Place(clause: index, preposition: nil, isPassiveSubject: true)
    }
    for (index, clause) in clauses.enumerated() {
      if clause.objects.contains(mention) || clause.secondObjects.contains(mention) {
        return Place(clause: index, preposition: nil, isObject: true)
      }
      if clause.subjects.contains(mention), clause.link != .infinitive {
        return Place(clause: index, preposition: nil, isPassiveSubject: clause.isPassive)
      }
      if let phrase = clause.phrases.first(where: { $0.mentions.contains(mention) }) {
        return Place(clause: index, preposition: analysis.items[phrase.item].first)
      }
    }
    return Place()
  }

  private func match(
    _ statement: NounFrame, _ mention: Int, _ item: Int, _ place: Place, _ frame: SentenceFrame,
    _ analysis: borrowing Analysis
  ) -> Match? {
    let group = analysis.mentions[mention]
    let clauses = frame.clauses
    let rule = rules.rules[statement.rule]
    guard !rule.off.contains(.nominal) else { return nil }
    var base = VerbMatcher.Match(rule: statement.rule, trigger: group.headFirst..<group.headEnd)
    var adjacent = 0
    if !rule.unless.isEmpty,
      following(mention, item, clauses, frame.phrases, analysis).contains(where: {
        rule.unless.contains($0.preposition)
      })
    {
      return nil
    }
    var takesComplement = false
    var isCollective = false
    var isComplete = false
    let nearby = following(mention, item, clauses, frame.phrases, analysis)
    for slot in statement.phrases {
      var isFilled = false
      if group.complement >= 0, slot.prepositions.contains(of) {
        let fit = filling.fitting([Int(group.complement)], slot.slot, analysis)
        if !fit.isEmpty {
          filling.add(fit, slot.slot, to: &base, analysis)
          isCollective = filling.isCollective(Int(group.complement), analysis)
          takesComplement = true
          isFilled = true
        }
      }
      for phrase in nearby where !isFilled && slot.prepositions.contains(phrase.preposition) {
        let fit = filling.fitting(frame.resolved(phrase.mentions), slot.slot, analysis, without: base.used)
        guard !fit.isEmpty else { continue }
        filling.add(fit, slot.slot, to: &base, analysis)
        base.others += fit
        isFilled = true
        // `talks between A and B`: whoever the clause is about isn't among them.
        if phrase.preposition == between, fit.count > 1 || isPlural(fit, analysis) { isComplete = true }
      }
      if isFilled { adjacent += 1 }
    }
    let required = statement.phrases.filter { !$0.isOptional }
    if let owner = statement.owner {
      let owners = owners(
        owner, mention, place, nearby, hasPhrase: adjacent > 0, takesComplement: takesComplement,
        isComplete: isComplete, clauses, analysis)
      let fit = filling.fitting(frame.resolved(owners), owner, analysis, without: base.used)
      if adjacent == 0, !required.isEmpty {
        // `held talks`, `after their meeting`: the two sides are the owner.
        let isSymmetric = required.allSatisfy { $0.slot.role == owner.role }
        let isStated = place.isObject || group.determiner == .possessive || group.owner >= 0 || place.isPassiveSubject
        guard isSymmetric, isStated, fit.count > 1 || isPlural(fit, analysis) else { return nil }
      }
      if place.isObject, let clause = place.clause, isLight(clauses[clause], analysis), !fit.isEmpty,
        !clauses[clause].hasObjectGap
      {
        let verb = analysis.verbGroups[clauses[clause].verb].verb
        base.trigger = min(verb, base.trigger.lowerBound)..<max(verb + 1, base.trigger.upperBound)
      }
      filling.add(fit, owner, to: &base, analysis)
    } else if adjacent == 0 {
      return nil
    }
    if let owner = statement.owner {
      let isSymmetric = required.contains { $0.slot.role == owner.role }
      let isOwned = base.arguments.contains { $0.role == owner.role }
      if isSymmetric, base.filled < 2, !isPlural(base.used, analysis), !isCollective { return nil }
      if !isSymmetric, !isOwned,
        group.isPlural && group.determiner == .none || analysis.items[item].index != mention
          || base.documents.isEmpty && isAllText(base)
      {
        return nil
      }
    }
    let isEnough = adjacent > 0 || isStated(base, required, mention, place, analysis)
    guard base.filled >= (isEnough ? 1 : 2) || base.filled == 1 && isPlural(base.used, analysis) else { return nil }
    return Match(base: base, mention: mention, place: place)
  }

  /// `the visit of the Finnish minister`: one who is named is enough where nothing else must be said.
  private func isStated(
    _ match: VerbMatcher.Match, _ required: [PhraseSlot], _ mention: Int, _ place: Place, _ analysis: borrowing Analysis
  ) -> Bool {
    guard required.isEmpty, match.arguments.count == 1, let owner = match.used.first else { return false }
    return analysis.mentions[owner].kind == .name || analysis.mentions[owner].kind == .title
  }

  private func isAllText(_ match: VerbMatcher.Match) -> Bool {
    let texts = Set(rules.rules[match.rule].roles.values.filter(\.isText).map(\.role))
    return match.arguments.allSatisfy { texts.contains($0.role) }
  }

  private func isPlural(_ mentions: [Int], _ analysis: borrowing Analysis) -> Bool {
    mentions.contains { filling.isPlural($0, analysis) }
  }

  private func isLight(_ clause: Clause, _ analysis: borrowing Analysis) -> Bool {
    light.contains(analysis.verbGroups[clause.verb].lemma)
  }

  /// The phrases after the noun and before the next verb.
  private func following(
    _ mention: Int, _ item: Int, _ clauses: [Clause], _ phrases: [Phrase], _ analysis: borrowing Analysis
  ) -> [Phrase] {
    let group = analysis.mentions[mention]
    let container = analysis.items[item].index
    // `the trip that X made to Y`: the phrases of the relative clause are the noun's.
    let nextVerb =
      clauses.first {
        analysis.verbGroups[$0.verb].first >= group.end && !($0.hasObjectGap && $0.objects.contains(container))
      }.map { analysis.verbGroups[$0.verb].first } ?? Int.max
    return phrases.filter {
      let at = analysis.items[$0.item].first
      return at >= group.headEnd && at < nextVerb && at < group.end + 30
    }
  }

  /// Who does it, when the statement has an owner.
  private func owners(
    _ slot: Slot, _ mention: Int, _ place: Place, _ nearby: [Phrase], hasPhrase: Bool, takesComplement: Bool,
    isComplete: Bool,
    _ clauses: [Clause], _ analysis: borrowing Analysis
  ) -> [Int] {
    let group = analysis.mentions[mention]
    if group.owner >= 0 { return [Int(group.owner)] }
    if let phrase = nearby.first(where: { $0.preposition == by }) { return phrase.mentions }
    if group.complement >= 0, !takesComplement { return [Int(group.complement)] }
    guard let clause = place.clause, !isComplete else { return [] }
    let found = clauses[clause]
    let lemma = analysis.verbGroups[found.verb].lemma
    if place.isObject {
      // `called the summit a circus`
      if !found.secondObjects.isEmpty { return [] }
      let isOwners = light.contains(lemma) || scoping.contains(lemma) || hasPhrase && aspect.contains(lemma)
      return isOwners ? found.subjects : []
    }
    guard place.preposition != nil, hasPhrase else { return [] }
    return found.isPassive && !motion.contains(lemma) ? [] : found.subjects
  }
}
