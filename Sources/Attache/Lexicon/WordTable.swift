/// What lookup and the token classes ask of every word, packed so that a word costs one read of memory that is seldom in
/// the processor's cache.
struct WordTable: Sendable {
  /// What is known of a word.
  struct Word: Sendable {
    /// What lookup finds at the word.
    var found = Found()
    /// The number of the word's token classes in `WordClasses`.
    var classes: UInt16 = 0
  }

  /// What can be found at a word.
  struct Found: Sendable {
    fileprivate static let goesOn: UInt32 = 1 << 31
    fileprivate static let follows: UInt32 = 1 << 30
    fileprivate static let needsCapital: UInt32 = 1 << 29
    fileprivate static let place: UInt32 = 1 << 29 - 1
    /// The bits above, and in the others one more than the place in `alone` of the first entry that is the word alone.
    fileprivate var bits: UInt32 = 0

    /// Whether an entry goes on after the word.
    @inline(__always)
    var goesOn: Bool { bits & Found.goesOn != 0 }

    /// Whether an entry holds the word behind another one.
    @inline(__always)
    var follows: Bool { bits & Found.follows != 0 }

    /// Whether an entry that lookup records begins with the word.
    @inline(__always)
    var begins: Bool { bits & ~(Found.follows | Found.needsCapital) != 0 }

    /// Whether the word alone may be an entry that is written with such capitals.
    @inline(__always)
    func hasAlone(_ capitals: UInt32) -> Bool {
      bits & Found.place != 0 && (capitals != 0 || bits & Found.needsCapital == 0)
    }

    /// The place in `alone` of the first entry that is the word alone, if there is one.
    @inline(__always)
    var firstAlone: Int { Int(bits & Found.place) - 1 }
  }

  /// An entry that is one word, with what its letter case is compared with.
  struct Alone: Sendable {
    /// Index into `Lexicon.senses`.
    var sense: UInt32
    /// The capitals it is written with.
    var capitals: UInt32
    /// Whether capitals and small letters are alike.
    var isFolded: Bool
    /// Whether nothing but the capitals matters.
    var isPlain: Bool
    /// Whether the word has no further entry.
    var isLast: Bool
  }

  private var words: [Word]
  /// Senses of single words that make a reading by themselves; function words and name parts are looked up as classes.
  private(set) var alone: [Alone] = []

  /// The token classes by number.
  let classes: WordClasses

  /// Makes the table for a lexicon whose vocabulary is complete, unless it was made already.
  init(_ lexicon: Lexicon) {
    if let known = lexicon.table {
      self = known
      return
    }
    var numbers: [UInt16] = []
    classes = WordClasses(lexicon, &numbers)
    words = [Word](repeating: Word(), count: lexicon.vocabulary.count)
    var ends = [UInt32](repeating: 0, count: lexicon.vocabulary.count)
    for index in lexicon.senses.indices where WordTable.isRecordedAlone(lexicon.senses[index].type) {
      let word = lexicon.senseWords[index]
      if word != Vocabulary.unknown { ends[Int(word)] += 1 }
    }
    var end: UInt32 = 0
    for word in ends.indices where ends[word] != 0 {
      words[word].found.bits = end + 1 | Found.needsCapital
      end += ends[word]
      // The entries are filled in from the first on, so this becomes the place of the next one.
      ends[word] = end - ends[word]
    }
    let empty = Alone(sense: 0, capitals: 0, isFolded: false, isPlain: false, isLast: true)
    alone = [Alone](repeating: empty, count: Int(end))
    lexicon.forEachSenseOfOneWord { word, index, sense in
      guard WordTable.isRecordedAlone(sense.type) else { return }
      let place = Int(ends[Int(word)])
      ends[Int(word)] += 1
      if place > words[Int(word)].found.firstAlone { alone[place - 1].isLast = false }
      let capitals = lexicon.capitals[Int(sense.capitals)]
      alone[place] = Alone(
        sense: index, capitals: capitals, isFolded: sense.policy.contains(.foldCase),
        isPlain: sense.policy.isDisjoint(with: [.keepMarks, .upper]), isLast: true)
      if capitals == 0 || !sense.policy.isDisjoint(with: [.foldCase, .upper]) {
        words[Int(word)].found.bits &= ~Found.needsCapital
      }
    }
    for word in words.indices { words[word].classes = numbers[word] }
    lexicon.trie.forEachEdge { first, word in
      if let first { words[Int(first)].found.bits |= Found.goesOn }
      words[Int(word)].found.bits |= Found.follows
    }
  }

  /// What can be found at a word.
  @inline(__always)
  func found(_ word: UInt32) -> Found { Int(word) < words.count ? words[Int(word)].found : Found() }

  /// The token classes of a token's word.
  @inline(__always)
  func classes(of token: Token) -> ClassMask {
    Int(token.word) < words.count
      ? classes.set(words[Int(token.word)].classes, isCapital: token.shape.contains(.capital)) : 0
  }

  private static func isRecordedAlone(_ type: LexiconType) -> Bool {
    switch type {
    case .country, .title, .organization, .location, .person, .stop: true
    default: false
    }
  }
}
