/// Head nouns of descriptions, by what they can mean.
struct ReferentNouns: Sendable {
  private let states, governments, bodies, sides, people, partners, counterparts, blocs, pairs: Set<UInt64>
  private let males, females: Set<UInt64>
  /// Codes of states that a noun names by their form (`kingdom`).
  private let forms: [UInt64: Set<UInt16>]

  init() {
    let set = { (words: String) in Set(words.split(separator: " ").map { WordHash.of(String($0)) }) }
    states = set(
      "country countries nation nations kingdom kingdoms republic republics sultanate emirate state states government "
        + "governments capital capitals neighbour neighbours neighbor neighbors neighbours")
    governments = set("government capital state states")
    sides = set("side sides party parties delegation delegations")
    bodies = set(
      "ministry ministries agency council commission committee union alliance party bank company academy university "
        + "court parliament organisation organization group movement institution authority fund department")
    blocs = set("bloc alliance grouping union organisation organization body")
    people = set(
      "leader leaders official officials diplomat diplomats minister ministers president presidents premier premiers "
        + "politician man men woman women general generals statesman monarch monarchs ruler envoy envoys negotiator "
        + "negotiators veteran strongman commander commanders governor cleric lawmaker spokesman chief chiefs "
        + "counterparts")
    partners = set("host hosts guest guests visitor interlocutor interlocutors")
    counterparts = set("counterpart counterparts opposite")
    pairs = set("two both pair duo three trio couple latter")
    males = set("man statesman spokesman king monarch sultan emir businessman strongman gentleman")
    females = set("woman spokeswoman queen businesswoman stateswoman lady")
    let codes = { (text: String) -> Set<UInt16> in
      Set(text.split(separator: " ").map { code in code.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
    }
    forms = [
      WordHash.of("kingdom"): codes("BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO"),
      WordHash.of("sultanate"): codes("BN OM"),
      WordHash.of("emirate"): codes("AE AF KW QA"),
    ]
  }

  func isState(_ hash: UInt64) -> Bool { states.contains(hash) }
  /// `the government` and `the capital` are parts of a state: no names for it.
  func isGovernment(_ hash: UInt64) -> Bool { governments.contains(hash) }
  func isSide(_ hash: UInt64) -> Bool { sides.contains(hash) }
  func isBody(_ hash: UInt64) -> Bool { bodies.contains(hash) }
  func isBloc(_ hash: UInt64) -> Bool { blocs.contains(hash) }
  func isPerson(_ hash: UInt64) -> Bool { people.contains(hash) }
  func isPartner(_ hash: UInt64) -> Bool { partners.contains(hash) }
  func isCounterpart(_ hash: UInt64) -> Bool { counterparts.contains(hash) }
  /// Whether a state of a code can be called by a noun.
  func fits(_ hash: UInt64, code: UInt16) -> Bool { forms[hash]?.contains(code) ?? true }
  func gender(_ hash: UInt64) -> UInt8 {
    males.contains(hash) ? UInt8(ascii: "m") : females.contains(hash) ? UInt8(ascii: "f") : 0
  }

  /// Whether a group without a plural noun means several (`the two`, `both`, `the pair`).
  func isPair(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    pairs.contains(analysis.tokens[group.headEnd - 1].hash) && group.headEnd > 0
  }
}
