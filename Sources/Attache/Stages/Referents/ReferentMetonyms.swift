extension ReferentDiscourse {
  /// Joins capitals and seats of government with their country where the government acts or is dealt with.
  mutating func readMetonyms(_ analysis: borrowing Analysis) {
    var hasOwner = false
    for at in memory.roles.spots.indices {
      let mention = memory.roles.spots[at].mention
      hasOwner =
        hasOwner || analysis.mentions[mention].owner >= 0 || analysis.mentions[mention].complement >= 0
      if analysis.mentions[mention].category == .place, analysis.mentions[mention].kind == .name {
        readMetonym(at, mention, analysis)
      }
    }
    guard hasOwner else { return }
    for at in memory.roles.spots.indices {
      let mention = memory.roles.spots[at].mention
      if analysis.mentions[mention].owner >= 0 { readOwner(mention, analysis) }
      let complement = Int(analysis.mentions[mention].complement)
      if complement >= 0, analysis.mentions[complement].owner >= 0 { readOwner(complement, analysis) }
    }
  }

  /// The capital or seat of government that a noun group names; -1 is none.
  private func seat(_ mention: Int, _ analysis: borrowing Analysis) -> Int {
    for name in analysis.mentions[mention].names.reversed() where analysis.names[name].label == .location {
      return analysis.nameSeats[name].code == 0 ? -1 : name
    }
    return -1
  }

  private mutating func readMetonym(_ at: Int, _ mention: Int, _ analysis: borrowing Analysis) {
    let name = seat(mention, analysis)
    guard name >= 0 else { return }
    let spot = memory.roles.spots[at]
    let isGovernment: Bool
    switch spot.role {
    case .subject: isGovernment = acts(spot.verb, analysis)
    case .object: isGovernment = isDealtWith(spot.verb, analysis)
    case .oblique:
      isGovernment =
        tables.words.is(spot.preposition, .metonymic) || spot.preposition == tables.words.by
        || !tables.words.is(spot.preposition, .placial) && spot.preposition == tables.words.on
          && isDealtWith(spot.verb, analysis)
    default: isGovernment = false
    }
    if isGovernment { becomeState(name, analysis) }
  }

  /// Whether a capital as the subject of a verb is its government.
  private func acts(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    guard item >= 0, analysis.items[item].kind == .verb else { return false }
    let verb = analysis.verbGroups[analysis.items[item].index]
    if verb.isPassive { return tables.seats.isOfGovernments(verb.lemma) }
    return !tables.words.isBe(analysis.tokens[verb.verb].word)
  }

  /// Whether a capital as the object of a verb is its government (`accused Tehran`, `praised Ottawa`).
  private func isDealtWith(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    guard item >= 0, analysis.items[item].kind == .verb else { return false }
    return tables.seats.isOfGovernments(analysis.verbGroups[analysis.items[item].index].lemma)
  }

  /// `Beijing's cooperation with Moscow`: owners of what governments have.
  private mutating func readOwner(_ index: Int, _ analysis: borrowing Analysis) {
    let owner = Int(analysis.mentions[index].owner)
    guard owner >= 0, analysis.mentions[owner].category == .place, analysis.mentions[owner].kind == .name else {
      return
    }
    let name = seat(owner, analysis)
    guard name >= 0, analysis.mentions[index].category != .place else { return }
    let head = max(analysis.mentions[index].headEnd - 1, analysis.mentions[index].first)
    if !tables.seats.isLocal(analysis.tokens[head].hash) { becomeState(name, analysis) }
  }

  private mutating func becomeState(_ name: Int, _ analysis: borrowing Analysis) {
    let code = analysis.nameSeats[name].code
    let node = Int32(truncatingIfNeeded: name)
    memory.space.note(node) { ($0.code, $0.label) = (code, .nationality) }
    let known = memory.states.first(code, node)
    if known != node { memory.space.join(known, node) }
  }
}
