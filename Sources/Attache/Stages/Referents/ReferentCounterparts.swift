extension ReferentDiscourse {
  /// `his Italian counterpart`: the Italian holder of the same office, in this document or outside of it.
  mutating func resolveCounterpart(_ index: Int, _ analysis: borrowing Analysis) {
    guard analysis.mentions[index].owner >= 0 else { return }
    let node = memory.space.node(index, analysis)
    let owner = root(of: Int(analysis.mentions[index].owner), analysis)
    let office = memory.space.facts[Int(owner)].office
    guard analysis.mentions[index].country >= 0 else {
      let other = otherHolder(than: owner, before: analysis.mentions[index].first)
      if other >= 0 { memory.space.join(other, node) }
      return
    }
    let country = memory.space.root(analysis.mentions[index].country)
    let code = memory.space.facts[Int(country)].code
    let holder = holder(of: office, code: code, than: owner, analysis)
    if holder >= 0 { memory.space.join(holder, node) }
    transfer(office, to: node, country: country, code: code)
  }

  /// `The Norwegian condemned …`: a person of that nationality, or the only person in play.
  mutating func resolveNational(_ index: Int, _ analysis: borrowing Analysis) {
    let group = analysis.mentions[index]
    guard group.category == .group, !group.isPlural, group.determiner == .definite, group.country >= 0,
      group.end == group.first + 2, analysis.names[Int(group.country)].label == .nationality
    else { return }
    let code = analysis.names[Int(group.country)].code
    var found: Int32 = -1
    for at in recent where memory.traces[at].category == .person && !memory.traces[at].isPlural {
      let trace = memory.traces[at]
      guard sentence - Int(trace.sentence) <= 3 else { break }
      let root = memory.space.root(trace.node)
      let facts = memory.space.facts[Int(root)]
      guard facts.isNamed else { continue }
      if facts.side >= 0 {
        guard memory.space.known(facts.side).code == code else { continue }
        found = root
        break
      }
      if found >= 0, found != root { return }
      found = root
    }
    if found >= 0 { setMeaning([found], of: index) }
  }

  /// `his Italian counterpart, Giorgia Meloni`: the office goes to the person named.
  mutating func resolveNamedCounterpart(_ index: Int, _ analysis: borrowing Analysis) {
    let group = analysis.mentions[index]
    guard group.person >= 0, group.owner >= 0, group.first < group.headFirst else { return }
    let hasNoun = (group.first..<group.headFirst).contains {
      tables.nouns(analysis.tokens[$0].hash).contains(.counterpart)
    }
    guard hasNoun else { return }
    let owner = root(of: Int(group.owner), analysis)
    let country = group.country >= 0 ? memory.space.root(group.country) : -1
    transfer(
      memory.space.facts[Int(owner)].office, to: group.person, country: country,
      code: country >= 0 ? memory.space.facts[Int(country)].code : 0)
  }

  /// Gives a referent the office that its counterpart holds.
  mutating func transfer(_ office: Int32, to node: Int32, country: Int32, code: UInt16) {
    if country >= 0, memory.space.known(node).side < 0 { memory.space.note(node) { $0.side = country } }
    guard office >= 0, country >= 0, memory.space.known(node).office < 0 else { return }
    var record = memory.space.offices[Int(office)]
    record.holder = memory.space.root(node)
    record.of = country
    record.code = code
    record.status = .current
    memory.space.offices.append(record)
    let number = Int32(truncatingIfNeeded: memory.space.offices.count - 1)
    memory.space.note(node) { $0.office = number }
  }

  /// Who holds the same title in another country; -1 is nobody known.
  private mutating func holder(
    of office: Int32, code: UInt16, than owner: Int32, _ analysis: borrowing Analysis
  ) -> Int32 {
    guard code != 0 else { return -1 }
    let count = memory.space.offices.count
    for at in (max(0, count - ReferentDiscourse.reach)..<count).reversed() {
      let other = memory.space.offices[at]
      guard other.code == code else { continue }
      let root = memory.space.root(other.holder)
      guard root != owner, memory.space.facts[Int(root)].isNamed else { continue }
      if office < 0 || isSameTitle(other.title, memory.space.offices[Int(office)].title, analysis) { return root }
    }
    return -1
  }

  private mutating func isSameTitle(_ left: Int32, _ right: Int32, _ analysis: borrowing Analysis) -> Bool {
    let (first, second) = (
      memory.titles.key(Int(left), tables.keys, analysis), memory.titles.key(Int(right), tables.keys, analysis)
    )
    return memory.titles.fit(first, second) == 3
  }

  /// The only other office holder in play, for a counterpart without a country; -1 is nobody known.
  private mutating func otherHolder(than owner: Int32, before token: Int) -> Int32 {
    other(than: owner, before: token) { $0.isNamed && $0.office >= 0 }
  }

  /// The person in play last who isn't `owner` and is known well enough; -1 is nobody known.
  @inline(__always)
  mutating func other(than owner: Int32, before token: Int, _ isKnown: (ReferentSpace.Facts) -> Bool) -> Int32 {
    for at in recent where memory.traces[at].category == .person && !memory.traces[at].isPlural {
      let trace = memory.traces[at]
      guard Int(trace.token) < token else { continue }
      guard sentence - Int(trace.sentence) <= 2 else { return -1 }
      let root = memory.space.root(trace.node)
      if root != owner, isKnown(memory.space.facts[Int(root)]) { return root }
    }
    return -1
  }
}
