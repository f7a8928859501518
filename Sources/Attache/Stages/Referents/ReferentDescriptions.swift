extension ReferentDiscourse {
  /// The best referent so far; -1 is none.
  struct Best {
    var root: Int32 = -1
    var score: Int

    @inline(__always)
    mutating func weigh(_ root: Int32, _ score: Int) {
      if score > self.score { (self.root, self.score) = (root, score) }
    }
  }

  /// Finds what a description such as `the 57-year-old leader`, `the Gulf kingdom` or `his guest` means.
  mutating func resolveDescription(_ index: Int, _ analysis: borrowing Analysis) {
    let meaning = tables.nouns.head(of: index, analysis)
    if analysis.mentions[index].isPlural || meaning.contains(.pair) {
      return resolvePlural(index, analysis)
    }
    guard !meaning.isEmpty, analysis.mentions[index].person < 0,
      analysis.mentions[index].headEnd > analysis.mentions[index].headFirst
    else { return }
    if meaning.contains(.counterpart) { return resolveCounterpart(index, analysis) }
    let node = memory.space.node(index, analysis)
    let owner = Int(analysis.mentions[index].owner)
    if owner >= 0, meaning.contains(.partner) {
      let partner = partner(of: owner, before: analysis.mentions[index].first, analysis)
      if partner >= 0 { memory.space.join(partner, node) }
      return
    }
    let determiner = analysis.mentions[index].determiner
    if owner >= 0, meaning.contains(.state), determiner == .possessive {
      let side = memory.space.facts[Int(root(of: owner, analysis))].side
      if side >= 0, memory.space.known(side).label == .country { memory.space.join(side, node) }
      return
    }
    guard determiner == .definite || determiner == .demonstrative, analysis.mentions[index].complement < 0, owner < 0
    else { return }
    let found = described(index, meaning, analysis)
    if found >= 0 { memory.space.join(found, node) }
  }

  /// What a definite noun takes up; -1 is nothing.
  private mutating func described(
    _ index: Int, _ meaning: ReferentNouns.Meaning, _ analysis: borrowing Analysis
  ) -> Int32 {
    let country = analysis.mentions[index].country
    let first = analysis.mentions[index].first
    if meaning.contains(.state), !meaning.contains(.government) {
      return country < 0 ? state(meaning, before: first) : -1
    }
    if meaning.contains(.person) {
      let code = country >= 0 ? analysis.names[Int(country)].code : 0
      return person(meaning, code, before: first)
    }
    guard !meaning.isDisjoint(with: [.body, .bloc]), country < 0 else { return -1 }
    let head = analysis.tokens[analysis.mentions[index].headEnd - 1].hash
    return body(head, meaning, before: first, analysis)
  }

  private mutating func state(_ meaning: ReferentNouns.Meaning, before token: Int) -> Int32 {
    for at in recent where Int(memory.traces[at].token) < token {
      guard sentence - Int(memory.traces[at].sentence) <= 3 else { return -1 }
      let root = memory.space.root(memory.traces[at].node)
      let facts = memory.space.facts[Int(root)]
      guard facts.isNamed, facts.label == .country || facts.label == .nationality,
        ReferentNouns.fits(meaning, code: facts.code)
      else { continue }
      return root
    }
    return -1
  }

  /// The nearest person whom nationality and gender allow, subjects first.
  private mutating func person(_ meaning: ReferentNouns.Meaning, _ code: UInt16, before token: Int) -> Int32 {
    var best = Best(score: Int.min)
    for at in recent where memory.traces[at].category == .person && !memory.traces[at].isPlural {
      let trace = memory.traces[at]
      let distance = sentence - Int(trace.sentence)
      guard Int(trace.token) < token, distance > 0 else { continue }
      guard distance <= 3 else { break }
      let root = memory.space.root(trace.node)
      let facts = memory.space.facts[Int(root)]
      guard facts.isNamed, ReferentPeople.agree(facts.gender, meaning.gender) else { continue }
      if code != 0 {
        guard facts.side >= 0, memory.space.known(facts.side).code == code else { continue }
      }
      best.weigh(root, (trace.role == .subject ? 10 : 0) - distance * 8)
    }
    return best.root
  }

  /// The nearest body whose name holds the noun; for `the bloc` the alliance or agency that was the subject last.
  private mutating func body(
    _ head: UInt64, _ meaning: ReferentNouns.Meaning, before token: Int, _ analysis: borrowing Analysis
  ) -> Int32 {
    var best = Best(score: 0)
    for at in recent where Int(memory.traces[at].token) < token {
      let trace = memory.traces[at]
      let distance = sentence - Int(trace.sentence)
      guard distance <= 4 else { break }
      let root = memory.space.root(trace.node)
      let facts = memory.space.facts[Int(root)]
      guard facts.isNamed, facts.label == .organization else { continue }
      for token in Int(facts.nameFirst)..<Int(facts.nameEnd) where analysis.tokens[token].hash == head { return root }
      guard meaning.contains(.bloc), !meaning.contains(.body), !isNewsAgency(root, analysis) else { continue }
      best.weigh(root, 20 - distance * 4 + (trace.role == .subject ? 6 : 0))
    }
    return best.root
  }

  /// A body in brackets behind a dateline.
  private func isNewsAgency(_ root: Int32, _ analysis: borrowing Analysis) -> Bool {
    guard Int(root) < analysis.names.count else { return false }
    let name = analysis.names[Int(root)]
    return name.first > 0 && name.end < analysis.tokens.count
      && analysis.tokens[name.first - 1].word == tables.words.open
      && analysis.tokens[name.end].word == tables.words.close && name.first < 12
  }

  /// The other one of the two people in play (`his host`, `her guest`); -1 is nobody known.
  private mutating func partner(of owner: Int, before token: Int, _ analysis: borrowing Analysis) -> Int32 {
    other(than: root(of: owner, analysis), before: token) { $0.isNamed || $0.office >= 0 }
  }
}
