extension ReferentDiscourse {
  /// Finds what a pronoun means and joins it.
  mutating func resolvePronoun(_ index: Int, _ analysis: borrowing Analysis) {
    let node = memory.space.node(index, analysis)
    let head = analysis.mentions[index].headFirst
    let uses = tables.words(analysis.tokens[head].word)
    if uses.contains(.addressed) {
      if addressee >= 0 { memory.space.join(addressee, node) }
      return
    }
    if !uses.isDisjoint(with: [.firstSingular, .firstPlural]) {
      guard speaker >= 0, memory.quotes.isQuoted(head) || labelled >= 0 || isTranscript else { return }
      memory.space.join(spoken(uses), node)
      return
    }
    if uses.contains(.thirdPlural) || analysis.mentions[index].isPlural
      || tables.nouns.head(of: index, analysis).contains(.pair)
    {
      resolvePlural(index, analysis)
      return
    }
    let gender = analysis.mentions[index].gender
    if gender != 0 {
      let person = person(for: index, analysis)
      guard person >= 0 else { return }
      memory.space.join(person, node)
      memory.space.note(node) { ($0.gender, $0.isGenderSure) = (gender, true) }
    } else if uses.contains(.neuter) {
      let thing = thing(for: index, analysis)
      if thing >= 0 { memory.space.join(thing, node) }
    }
  }

  /// The person that `he` or `she` means; -1 is nobody known.
  private mutating func person(for index: Int, _ analysis: borrowing Analysis) -> Int32 {
    let spot = memory.roles.spot(of: index)
    let role = spot >= 0 ? memory.roles.spots[spot].role : .other
    // A possessive owns a noun group and has no verb of its own.
    let isOwner = analysis.mentions[index].isNested
    let isSubject = role == .subject && !isOwner
    memory.excluded.clear()
    if !isOwner, role == .object || role == .oblique {
      excludeSubjects(of: memory.roles.spots[spot].verb, before: index, analysis)
    }
    let first = analysis.mentions[index].first
    let gender = analysis.mentions[index].gender
    let isQuoted = memory.quotes.isQuoted(first)
    let speaker = speaker >= 0 ? memory.space.root(speaker) : -1
    let labelled = labelled >= 0 ? memory.space.root(labelled) : -1
    var best = Best(score: Int.min)
    for at in recent where memory.traces[at].category == .person && !memory.traces[at].isPlural {
      let trace = memory.traces[at]
      guard Int(trace.token) < first else { continue }
      let distance = sentence - Int(trace.sentence)
      guard distance <= 4 else { break }
      let root = memory.space.root(trace.node)
      let facts = memory.space.facts[Int(root)]
      guard !facts.isPlural, !memory.excluded.contains(root) else { continue }
      let isClash = !ReferentPeople.agree(facts.gender, gender)
      if isClash, facts.isGenderSure { continue }
      var score = salience(trace, distance: distance, isSubject: isSubject)
      if facts.gender == gender { score += facts.isGenderSure ? 16 : 10 }
      if isClash { score -= 30 }
      if spot < 0, trace.role == .object, benefits(index, trace, analysis) { score += 40 }
      if facts.isNamed { score += 8 }
      if trace.isQuoted != isQuoted { score -= 20 }
      if root == labelled { score -= 80 }
      if isQuoted, root == speaker { score -= 60 }
      best.weigh(root, score)
    }
    return best.root >= 0 ? best.root : personAhead(of: index, analysis)
  }

  /// `commends Niger for its help`: the possessive after `for` belongs to the verb's object.
  private func benefits(_ index: Int, _ trace: ReferentTrace, _ analysis: borrowing Analysis) -> Bool {
    guard trace.verb >= 0, Int(trace.sentence) == sentence else { return false }
    let at = memory.roles.container(of: index)
    guard at >= 0 else { return false }
    let spot = memory.roles.spots[at]
    guard spot.preposition == tables.words.for, spot.verb == Int(trace.verb) else { return false }
    return Int(analysis.mentions[spot.mention].owner) == index
  }

  /// How much in view a trace is.
  @inline(__always)
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

  /// Notes the referents of a verb's subjects: they aren't those of its object.
  mutating func excludeSubjects(of verb: Int, before mention: Int, _ analysis: borrowing Analysis) {
    let end = memory.roles.place(of: mention)
    var subjectVerb = -1
    for at in (max(0, end - 48)..<end).reversed() where memory.roles.spots[at].role == .subject {
      let spot = memory.roles.spots[at]
      guard spot.verb <= verb else { continue }
      if subjectVerb < 0 { subjectVerb = spot.verb }
      guard spot.verb == subjectVerb else { break }
      memory.excluded.append(root(of: spot.mention, analysis))
    }
  }

  /// `Two days after she was appointed, Rosa Ximenes …`: the subject that follows a fronted clause; -1 is none.
  private mutating func personAhead(of index: Int, _ analysis: borrowing Analysis) -> Int32 {
    let start = memory.roles.place(of: index)
    for at in start..<min(memory.roles.spots.count, start + 24) where memory.roles.spots[at].role == .subject {
      let mention = memory.roles.spots[at].mention
      guard analysis.mentions[mention].first > analysis.mentions[index].first,
        analysis.mentions[mention].kind == .name, analysis.mentions[mention].category == .person
      else { continue }
      let node = memory.space.node(mention, analysis)
      return ReferentPeople.agree(memory.space.known(node).gender, analysis.mentions[index].gender) ? node : -1
    }
    return -1
  }

  /// Whether what `it` means can be told from its verb: it is the subject of an active verb, or what a government
  /// speaks of. Subjects of the verb that it is an object of are excluded.
  private mutating func isTold(_ spot: Int, _ index: Int, _ analysis: borrowing Analysis) -> Bool {
    guard spot >= 0, memory.roles.spots[spot].verb >= 0 else { return false }
    let item = memory.roles.spots[spot].verb
    let verb = analysis.verbGroups[analysis.items[item].index]
    switch memory.roles.spots[spot].role {
    case .object:
      guard tables.seats.isOfGovernments(verb.lemma) else { return false }
      excludeSubjects(of: item, before: index, analysis)
      return true
    case .subject: return !tables.words.isBe(analysis.tokens[verb.verb].word) && !verb.isPassive
    default: return false
    }
  }

  /// The country or body that `it` or `its` means; -1 is none.
  private mutating func thing(for index: Int, _ analysis: borrowing Analysis) -> Int32 {
    let isOwner = analysis.mentions[index].isNested
    let spot = memory.roles.spot(of: index)
    let isSubject = spot >= 0 && memory.roles.spots[spot].role == .subject
    memory.excluded.clear()
    guard isOwner || isTold(spot, index, analysis) else { return -1 }
    let first = analysis.mentions[index].first
    var best = Best(score: 0)
    for at in recent {
      let trace = memory.traces[at]
      let distance = sentence - Int(trace.sentence)
      guard distance <= 1 else { break }
      guard Int(trace.token) < first, !trace.isPlural else { continue }
      let root = memory.space.root(trace.node)
      let isNamed = memory.space.facts[Int(root)].isNamed
      let isActor = isNamed && (trace.category == .state || trace.category == .organization)
      // A thing in between is what the pronoun means more often than an actor farther away.
      let isEvent = trace.category == .event || trace.category == .document
      let isThing =
        !isNamed
        && (trace.role == .subject && trace.category != .person && trace.category != .group
          || isOwner && isEvent && trace.role == .object && distance == 0)
      guard isActor || isThing, !memory.excluded.contains(root) else { continue }
      var score = salience(trace, distance: distance, isSubject: isSubject) + (trace.isQualifier ? -16 : 0)
      if isThing { score -= 4 }
      if isOwner, trace.role == .object, benefits(index, trace, analysis) { score += 40 }
      best.weigh(isActor ? root : -1, score)
    }
    return best.root
  }
}
