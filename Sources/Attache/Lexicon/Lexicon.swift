/// All lexicon files as one index: vocabulary, trie and senses.
public struct Lexicon: Sendable {
  /// The words of all entries and rules.
  public internal(set) var vocabulary = Vocabulary()
  /// Rows in the order they were read.
  public internal(set) var entries: [LexiconEntry] = []
  /// Ways to write the entries.
  public internal(set) var senses: [Sense] = []
  /// The files read, by the name the user gave.
  public internal(set) var files: [LexiconFile] = []
  /// Kinds, parts, classes and positions; index 0 is the empty tag.
  public internal(set) var tags: [String] = [""]
  /// Identifiers of the words of files of type Common.
  public internal(set) var commonWords: [UInt32] = []
  /// Rows of files of type Abbreviation: words of the sentence stage, no entries that lookup finds.
  var abbreviations: [Abbreviation] = []
  var trie = Trie()
  var capitals: [UInt32] = []
  /// For each sense its word, if it is one word; `Vocabulary.unknown` for others.
  var senseWords: [UInt32] = []
  /// Tables over words that several stages share, once all words are known; stages that ask before make their own.
  var grammar: WordGrammar?
  var table: WordTable?
  var tagIdentifiers: [String: UInt16] = ["": 0]

  /// Makes an empty lexicon.
  public init() {}

  /// Makes room for the default lexicons, so that reading them moves nothing.
  mutating func reserveCapacity() {
    vocabulary.reserveCapacity(3 << 16)
    trie.reserveCapacity(words: 3 << 16, edges: 1 << 16)
    entries.reserveCapacity(1 << 17)
    senses.reserveCapacity(1 << 17)
    senseWords.reserveCapacity(1 << 17)
    capitals.reserveCapacity(1 << 18)
    commonWords.reserveCapacity(1 << 16)
  }

  /// Makes the tables that stages share; no word may be added after it.
  mutating func complete() {
    let lexicon = self
    let makers: [@Sendable () -> (WordGrammar?, WordTable?)] = [
      { (nil, WordTable(lexicon)) }, { (WordGrammar(lexicon), nil) },
    ]
    for made in concurrentMap(makers, { $0() }) {
      grammar = grammar ?? made.0
      table = table ?? made.1
    }
  }

  /// The lexicon line of an entry.
  public func source(of entry: UInt32) -> Source {
    let entry = entries[Int(entry)]
    return Source(file: files[Int(entry.file)].name, line: Int(entry.line))
  }

  /// Calls `body` with the index and the entry of every row of a type.
  func forEachEntry(of type: LexiconType, _ body: (UInt32, LexiconEntry) -> Void) {
    for file in files where file.type == type {
      for index in file.entries { body(UInt32(truncatingIfNeeded: index), entries[index]) }
    }
  }

  /// The entries of a type whose tag has a class, such as `speech` in `speech; future`.
  func entries(of type: LexiconType, inClass name: String) -> [UInt32] {
    var found: [UInt32] = []
    var known = [Bool?](repeating: nil, count: tags.count)
    forEachEntry(of: type) { index, entry in
      let isIn = known[Int(entry.tag)] ?? tags[Int(entry.tag)].split(separator: ";").contains { $0.trimmed == name }
      known[Int(entry.tag)] = isIn
      if isIn { found.append(index) }
    }
    return found
  }

  /// The name of an entry as its file writes it.
  public func name(of entry: UInt32) -> String {
    let entry = entries[Int(entry)]
    let start = Int(entry.nameStart)
    return String(decoding: files[Int(entry.file)].bytes[start..<(start + Int(entry.nameLength))], as: UTF8.self)
  }

  /// Every cell of an entry's row that is no list of policies, cut at `;`: the forms of a verb.
  func surfaces(of entry: UInt32) -> [String] {
    let entry = entries[Int(entry)]
    let bytes = files[Int(entry.file)].bytes
    var end = Int(entry.nameStart)
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    let row = String(decoding: bytes[Int(entry.nameStart)..<end], as: UTF8.self)
    return row.split(separator: "\t").prefix(5).flatMap { $0.split(separator: ";").map(\.trimmed) }
  }

  /// The ISO code of an entry.
  public func code(of entry: UInt32) -> String? { Lexicon.text(code: entries[Int(entry)].code) }

  /// A packed code as text.
  static func text(code: UInt16) -> String? {
    guard code != 0 else { return nil }
    var text = ""
    text.unicodeScalars.append(Unicode.Scalar(UInt8(code >> 8)))
    text.unicodeScalars.append(Unicode.Scalar(UInt8(code & 0xFF)))
    return text
  }

  /// The tag of a sense's entry.
  func tag(of sense: Sense) -> String { tags[Int(entries[Int(sense.entry)].tag)] }

  /// The identifier of a tag; nil when no row has it.
  public func tag(_ name: String) -> UInt16? { tagIdentifiers[name] }

  mutating func intern(tag name: String) -> UInt16 {
    if let known = tagIdentifiers[name] { return known }
    let identifier = UInt16(truncatingIfNeeded: tags.count)
    tags.append(name)
    tagIdentifiers[name] = identifier
    return identifier
  }

  /// Calls `body` for every sense whose words are exactly this one token, whatever the letter case.
  @inline(__always)
  func forEachSense(ofWord word: UInt32, _ body: (UInt32, Sense) -> Void) {
    let node = trie.first(word)
    guard node != Trie.none else { return }
    var index = trie.firstSense(of: node)
    while index != Sense.none {
      let sense = senses[Int(index)]
      body(index, sense)
      index = sense.next
    }
  }

  /// Calls `body` with the word, the index and the sense of every sense of a single word: those of one word in the
  /// order of `forEachSense(ofWord:)`, the one read last first.
  @inline(__always)
  func forEachSenseOfOneWord(_ body: (UInt32, UInt32, Sense) -> Void) {
    var index = senses.count
    while index > 0 {
      index -= 1
      let word = senseWords[index]
      if word != Vocabulary.unknown { body(word, UInt32(truncatingIfNeeded: index), senses[index]) }
    }
  }
}

/// A word that is written with a full stop which may be no end of a sentence.
struct Abbreviation: Sendable {
  /// The word without the full stop, unless it has others (`U.S.`).
  var word: UInt32
  /// Index of its class into `Lexicon.tags`.
  var tag: UInt16
  /// Whether it is written with a capital.
  var isCapital: Bool
}

/// A lexicon file that was read.
public struct LexiconFile: Sendable {
  /// The name the user gave, or the file's name in the embedded lexicons.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// What its rows are.
  public var type: LexiconType
  /// The rows' places in `Lexicon.entries`.
  var entries = 0..<0
}
