/// Matches the `say:` statements of relation rules against a clause, in every voice and shape.
struct VerbMatcher: Sendable {
  let rules: RelationRules
  let filling: SlotFilling
  let words: ClauseWords

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
  }

  /// The best match of each rule for a clause.
  func matches(_ index: Int, _ clauses: [Clause], _ phrases: [Phrase], _ analysis: borrowing Analysis) -> [Match] {
    let clause = clauses[index]
    guard let frames = rules.verbs[analysis.verbGroups[clause.verb].lemma] else { return [] }
    var best: [Match] = []
    for frame in frames {
      guard let match = match(frame, index, clauses, analysis) else { continue }
      if let known = best.firstIndex(where: { $0.rule == match.rule }) {
        if match.filled > best[known].filled { best[known] = match }
      } else {
        best.append(match)
      }
    }
    return best
  }

  private func match(_ frame: VerbFrame, _ index: Int, _ clauses: [Clause], _ analysis: borrowing Analysis) -> Match? {
    let clause = clauses[index]
    let group = analysis.verbGroups[clause.verb]
    let rule = rules.rules[frame.rule]
    guard !isOff(rule, clause, group), let particleEnd = particles(frame, group, analysis) else { return nil }
    var match = Match(rule: frame.rule, trigger: group.verb..<particleEnd)
    var subjects = clause.subjects
    var objects = clause.objects
    var seconds = clause.secondObjects
    if clause.isPassive {
      let agents = clause.phrases.first { words.isBy($0.preposition) }?.mentions ?? []
      guard frame.object != nil || !frame.objectNouns.isEmpty else { return nil }
      (subjects, objects, seconds) = (agents, clause.subjects, clause.objects)
    }
    guard fillObject(frame, objects, subjects, clause, &match, analysis) else { return nil }
    guard fillSubject(frame, subjects, clause, &match, analysis) else { return nil }
    if let second = frame.second {
      let fit = filling.fitting(seconds, second, analysis)
      guard !fit.isEmpty else { return nil }
      add(fit, second, to: &match, analysis)
    }
    for phrase in frame.phrases where !fillPhrase(phrase, index, clauses, &match, analysis) {
      if !phrase.isOptional { return nil }
    }
    fillAdjuncts(rule, clause, &match, analysis)
    return match.filled > 0 ? match : nil
  }

  private func isOff(_ rule: RelationRule, _ clause: Clause, _ group: VerbGroup) -> Bool {
    guard !rule.off.isEmpty else { return false }
    if clause.isPassive, rule.off.contains(clause.link == .reduced ? .reduced : .passive) { return true }
    switch clause.link {
    case .infinitive: return rule.off.contains(.infinitive)
    case .gerund, .participle: return rule.off.contains(.gerund)
    case .relative: return rule.off.contains(.relative)
    default: return !clause.isPassive && rule.off.contains(.active)
    }
  }

  /// The token after the verb's particles; nil when they aren't there.
  private func particles(_ frame: VerbFrame, _ group: VerbGroup, _ analysis: borrowing Analysis) -> Int? {
    var end = group.verb + 1
    for particle in frame.particles {
      guard end < analysis.tokens.count, analysis.tokens[end].word == particle else { return nil }
      end += 1
    }
    return end
  }

  private func fillObject(
    _ frame: VerbFrame, _ objects: [Int], _ subjects: [Int], _ clause: Clause, _ match: inout Match,
    _ analysis: borrowing Analysis
  ) -> Bool {
    if !frame.objectNouns.isEmpty {
      guard let head = objects.first, let noun = analysis.mentions[head].noun, frame.objectNouns.contains(noun) else {
        return false
      }
      match.trigger = match.trigger.lowerBound..<max(match.trigger.upperBound, analysis.mentions[head].headEnd)
      return true
    }
    guard let slot = frame.object else { return objects.isEmpty || clause.isPassive || frame.phrases.isEmpty == false }
    if slot.types.contains(.clause), objects.isEmpty { return false }
    let fit = filling.fitting(objects, slot, analysis)
    if fit.isEmpty {
      // A and B met: the two are the subject.
      guard objects.isEmpty, !clause.isPassive, frame.subject?.role == slot.role, frame.phrases.isEmpty else {
        return false
      }
      return isPair(filling.fitting(subjects, slot, analysis), analysis)
    }
    add(fit, slot, to: &match, analysis)
    return true
  }

  private func isPair(_ mentions: [Int], _ analysis: borrowing Analysis) -> Bool {
    mentions.count > 1
      || mentions.first.map { analysis.mentions[$0].isPlural || !analysis.mentions[$0].referents.isEmpty } ?? false
  }

  private func fillSubject(
    _ frame: VerbFrame, _ subjects: [Int], _ clause: Clause, _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    guard let slot = frame.subject else { return true }
    let fit = filling.fitting(subjects, slot, analysis)
    if fit.isEmpty {
      guard subjects.isEmpty || clause.isPassive else { return false }
      return match.filled > 0 && (clause.isPassive || clause.link != .none)
    }
    add(fit, slot, to: &match, analysis)
    return true
  }

  private func add(_ mentions: [Int], _ slot: Slot, to match: inout Match, _ analysis: borrowing Analysis) {
    let fresh = mentions.filter { !match.used.contains($0) }
    match.arguments += filling.arguments(fresh, slot, analysis)
    match.used += fresh
    match.filled += fresh.count
    if slot.types == .document { match.documents += fresh }
  }

  private func fillPhrase(
    _ phrase: PhraseSlot, _ index: Int, _ clauses: [Clause], _ match: inout Match, _ analysis: borrowing Analysis
  ) -> Bool {
    let clause = clauses[index]
    if phrase.slot.types.contains(.clause), let content = content(of: index, phrase, clauses, analysis) {
      match.arguments.append(ArgumentRecord(role: phrase.slot.role, tokens: content))
      match.filled += 1
      return true
    }
    for found in clause.phrases where phrase.prepositions.contains(found.preposition) {
      let fit = filling.fitting(found.mentions, phrase.slot, analysis).filter { !match.used.contains($0) }
      guard !fit.isEmpty else { continue }
      add(fit, phrase.slot, to: &match, analysis)
      return true
    }
    return false
  }

  /// The tokens of an infinitive, gerund or `that` clause that hangs on the clause.
  private func content(
    of index: Int, _ phrase: PhraseSlot, _ clauses: [Clause], _ analysis: borrowing Analysis
  ) -> Range<Int>? {
    for (at, child) in clauses.enumerated().dropFirst(index + 1).prefix(3) where child.parent == index {
      guard child.link == .infinitive || child.link == .complement || child.link == .gerund else { continue }
      let group = analysis.verbGroups[child.verb]
      var start = group.first
      if child.link == .infinitive { start = min(start + 1, group.verb) }
      if child.link == .complement, let subject = child.subjects.first {
        start = min(start, analysis.mentions[subject].first)
      }
      let last = max(child.end, clauses[at].item + 1)
      let end = analysis.items[min(max(last, 1), analysis.items.count) - 1].end
      return start..<max(end, group.end)
    }
    return nil
  }

  /// Roles that fixed words lead: `in the presence of <attendee>`.
  private func fillAdjuncts(
    _ rule: RelationRule, _ clause: Clause, _ match: inout Match, _ analysis: borrowing Analysis
  ) {
    guard !rule.adjuncts.isEmpty else { return }
    let start = analysis.verbGroups[clause.verb].end
    let sentenceEnd = analysis.items[min(max(clause.end, clause.item + 1), analysis.items.count) - 1].end
    for adjunct in rule.adjuncts {
      guard let end = find(adjunct.words, from: start, to: sentenceEnd + 40, analysis) else { continue }
      let members = list(from: end, analysis)
      add(filling.fitting(members, adjunct.slot, analysis), adjunct.slot, to: &match, analysis)
    }
  }

  private func find(_ words: [UInt32], from start: Int, to end: Int, _ analysis: borrowing Analysis) -> Int? {
    var index = start
    while index + words.count <= min(end, analysis.tokens.count) {
      if index > start, analysis.tokens[index].shape.contains(.sentenceStart) { return nil }
      if (0..<words.count).allSatisfy({ analysis.tokens[index + $0].word == words[$0] }) { return index + words.count }
      index += 1
    }
    return nil
  }

  /// The listed groups that begin at a token; nested ones too.
  private func list(from token: Int, _ analysis: borrowing Analysis) -> [Int] {
    var members: [Int] = []
    var end = token
    for (index, group) in analysis.mentions.enumerated() where group.first >= token {
      if group.first > end + 2 { break }
      if group.first < end, !members.isEmpty { continue }
      if !members.isEmpty, !isListed(end, group.first, analysis) { break }
      members.append(index)
      end = group.end
    }
    return members
  }

  private func isListed(_ start: Int, _ end: Int, _ analysis: borrowing Analysis) -> Bool {
    guard start < end else { return false }
    return (start..<end).allSatisfy {
      analysis.tokens[$0].word == 44 || words.isAdditive(analysis.tokens[$0].word)
    }
  }
}
