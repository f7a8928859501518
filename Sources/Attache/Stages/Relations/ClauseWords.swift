/// Classes of verbs and small words that clauses ask for.
struct ClauseWords: Sendable {
  private let grammar: WordGrammar
  private let objectControl: Set<UInt32>
  private let speech: Set<UInt32>
  private let conditionals: Set<UInt32>
  private let additive: Set<UInt32>
  private let by: UInt32
  private let callOn: Set<UInt32>
  private let leading: Set<UInt32>
  private let motion: Set<UInt32>
  private let be: UInt32
  private let of: UInt32
  private let not: UInt32
  private let with: UInt32
  private let that: UInt32
  private let personal: Set<UInt32>
  private let plurals: Set<UInt32>
  private let measures: Set<UInt32>
  private let scoping: Set<UInt32>
  private let performed: Set<UInt32>

  /// `performed` holds the verbs that a thing can't do but can be done to it (`sign`).
  init(_ lexicon: Lexicon, grammar: WordGrammar, performed: Set<UInt32> = []) {
    self.grammar = grammar
    self.performed = performed
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    objectControl = ClauseWords.verbs(of: "object-control", lexicon)
    speech = ClauseWords.verbs(of: "speech", lexicon)
    conditionals = Set(["if", "unless", "whether"].map(identifier))
    additive = Set(["and", "or", "nor", "plus", "as"].map(identifier) + [38])
    by = identifier("by")
    motion = ClauseWords.verbs(of: "motion", lexicon)
    leading = ClauseWords.verbs(of: "leading", lexicon)
    be = grammar.verb(identifier("is"))
    callOn = Set(["on", "upon", "to", "for", "with"].map(identifier))
    of = identifier("of")
    not = identifier("not")
    with = identifier("with")
    that = identifier("that")
    personal = Set(["who", "whom"].map(identifier))
    plurals = Set(["were", "are", "have"].map(identifier))
    measures = ClauseWords.nouns(of: "measure", lexicon)
    scoping = ["negating", "future", "hypothetical", "cancelling", "postponing", "object-control"].reduce(into: []) {
      $0.formUnion(ClauseWords.verbs(of: $1, lexicon))
    }
  }

  /// The verb entries of a class of verbs.tsv.
  static func verbs(of name: String, _ lexicon: Lexicon) -> Set<UInt32> {
    Set(lexicon.entries(of: .verb, inClass: name))
  }

  /// The noun entries of a class of nouns.tsv.
  static func nouns(of name: String, _ lexicon: Lexicon) -> Set<UInt32> {
    Set(lexicon.entries(of: .noun, inClass: name))
  }

  /// The identifiers of a class of words.tsv.
  static func words(of name: String, _ lexicon: Lexicon) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for entry in lexicon.entries(of: .word, inClass: name) {
      found.insert(lexicon.vocabulary.identifier(of: WordHash.of(lexicon.name(of: entry).lowercased())))
    }
    found.remove(Vocabulary.unknown)
    return found
  }

  func isObjectControl(_ lemma: UInt32) -> Bool { objectControl.contains(lemma) }
  func isSpeech(_ lemma: UInt32) -> Bool { speech.contains(lemma) }
  func isConditional(_ word: UInt32) -> Bool { conditionals.contains(word) }
  func isAdditive(_ word: UInt32) -> Bool { additive.contains(word) }
  func isBy(_ word: UInt32) -> Bool { word == by }
  func isWith(_ word: UInt32) -> Bool { word == with }
  func isNot(_ word: UInt32) -> Bool { word == not && word != Vocabulary.unknown }
  func isOf(_ word: UInt32) -> Bool { word == of }
  func isThat(_ word: UInt32) -> Bool { word == that }
  func isPersonal(relative word: UInt32) -> Bool { personal.contains(word) }
  func isPluralVerb(_ word: UInt32) -> Bool { plurals.contains(word) }
  func isScoping(_ lemma: UInt32) -> Bool { scoping.contains(lemma) }
  func isPerformed(_ lemma: UInt32) -> Bool { performed.contains(lemma) }
  /// Whether a noun says how often or how long (`three times`, `an hour`).
  func isMeasure(_ group: NounGroup) -> Bool {
    guard let noun = group.noun, group.kind == .description else { return false }
    return measures.contains(noun)
  }
  func isMotion(_ lemma: UInt32) -> Bool { motion.contains(lemma) }
  func isLeading(_ lemma: UInt32) -> Bool { leading.contains(lemma) }
  func isBe(_ lemma: UInt32) -> Bool { lemma == be && lemma != WordGrammar.none }
  func canSubordinate(_ word: UInt32) -> Bool { grammar(word).contains(.subordinator) }
  func isCallOn(_ word: UInt32) -> Bool { callOn.contains(word) }
  func isDash(_ word: UInt32) -> Bool { word == Mark.dash || word == Mark.ellipsis }
  func canBeParticiple(_ word: UInt32) -> Bool { grammar(word).contains(.participle) }
  func isAuxiliary(_ word: UInt32) -> Bool { !grammar(word).isDisjoint(with: .auxiliary) }
  func isPast(_ word: UInt32) -> Bool { grammar(word).contains(.past) }
  func isBase(_ word: UInt32) -> Bool { grammar(word).contains(.base) && !grammar(word).contains(.past) }
}
