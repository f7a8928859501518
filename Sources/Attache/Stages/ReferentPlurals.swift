extension ReferentDiscourse {
  /// What the members of a plural group must be.
  private enum Kind { case people, states, sides, bodies, any }

  /// Finds the referents in play that `they`, `the two sides` or `both ministers` mean.
  mutating func resolvePlural(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    let head = analysis.tokens[group.headEnd - 1].hash
    let isPronoun = group.kind == .pronoun
    space.note(space.node(index, group)) { $0.isPlural = true }
    guard isPronoun || isAnaphor(group, analysis) else { return }
    let kind: Kind
    if isPronoun || nouns.isPair(group, analysis) && group.kind == .description && group.noun == nil {
      kind = .any
    } else if nouns.isSide(head) {
      kind = .sides
    } else if nouns.isState(head) {
      kind = .states
    } else if group.kind == .title || nouns.isPerson(head) || nouns.isPartner(head) {
      kind = .people
    } else if nouns.isBody(head) {
      kind = .bodies
    } else {
      return
    }
    let wanted = count(group, analysis)
    if isPronoun, let plural = pluralBefore(group, analysis) {
      space.join(plural, space.node(index, group))
      return
    }
    var excluded: [Int32] = []
    if group.owner >= 0, Int(group.owner) < isDone.count {
      let owner = analysis.mentions[Int(group.owner)]
      excluded = members(of: Int(group.owner)) ?? [space.root(space.node(Int(group.owner), owner))]
    }
    if let spot = roles.spot(of: index), spot.role == .object || spot.role == .oblique, !isPronoun {
      excluded += subjects(of: spot.verb, before: index, analysis)
    }
    let key = group.kind == .title && group.title >= 0 ? titles.key(analysis.names[Int(group.title)], analysis) : nil
    var found: [Int32] = []
    if let key { found = inPlay(kind, wanted, before: group, excluded: excluded, key: key, analysis) }
    if found.isEmpty { found = inPlay(kind, wanted, before: group, excluded: excluded, key: nil, analysis) }
    if found.count > 1 { setMembers(found, of: index) }
  }

  /// Whether a plural noun group takes up referents that were named before.
  private func isAnaphor(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    guard group.complement < 0, group.country < 0, group.organization < 0 else { return false }
    switch group.determiner {
    case .definite, .demonstrative: break
    case .possessive:
      return nouns.isPartner(analysis.tokens[group.headEnd - 1].hash)
    default:
      return nouns.isPair(group, analysis) || analysis.tokens[group.first].hash == ReferentDiscourse.both
    }
    if group.kind == .title || nouns.isSide(analysis.tokens[group.headEnd - 1].hash) { return true }
    return group.count == 2 || group.count == 3 || nouns.isPair(group, analysis)
      || analysis.tokens[group.first].hash == ReferentDiscourse.both
      || nouns.isState(analysis.tokens[group.headEnd - 1].hash)
  }

  private static let both = WordHash.of("both")
  private static let three = WordHash.of("three")
  private static let trio = WordHash.of("trio")

  /// How many referents a group means; 0 when it doesn't say.
  private func count(_ group: NounGroup, _ analysis: borrowing Analysis) -> Int {
    if group.count > 0 { return Int(group.count) }
    for token in group.first..<min(group.end, group.first + 4) {
      switch analysis.tokens[token].hash {
      case ReferentDiscourse.three, ReferentDiscourse.trio: return 3
      case ReferentDiscourse.both: return 2
      default: break
      }
    }
    return group.kind == .pronoun ? 0 : nouns.isPair(group, analysis) ? 2 : 0
  }

  /// A plural noun group as antecedent of `they`: the subject of the sentence before, or the nearest in this one.
  private mutating func pluralBefore(_ group: NounGroup, _ analysis: borrowing Analysis) -> Int32? {
    for trace in recent {
      let distance = sentence - Int(trace.sentence)
      guard distance <= 1, trace.token < group.first else { continue }
      guard trace.isPlural, trace.category == .person || trace.category == .group else {
        if trace.category == .person || trace.category == .state, distance == 0, trace.role == .subject { return nil }
        continue
      }
      guard trace.role == .subject || distance == 0 && trace.role != .nested else { continue }
      return space.root(trace.node)
    }
    return nil
  }

  /// The referents last in play that fit, in the order of their last sentence; empty when there are too few.
  private mutating func inPlay(
    _ kind: Kind, _ wanted: Int, before group: NounGroup, excluded: [Int32], key: TitleKey?,
    _ analysis: borrowing Analysis
  ) -> [Int32] {
    var pools = [[(root: Int32, role: GrammaticalRoles.Role, verb: Int)]](repeating: [], count: key == nil ? 4 : 7)
    for trace in recent {
      let distance = sentence - Int(trace.sentence)
      guard distance < pools.count else { break }
      guard trace.token < group.first || distance > 0, !trace.isPlural else { continue }
      guard let root = member(trace, kind), !excluded.contains(root) else { continue }
      if let key, !holds(key, root, analysis) { continue }
      pools[distance].append((root, trace.role, trace.verb))
    }
    let least = wanted > 0 ? wanted : 2
    for (distance, pool) in pools.enumerated() {
      // People in one sentence: those of one verb first, so that names in passing stay out.
      for strict in [true, false] {
        var found: [Int32] = []
        for entry in pool.reversed() {
          if strict, entry.role == .nested { continue }
          if !found.contains(entry.root) { found.append(entry.root) }
        }
        if found.count == least || wanted == 0 && found.count > least && found.count <= 4 { return found }
        if found.count > least { return Array(found.prefix(least)) }
      }
      if distance == 0, kind == .any, wanted == 0, !pool.isEmpty, group.kind == .pronoun { continue }
    }
    var found: [Int32] = []
    for entry in pools.joined() where !found.contains(entry.root) && found.count < least { found.append(entry.root) }
    return found.count == least ? found.reversed() : []
  }

  /// Whether a person holds an office of a plural title's words.
  private mutating func holds(_ key: TitleKey, _ root: Int32, _ analysis: borrowing Analysis) -> Bool {
    let office = space.facts[Int(root)].office
    guard office >= 0 else { return false }
    let title = space.offices[Int(office)].title
    return TitleKeys.fit(key, titles.key(analysis.names[Int(title)], analysis)) > 0
  }

  /// The referent that a trace gives to a plural group of a kind; nil when it gives none.
  private mutating func member(_ trace: ReferentTrace, _ kind: Kind) -> Int32? {
    let root = space.root(trace.node)
    let facts = space.facts[Int(root)]
    guard !facts.isPlural else { return nil }
    let isPerson = trace.category == .person && (facts.isNamed || facts.office >= 0)
    let isState = facts.isNamed && (facts.label == .country || facts.label == .nationality)
    let isBody = facts.isNamed && facts.label == .organization
    switch kind {
    case .people: return isPerson ? root : nil
    case .states:
      if isState { return root }
      guard isPerson, facts.side >= 0, space.known(facts.side).label != .organization else { return nil }
      return space.root(facts.side)
    case .bodies: return isBody ? root : nil
    case .sides:
      if isState || isBody && !trace.isQualifier { return root }
      guard isPerson, facts.side >= 0 else { return nil }
      return space.root(facts.side)
    case .any:
      if isPerson { return root }
      return (isState || isBody) && !trace.isQualifier && trace.role != .nested && trace.role != .oblique ? root : nil
    }
  }
}
