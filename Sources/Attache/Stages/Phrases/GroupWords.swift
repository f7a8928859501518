/// Closed sets of words that noun groups ask for, as tables over the identifiers of the vocabulary.
struct GroupWords: Sendable {
  /// What a closed-class word tells about its group.
  struct Facts: Sendable {
    /// Of a pronoun: `m`, `f` or 0.
    var gender: UInt8 = 0
    /// A pronoun that means several.
    var isPlural = false
    /// A pronoun that means people.
    var isPersonal = false
    /// What it is as a determiner.
    var determiner = NounGroup.Determiner.quantity
    /// The value of a number word; 0 is none.
    var number: UInt8 = 0
    /// A title that is accredited to a country or body.
    var isEnvoy = false
    /// A preposition between such a title and what it is accredited to.
    var isDestination = false
  }

  let of: UInt32
  private let half: UInt32
  private let table: [Facts]

  init(_ lexicon: Lexicon) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    of = identifier("of")
    half = identifier("half")
    var facts = [Facts](repeating: Facts(), count: lexicon.vocabulary.count)
    let note = { (words: String, change: (inout Facts) -> Void) in
      for word in words.split(separator: " ") { change(&facts[Int(identifier(String(word)))]) }
    }
    note("to for in") { $0.isDestination = true }
    note(GroupWords.envoys) { $0.isEnvoy = true }
    for (words, gender, isPlural) in GroupWords.pronouns {
      note(words) { ($0.gender, $0.isPlural, $0.isPersonal) = (gender, isPlural, true) }
    }
    for (words, determiner) in GroupWords.determiners { note(words) { $0.determiner = determiner } }
    for (index, word) in GroupWords.numbers.split(separator: " ").enumerated() {
      note(String(word)) { $0.number = UInt8(index + 1) }
    }
    note("dozen") { $0.number = 12 }
    note("thirty") { $0.number = 30 }
    table = facts
  }

  private static let envoys =
    "ambassador envoy representative emissary delegate observer consul attaché attache commissioner coordinator "
    + "rapporteur d'affaires nuncio mediator minister secretary adviser advisor"
  private static let numbers =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    + "eighteen nineteen twenty"
  private static let pronouns: [(words: String, gender: UInt8, isPlural: Bool)] = [
    ("he him his himself", UInt8(ascii: "m"), false), ("she her hers herself", UInt8(ascii: "f"), false),
    ("i me my mine myself you your who whom whose", 0, false),
    ("they them their theirs themselves we us our ours both", 0, true),
  ]
  private static let determiners: [(words: String, NounGroup.Determiner)] = [
    ("the", .definite), ("this that these those such both", .demonstrative), ("a an another", .indefinite),
  ]

  func isHalf(_ word: UInt32) -> Bool { word == half && word != Vocabulary.unknown }
  /// What a word tells as a closed-class word.
  @inline(__always)
  func facts(_ word: UInt32) -> Facts { Int(word) < table.count ? table[Int(word)] : Facts() }
  func determiner(_ word: UInt32) -> NounGroup.Determiner { facts(word).determiner }

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
  func isPlural(title: Name, _ analysis: borrowing Analysis) -> Bool {
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
  func takesDestination(_ word: UInt32, after title: Int32, _ analysis: borrowing Analysis) -> Bool {
    guard title >= 0, facts(word).isDestination else { return false }
    for token in analysis.names[Int(title)].first..<analysis.names[Int(title)].end
    where facts(analysis.tokens[token].word).isEnvoy { return true }
    return false
  }

  /// The value of a number word or of digits; nil for fractions and large numbers.
  func number(_ token: Token, _ text: [UInt8]) -> Int32? {
    let known = facts(token.word).number
    if known > 0 { return Int32(known) }
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
