/// The evidence that lexicon entries give to readings: quality for each token, so that of two readings of the same
/// words the better one wins and a longer name beats the names inside of it.
struct LexicalEvidence: Sendable {
  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Quality for a token of a certain entry, by what it is.
  enum Quality {
    static let country: Int32 = 11
    static let nationality: Int32 = 11
    static let organization: Int32 = 10
    static let location: Int32 = 9
    static let person: Int32 = 10
    static let title: Int32 = 9
    static let stop: Int32 = 7
    /// What is taken off an entry that is also a common word or another thing.
    static let weakness: Int32 = 6
    /// What a fitting neighbour gives to such an entry.
    static let context: Int32 = 5
    /// What is taken off an entry found in capitals where it isn't written so.
    static let shouting: Int32 = 3
  }

  /// The reading that a lexicon match stands for; nil when its type makes none by itself.
  func arc(of candidate: Candidate, in bounds: Range<Int>, _ analysis: borrowing Analysis) -> Arc? {
    let sense = lexicon.senses[Int(candidate.sense)]
    let entry = lexicon.entries[Int(sense.entry)]
    let (first, end) = (Int(candidate.first), Int(candidate.end))
    var label: NameLabel?
    var quality: Int32
    switch entry.type {
    case .country:
      switch sense.role {
      case .adjective, .people: (label, quality) = (.nationality, Quality.nationality)
      case .capital, .government: (label, quality) = (.location, Quality.location)
      default: (label, quality) = (.country, Quality.country)
      }
    case .organization: (label, quality) = (.organization, Quality.organization)
    case .location: (label, quality) = (.location, Quality.location)
    case .person: (label, quality) = (.person, Quality.person)
    case .title: (label, quality) = (.title, Quality.title)
    case .stop: quality = Quality.stop
    default: return nil
    }
    if candidate.isShouted { quality -= Quality.shouting }
    if sense.policy.contains(.user) { quality += 2 }
    let classes = analysis.classes
    if sense.policy.contains(.notInitial), classes[first].has(.first) { return nil }
    if label != .title, !sense.policy.isDisjoint(with: [.weak, .context]) {
      quality -= Quality.weakness
      if let label { quality += context(label, first, end, bounds, classes) }
      if classes[first].has(.first), end == first + 1, classes[first].has(.common) { quality -= 2 }
    }
    if sense.policy.contains(.needsTitle), first == bounds.lowerBound || !classes[first - 1].has(.title) { return nil }
    if label == .title, !isTitle(sense, first, end, bounds, analysis) { return nil }
    let length = Int32(truncatingIfNeeded: min(end - first, 64))
    return Arc(
      first: first, end: end, label: label, weight: quality * length, entry: sense.entry, rule: nil,
      code: label == .country || label == .nationality ? entry.code : 0,
      gender: entry.gender == UInt8(ascii: "u") ? 0 : entry.gender)
  }

  /// What the neighbours say for a weak entry.
  private func context(
    _ label: NameLabel, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ classes: [ClassMask]
  ) -> Int32 {
    let before = first > bounds.lowerBound ? classes[first - 1] : 0
    let after = end < bounds.upperBound ? classes[end] : 0
    switch label {
    case .location, .country, .nationality:
      if before.has(.placePreposition) || before.has(.direction) { return Quality.context }
      if after.has(.placeAfter) || after.has(.clitic) { return Quality.context - 2 }
      return after.has(.title) || after.has(.titleHead) || after.has(.titlePrehead) ? Quality.context : 0
    case .organization:
      if before.has(.determiner) { return Quality.context - 1 }
      return after.has(.clitic) ? Quality.context - 2 : 0
    default: return 0
    }
  }

  /// Whether a weak title stands where a title can: beside a name, a country or a body.
  private func isTitle(
    _ sense: Sense, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ analysis: borrowing Analysis
  ) -> Bool {
    guard !sense.policy.isDisjoint(with: [.weak, .context]) else { return true }
    let classes = analysis.classes
    let before = first > bounds.lowerBound ? classes[first - 1] : 0
    let after = end < bounds.upperBound ? classes[end] : 0
    let names = TokenClass.given.bit | TokenClass.surname.bit | TokenClass.person.bit
    if after.has(.capital), after.has(.title) || after.has(.honorific) { return true }
    if after.has(.capital), !after.has(.stop), after & names != 0 || !after.has(.common) { return true }
    let bodies =
      TokenClass.country.bit | TokenClass.nationality.bit | TokenClass.organization.bit | TokenClass.titlePrehead.bit
    if before & bodies != 0 { return true }
    return before.has(.clitic) && first > bounds.lowerBound + 1 && classes[first - 2] & bodies != 0
  }
}
