extension ReferentDiscourse {
  /// Finds what a pronoun means and joins it.
  mutating func resolvePronoun(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    let node = space.node(index, group)
    let word = analysis.tokens[group.headFirst].word
    if words.isAddressed(word) {
      if addressee >= 0 { space.join(addressee, node) }
      return
    }
    if words.isFirstSingular(word) || words.isFirstPlural(word) {
      guard quotes.isQuoted(group.headFirst) || labelled >= 0 || isTranscript, let who = spoken(word, &space) else {
        return
      }
      space.join(who, node)
      return
    }
    if words.isThirdPlural(word) || group.isPlural || nouns.isPair(group, analysis) {
      resolvePlural(index, group, analysis)
      return
    }
    if group.gender != 0 {
      guard let person = person(for: index, group, analysis) else { return }
      space.join(person, node)
      space.note(node) { ($0.gender, $0.isGenderSure) = (group.gender, true) }
    } else if words.isNeuter(word), let thing = thing(for: index, group, analysis) {
      space.join(thing, node)
    }
  }

  /// Whether a pronoun is a possessive that owns a noun group.
  private func isPossessive(_ group: NounGroup) -> Bool { group.isNested }

  /// The subjects of the verb that a pronoun is an object of: they aren't the pronoun's referents.
  private func coarguments(_ index: Int, _ group: NounGroup) -> (verb: Int, applies: Bool) {
    guard !isPossessive(group), let spot = roles.spot(of: index) else { return (-1, false) }
    return (spot.verb, spot.role == .object || spot.role == .oblique)
  }

  /// The person that `he` or `she` means.
  private mutating func person(for index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) -> Int32? {
    let spot = roles.spot(of: index)
    let isSubject = spot?.role == .subject && !isPossessive(group)
    let (verb, excludes) = coarguments(index, group)
    var excluded: [Int32] = []
    if excludes { excluded = subjects(of: verb, before: index, analysis) }
    var best: Int32?
    var bestScore = Int.min
    var seen = 0
    for trace in recent {
      guard trace.category == .person, !trace.isPlural, trace.token < group.first else { continue }
      let distance = sentence - Int(trace.sentence)
      guard distance <= 4, seen < ReferentDiscourse.reach else { break }
      seen += 1
      let root = space.root(trace.node)
      let facts = space.facts[Int(root)]
      guard !facts.isPlural, !excluded.contains(root) else { continue }
      let isClash = !ReferentPeople.agree(facts.gender, group.gender)
      if isClash, facts.isGenderSure { continue }
      var score = salience(trace, distance: distance, isSubject: isSubject)
      if facts.gender == group.gender { score += facts.isGenderSure ? 16 : 10 }
      if isClash { score -= 30 }
      if spot == nil, trace.role == .object, benefits(index, trace, analysis) { score += 40 }
      if facts.isNamed { score += 8 }
      if trace.isQuoted != quotes.isQuoted(group.first) { score -= 20 }
      if labelled >= 0, root == space.root(labelled) { score -= 80 }
      if trace.isQuoted, quotes.isQuoted(group.first), root == (speaker >= 0 ? space.root(speaker) : -1) { score -= 60 }
      if !trace.isQuoted, quotes.isQuoted(group.first), speaker >= 0, root == space.root(speaker) { score -= 60 }
      if score > bestScore { (best, bestScore) = (root, score) }
    }
    if let best { return best }
    return personAhead(of: index, group, analysis)
  }

  /// `commends Niger for its help`: the possessive after `for` belongs to the verb's object.
  private func benefits(_ index: Int, _ trace: ReferentTrace, _ analysis: borrowing Analysis) -> Bool {
    guard trace.verb >= 0, Int(trace.sentence) == sentence else { return false }
    guard let spot = roles.container(of: index), spot.preposition == words.for, spot.verb == trace.verb else {
      return false
    }
    return Int(analysis.mentions[spot.mention].owner) == index
  }

  /// How much in view a trace is.
  private func salience(_ trace: ReferentTrace, distance: Int, isSubject: Bool) -> Int {
    var score: Int
    switch trace.role {
    case .subject: score = 60
    case .object: score = isSubject ? 30 : 36
    case .oblique: score = 22
    case .other: score = 38
    case .nested: score = 20
    }
    score -= distance * 26
    if distance == 0 { score += 12 }
    return score
  }

  /// The referents of a verb's subjects.
  mutating func subjects(of verb: Int, before mention: Int, _ analysis: borrowing Analysis) -> [Int32] {
    var found: [Int32] = []
    var subjectVerb = -1
    for spot in roles.spots.prefix(roles.place(of: mention)).suffix(48).reversed()
    where spot.role == .subject && spot.verb <= verb {
      let group = analysis.mentions[spot.mention]
      if subjectVerb < 0 { subjectVerb = spot.verb }
      guard spot.verb == subjectVerb else { break }
      found.append(space.root(space.node(spot.mention, group)))
    }
    return found
  }

  /// `Two days after she was appointed, Rosa Ximenes …`: the subject that follows a fronted clause.
  private mutating func personAhead(
    of index: Int, _ group: NounGroup, _ analysis: borrowing Analysis
  ) -> Int32? {
    for spot in roles.spots.dropFirst(roles.place(of: index)).prefix(24) where spot.role == .subject {
      let other = analysis.mentions[spot.mention]
      guard other.first > group.first, other.kind == .name, other.category == .person else { continue }
      let node = space.node(spot.mention, other)
      return ReferentPeople.agree(space.known(node).gender, group.gender) ? node : nil
    }
    return nil
  }

  /// The country or body that `it` or `its` means.
  private mutating func thing(for index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) -> Int32? {
    let isOwner = isPossessive(group)
    let spot = roles.spot(of: index)
    let isSubject = spot?.role == .subject
    var excluded: [Int32] = []
    if !isOwner, let spot, spot.role == .object, spot.verb >= 0 {
      let verb = analysis.verbGroups[analysis.items[spot.verb].index]
      guard speech.contains(verb.lemma) || seats.isJudging(verb.lemma) else { return nil }
      excluded = subjects(of: spot.verb, before: index, analysis)
    } else if !isOwner {
      guard isSubject, let verb = spot?.verb, verb >= 0 else { return nil }
      let found = analysis.verbGroups[analysis.items[verb].index]
      guard !words.isBe(analysis.tokens[found.verb].word), !found.isPassive else { return nil }
    }
    var best: Int32?
    var bestScore = 0
    for trace in recent {
      let distance = sentence - Int(trace.sentence)
      guard distance <= 1 else { break }
      guard trace.token < group.first, !trace.isPlural else { continue }
      let facts = space.known(trace.node)
      let isActor = facts.isNamed && (trace.category == .state || trace.category == .organization)
      // A thing in between is what the pronoun means more often than an actor farther away.
      let isEvent = trace.category == .event || trace.category == .document
      let isThing =
        !facts.isNamed
        && (trace.role == .subject && trace.category != .person && trace.category != .group
          || isOwner && isEvent && trace.role == .object && distance == 0)
      guard isActor || isThing, !excluded.contains(space.root(trace.node)) else { continue }
      var score = salience(trace, distance: distance, isSubject: isSubject) + (trace.isQualifier ? -16 : 0)
      if isThing { score -= 4 }
      if isOwner, trace.role == .object, benefits(index, trace, analysis) { score += 40 }
      if score > bestScore { (best, bestScore) = (isActor ? space.root(trace.node) : nil, score) }
    }
    return best
  }
}
