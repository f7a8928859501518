/// What a word can be in a sentence, from the lexicons of words, verbs and nouns.
struct WordGrammar: Sendable {
  /// Categories of a word form; a form may have many.
  struct Category: OptionSet, Sendable {
    let rawValue: UInt32
    static let determiner = Category(rawValue: 1 << 0)
    static let possessive = Category(rawValue: 1 << 1)
    static let preposition = Category(rawValue: 1 << 2)
    static let subordinator = Category(rawValue: 1 << 3)
    static let conjunction = Category(rawValue: 1 << 4)
    static let pronoun = Category(rawValue: 1 << 5)
    static let relative = Category(rawValue: 1 << 6)
    static let adverb = Category(rawValue: 1 << 7)
    static let negation = Category(rawValue: 1 << 8)
    static let be = Category(rawValue: 1 << 9)
    static let have = Category(rawValue: 1 << 10)
    static let doing = Category(rawValue: 1 << 11)
    static let futureModal = Category(rawValue: 1 << 12)
    static let hypotheticalModal = Category(rawValue: 1 << 13)
    static let base = Category(rawValue: 1 << 14)
    static let third = Category(rawValue: 1 << 15)
    static let past = Category(rawValue: 1 << 16)
    static let participle = Category(rawValue: 1 << 17)
    static let gerund = Category(rawValue: 1 << 18)
    static let noun = Category(rawValue: 1 << 19)
    static let plural = Category(rawValue: 1 << 20)
    static let number = Category(rawValue: 1 << 21)
    static let prospective = Category(rawValue: 1 << 22)
    /// The first word of a noun or verb of two words.
    static let opensPair = Category(rawValue: 1 << 23)
    /// The second word of a noun or verb of two words.
    static let closesPair = Category(rawValue: 1 << 24)
    static let auxiliary: Category = [.be, .have, .doing, .futureModal, .hypotheticalModal]
    static let verb: Category = [.base, .third, .past, .participle, .gerund]

    // The upper bits hold two small numbers, so that one look-up tells all about most words: a table of a vocabulary
    // is far larger than a processor's nearest cache.

    /// The tag of a word that is the same wherever the word stands, or `.none`.
    @inline(__always)
    var settled: Tag { Tag(rawValue: UInt8(truncatingIfNeeded: rawValue >> 28)) ?? .none }

    /// The category of a noun as the head of a group.
    @inline(__always)
    var head: NounGroup.Category {
      NounGroup.Category(rawValue: UInt8(truncatingIfNeeded: rawValue >> 25) & 7) ?? .other
    }

    fileprivate func with(_ settled: Tag, _ head: NounGroup.Category) -> Category {
      let kept = rawValue & (1 << 25 - 1)
      return Category(rawValue: kept | UInt32(settled.rawValue) << 28 | UInt32(head.rawValue) << 25)
    }
  }

  /// What is known of a word, in one place: whoever reads its categories has the rest at hand.
  private struct Row: Sendable {
    var categories: Category = []
    var verb = WordGrammar.none
    var noun = WordGrammar.none
  }

  private var rows: [Row]
  private var pairs: [UInt64: UInt32] = [:]
  /// No entry.
  static let none = UInt32.max

  /// Reads the tables off a lexicon.
  init(_ lexicon: Lexicon) {
    if let known = lexicon.grammar {
      self = known
      return
    }
    rows = [Row](repeating: Row(), count: lexicon.vocabulary.count)
    lexicon.forEachSenseOfOneWord { word, _, sense in
      let index = Int(word)
      switch sense.type {
      case .word: rows[index].categories.formUnion(WordGrammar.categories(ofTag: lexicon.tag(of: sense)))
      case .verb:
        rows[index].categories.insert(WordGrammar.form(of: sense.role))
        rows[index].verb = sense.entry
      case .noun:
        rows[index].categories.insert(.noun)
        if sense.role == .plural { rows[index].categories.insert(.plural) }
        rows[index].noun = sense.entry
      case .dateWord where lexicon.tag(of: sense) == "number": rows[index].categories.insert(.number)
      default: break
      }
    }
    readPairs(lexicon)
    let to = lexicon.vocabulary.identifier(of: WordHash.of("to"))
    for word in rows.indices {
      let (can, noun) = (rows[word].categories, rows[word].noun)
      let settled = word == Int(to) ? .none : WordGrammar.settledTag(can)
      let head = noun != WordGrammar.none ? WordGrammar.category(ofNoun: noun, in: lexicon) : .other
      rows[word].categories = can.with(settled, head)
    }
  }

  /// The tag of a word that its neighbours can't change; `.none` for the others.
  private static func settledTag(_ can: Category) -> Tag {
    guard can.isDisjoint(with: [.auxiliary, .verb, .negation, .relative, .possessive]) else { return .none }
    if can.contains(.determiner) { return .determiner }
    if can.contains(.pronoun) { return .pronoun }
    if can.contains(.conjunction) { return .conjunction }
    if can.contains(.preposition) { return .preposition }
    if can.contains(.subordinator) { return .subordinator }
    if can.contains(.adverb) { return .adverb }
    if can.contains(.noun) { return .noun }
    return can.contains(.number) ? .number : .none
  }

  /// The noun or verb entry that two words make together (`phone call`, `call off`), or `none`; only a word that
  /// `opensPair` before one that `closesPair` can make one.
  @inline(__always)
  func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    pairs[UInt64(first) << 32 | UInt64(second)] ?? WordGrammar.none
  }

  private mutating func readPairs(_ lexicon: Lexicon) {
    var tokens: [Token] = []
    let tokenizer = Tokenizer()
    for (index, entry) in lexicon.entries.enumerated() where entry.type == .noun || entry.type == .verb {
      let name = lexicon.name(of: UInt32(index))
      guard name.utf8.contains(32) else { continue }
      let forms =
        entry.type == .verb ? Inflection.regularForms(of: name).map(\.1) + irregular(name, lexicon) : [name + "s"]
      for form in [name] + forms {
        tokens.removeAll(keepingCapacity: true)
        tokenizer.tokenize(Array(form.utf8).span, vocabulary: lexicon.vocabulary, into: &tokens)
        guard tokens.count == 2, tokens[0].word != Vocabulary.unknown, tokens[1].word != Vocabulary.unknown else {
          continue
        }
        rows[Int(tokens[0].word)].categories.insert(.opensPair)
        rows[Int(tokens[1].word)].categories.insert(.closesPair)
        pairs[UInt64(tokens[0].word) << 32 | UInt64(tokens[1].word)] = UInt32(index)
      }
    }
  }

  /// The forms of a verb phrase whose first word has a row of its own (`hold up`: `held up`).
  private func irregular(_ phrase: String, _ lexicon: Lexicon) -> [String] {
    let parts = phrase.split(separator: " ")
    guard parts.count == 2 else { return [] }
    let verb = verb(lexicon.vocabulary.identifier(of: WordHash.of(String(parts[0]))))
    guard verb != WordGrammar.none else { return [] }
    return lexicon.surfaces(of: verb).map { "\($0) \(parts[1])" }
  }

  /// The class of a noun entry: `person`, `group`, `document`, `place` or `event …`; empty for other entries.
  static func nounClass(_ entry: UInt32, in lexicon: Lexicon) -> Substring {
    let tag = lexicon.tags[Int(lexicon.entries[Int(entry)].tag)]
    return tag.prefix { $0 != ";" }
  }

  /// The category of a head noun.
  static func category(ofNoun noun: UInt32, in lexicon: Lexicon) -> NounGroup.Category {
    let sort = nounClass(noun, in: lexicon)
    if sort.hasPrefix("event") { return .event }
    switch sort {
    case "person": return .person
    case "group": return .group
    case "document": return .document
    case "place": return .place
    default: return .other
    }
  }

  /// The categories of a word.
  @inline(__always)
  func callAsFunction(_ word: UInt32) -> Category {
    Int(word) < rows.count ? rows[Int(word)].categories : []
  }

  /// The categories of all words of a text at once: the processor waits for many look-ups at a time where no decision
  /// stands between them.
  func lookUp(_ tokens: Span<Token>, into found: inout [Category]) {
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement([], count: tokens.count))
    let table = rows.span
    var span = found.mutableSpan
    for index in tokens.indices {
      let word = Int(tokens[index].word)
      if word < table.count { span[index] = table[word].categories }
    }
  }

  /// The verb entry that a word form belongs to, or `none`.
  @inline(__always)
  func verb(_ word: UInt32) -> UInt32 { Int(word) < rows.count ? rows[Int(word)].verb : WordGrammar.none }

  /// The noun entry that a word form belongs to, or `none`.
  @inline(__always)
  func noun(_ word: UInt32) -> UInt32 { Int(word) < rows.count ? rows[Int(word)].noun : WordGrammar.none }

  private static func form(of role: SurfaceRole) -> Category {
    switch role {
    case .third: .third
    case .past: .past
    case .participle: .participle
    case .gerund: .gerund
    default: .base
    }
  }

  private static func categories(ofTag tag: String) -> Category {
    tag.split(separator: ";").reduce(into: []) { $0.formUnion(named[$1.trimmed] ?? []) }
  }

  private static let named: [String: Category] = [
    "determiner": .determiner, "possessive": .possessive, "preposition": .preposition, "subordinator": .subordinator,
    "conjunction": .conjunction, "pronoun": .pronoun, "relative": .relative, "adverb": .adverb, "negation": .negation,
    "be": .be, "have": .have, "do": .doing, "future-modal": .futureModal, "hypothetical-modal": .hypotheticalModal,
    "prospective": .prospective,
  ]
}
