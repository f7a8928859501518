/// Words that coreference asks for, as identifiers of the vocabulary.
struct ReferentWords: Sendable {
  /// Words that say how an office is held, or that it is new or old.
  enum Standing: Sendable { case current, former, acting, designate }

  let of, to, by, on, `as`, `for`, whose, clitic: UInt32
  let cliticPlain: UInt32 = 39
  let comma: UInt32 = 44
  let open: UInt32 = 40
  let close: UInt32 = 41
  let colon: UInt32 = 58
  let hyphen: UInt32 = 45
  let ampersand: UInt32 = 38
  let and: UInt32
  private let standings: [UInt32: Standing]
  private let articles: Set<UInt32>
  private let subjectOnly: Set<UInt32>
  private let firstSingular: Set<UInt32>
  private let firstPlural: Set<UInt32>
  private let neuter: Set<UInt32>
  private let thirdPlural: Set<UInt32>
  private let addressed, askers, answerers, appointing: Set<UInt32>
  private let male: Set<UInt32>
  private let female: Set<UInt32>
  private let spokesmen: Set<UInt32>
  private let linkless: Set<UInt32>
  private let metonymic: Set<UInt32>
  private let placial: Set<UInt32>
  private let be: Set<UInt32>

  init(_ lexicon: Lexicon) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    let set = { (words: String) -> Set<UInt32> in
      Set(words.split(separator: " ").map { identifier(String($0)) }).subtracting([Vocabulary.unknown])
    }
    of = identifier("of")
    to = identifier("to")
    by = identifier("by")
    on = identifier("on")
    `as` = identifier("as")
    `for` = identifier("for")
    whose = identifier("whose")
    and = identifier("and")
    clitic = identifier("'s")
    articles = set("the a an his her its their")
    var found: [UInt32: Standing] = [:]
    for (words, standing) in ReferentWords.standingWords {
      for word in set(words) { found[word] = standing }
    }
    standings = found
    subjectOnly = set("i he she we they")
    firstSingular = set("i me my mine")
    firstPlural = set("we us our ours")
    neuter = set("it its")
    thirdPlural = set("they them their theirs")
    addressed = set("you your yours")
    askers = set("q question journalist reporter moderator interviewer")
    answerers = set("a answer")
    appointing = set("named appointed elected nominated chosen sworn reappointed")
    male = set(
      "king prince crown emperor sultan sheikh shaikh sheik emir mr sir lord duke count baron pope father brother "
        + "chairman spokesman congressman businessman policeman statesman gentleman man husband son imam ayatollah mullah "
        + "tsar")
    female = set(
      "queen princess empress sheikha shaikha ms mrs miss lady dame duchess countess baroness sister mother "
        + "chairwoman spokeswoman congresswoman businesswoman policewoman woman wife daughter madam madame")
    spokesmen = set("spokesman spokeswoman spokesperson spokespersons spokesmen")
    linkless = set("for in at")
    metonymic = set("with between against by toward towards")
    placial = set("in at from to near outside around across for through via into inside")
    be = set("is was are were be been being 's became become becomes remains serves served")
  }

  private static let standingWords: [(String, Standing)] = [
    ("former ex ousted deposed then retired late onetime erstwhile previous sacked resigned disgraced", .former),
    ("acting interim caretaker transitional provisional", .acting),
    ("designate elect incoming nominee nominated", .designate),
    ("new current sitting outgoing longtime newly appointed elected incumbent veteran embattled", .current),
  ]

  func standing(_ word: UInt32) -> Standing? { standings[word] }
  func isArticle(_ word: UInt32) -> Bool { articles.contains(word) }
  func isSubjectForm(_ word: UInt32) -> Bool { subjectOnly.contains(word) }
  func isAddressed(_ word: UInt32) -> Bool { addressed.contains(word) }
  /// `Q`, `JOURNALIST` as labels of a transcript.
  func isAsker(_ word: UInt32) -> Bool { askers.contains(word) }
  func isAnswerer(_ word: UInt32) -> Bool { answerers.contains(word) }
  func isAppointing(_ word: UInt32) -> Bool { appointing.contains(word) }
  func isFirstSingular(_ word: UInt32) -> Bool { firstSingular.contains(word) }
  func isFirstPlural(_ word: UInt32) -> Bool { firstPlural.contains(word) }
  func isNeuter(_ word: UInt32) -> Bool { neuter.contains(word) }
  func isThirdPlural(_ word: UInt32) -> Bool { thirdPlural.contains(word) }
  func isSpokesman(_ word: UInt32) -> Bool { spokesmen.contains(word) }
  /// `for`, `in`, `at`: after a title they lead to a body, but not to a country.
  func leadsToBody(_ word: UInt32) -> Bool { linkless.contains(word) }
  /// Prepositions after which a capital is a government.
  func isMetonymic(_ word: UInt32) -> Bool { metonymic.contains(word) }
  /// Prepositions after which a capital is a place.
  func isOfPlaces(_ word: UInt32) -> Bool { placial.contains(word) }
  func isBe(_ word: UInt32) -> Bool { be.contains(word) }

  /// The gender that a title or noun tells; 0 is none.
  func gender(_ word: UInt32) -> UInt8 {
    male.contains(word) ? UInt8(ascii: "m") : female.contains(word) ? UInt8(ascii: "f") : 0
  }
}
