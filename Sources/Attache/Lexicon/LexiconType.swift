/// What the rows of a lexicon file are; written in its `#type` line.
public enum LexiconType: UInt8, CaseIterable, Sendable {
  case country, givenName, surname, particle, title, titleWord, organization, organizationWord
  case location, placeWord, person, dateWord, currency, stop, word, verb, noun, common, abbreviation

  /// The name in a `#type` line.
  public var name: String {
    switch self {
    case .country: "Country"
    case .givenName: "GivenName"
    case .surname: "Surname"
    case .particle: "Particle"
    case .title: "Title"
    case .titleWord: "TitleWord"
    case .organization: "Organization"
    case .organizationWord: "OrganizationWord"
    case .location: "Location"
    case .placeWord: "PlaceWord"
    case .person: "Person"
    case .dateWord: "DateWord"
    case .currency: "Currency"
    case .stop: "Stop"
    case .word: "Word"
    case .verb: "Verb"
    case .noun: "Noun"
    case .common: "Common"
    case .abbreviation: "Abbreviation"
    }
  }

  /// The type of a `#type` line's name; letter case doesn't matter.
  public init?(name: String) {
    let wanted = name.lowercased()
    guard let found = LexiconType.allCases.first(where: { $0.name.lowercased() == wanted }) else { return nil }
    self = found
  }

  /// The columns that files of this type may have; the first is required.
  var columns: [(name: String, content: ColumnContent)] {
    switch self {
    case .country:
      [
        ("code", .code), ("name", .surface(.name)), ("official", .surface(.official)),
        ("abbreviations", .surface(.abbreviation)), ("aliases", .surface(.alias)), ("former", .surface(.former)),
        ("adjective", .surface(.adjective)), ("people", .surface(.people)), ("capital", .surface(.capital)),
        ("government", .surface(.government)), ("note", .note), ("policy", .policy),
      ]
    case .givenName: [("name", .surface(.name)), ("gender", .gender), ("cultures", .note), ("policy", .policy)]
    case .surname: [("name", .surface(.name)), ("cultures", .note), ("policy", .policy)]
    case .particle:
      [("particle", .surface(.name)), ("culture", .note), ("position", .tag), ("note", .note), ("policy", .policy)]
    case .title: [("title", .surface(.name)), ("kind", .tag), ("policy", .policy)]
    case .titleWord: [("word", .surface(.name)), ("part", .tag), ("kind", .note), ("policy", .policy)]
    case .organization:
      [
        ("name", .surface(.name)), ("abbreviations", .surface(.abbreviation)), ("aliases", .surface(.alias)),
        ("kind", .tag), ("country", .code), ("policy", .policy),
      ]
    case .organizationWord: [("word", .surface(.name)), ("part", .tag), ("kind", .note), ("policy", .policy)]
    case .location:
      [
        ("name", .surface(.name)), ("aliases", .surface(.alias)), ("kind", .tag), ("country", .code),
        ("policy", .policy),
      ]
    case .placeWord: [("word", .surface(.name)), ("part", .tag), ("kind", .note), ("policy", .policy)]
    case .person:
      [
        ("name", .surface(.name)), ("aliases", .surface(.alias)), ("gender", .gender), ("offices", .note),
        ("policy", .policy),
      ]
    case .dateWord: [("word", .surface(.name)), ("class", .tag), ("policy", .policy)]
    case .currency:
      [
        ("name", .surface(.name)), ("plural", .surface(.plural)), ("code", .surface(.abbreviation)),
        ("symbols", .surface(.symbol)), ("country", .code), ("policy", .policy),
      ]
    case .stop: [("word", .surface(.name)), ("policy", .policy), ("reason", .note)]
    case .word: [("word", .surface(.name)), ("class", .tag), ("note", .note), ("policy", .policy)]
    case .verb:
      [
        ("lemma", .surface(.name)), ("third", .surface(.third)), ("past", .surface(.past)),
        ("participle", .surface(.participle)), ("gerund", .surface(.gerund)), ("class", .tag), ("note", .note),
        ("policy", .policy),
      ]
    case .common: [("word", .surface(.name))]
    case .abbreviation: [("abbreviation", .surface(.name)), ("class", .tag), ("note", .note)]
    case .noun:
      [
        ("noun", .surface(.name)), ("plural", .surface(.plural)), ("class", .tag), ("note", .note),
        ("policy", .policy),
      ]
    }
  }

  /// Whether surfaces compare without regard to letter case when the file says nothing.
  var foldsCase: Bool {
    switch self {
    case .title, .titleWord, .word, .verb, .noun, .dateWord, .currency, .common: true
    default: false
    }
  }
}

/// What the cells of a column hold.
enum ColumnContent: Sendable {
  case surface(SurfaceRole)
  case code, gender, tag, policy, note
}

/// What a surface is to its entry.
public enum SurfaceRole: UInt8, Sendable {
  case name, official, abbreviation, alias, former, adjective, people, capital, government, plural, symbol
  case third, past, participle, gerund
}
