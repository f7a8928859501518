/// The evidence that lexicon entries give to readings: quality for each token, so that of two readings of the same
/// words the better one wins and a longer name beats the names inside of it.
struct LexicalEvidence: Sendable {
  /// What each sense stands for; of quality 0 when its type makes no reading by itself.
  private let readings: [Reading]

  /// What a sense stands for before its surroundings are seen.
  private struct Reading: Sendable {
    var entry: UInt32 = 0
    var policy: SensePolicy = []
    var code: UInt16 = 0
    var gender: UInt8 = 0
    var label: NameLabel?
    var quality: Int8 = 0
  }

  init(lexicon: Lexicon) { readings = lexicon.senses.map { LexicalEvidence.reading(of: $0, lexicon) } }

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

  private static func reading(of sense: Sense, _ lexicon: Lexicon) -> Reading {
    let entry = lexicon.entries[Int(sense.entry)]
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
    default: return Reading()
    }
    if sense.policy.contains(.user) { quality += 2 }
    return Reading(
      entry: sense.entry, policy: sense.policy, code: label == .country || label == .nationality ? entry.code : 0,
      gender: entry.gender == UInt8(ascii: "u") ? 0 : entry.gender, label: label,
      quality: Int8(truncatingIfNeeded: quality))
  }

  /// The reading that a lexicon match stands for; nil when its type makes none by itself.
  @inline(__always)
  func arc(of candidate: Candidate, in bounds: Range<Int>, _ classes: Span<ClassMask>) -> Arc? {
    let reading = readings[Int(candidate.sense)]
    guard reading.quality > 0 else { return nil }
    let (first, end) = (Int(candidate.first), Int(candidate.end))
    var quality = Int32(reading.quality)
    if candidate.isShouted { quality -= Quality.shouting }
    if !reading.policy.isDisjoint(with: [.weak, .context, .notInitial, .needsTitle]) {
      guard let change = change(reading, first, end, bounds, classes) else { return nil }
      quality += change
    }
    return Arc(
      first, end, reading.label, weight: quality * Arc.length(first, end), Arc.Source(entry: reading.entry),
      code: reading.code, gender: reading.gender)
  }

  /// What the surroundings add to a reading that depends on them; nil when it can't stand there.
  private func change(
    _ reading: Reading, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ classes: Span<ClassMask>
  ) -> Int32? {
    let isWeak = !reading.policy.isDisjoint(with: [.weak, .context])
    if reading.policy.contains(.notInitial), classes[first].has(.first) { return nil }
    if reading.policy.contains(.needsTitle), first == bounds.lowerBound || !classes[first - 1].has(.title) {
      return nil
    }
    if reading.label == .title { return !isWeak || isTitle(first, end, bounds, classes) ? 0 : nil }
    guard isWeak else { return 0 }
    var change = -Quality.weakness
    if let label = reading.label { change += context(label, first, end, bounds, classes) }
    if end == first + 1, classes[first].has(.first), classes[first].has(.common) { change -= 2 }
    return change
  }

  /// What the neighbours say for a weak entry.
  private func context(
    _ label: NameLabel, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ classes: Span<ClassMask>
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
  private func isTitle(_ first: Int, _ end: Int, _ bounds: Range<Int>, _ classes: Span<ClassMask>) -> Bool {
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
