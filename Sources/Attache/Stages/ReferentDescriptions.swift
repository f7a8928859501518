extension ReferentDiscourse {
  /// Finds what a description such as `the 57-year-old leader`, `the Gulf kingdom` or `his guest` means.
  mutating func resolveDescription(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    guard group.person < 0, group.headEnd > group.headFirst else { return }
    let head = analysis.tokens[group.headEnd - 1].hash
    let node = space.node(index, group)
    if nouns.isCounterpart(head) { return resolveCounterpart(index, group, analysis) }
    if group.owner >= 0, nouns.isPartner(head) {
      if let partner = partner(of: group, analysis) { space.join(partner, node) }
      return
    }
    if group.owner >= 0, nouns.isState(head), group.determiner == .possessive {
      let owner = space.known(space.node(Int(group.owner), analysis.mentions[Int(group.owner)]))
      if owner.side >= 0, space.known(owner.side).label == .country { space.join(owner.side, node) }
      return
    }
    guard group.determiner == .definite || group.determiner == .demonstrative, group.complement < 0, group.owner < 0
    else { return }
    let found: Int32?
    if nouns.isState(head), !nouns.isGovernment(head) {
      found = group.country < 0 ? state(head, group) : nil
    } else if nouns.isPerson(head) {
      found = person(group, head, analysis)
    } else if nouns.isBody(head) || nouns.isBloc(head) {
      found = group.country < 0 ? body(head, group, analysis) : nil
    } else {
      found = nil
    }
    if let found { space.join(found, node) }
  }

  private mutating func state(_ head: UInt64, _ group: NounGroup) -> Int32? {
    for trace in recent where trace.token < group.first {
      guard sentence - Int(trace.sentence) <= 3 else { return nil }
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      guard facts.isNamed, facts.label == .country || facts.label == .nationality, nouns.fits(head, code: facts.code)
      else { continue }
      return root
    }
    return nil
  }

  /// The nearest person whom nationality and gender allow, subjects first.
  private mutating func person(_ group: NounGroup, _ head: UInt64, _ analysis: borrowing Analysis) -> Int32? {
    var best: Int32?
    var bestScore = Int.min
    let code = group.country >= 0 ? analysis.names[Int(group.country)].code : 0
    let gender = nouns.gender(head)
    for trace in recent where trace.token < group.first && trace.category == .person && !trace.isPlural {
      let distance = sentence - Int(trace.sentence)
      guard distance > 0 else { continue }
      guard distance <= 3 else { break }
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      guard facts.isNamed, ReferentPeople.agree(facts.gender, gender) else { continue }
      if code != 0 {
        guard facts.side >= 0, space.known(facts.side).code == code else { continue }
      }
      let score = (trace.role == .subject ? 10 : 0) - distance * 8
      if score > bestScore { (best, bestScore) = (root, score) }
    }
    return best
  }

  /// The nearest body whose name holds the noun; for `the bloc` the alliance or agency that was the subject last.
  private mutating func body(_ head: UInt64, _ group: NounGroup, _ analysis: borrowing Analysis) -> Int32? {
    var best: Int32?
    var bestScore = 0
    for trace in recent where trace.token < group.first {
      let distance = sentence - Int(trace.sentence)
      guard distance <= 4 else { break }
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      guard facts.isNamed, facts.label == .organization else { continue }
      if facts.name.contains(where: { analysis.tokens[$0].hash == head }) { return root }
      guard nouns.isBloc(head), !nouns.isBody(head), !isNewsAgency(root, analysis) else { continue }
      let score = 20 - distance * 4 + (trace.role == .subject ? 6 : 0)
      if score > bestScore { (best, bestScore) = (root, score) }
    }
    return best
  }

  /// A body in brackets behind a dateline.
  private func isNewsAgency(_ root: Int32, _ analysis: borrowing Analysis) -> Bool {
    guard Int(root) < analysis.names.count else { return false }
    let name = analysis.names[Int(root)]
    return name.first > 0 && name.end < analysis.tokens.count && analysis.tokens[name.first - 1].word == words.open
      && analysis.tokens[name.end].word == words.close && name.first < 12
  }

  /// The other one of the two people in play (`his host`, `her guest`).
  private mutating func partner(of group: NounGroup, _ analysis: borrowing Analysis) -> Int32? {
    let owner = space.root(space.node(Int(group.owner), analysis.mentions[Int(group.owner)]))
    for trace in recent where trace.category == .person && !trace.isPlural && trace.token < group.first {
      guard sentence - Int(trace.sentence) <= 2 else { return nil }
      let root = space.root(trace.node)
      if root != owner, space.facts[Int(root)].isNamed || space.facts[Int(root)].office >= 0 { return root }
    }
    return nil
  }
}
