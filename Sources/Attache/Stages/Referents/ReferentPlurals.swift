extension ReferentDiscourse {
  /// What the members of a plural group must be.
  enum MemberKind { case people, states, sides, bodies, any }

  /// Finds the referents in play that `they`, `the two sides` or `both ministers` mean.
  mutating func resolvePlural(_ index: Int, _ analysis: borrowing Analysis) {
    let group = analysis.mentions[index]
    let meaning = tables.nouns.head(of: index, analysis)
    let isPronoun = group.kind == .pronoun
    let node = memory.space.node(index, analysis)
    memory.space.note(node) { $0.isPlural = true }
    guard isPronoun || isAnaphor(group, meaning, analysis), let kind = kind(of: group, meaning) else { return }
    if isPronoun {
      let plural = pluralBefore(group.first)
      if plural >= 0 {
        memory.space.join(plural, node)
        return
      }
    }
    exclude(index, analysis)
    let wanted = count(group, meaning, analysis)
    var isFound = false
    if group.kind == .title, group.title >= 0 {
      let key = memory.titles.key(Int(group.title), tables.keys, analysis)
      isFound = findMembers(kind, wanted, before: group.first, key: key, analysis)
    }
    if !isFound { isFound = findMembers(kind, wanted, before: group.first, key: nil, analysis) }
    if isFound { setMeaning(memory.found, of: index) }
  }

  private func kind(of group: NounGroup, _ meaning: ReferentNouns.Meaning) -> MemberKind? {
    if group.kind == .pronoun || meaning.contains(.pair) && group.kind == .description && group.noun == nil {
      return .any
    }
    if meaning.contains(.side) { return .sides }
    if meaning.contains(.state) { return .states }
    if group.kind == .title || !meaning.isDisjoint(with: [.person, .partner]) { return .people }
    return meaning.contains(.body) ? .bodies : nil
  }

  /// Notes whom a plural group can't mean: its owner, and the subjects of a verb that it is an object of.
  private mutating func exclude(_ index: Int, _ analysis: borrowing Analysis) {
    memory.excluded.clear()
    let owner = Int(analysis.mentions[index].owner)
    if owner >= 0, owner < analysis.mentions.count {
      let meaning = memory.meanings[owner]
      if meaning.count > 1 {
        for at in meaning.first..<(meaning.first + meaning.count) { memory.excluded.append(memory.meant[Int(at)]) }
      } else {
        memory.excluded.append(root(of: owner, analysis))
      }
    }
    let spot = memory.roles.spot(of: index)
    guard spot >= 0, analysis.mentions[index].kind != .pronoun else { return }
    let role = memory.roles.spots[spot].role
    if role == .object || role == .oblique {
      excludeSubjects(of: memory.roles.spots[spot].verb, before: index, analysis)
    }
  }

  /// Whether a plural noun group takes up referents that were named before.
  private func isAnaphor(
    _ group: NounGroup, _ meaning: ReferentNouns.Meaning, _ analysis: borrowing Analysis
  ) -> Bool {
    guard group.complement < 0, group.country < 0, group.organization < 0 else { return false }
    switch group.determiner {
    case .definite, .demonstrative: break
    case .possessive: return meaning.contains(.partner)
    default: return meaning.contains(.pair) || tables.nouns(analysis.tokens[group.first].hash).contains(.both)
    }
    if group.kind == .title || !meaning.isDisjoint(with: [.side, .pair, .state]) { return true }
    return group.count == 2 || group.count == 3 || tables.nouns(analysis.tokens[group.first].hash).contains(.both)
  }

  /// How many referents a group means; 0 when it doesn't say.
  private func count(
    _ group: NounGroup, _ meaning: ReferentNouns.Meaning, _ analysis: borrowing Analysis
  ) -> Int {
    if group.count > 0 { return Int(group.count) }
    for token in group.first..<min(group.end, group.first + 4) {
      let word = tables.nouns(analysis.tokens[token].hash)
      if word.contains(.three) { return 3 }
      if word.contains(.both) { return 2 }
    }
    return group.kind != .pronoun && meaning.contains(.pair) ? 2 : 0
  }

  /// A plural noun group as antecedent of `they`: the subject of the sentence before, or the nearest in this one; -1
  /// is none.
  private mutating func pluralBefore(_ token: Int) -> Int32 {
    for at in recent {
      let trace = memory.traces[at]
      let distance = sentence - Int(trace.sentence)
      guard distance <= 1 else { return -1 }
      guard Int(trace.token) < token else { continue }
      guard trace.isPlural, trace.category == .person || trace.category == .group else {
        if trace.category == .person || trace.category == .state, distance == 0, trace.role == .subject { return -1 }
        continue
      }
      guard trace.role == .subject || distance == 0 && trace.role != .nested else { continue }
      return memory.space.root(trace.node)
    }
    return -1
  }

  /// Finds the referents last in play that fit, in the order of their last sentence; false when there are too few.
  private mutating func findMembers(
    _ kind: MemberKind, _ wanted: Int, before token: Int, key: TitleKey?, _ analysis: borrowing Analysis
  ) -> Bool {
    let sentences = key == nil ? 4 : 7
    gather(kind, sentences, before: token, key: key, analysis)
    let least = wanted > 0 ? wanted : 2
    var from = 0
    for distance in 0..<sentences {
      var end = from
      while end < memory.candidates.count, memory.candidates[end].distance == distance { end += 1 }
      // People in one sentence: those of one verb first, so that names in passing stay out.
      for isStrict in [true, false] {
        memory.found.clear()
        for at in (from..<end).reversed() where !isStrict || memory.candidates[at].role != .nested {
          take(memory.candidates[at].root)
        }
        if memory.found.count == least || wanted == 0 && memory.found.count > least && memory.found.count <= 4 {
          return memory.found.count > 1
        }
        if memory.found.count > least {
          memory.found.removeLast(memory.found.count - least)
          return least > 1
        }
      }
      from = end
    }
    memory.found.clear()
    for candidate in memory.candidates where memory.found.count < least { take(candidate.root) }
    memory.found.reverse()
    return memory.found.count == least && least > 1
  }

  private mutating func take(_ root: Int32) {
    if !memory.found.contains(root) { memory.found.append(root) }
  }

  /// Gathers what fits in the sentences before, the latest first.
  private mutating func gather(
    _ kind: MemberKind, _ sentences: Int, before token: Int, key: TitleKey?, _ analysis: borrowing Analysis
  ) {
    memory.candidates.clear()
    for at in recent {
      let trace = memory.traces[at]
      let distance = sentence - Int(trace.sentence)
      guard distance < sentences else { break }
      guard Int(trace.token) < token || distance > 0, !trace.isPlural else { continue }
      let root = member(trace, kind)
      guard root >= 0, !memory.excluded.contains(root) else { continue }
      if let key, !holds(key, root, analysis) { continue }
      memory.candidates.append(
        ReferentMemory.PluralCandidate(root: root, role: trace.role, distance: distance))
    }
  }

  /// Whether a person holds an office of a plural title's tables.words.
  private mutating func holds(_ key: TitleKey, _ root: Int32, _ analysis: borrowing Analysis) -> Bool {
    let office = memory.space.facts[Int(root)].office
    guard office >= 0 else { return false }
    let title = memory.titles.key(Int(memory.space.offices[Int(office)].title), tables.keys, analysis)
    return memory.titles.fit(key, title) > 0
  }

  /// The referent that a trace gives to a plural group of a kind; -1 when it gives none.
  private mutating func member(_ trace: ReferentTrace, _ kind: MemberKind) -> Int32 {
    let root = memory.space.root(trace.node)
    let facts = memory.space.facts[Int(root)]
    guard !facts.isPlural else { return -1 }
    let isPerson = trace.category == .person && (facts.isNamed || facts.office >= 0)
    let isState = facts.isNamed && (facts.label == .country || facts.label == .nationality)
    let isBody = facts.isNamed && facts.label == .organization
    switch kind {
    case .people: return isPerson ? root : -1
    case .states:
      if isState { return root }
      guard isPerson, facts.side >= 0, memory.space.known(facts.side).label != .organization else { return -1 }
      return memory.space.root(facts.side)
    case .bodies: return isBody ? root : -1
    case .sides:
      if isState || isBody && !trace.isQualifier { return root }
      guard isPerson, facts.side >= 0 else { return -1 }
      return memory.space.root(facts.side)
    case .any:
      if isPerson { return root }
      return (isState || isBody) && !trace.isQualifier && trace.role != .nested && trace.role != .oblique ? root : -1
    }
  }
}
