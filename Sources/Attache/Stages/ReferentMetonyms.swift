extension ReferentDiscourse {
  /// Joins capitals and seats of government with their country where the government acts or is dealt with.
  mutating func readMetonyms(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    for at in roles.spots.indices {
      let spot = roles.spots[at]
      let group = analysis.mentions[spot.mention]
      if group.category == .place, group.kind == .name { readMetonym(spot, group, analysis) }
    }
    for index in nestedPlaces(sentence, analysis) { readOwner(index, analysis) }
  }

  private func nestedPlaces(_ sentence: SentenceRange, _ analysis: borrowing Analysis) -> [Int] {
    var found: [Int] = []
    for spot in roles.spots {
      let group = analysis.mentions[spot.mention]
      if group.owner >= 0 { found.append(spot.mention) }
      if group.complement >= 0, analysis.mentions[Int(group.complement)].owner >= 0 {
        found.append(Int(group.complement))
      }
    }
    return found
  }

  private func seat(_ group: NounGroup, _ analysis: borrowing Analysis) -> (name: Int32, code: UInt16)? {
    guard group.names.count > 0 else { return nil }
    for name in group.names.reversed() where analysis.names[name].label == .location {
      let code = seats.code(of: analysis.names[name], analysis)
      return code == 0 ? nil : (Int32(truncatingIfNeeded: name), code)
    }
    return nil
  }

  private mutating func readMetonym(_ spot: GrammaticalRoles.Spot, _ group: NounGroup, _ analysis: borrowing Analysis) {
    guard let (name, code) = seat(group, analysis) else { return }
    let isGovernment: Bool
    switch spot.role {
    case .subject: isGovernment = acts(spot.verb, analysis)
    case .object: isGovernment = isDealtWith(spot.verb, analysis)
    case .oblique:
      isGovernment =
        words.isMetonymic(spot.preposition)
        || spot.preposition == words.by
        || !words.isOfPlaces(spot.preposition) && spot.preposition == words.on && isDealtWith(spot.verb, analysis)
    default: isGovernment = false
    }
    if isGovernment { becomeState(name, code) }
  }

  /// Whether a capital as the subject of a verb is its government.
  private func acts(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    guard item >= 0, analysis.items[item].kind == .verb else { return false }
    let verb = analysis.verbGroups[analysis.items[item].index]
    if verb.isPassive { return speech.contains(verb.lemma) || seats.isJudging(verb.lemma) }
    return !words.isBe(analysis.tokens[verb.verb].word)
  }

  /// Whether a capital as the object of a verb is its government (`accused Tehran`, `praised Ottawa`).
  private func isDealtWith(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    guard item >= 0, analysis.items[item].kind == .verb else { return false }
    let verb = analysis.verbGroups[analysis.items[item].index]
    return speech.contains(verb.lemma) || seats.isJudging(verb.lemma)
  }

  /// `Beijing's cooperation with Moscow`: owners of what governments have.
  private mutating func readOwner(_ index: Int, _ analysis: borrowing Analysis) {
    let group = analysis.mentions[index]
    guard group.owner >= 0 else { return }
    let owner = analysis.mentions[Int(group.owner)]
    guard owner.category == .place, owner.kind == .name, let (name, code) = seat(owner, analysis) else { return }
    let head = analysis.tokens[max(group.headEnd - 1, group.first)].hash
    guard group.category != .place, !seats.isLocal(head) else { return }
    becomeState(name, code)
  }

  private mutating func becomeState(_ name: Int32, _ code: UInt16) {
    space.note(name) { facts in
      facts.code = code
      facts.label = .nationality
    }
    if let known = states[code] {
      space.join(known, name)
    } else {
      states[code] = name
    }
  }
}

/// Capitals and seats of government, and the verbs and nouns that tell the government from the place.
struct GovernmentSeats: Sendable {
  private let lexicon: Lexicon
  private let judging: Set<UInt32>
  private let local: Set<UInt64>
  private let countries: [UInt16: UInt32]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let verbs = Set(
      ("praise hail laud commend condemn denounce criticise criticize accuse blame urge press pressure warn tell ask "
        + "sanction punish invite assure inform thank persuade oppose back support rebuke threaten help persuade force "
        + "demand lobby reassure").split(separator: " ").map(String.init))
    var found: Set<UInt32> = []
    for (index, entry) in lexicon.entries.enumerated()
    where entry.type == .verb && verbs.contains(lexicon.name(of: UInt32(index))) {
      found.insert(UInt32(index))
    }
    judging = found
    var rows: [UInt16: UInt32] = [:]
    for (index, entry) in lexicon.entries.enumerated() where entry.type == .country && entry.code != 0 {
      if rows[entry.code] == nil { rows[entry.code] = UInt32(index) }
    }
    countries = rows
    local = Set(
      ("airport mayor street streets suburb suburbs hospital hotel police residents outskirts skyline cathedral university "
        + "port harbour harbor station centre center district museum palace square embassy zoo stadium mosque court "
        + "traffic river bridge governor bishop archbishop imam rabbi councillor councilman").split(separator: " ").map
      { WordHash.of(String($0)) })
  }

  /// The code of the state whose capital or seat a place is, by the lexicon matches on its span; 0 when it is none.
  func code(of name: Name, _ analysis: borrowing Analysis) -> UInt16 {
    guard let sense = sense(of: name, analysis) else { return 0 }
    return lexicon.entries[Int(sense.entry)].code
  }

  /// Whether a place is a seat of government such as the Kremlin, not a city.
  func isSeat(_ name: Name, _ analysis: borrowing Analysis) -> Bool {
    sense(of: name, analysis)?.role == .government
  }

  private func sense(of name: Name, _ analysis: borrowing Analysis) -> Sense? {
    guard name.label == .location else { return nil }
    var low = 0
    var high = analysis.candidates.count
    while low < high {
      let middle = (low + high) / 2
      if Int(analysis.candidates[middle].first) < name.first { low = middle + 1 } else { high = middle }
    }
    while low < analysis.candidates.count, Int(analysis.candidates[low].first) == name.first {
      let candidate = analysis.candidates[low]
      low += 1
      guard Int(candidate.end) == name.end else { continue }
      let sense = lexicon.senses[Int(candidate.sense)]
      if sense.role == .capital || sense.role == .government { return sense }
    }
    return nil
  }

  /// The name of a state in the lexicon.
  func name(of code: UInt16) -> String {
    guard let entry = countries[code] else { return "" }
    return lexicon.name(of: entry)
  }

  func isJudging(_ lemma: UInt32) -> Bool { judging.contains(lemma) }
  func isLocal(_ head: UInt64) -> Bool { local.contains(head) }
}
