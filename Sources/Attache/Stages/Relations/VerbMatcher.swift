/// Matches the `say:` statements of relation rules against a clause, in every voice and shape.
struct VerbMatcher: Sendable {
  let rules: RelationRules
  let filling: SlotFilling
  let words: ClauseWords
  let helping: Set<UInt32>

  /// A statement that a clause fits.
  struct Match {
    var rule: Int
    var arguments: [ArgumentRecord] = []
    /// Noun groups that fill roles, so that they are not taken for place or topic too.
    var used: [Int] = []
    /// Noun groups in text roles that are counted (documents).
    var documents: [Int] = []
    var trigger: Range<Int>
    /// How many slots were filled: of several statements of one rule the fullest wins.
    var filled = 0
    /// Noun groups of the object or `with` phrase, for meetings held one by one.
    var others: [Int] = []
  }

  /// The best match of each rule for a clause.
  func matches(_ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis) -> [Match] {
    guard let statements = rules.verbs[analysis.verbGroups[frame.clauses[index].verb].lemma] else { return [] }
    var best: [Match] = []
    for statement in statements {
      guard let match = match(statement, index, frame, analysis) else { continue }
      let label = rules.rules[match.rule].label
      if let known = best.firstIndex(where: { rules.rules[$0.rule].label == label }) {
        if match.filled > best[known].filled { best[known] = match }
      } else {
        best.append(match)
      }
    }
    return best
  }

  /// Who and what stand around the verb, whatever its voice.
  private struct Parts {
    var subjects: [Int]
    var objects: [Int]
    var seconds: [Int]
    var isPassive: Bool
  }

  private func match(
    _ statement: VerbFrame, _ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis
  ) -> Match? {
    let clause = frame.clauses[index]
    let group = analysis.verbGroups[clause.verb]
    let rule = rules.rules[statement.rule]
    guard !isOff(rule, clause), let particleEnd = particles(statement, group, analysis) else { return nil }
    guard rule.unless.isEmpty || !isOther(rule, clause, analysis) else { return nil }
    guard statement.fixed.allSatisfy({ contains($0, frame.tokens, analysis) }) else { return nil }
    if statement.object == nil, statement.phrases.isEmpty, isFollowedByGerund(index, frame) { return nil }
    var match = Match(rule: statement.rule, trigger: group.verb..<particleEnd)
    guard let parts = parts(statement, index, frame, analysis) else { return nil }
    guard fillObject(statement, parts, clause, &match, analysis) else { return nil }
    if statement.second == nil, !parts.isPassive, let extra = parts.seconds.first,
      analysis.mentions[extra].determiner == .indefinite
    {
      // `called the witness a liar` is another verb than `called the witness`.
      return nil
    }
    if isHeadlinePost(statement, parts, analysis) { return nil }
    if let second = statement.second {
      let fit = filling.fitting(parts.seconds, second, analysis)
      if !fit.isEmpty {
        add(fit, second, to: &match, analysis)
      } else if !second.types.contains(.clause) || !fillContent(second, index, frame, &match, analysis) {
        return nil
      }
    }
    for phrase in statement.phrases where !fillPhrase(phrase, index, frame, &match, analysis) {
      if !phrase.isOptional { return nil }
    }
    guard fillSubject(statement, parts, clause, &match, analysis) else { return nil }
    fillAdjuncts(rule, frame, &match, analysis)
    return match.filled > 0 ? match : nil
  }

  /// `Kostrov named envoy to Libya`: a headline's passive, no act of Kostrov's.
  private func isHeadlinePost(_ statement: VerbFrame, _ parts: Parts, _ analysis: borrowing Analysis) -> Bool {
    guard statement.object?.types == .post, !parts.isPassive, let post = parts.objects.first else { return false }
    return analysis.mentions[post].determiner == .none && !analysis.mentions[post].isPlural
      && parts.subjects.contains { analysis.mentions[$0].category == .person }
  }

  private func parts(
    _ statement: VerbFrame, _ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis
  ) -> Parts? {
    let clause = frame.clauses[index]
    if clause.isPassive {
      guard statement.object != nil || !statement.objectNouns.isEmpty else { return nil }
      return Parts(
        subjects: frame.resolved(agents(index, frame, analysis)), objects: frame.resolved(clause.subjects),
        seconds: clause.objects, isPassive: true)
    }
    var parts = Parts(
      subjects: frame.resolved(clause.subjects), objects: frame.resolved(clause.objects), seconds: clause.secondObjects,
      isPassive: false)
    if parts.objects.isEmpty, let particle = statement.particles.last {
      parts.objects = clause.phrases.first { $0.preposition == particle }?.mentions ?? []
    }
    if statement.second != nil, parts.seconds.isEmpty, parts.objects.count == 1 {
      // `appointed her minister`: the possessive is the object.
      let group = analysis.mentions[parts.objects[0]]
      if group.kind == .title, group.determiner == .possessive, group.owner >= 0 {
        parts.seconds = parts.objects
        parts.objects = [Int(group.owner)]
        return parts
      }
    }
    if let object = statement.object, let second = statement.second, parts.seconds.isEmpty, parts.objects.count == 1,
      analysis.mentions[parts.objects[0]].determiner == .none, !analysis.mentions[parts.objects[0]].isPlural,
      analysis.mentions[parts.objects[0]].kind == .title, analysis.mentions[parts.objects[0]].person < 0,
      !filling.fitting(parts.objects, second, analysis).isEmpty,
      !filling.fitting(parts.subjects, object, analysis).isEmpty
    {
      // A headline leaves the auxiliary out: `Kostrov named envoy to Libya`.
      return Parts(subjects: [], objects: parts.subjects, seconds: parts.objects, isPassive: true)
    }
    return parts
  }

  /// The `by` phrase of a passive, which may come after a gerund of its own (`accused of jamming signals by X`).
  private func agents(_ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis) -> [Int] {
    let own = frame.clauses[index].phrases.reduce(into: [Int]()) {
      let isContrast =
        $1.item > frame.items.lowerBound && words.isNot(analysis.tokens[analysis.items[$1.item].first - 1].word)
      if words.isBy($1.preposition), !isContrast { $0 += $1.mentions }
    }
    if !own.isEmpty { return own }
    guard index + 1 < frame.clauses.count, frame.clauses[index + 1].parent == index,
      frame.clauses[index + 1].link == .gerund, !frame.clauses[index + 1].isPassive
    else { return [] }
    return frame.clauses[index + 1].phrases.first { words.isBy($0.preposition) }?.mentions ?? []
  }

  private func isOff(_ rule: RelationRule, _ clause: Clause) -> Bool {
    guard !rule.off.isEmpty else { return false }
    if clause.isPassive, rule.off.contains(clause.link == .reduced ? .reduced : .passive) { return true }
    switch clause.link {
    case .infinitive: return rule.off.contains(.infinitive)
    case .gerund, .participle: return rule.off.contains(.gerund)
    case .relative: return rule.off.contains(.relative)
    default: return !clause.isPassive && rule.off.contains(.active)
    }
  }

  /// Whether a preposition right after the verb or its personal object makes it another verb.
  private func isOther(_ rule: RelationRule, _ clause: Clause, _ analysis: borrowing Analysis) -> Bool {
    clause.phrases.contains { phrase in
      guard rule.unless.contains(phrase.preposition), phrase.item > clause.item else { return false }
      return phrase.after < 0 || analysis.mentions[phrase.after].category == .person
    }
  }

  /// The token after the verb's particles; nil when they aren't there.
  private func particles(_ statement: VerbFrame, _ group: VerbGroup, _ analysis: borrowing Analysis) -> Int? {
    var end = group.verb + 1
    for particle in statement.particles {
      guard end < analysis.tokens.count, analysis.tokens[end].word == particle else { return nil }
      end += 1
    }
    return end
  }

  /// `quit smoking`: the gerund is the object.
  private func isFollowedByGerund(_ index: Int, _ frame: SentenceFrame) -> Bool {
    guard index + 1 < frame.clauses.count else { return false }
    let next = frame.clauses[index + 1]
    return next.parent == index && next.link == .gerund && next.item == frame.clauses[index].item + 1
  }

  private func contains(_ alternatives: [UInt32], _ tokens: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    tokens.contains { alternatives.contains(analysis.tokens[$0].word) }
  }

  private func fillObject(
    _ statement: VerbFrame, _ parts: Parts, _ clause: Clause, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    if !statement.objectNouns.isEmpty {
      guard let head = parts.objects.first, let noun = analysis.mentions[head].noun,
        statement.objectNouns.contains(noun)
      else { return false }
      if analysis.mentions[head].headFirst >= match.trigger.lowerBound {
        match.trigger = match.trigger.lowerBound..<max(match.trigger.upperBound, analysis.mentions[head].headEnd)
      }
      match.used.append(head)
      return true
    }
    guard let slot = statement.object else {
      return !parts.isPassive && (parts.objects.isEmpty || !statement.phrases.isEmpty)
    }
    let fit = filling.fitting(parts.objects, slot, analysis)
    if !fit.isEmpty {
      add(fit, slot, to: &match, analysis)
      if statement.subject?.role == slot.role { match.others += fit }
      return true
    }
    if slot.types.contains(.clause), let quotation = clause.quotation {
      match.arguments.append(ArgumentRecord(role: slot.role, tokens: quotation))
      match.filled += 1
      return true
    }
    // A and B met: the two are the subject.
    guard parts.objects.isEmpty, !parts.isPassive, statement.subject?.role == slot.role, statement.phrases.isEmpty,
      !rules.rules[match.rule].off.contains(.reciprocal)
    else {
      return false
    }
    let members = filling.fitting(parts.subjects, slot, analysis)
    return isPair(members, analysis) || members.first.map { filling.isCollective($0, analysis) } ?? false
  }

  private func isPair(_ mentions: [Int], _ analysis: borrowing Analysis) -> Bool {
    mentions.count > 1 || mentions.first.map { filling.isPlural($0, analysis) } ?? false
  }

  private func fillSubject(
    _ statement: VerbFrame, _ parts: Parts, _ clause: Clause, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    guard let slot = statement.subject else { return true }
    let fit = filling.fitting(parts.subjects, slot, analysis, without: match.used)
    if fit.isEmpty {
      guard parts.subjects.isEmpty || parts.isPassive, !slot.isPair else { return false }
      // `was called a liar`: of two who do the same, one alone is too few.
      if parts.isPassive, statement.object?.role == slot.role { return false }
      return match.filled > 0 && (parts.isPassive || clause.link != .none)
    }
    if slot.isPair, !isPair(fit, analysis) { return false }
    add(fit, slot, to: &match, analysis)
    return true
  }

  private func add(_ mentions: [Int], _ slot: Slot, to match: inout Match, _ analysis: borrowing Analysis) {
    let isFresh = match.used.isEmpty || !mentions.contains { match.used.contains($0) }
    let fresh = isFresh ? mentions : mentions.filter { !match.used.contains($0) }
    filling.add(fresh, slot, to: &match, analysis)
  }

  private func fillPhrase(
    _ phrase: PhraseSlot, _ index: Int, _ frame: SentenceFrame, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    if phrase.slot.types.contains(.clause), fillContent(phrase.slot, index, frame, &match, analysis) { return true }
    for found in frame.clauses[index].phrases where phrase.prepositions.contains(found.preposition) {
      if phrase.isOptional, isApart(found, index, frame, analysis) { continue }
      let fit = filling.fitting(frame.resolved(found.mentions), phrase.slot, analysis, without: match.used)
      guard !fit.isEmpty else { continue }
      add(fit, phrase.slot, to: &match, analysis)
      match.others += fit
      return true
    }
    // `agreed to help X`: X is no party.
    guard phrase.isOptional, !isSubject(phrase.slot.role, match, index, frame, analysis) else { return false }
    return fillFromContent(phrase, index, frame, &match, analysis)
  }

  /// Whether the role is that of the statement's subject.
  private func isSubject(
    _ role: UInt16, _ match: Match, _ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis
  ) -> Bool {
    let statements = rules.verbs[analysis.verbGroups[frame.clauses[index].verb].lemma] ?? []
    return statements.contains { $0.rule == match.rule && $0.subject?.role == role }
  }

  /// `agreed to talks with X`, `signed a deal, with X as the lone critic`: the phrase isn't the verb's.
  private func isApart(_ phrase: Phrase, _ index: Int, _ frame: SentenceFrame, _ analysis: borrowing Analysis) -> Bool {
    if words.isWith(phrase.preposition), phrase.after >= 0, analysis.mentions[phrase.after].category == .event {
      return true
    }
    let before = phrase.item - 1
    return before > frame.clauses[index].item + 1 && analysis.items[before].kind == .comma
  }

  /// `pledged to help X`, `pledged to work with X`: the one who is helped fills the role.
  private func fillFromContent(
    _ phrase: PhraseSlot, _ index: Int, _ frame: SentenceFrame, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    guard !phrase.slot.isText, index + 1 < frame.clauses.count, frame.clauses[index + 1].parent == index,
      frame.clauses[index + 1].link == .infinitive
    else { return false }
    let child = frame.clauses[index + 1]
    var mentions: [Int] = []
    if helping.contains(analysis.verbGroups[child.verb].lemma) { mentions = child.objects }
    if mentions.isEmpty {
      mentions = child.phrases.first { phrase.prepositions.contains($0.preposition) }?.mentions ?? []
    }
    let fit = filling.fitting(mentions, phrase.slot, analysis).filter { analysis.mentions[$0].kind != .pronoun }
    guard !fit.isEmpty else { return false }
    add(fit, phrase.slot, to: &match, analysis)
    return true
  }

  /// Fills a role with the infinitive, gerund or `that` clause that hangs on the clause, or with the quotation.
  private func fillContent(
    _ slot: Slot, _ index: Int, _ frame: SentenceFrame, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    for (at, child) in frame.clauses.enumerated().dropFirst(index + 1).prefix(3) where child.parent == index {
      guard child.link == .infinitive || child.link == .complement || child.link == .gerund else { continue }
      // `the crimes they committed when they were young`: only `that` or nothing leads what is agreed or promised.
      if child.link == .complement, child.linker != Vocabulary.unknown, !words.isThat(child.linker) { continue }
      let group = analysis.verbGroups[child.verb]
      var start = group.first
      if child.link == .infinitive { start = min(start + 1, group.verb) }
      if child.link == .complement, let subject = child.subjects.first {
        start = min(start, analysis.mentions[subject].first)
      }
      var last = max(child.end, frame.clauses[at].item + 1)
      while last - 1 > child.item, isTrailing(analysis.items[last - 1].kind) { last -= 1 }
      let end = analysis.items[min(max(last, 1), analysis.items.count) - 1].end
      match.arguments.append(ArgumentRecord(role: slot.role, tokens: start..<max(end, group.end)))
      match.filled += 1
      return true
    }
    guard let quotation = frame.clauses[index].quotation else { return false }
    match.arguments.append(ArgumentRecord(role: slot.role, tokens: quotation))
    match.filled += 1
    return true
  }

  private func isTrailing(_ kind: PhraseItem.Kind) -> Bool {
    kind == .stop || kind == .comma || kind == .conjunction || kind == .quote || kind == .adverb
  }

  /// Roles that fixed words lead: `in the presence of <attendee>`.
  private func fillAdjuncts(
    _ rule: RelationRule, _ frame: SentenceFrame, _ match: inout Match, _ analysis: borrowing Analysis
  ) {
    for adjunct in rule.adjuncts {
      guard let end = find(adjunct.words, in: frame.tokens, analysis) else { continue }
      let members = list(from: end, in: frame, analysis)
      add(filling.fitting(members, adjunct.slot, analysis), adjunct.slot, to: &match, analysis)
    }
  }

  private func find(_ words: [UInt32], in tokens: Range<Int>, _ analysis: borrowing Analysis) -> Int? {
    var index = tokens.lowerBound
    while index + words.count <= tokens.upperBound {
      if (0..<words.count).allSatisfy({ analysis.tokens[index + $0].word == words[$0] }) { return index + words.count }
      index += 1
    }
    return nil
  }

  /// The listed groups that begin at a token.
  private func list(from token: Int, in frame: SentenceFrame, _ analysis: borrowing Analysis) -> [Int] {
    var members: [Int] = []
    var end = token
    for item in frame.items where analysis.items[item].first >= token || analysis.items[item].end > token {
      let found = analysis.items[item]
      switch found.kind {
      case .mention where found.first >= end || members.isEmpty:
        members.append(nested(found.index, from: token, analysis))
        end = found.end
      case .comma, .conjunction: continue
      default: return members
      }
    }
    return members
  }

  /// The group that begins at the token, when it is the complement of the item's group.
  private func nested(_ mention: Int, from token: Int, _ analysis: borrowing Analysis) -> Int {
    var found = mention
    while analysis.mentions[found].first < token, analysis.mentions[found].complement >= 0 {
      found = Int(analysis.mentions[found].complement)
    }
    return found
  }
}
