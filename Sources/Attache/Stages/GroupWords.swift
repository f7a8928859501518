/// Closed sets of words that noun groups ask for, as identifiers of the vocabulary.
struct GroupWords: Sendable {
  let of: UInt32
  private let half: UInt32
  private let destinations: Set<UInt32>
  private let envoys: Set<UInt32>
  private let pronouns: [UInt32: (gender: UInt8, isPlural: Bool, isPersonal: Bool)]
  private let determiners: [UInt32: NounGroup.Determiner]
  private let numbers: [UInt32: Int32]
  private let plurals: Set<UInt32>
  private let categories: [UInt32: NounGroup.Category]

  init(_ lexicon: Lexicon) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    of = identifier("of")
    half = identifier("half")
    destinations = Set(["to", "for", "in"].map(identifier))
    envoys = Set(
      [
        "ambassador", "envoy", "representative", "emissary", "delegate", "observer", "consul", "attaché", "attache",
        "commissioner", "coordinator", "rapporteur", "d'affaires", "nuncio", "mediator", "minister", "secretary",
        "adviser", "advisor",
      ].map(identifier))
    let male = UInt8(ascii: "m"), female = UInt8(ascii: "f")
    var table: [UInt32: (gender: UInt8, isPlural: Bool, isPersonal: Bool)] = [:]
    for word in ["he", "him", "his", "himself"] { table[identifier(word)] = (male, false, true) }
    for word in ["she", "her", "hers", "herself"] { table[identifier(word)] = (female, false, true) }
    for word in ["i", "me", "my", "mine", "myself", "you", "your", "who", "whom", "whose"] {
      table[identifier(word)] = (0, false, true)
    }
    for word in ["they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "both"] {
      table[identifier(word)] = (0, true, true)
    }
    pronouns = table
    var articles: [UInt32: NounGroup.Determiner] = [:]
    for word in ["the"] { articles[identifier(word)] = .definite }
    for word in ["this", "that", "these", "those", "such", "both"] { articles[identifier(word)] = .demonstrative }
    for word in ["a", "an", "another"] { articles[identifier(word)] = .indefinite }
    determiners = articles
    var values: [UInt32: Int32] = [:]
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    for (index, name) in names.enumerated() { values[identifier(name)] = Int32(index + 1) }
    values[identifier("dozen")] = 12
    values[identifier("thirty")] = 30
    numbers = values
    var forms: Set<UInt32> = []
    lexicon.forEachSenseOfOneWord { word, _, sense in
      if sense.role == .plural, sense.type == .noun { forms.insert(word) }
    }
    plurals = forms
    var read: [UInt32: NounGroup.Category] = [:]
    for (index, entry) in lexicon.entries.enumerated() where entry.type == .noun {
      read[UInt32(index)] = GroupWords.readCategory(ofNoun: UInt32(index), in: lexicon)
    }
    categories = read
  }

  func isHalf(_ word: UInt32) -> Bool { word == half && word != Vocabulary.unknown }
  func gender(ofPronoun word: UInt32) -> UInt8 { pronouns[word]?.gender ?? 0 }
  func isPlural(pronoun word: UInt32) -> Bool { pronouns[word]?.isPlural ?? false }
  func isPersonal(pronoun word: UInt32) -> Bool { pronouns[word]?.isPersonal ?? false }
  func determiner(_ word: UInt32) -> NounGroup.Determiner { determiners[word] ?? .quantity }
  func isPlural(noun word: UInt32) -> Bool { plurals.contains(word) }

  /// Whether a noun that no lexicon holds looks like someone who does or comes from something (`strikers`, `loyalists`).
  func isAgentive(_ token: Token, _ text: [UInt8]) -> Bool {
    guard token.shape.contains(.word), token.shape.isDisjoint(with: .capital), token.count >= 5 else { return false }
    var end = Int(token.end)
    if text[end - 1] == UInt8(ascii: "s"), text[end - 2] != UInt8(ascii: "s") { end -= 1 }
    let length = end - Int(token.start)
    guard length >= 5 else { return false }
    let last = text[end - 1]
    let before = text[end - 2]
    let third = text[end - 3]
    switch last {
    case UInt8(ascii: "r"): return before == UInt8(ascii: "e") || before == UInt8(ascii: "o")
    case UInt8(ascii: "t"): return before == UInt8(ascii: "s") && third == UInt8(ascii: "i")
    case UInt8(ascii: "n"):
      return before == UInt8(ascii: "a") && third == UInt8(ascii: "m")
        || before == UInt8(ascii: "e") && third == UInt8(ascii: "m")
    default: return false
    }
  }

  /// Whether a title in the plural has its plural inside (`ministers of defence`).
  func isPlural(title: Name, _ analysis: Analysis) -> Bool {
    for index in title.first..<title.end where index + 1 < title.end {
      let token = analysis.tokens[index]
      if token.count > 4, analysis.text[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s"),
        analysis.tokens[index + 1].word == of
      {
        return analysis.text[Int(token.end) - 2] | 0x20 == UInt8(ascii: "r")
          || analysis.text[Int(token.end) - 2] | 0x20 == UInt8(ascii: "t")
      }
    }
    return false
  }

  /// Whether `to`, `for` or `in` after a title names what it is accredited to.
  func takesDestination(_ word: UInt32, _ group: NounGroup, _ analysis: Analysis) -> Bool {
    guard destinations.contains(word), group.title >= 0 else { return false }
    let title = analysis.names[Int(group.title)]
    return (title.first..<title.end).contains { envoys.contains(analysis.tokens[$0].word) }
  }

  /// The category of a head noun.
  func category(ofNoun noun: UInt32, in lexicon: Lexicon) -> NounGroup.Category {
    categories[noun] ?? GroupWords.readCategory(ofNoun: noun, in: lexicon)
  }

  private static func readCategory(ofNoun noun: UInt32, in lexicon: Lexicon) -> NounGroup.Category {
    let sort = WordGrammar.nounClass(noun, in: lexicon)
    if sort.hasPrefix("event") { return .event }
    switch sort {
    case "person": return .person
    case "group": return .group
    case "document": return .document
    case "place": return .place
    default: return .other
    }
  }

  /// The value of a number word or of digits; nil for fractions and large numbers.
  func number(_ token: Token, _ text: [UInt8]) -> Int32? {
    if let known = numbers[token.word] { return known }
    guard token.shape.contains(.number), token.count <= 6 else { return nil }
    var value: Int32 = 0
    for index in Int(token.start)..<Int(token.end) {
      if text[index] == UInt8(ascii: ",") { continue }
      guard text[index] >= 48, text[index] <= 57 else { return nil }
      value = value * 10 + Int32(text[index] - 48)
    }
    return value
  }
}
