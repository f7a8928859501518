/// What each noun group of a sentence is to the verb beside it, by the row of phrases alone.
struct GrammaticalRoles: Sendable {
  /// The role of a noun group.
  enum Role: UInt8, Sendable { case subject, object, oblique, nested, other }

  /// A top-level noun group with its role.
  struct Spot: Sendable {
    var mention: Int
    var role = Role.other
    /// The preposition before it; 0 is none.
    var preposition: UInt32 = 0
    /// The item of its verb, or -1.
    var verb = -1
    var item: Int
  }

  /// The noun groups in text order.
  private(set) var spots: [Spot] = []
  /// For each noun group of the sentence how many spots stand before it.
  private var places: [Int32] = []
  private var firstMention = 0
  /// Whether the sentence has a place or a possessive that may stand for a government.
  private(set) var hasPlace = false
  /// Whether the sentence has a verb of speech.
  private(set) var hasSpeech = false

  /// Forgets the last document.
  mutating func begin() {
    spots.clear()
    places.clear()
  }

  /// The index of a noun group's spot; -1 for a nested one.
  @inline(__always)
  func spot(of mention: Int) -> Int {
    let place = place(of: mention)
    return place < spots.count && spots[place].mention == mention ? place : -1
  }

  /// The index of the spot of the top-level group that a nested one is part of, as far as the order tells: the last
  /// one before it; -1 is none.
  @inline(__always)
  func container(of mention: Int) -> Int { place(of: mention) - 1 }

  /// How many spots stand before a noun group.
  @inline(__always)
  func place(of mention: Int) -> Int {
    guard mention >= firstMention else { return 0 }
    let index = mention - firstMention
    return index < places.count ? Int(places[index]) : spots.count
  }

  /// Reads the items of a sentence, whose first noun group is `mention`.
  mutating func read(
    _ range: Range<Int>, from mention: Int, _ tables: ReferentTables, _ analysis: borrowing Analysis
  ) {
    begin()
    firstMention = mention
    hasPlace = false
    hasSpeech = false
    for index in range {
      switch analysis.items[index].kind {
      case .mention:
        let mention = analysis.items[index].index
        while firstMention + places.count <= mention { places.append(Int32(truncatingIfNeeded: spots.count)) }
        spots.append(spot(mention, index, range, tables.words, analysis))
        hasPlace =
          hasPlace || analysis.mentions[mention].category == .place || analysis.mentions[mention].owner >= 0
          || analysis.mentions[mention].complement >= 0
      case .verb:
        hasSpeech = hasSpeech || tables.seats.isSpeech(analysis.verbGroups[analysis.items[index].index].lemma)
      default: break
      }
    }
    if spots.count > 1 { spreadOverLists(analysis) }
  }

  @inline(__always)
  private func spot(
    _ mention: Int, _ index: Int, _ range: Range<Int>, _ words: ReferentWords, _ analysis: borrowing Analysis
  ) -> Spot {
    var spot = Spot(mention: mention, item: index)
    let after = after(index, mention, range, analysis)
    if analysis.mentions[mention].kind == .pronoun,
      words.is(analysis.tokens[analysis.mentions[mention].headFirst].word, .subjectForm)
    {
      spot.role = .subject
      spot.verb = after >= 0 && analysis.items[after].kind == .verb ? after : -1
      return spot
    }
    let before = before(index, range, analysis)
    if before >= 0, analysis.items[before].kind == .preposition {
      spot.role = .oblique
      spot.preposition = analysis.tokens[analysis.items[before].first].word
      spot.verb = verb(before: index, range, analysis)
    } else if after >= 0, analysis.items[after].kind == .verb, isFinite(after, analysis) {
      spot.role = .subject
      spot.verb = after
    } else if before >= 0, analysis.items[before].kind == .verb {
      spot.role = .object
      spot.verb = before
    }
    return spot
  }

  /// Makes a noun group behind its verb the subject (`said the minister`).
  mutating func makeSubject(_ spot: Int) { spots[spot].role = .subject }

  private func isFinite(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    let form = analysis.verbGroups[analysis.items[item].index].form
    return form == .finite || form == .participle
  }

  /// The item before a noun group, adverbs, dates, quotes and brackets passed over; -1 is none.
  @inline(__always)
  private func before(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index - 1
    while at >= range.lowerBound, GrammaticalRoles.isPassedOver(analysis.items[at].kind) { at -= 1 }
    return at >= range.lowerBound ? at : -1
  }

  /// The item after a noun group, what `before` passes over and commas of its apposition passed over; -1 is none.
  @inline(__always)
  private func after(_ index: Int, _ mention: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index + 1
    while at < range.upperBound {
      let kind = analysis.items[at].kind
      guard
        GrammaticalRoles.isPassedOver(kind) || kind == .comma && analysis.mentions[mention].hasApposition
      else { return at }
      at += 1
    }
    return -1
  }

  @inline(__always)
  private static func isPassedOver(_ kind: PhraseItem.Kind) -> Bool {
    switch kind {
    case .adverb, .quote, .close, .open, .date: true
    default: false
    }
  }

  private func verb(before index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index - 1
    while at >= range.lowerBound, at > index - 48 {
      if analysis.items[at].kind == .verb { return at }
      if analysis.items[at].kind == .stop { return -1 }
      at -= 1
    }
    return -1
  }

  /// Members of a list have the role of the member beside the verb or preposition.
  private mutating func spreadOverLists(_ analysis: borrowing Analysis) {
    for index in (0..<(spots.count - 1)).reversed()
    where spots[index].role == .other && spots[index + 1].role == .subject && isList(index, analysis) {
      spots[index].role = .subject
      spots[index].verb = spots[index + 1].verb
    }
    for index in 1..<spots.count where spots[index].role == .other {
      let before = spots[index - 1]
      guard before.role != .subject, isList(index - 1, analysis) else { continue }
      (spots[index].role, spots[index].verb, spots[index].preposition) = (before.role, before.verb, before.preposition)
    }
  }

  /// Whether only a comma or `and` stands between a spot and the next one.
  private func isList(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = spots[index].item + 1
    let end = spots[index + 1].item
    guard end - at >= 1, end - at <= 2 else { return false }
    while at < end {
      guard analysis.items[at].kind == .conjunction || analysis.items[at].kind == .comma else { return false }
      at += 1
    }
    return true
  }
}
