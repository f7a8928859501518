/// Head nouns of descriptions, by what they can mean.
struct ReferentNouns: Sendable {
  /// What a noun can mean.
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt32
    static let state = Meaning(rawValue: 1 << 0)
    /// `the government` and `the capital` are parts of a state: no names for it.
    static let government = Meaning(rawValue: 1 << 1)
    static let side = Meaning(rawValue: 1 << 2)
    static let body = Meaning(rawValue: 1 << 3)
    static let bloc = Meaning(rawValue: 1 << 4)
    static let person = Meaning(rawValue: 1 << 5)
    static let partner = Meaning(rawValue: 1 << 6)
    static let counterpart = Meaning(rawValue: 1 << 7)
    /// Several without a plural noun (`the two`, `both`, `the pair`).
    static let pair = Meaning(rawValue: 1 << 8)
    static let male = Meaning(rawValue: 1 << 9)
    static let female = Meaning(rawValue: 1 << 10)
    static let kingdom = Meaning(rawValue: 1 << 11)
    static let sultanate = Meaning(rawValue: 1 << 12)
    static let emirate = Meaning(rawValue: 1 << 13)
    static let both = Meaning(rawValue: 1 << 14)
    static let three = Meaning(rawValue: 1 << 15)
    static let form: Meaning = [.kingdom, .sultanate, .emirate]

    /// `m`, `f` or 0.
    var gender: UInt8 { contains(.male) ? UInt8(ascii: "m") : contains(.female) ? UInt8(ascii: "f") : 0 }
  }

  private var table = ReferentWordTable()

  init() {
    for (meaning, words) in ReferentNouns.words { table.add(meaning.rawValue, to: words) }
  }

  /// What a noun can mean.
  @inline(__always)
  func callAsFunction(_ hash: UInt64) -> Meaning { Meaning(rawValue: table.value(hash)) }

  /// What the last word of a group's head can mean.
  @inline(__always)
  func head(of index: Int, _ analysis: borrowing Analysis) -> Meaning {
    self(analysis.tokens[analysis.mentions[index].headEnd - 1].hash)
  }

  /// Whether a state of a code can be called by a noun.
  static func fits(_ meaning: Meaning, code: UInt16) -> Bool {
    guard !meaning.isDisjoint(with: .form) else { return true }
    let codes = meaning.contains(.kingdom) ? kingdoms : meaning.contains(.sultanate) ? sultanates : emirates
    return codes.contains(code)
  }

  private static let kingdoms = codes("BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO")
  private static let sultanates = codes("BN OM")
  private static let emirates = codes("AE AF KW QA")

  private static func codes(_ text: String) -> [UInt16] {
    text.split(separator: " ").map { code in code.utf8.reduce(0) { $0 << 8 | UInt16($1) } }
  }

  private static let words: [(Meaning, String)] = [
    (
      .state,
      "country countries nation nations kingdom kingdoms republic republics sultanate emirate state states government "
        + "governments capital capitals neighbour neighbours neighbor neighbors"
    ),
    (.government, "government capital state states"),
    (.side, "side sides party parties delegation delegations"),
    (
      .body,
      "ministry ministries agency council commission committee union alliance party bank company academy university "
        + "court parliament organisation organization group movement institution authority fund department"
    ),
    (.bloc, "bloc alliance grouping union organisation organization body"),
    (
      .person,
      "leader leaders official officials diplomat diplomats minister ministers president presidents premier premiers "
        + "politician man men woman women general generals statesman monarch monarchs ruler envoy envoys negotiator "
        + "negotiators veteran strongman commander commanders governor cleric lawmaker spokesman chief chiefs "
        + "counterparts"
    ),
    (.partner, "host hosts guest guests visitor interlocutor interlocutors"),
    (.counterpart, "counterpart counterparts opposite"),
    (.pair, "two both pair duo three trio couple latter"),
    (.male, "man statesman spokesman king monarch sultan emir businessman strongman gentleman"),
    (.female, "woman spokeswoman queen businesswoman stateswoman lady"),
    (.kingdom, "kingdom"), (.sultanate, "sultanate"), (.emirate, "emirate"),
    (.both, "both"), (.three, "three trio"),
  ]
}
