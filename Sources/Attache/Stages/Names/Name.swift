/// The eight entity labels.
public enum NameLabel: UInt8, CaseIterable, Sendable {
  case person, title, country, nationality, organization, location, date, money

  /// The label as output and gold spell it.
  public var text: String {
    switch self {
    case .person: "Person"
    case .title: "Title"
    case .country: "Country"
    case .nationality: "Nationality"
    case .organization: "Organization"
    case .location: "Location"
    case .date: "Date"
    case .money: "Money"
    }
  }

  /// The label of a spelling.
  public init?(text: String) {
    guard let found = NameLabel.allCases.first(where: { $0.text == text }) else { return nil }
    self = found
  }
}

/// An entity that the lattice settled on.
public struct Name: Sendable {
  /// Index of the first token.
  public var first: Int
  /// Index after the last token.
  public var end: Int
  /// What it is.
  public var label: NameLabel
  /// The lexicon row that made it; nil when a rule did.
  public var entry: UInt32?
  /// The rule that made it, as index into the pipeline's entity rules; nil when a lexicon row did.
  public var rule: UInt32?
  /// Packed ISO code; 0 is none.
  public var code: UInt16 = 0
  /// `m`, `f` or 0.
  public var gender: UInt8 = 0
  /// Index into `Analysis.referents`, or -1 before coreference.
  public var referent: Int32 = -1
  /// The lattice's evidence for it; see ARCHITECTURE.md for the scale.
  public var weight: Int32 = 0

  /// Makes a name of a run of tokens.
  public init(first: Int, end: Int, label: NameLabel, entry: UInt32? = nil, rule: UInt32? = nil) {
    self.first = first
    self.end = end
    self.label = label
    self.entry = entry
    self.rule = rule
  }
}
