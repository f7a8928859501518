/// Capitals and seats of government, and the verbs and nouns that tell the government from the place.
struct GovernmentSeats: Sendable {
  /// What a place is to a state.
  struct Seat: Sendable {
    /// The code of the state whose capital or seat it is; 0 is none.
    var code: UInt16 = 0
    /// A seat of government such as the Kremlin, not a city.
    var isGovernment = false
  }

  private let entries: [LexiconEntry]
  private let senses: [Sense]
  /// For each entry of the lexicon up to the last verb what its verb does.
  private let verbs: [VerbClass]
  private var local = ReferentWordTable()
  /// For each slot of a code the row of its state; -1 is none.
  private let countries: [Int32]

  /// What a verb does, as bits.
  private struct VerbClass: OptionSet, Sendable {
    let rawValue: UInt8
    static let judging = VerbClass(rawValue: 1)
    static let speech = VerbClass(rawValue: 2)
  }

  init(_ lexicon: Lexicon) {
    entries = lexicon.entries
    senses = lexicon.senses
    let judging = Set(GovernmentSeats.judgingVerbs.split(separator: " ").map(String.init))
    var verbs: [VerbClass] = []
    var countries = [Int32](repeating: -1, count: StateNodes.slots)
    for (index, entry) in lexicon.entries.enumerated() {
      if entry.type == .verb {
        var found: VerbClass = []
        if judging.contains(lexicon.name(of: UInt32(index))) { found.insert(.judging) }
        let classes = lexicon.tags[Int(entry.tag)].split(separator: ";").map(\.trimmed)
        if classes.contains("speech") { found.insert(.speech) }
        guard !found.isEmpty else { continue }
        verbs += repeatElement([], count: index - verbs.count)
        verbs.append(found)
      } else if entry.type == .country, entry.code != 0 {
        let slot = StateNodes.slot(of: entry.code)
        if countries[slot] < 0 { countries[slot] = Int32(truncatingIfNeeded: index) }
      }
    }
    self.verbs = verbs
    self.countries = countries
    local.add(1, to: GovernmentSeats.localNouns)
  }

  private static let judgingVerbs =
    "praise hail laud commend condemn denounce criticise criticize accuse blame urge press pressure warn tell ask "
    + "sanction punish invite assure inform thank persuade oppose back support rebuke threaten help force demand lobby "
    + "reassure"
  private static let localNouns =
    "airport mayor street streets suburb suburbs hospital hotel police residents outskirts skyline cathedral university "
    + "port harbour harbor station centre center district museum palace square embassy zoo stadium mosque court "
    + "traffic river bridge governor bishop archbishop imam rabbi councillor councilman"

  /// What a place is to a state, by the lexicon matches on its span.
  @inline(__always)
  func seat(_ name: Int, _ analysis: borrowing Analysis) -> Seat {
    analysis.names[name].label == .location ? seat(of: analysis.names[name], analysis) : Seat()
  }

  private func seat(of name: Name, _ analysis: borrowing Analysis) -> Seat {
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
      let sense = senses[Int(candidate.sense)]
      if sense.role == .capital || sense.role == .government {
        return Seat(code: entries[Int(sense.entry)].code, isGovernment: sense.role == .government)
      }
    }
    return Seat()
  }

  /// The row of the lexicon that a state of a code has; -1 is none.
  func country(of code: UInt16) -> Int32 { code == 0 ? -1 : countries[StateNodes.slot(of: code)] }

  @inline(__always)
  func isSpeech(_ lemma: UInt32) -> Bool { Int(lemma) < verbs.count && verbs[Int(lemma)].contains(.speech) }

  /// Whether a verb is one of speech or of judging.
  @inline(__always)
  func isOfGovernments(_ lemma: UInt32) -> Bool { Int(lemma) < verbs.count && !verbs[Int(lemma)].isEmpty }

  /// Nouns of a city's own things and people.
  @inline(__always)
  func isLocal(_ head: UInt64) -> Bool { local.value(head) != 0 }
}
