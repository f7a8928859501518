extension ReferentDiscourse {
  /// `his Italian counterpart`: the Italian holder of the same office, in this document or outside of it.
  mutating func resolveCounterpart(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    guard group.owner >= 0 else { return }
    let node = space.node(index, group)
    let owner = space.root(space.node(Int(group.owner), analysis.mentions[Int(group.owner)]))
    let office = space.facts[Int(owner)].office
    guard group.country >= 0 else {
      if let other = otherHolder(than: owner, before: group) { space.join(other, node) }
      return
    }
    let country = space.root(group.country)
    let code = space.facts[Int(country)].code
    if let holder = holder(of: office, code: code, than: owner, analysis) { space.join(holder, node) }
    transfer(office, to: node, country: country, code: code)
  }

  /// `The Norwegian condemned …`: a person of that nationality, or the only person in play.
  mutating func resolveNational(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    guard group.category == .group, !group.isPlural, group.determiner == .definite, group.country >= 0,
      group.end == group.first + 2, analysis.names[Int(group.country)].label == .nationality
    else { return }
    let code = analysis.names[Int(group.country)].code
    var found: Int32?
    for trace in recent where trace.category == .person && !trace.isPlural {
      guard sentence - Int(trace.sentence) <= 3 else { break }
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      guard facts.isNamed else { continue }
      if facts.side >= 0 {
        guard space.known(facts.side).code == code else { continue }
        found = root
        break
      }
      if let found, found != root { return }
      found = root
    }
    if let found { setStanding(found, of: index) }
  }

  /// `his Italian counterpart, Giorgia Meloni`: the office goes to the person named.
  mutating func resolveNamedCounterpart(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    guard group.person >= 0, group.owner >= 0, group.first < group.headFirst else { return }
    let hasNoun = (group.first..<group.headFirst).contains { nouns.isCounterpart(analysis.tokens[$0].hash) }
    guard hasNoun else { return }
    let owner = space.root(space.node(Int(group.owner), analysis.mentions[Int(group.owner)]))
    let country = group.country >= 0 ? space.root(group.country) : -1
    transfer(
      space.facts[Int(owner)].office, to: group.person, country: country,
      code: country >= 0 ? space.facts[Int(country)].code : 0)
  }

  /// Gives a referent the office that its counterpart holds.
  mutating func transfer(_ office: Int32, to node: Int32, country: Int32, code: UInt16) {
    if country >= 0, space.known(node).side < 0 { space.note(node) { $0.side = country } }
    guard office >= 0, space.known(node).office < 0 else { return }
    var record = space.offices[Int(office)]
    record.holder = space.root(node)
    record.of = country
    guard country >= 0 else { return }
    record.code = code
    record.status = .current
    space.offices.append(record)
    let number = Int32(truncatingIfNeeded: space.offices.count - 1)
    space.note(node) { $0.office = number }
  }

  /// Who holds the same title in another country.
  private mutating func holder(
    of office: Int32, code: UInt16, than owner: Int32, _ analysis: borrowing Analysis
  ) -> Int32? {
    for other in space.offices.suffix(ReferentDiscourse.reach).reversed() where other.code == code && code != 0 {
      let root = space.root(other.holder)
      guard root != owner, space.facts[Int(root)].isNamed else { continue }
      if office < 0 || isSameTitle(other.title, space.offices[Int(office)].title, analysis) { return root }
    }
    return nil
  }

  private func isSameTitle(_ left: Int32, _ right: Int32, _ analysis: borrowing Analysis) -> Bool {
    let (first, second) = (analysis.names[Int(left)], analysis.names[Int(right)])
    return TitleKeys.fit(titles.key(first, analysis), titles.key(second, analysis)) == 3
  }

  /// The only other office holder in play, for a counterpart without a country.
  private mutating func otherHolder(than owner: Int32, before group: NounGroup) -> Int32? {
    for trace in recent where trace.category == .person && !trace.isPlural && trace.token < group.first {
      guard sentence - Int(trace.sentence) <= 2 else { return nil }
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      if root != owner, facts.isNamed, facts.office >= 0 { return root }
    }
    return nil
  }
}
