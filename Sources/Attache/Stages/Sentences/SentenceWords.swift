/// What the splitter knows of words: one table over word identifiers, read off the lexicon.
struct SentenceWords: Sendable {
  /// Facts about a word. The first eight are the classes of abbreviations.tsv.
  struct Trait: OptionSet, Sendable {
    let rawValue: UInt32
    /// Stands before a name: `Gen.`, `Mr.`, `St.`
    static let name = Trait(rawValue: 1 << 0)
    /// Stands before a number: `No.`, `pp.`, `Art.`
    static let number = Trait(rawValue: 1 << 1)
    /// May stand at the end of a sentence: `Inc.`, `Jan.`
    static let end = Trait(rawValue: 1 << 2)
    /// Mostly stands before a noun, and may stand at the end: `U.S.`
    static let modifier = Trait(rawValue: 1 << 3)
    /// Ends a clock time: `a.m.`
    static let time = Trait(rawValue: 1 << 4)
    /// A unit after a number: `km.`
    static let unit = Trait(rawValue: 1 << 5)
    /// Ends a list, and so often a sentence: `etc.`
    static let last = Trait(rawValue: 1 << 6)
    /// Never ends a sentence: `e.g.`
    static let never = Trait(rawValue: 1 << 7)
    /// The abbreviation is written with a capital.
    static let capital = Trait(rawValue: 1 << 8)
    /// A function word: begins sentences far more often than names.
    static let starter = Trait(rawValue: 1 << 9)
    /// A determiner or pronoun: with a capital, it begins a sentence even after a title.
    static let opener = Trait(rawValue: 1 << 10)
    /// A word that no line of its own ends with: `the`, `of`, `and`.
    static let link = Trait(rawValue: 1 << 11)
    /// A verb of speech.
    static let speech = Trait(rawValue: 1 << 12)
    /// Is written in small letters inside a sentence.
    static let common = Trait(rawValue: 1 << 13)
    /// A weekday or month.
    static let calendar = Trait(rawValue: 1 << 14)
    /// Closes a letter: `Regards`.
    static let closing = Trait(rawValue: 1 << 15)
    /// A finite form of a verb.
    static let verb = Trait(rawValue: 1 << 16)
    /// All classes of abbreviations.
    static let abbreviation: Trait = [.name, .number, .end, .modifier, .time, .unit, .last, .never]
  }

  /// The `class` column of abbreviations.tsv.
  static let abbreviationClasses: [(name: String, trait: Trait)] = [
    ("name", .name), ("number", .number), ("end", .end), ("modifier", .modifier), ("time", .time), ("unit", .unit),
    ("last", .last), ("never", .never), ("closing", .closing),
  ]

  private var traits: [Trait]

  /// Makes the table for a lexicon whose vocabulary is complete.
  init(_ lexicon: Lexicon) {
    traits = [Trait](repeating: [], count: lexicon.vocabulary.count)
    for word in lexicon.commonWords { traits[Int(word)].insert(.common) }
    lexicon.forEachSenseOfOneWord { word, _, sense in
      switch sense.type {
      case .word: traits[Int(word)].formUnion(SentenceWords.traits(ofTag: lexicon.tag(of: sense)))
      case .verb where sense.role == .third || sense.role == .past: traits[Int(word)].insert(.verb)
      case .dateWord:
        let tag = lexicon.tag(of: sense)
        if tag == "weekday" || tag == "month" { traits[Int(word)].insert(.calendar) }
      default: break
      }
    }
    for abbreviation in lexicon.abbreviations {
      guard Int(abbreviation.word) < traits.count else { continue }
      for part in lexicon.tags[Int(abbreviation.tag)].split(separator: ";") {
        let known = SentenceWords.abbreviationClasses.first { $0.name == part.trimmed }
        if let known { traits[Int(abbreviation.word)].insert(known.trait) }
      }
      if abbreviation.isCapital { traits[Int(abbreviation.word)].insert(.capital) }
    }
  }

  /// The traits of a token's word.
  @inline(__always)
  func callAsFunction(_ token: Token) -> Trait {
    Int(token.word) < traits.count ? traits[Int(token.word)] : []
  }

  private static func traits(ofTag tag: String) -> Trait {
    tag.split(separator: ";").reduce(into: []) { $0.formUnion(named[$1.trimmed] ?? []) }
  }

  private static let named: [String: Trait] = [
    "determiner": [.starter, .opener, .link], "possessive": [.starter, .opener, .link],
    "pronoun": [.starter, .opener], "relative": [.starter], "preposition": [.starter, .link],
    "subordinator": [.starter, .link], "conjunction": [.starter, .link], "adverb": .starter, "negation": .starter,
    "do": [.starter, .verb], "have": [.starter, .verb], "be": [.starter, .verb], "future-modal": .verb,
    "hypothetical-modal": .verb, "speech-verb": .speech,
  ]
}
