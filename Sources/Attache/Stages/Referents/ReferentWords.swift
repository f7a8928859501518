/// Words that coreference asks for, as bits by identifier of the vocabulary.
struct ReferentWords: Sendable {
  /// Words that say how an office is held, or that it is new or old.
  enum Standing: Sendable { case current, former, acting, designate }

  /// What a word is.
  struct Uses: OptionSet, Sendable {
    let rawValue: UInt32
    static let article = Uses(rawValue: 1 << 0)
    static let subjectForm = Uses(rawValue: 1 << 1)
    static let firstSingular = Uses(rawValue: 1 << 2)
    static let firstPlural = Uses(rawValue: 1 << 3)
    static let neuter = Uses(rawValue: 1 << 4)
    static let thirdPlural = Uses(rawValue: 1 << 5)
    static let addressed = Uses(rawValue: 1 << 6)
    /// `Q`, `JOURNALIST` as labels of a transcript.
    static let asker = Uses(rawValue: 1 << 7)
    static let answerer = Uses(rawValue: 1 << 8)
    static let appointing = Uses(rawValue: 1 << 9)
    static let male = Uses(rawValue: 1 << 10)
    static let female = Uses(rawValue: 1 << 11)
    static let spokesman = Uses(rawValue: 1 << 12)
    /// `for`, `in`, `at`: after a title they lead to a body, but not to a country.
    static let leadsToBody = Uses(rawValue: 1 << 13)
    /// Prepositions after which a capital is a government.
    static let metonymic = Uses(rawValue: 1 << 14)
    /// Prepositions after which a capital is a place.
    static let placial = Uses(rawValue: 1 << 15)
    static let be = Uses(rawValue: 1 << 16)
    static let former = Uses(rawValue: 1 << 17)
    static let acting = Uses(rawValue: 1 << 18)
    static let designate = Uses(rawValue: 1 << 19)
    static let current = Uses(rawValue: 1 << 20)
    static let standing: Uses = [.former, .acting, .designate, .current]
  }

  let of, to, by, on, `as`, `for`, whose, clitic: UInt32
  let cliticPlain: UInt32 = 39
  let comma: UInt32 = 44
  let open: UInt32 = 40
  let close: UInt32 = 41
  let colon: UInt32 = 58
  let hyphen: UInt32 = 45
  let ampersand: UInt32 = 38
  let and: UInt32
  /// For each word up to the last that has any.
  private let uses: [Uses]

  init(_ lexicon: Lexicon) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    of = identifier("of")
    to = identifier("to")
    by = identifier("by")
    on = identifier("on")
    `as` = identifier("as")
    `for` = identifier("for")
    whose = identifier("whose")
    and = identifier("and")
    clitic = identifier("'s")
    var uses: [Uses] = []
    for (use, words) in ReferentWords.words {
      for word in words.split(separator: " ").map({ Int(identifier(String($0))) })
      where word != Int(Vocabulary.unknown) {
        if word >= uses.count { uses += repeatElement([], count: word + 1 - uses.count) }
        if !use.isDisjoint(with: .standing) { uses[word].subtract(.standing) }
        uses[word].formUnion(use)
      }
    }
    self.uses = uses
  }

  /// What a word is to coreference.
  @inline(__always)
  func callAsFunction(_ word: UInt32) -> Uses { Int(word) < uses.count ? uses[Int(word)] : [] }

  @inline(__always)
  func `is`(_ word: UInt32, _ use: Uses) -> Bool { !self(word).isDisjoint(with: use) }

  func standing(_ word: UInt32) -> Standing? {
    let found = self(word).intersection(.standing)
    if found.isEmpty { return nil }
    return found == .former ? .former : found == .acting ? .acting : found == .designate ? .designate : .current
  }

  func isArticle(_ word: UInt32) -> Bool { `is`(word, .article) }
  /// `for`, `in`, `at`: after a title they lead to a body, but not to a country.
  func leadsToBody(_ word: UInt32) -> Bool { `is`(word, .leadsToBody) }
  func isBe(_ word: UInt32) -> Bool { `is`(word, .be) }

  /// The gender that a title or noun tells; 0 is none.
  func gender(_ word: UInt32) -> UInt8 {
    let found = self(word)
    return found.contains(.male) ? UInt8(ascii: "m") : found.contains(.female) ? UInt8(ascii: "f") : 0
  }

  private static let words: [(Uses, String)] = [
    (.article, "the a an his her its their"),
    (.former, "former ex ousted deposed then retired late onetime erstwhile previous sacked resigned disgraced"),
    (.acting, "acting interim caretaker transitional provisional"),
    (.designate, "designate elect incoming nominee nominated"),
    (.current, "new current sitting outgoing longtime newly appointed elected incumbent veteran embattled"),
    (.subjectForm, "i he she we they"),
    (.firstSingular, "i me my mine"),
    (.firstPlural, "we us our ours"),
    (.neuter, "it its"),
    (.thirdPlural, "they them their theirs"),
    (.addressed, "you your yours"),
    (.asker, "q question journalist reporter moderator interviewer"),
    (.answerer, "a answer"),
    (.appointing, "named appointed elected nominated chosen sworn reappointed"),
    (
      .male,
      "king prince crown emperor sultan sheikh shaikh sheik emir mr sir lord duke count baron pope father brother "
        + "chairman spokesman congressman businessman policeman statesman gentleman man husband son imam ayatollah "
        + "mullah tsar"
    ),
    (
      .female,
      "queen princess empress sheikha shaikha ms mrs miss lady dame duchess countess baroness sister mother "
        + "chairwoman spokeswoman congresswoman businesswoman policewoman woman wife daughter madam madame"
    ),
    (.spokesman, "spokesman spokeswoman spokesperson spokespersons spokesmen"),
    (.leadsToBody, "for in at"),
    (.metonymic, "with between against by toward towards"),
    (.placial, "in at from to near outside around across for through via into inside"),
    (.be, "is was are were be been being 's became become becomes remains serves served"),
  ]
}
