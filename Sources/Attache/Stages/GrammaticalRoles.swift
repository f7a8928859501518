/// What each noun group of a sentence is to the verb beside it, by the row of phrases alone.
struct GrammaticalRoles: Sendable {
  /// The role of a noun group.
  enum Role: UInt8, Sendable { case subject, object, oblique, nested, other }

  /// A top-level noun group with its role.
  struct Spot: Sendable {
    var mention: Int
    var role = Role.other
    /// The item of its verb, or -1.
    var verb = -1
    /// The preposition before it; 0 is none.
    var preposition: UInt32 = 0
    var item: Int
  }

  /// The noun groups in text order.
  private(set) var spots: [Spot] = []
  private let words: ReferentWords

  init(words: ReferentWords) { self.words = words }

  /// The spot of a noun group; nil for a nested one.
  func spot(of mention: Int) -> Spot? {
    let place = place(of: mention)
    return place < spots.count && spots[place].mention == mention ? spots[place] : nil
  }

  /// The spot of the top-level group that a nested one is part of, as far as the order tells: the last one before it.
  func container(of mention: Int) -> Spot? {
    let place = place(of: mention)
    return place > 0 ? spots[place - 1] : nil
  }

  /// How many spots stand before a noun group.
  func place(of mention: Int) -> Int {
    var low = 0
    var high = spots.count
    while low < high {
      let middle = (low + high) / 2
      if spots[middle].mention < mention { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Reads the items of a sentence.
  mutating func read(_ range: Range<Int>, _ analysis: borrowing Analysis) {
    spots.removeAll(keepingCapacity: true)
    for index in range where analysis.items[index].kind == .mention {
      var spot = Spot(mention: analysis.items[index].index, item: index)
      let before = step(from: index, by: -1, range, analysis)
      let after = step(from: index, by: 1, range, analysis)
      if analysis.mentions[spot.mention].kind == .pronoun,
        words.isSubjectForm(analysis.tokens[analysis.mentions[spot.mention].headFirst].word)
      {
        spot.role = .subject
        spot.verb = after >= 0 && analysis.items[after].kind == .verb ? after : -1
      } else if before >= 0, analysis.items[before].kind == .preposition {
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
      spots.append(spot)
    }
    spreadOverLists(range, analysis)
  }

  /// Makes a noun group behind its verb the subject (`said the minister`).
  mutating func makeSubject(_ spot: Int) { spots[spot].role = .subject }

  private func isFinite(_ item: Int, _ analysis: borrowing Analysis) -> Bool {
    let form = analysis.verbGroups[analysis.items[item].index].form
    return form == .finite || form == .participle
  }

  /// The neighbouring item, adverbs, dates, quotes and brackets passed over; -1 is none.
  private func step(from index: Int, by step: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index + step
    while at >= range.lowerBound, at < range.upperBound {
      switch analysis.items[at].kind {
      case .adverb, .quote, .close, .open, .date: at += step
      case .comma where step > 0 && analysis.mentions[analysis.items[index].index].hasApposition: at += step
      default: return at
      }
    }
    return -1
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
  private mutating func spreadOverLists(_ range: Range<Int>, _ analysis: borrowing Analysis) {
    for index in spots.indices.dropLast().reversed()
    where spots[index].role == .other && spots[index + 1].role == .subject && isList(index, analysis) {
      spots[index].role = .subject
      spots[index].verb = spots[index + 1].verb
    }
    for index in spots.indices.dropFirst() where spots[index].role == .other && isList(index - 1, analysis) {
      let before = spots[index - 1]
      guard before.role != .subject else { continue }
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
