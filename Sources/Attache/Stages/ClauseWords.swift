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
  private let be: UInt32

  init(_ lexicon: Lexicon, grammar: WordGrammar) {
    self.grammar = grammar
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    objectControl = ClauseWords.verbs(of: "object-control", lexicon)
    speech = ClauseWords.verbs(of: "speech", lexicon)
    conditionals = Set(["if", "unless", "whether"].map(identifier))
    additive = Set(["and", "or", "nor", "plus", "as"].map(identifier) + [38])
    by = identifier("by")
    leading = ClauseWords.verbs(of: "leading", lexicon)
    be = grammar.verb(identifier("is"))
    callOn = Set(["on", "upon", "to", "for", "with"].map(identifier))
  }

  /// The verb entries of a class of verbs.tsv.
  static func verbs(of name: String, _ lexicon: Lexicon) -> Set<UInt32> {
    Set(lexicon.entries(of: .verb, inClass: name))
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
  func isLeading(_ lemma: UInt32) -> Bool { leading.contains(lemma) }
  func isBe(_ lemma: UInt32) -> Bool { lemma == be && lemma != WordGrammar.none }
  func canSubordinate(_ word: UInt32) -> Bool { grammar(word).contains(.subordinator) }
  func isCallOn(_ word: UInt32) -> Bool { callOn.contains(word) }
  func isDash(_ word: UInt32) -> Bool { word == Mark.dash || word == Mark.ellipsis }
  func canBeParticiple(_ word: UInt32) -> Bool { grammar(word).contains(.participle) }
  func isPast(_ word: UInt32) -> Bool { grammar(word).contains(.past) }
  func isBase(_ word: UInt32) -> Bool { grammar(word).contains(.base) && !grammar(word).contains(.past) }
}
