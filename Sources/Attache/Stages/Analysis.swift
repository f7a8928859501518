/// The working memory of one document; reused from document to document, one for each worker.
public struct Analysis: Sendable {
  /// The document's bytes.
  public internal(set) var text: [UInt8] = []
  /// Tokens in text order.
  public internal(set) var tokens: [Token] = []
  /// The words that this worker met last.
  var recentWords = RecentWords(count: 8192)
  /// Sentences in text order; they cover all tokens.
  public internal(set) var sentences: [SentenceRange] = []
  /// The classes of each token, as entity rules name them.
  var classes: [ClassMask] = []
  /// Working memory of the name stage.
  var nameMemory = NameMemory()
  /// Lexicon matches, ordered by first token.
  public internal(set) var candidates: [Candidate] = []
  /// Entities in text order; they don't overlap.
  public internal(set) var names: [Name] = []
  /// What the word of each token can be.
  var grammar: [WordGrammar.Category] = []
  /// For each token the name that covers it in its sentence, or -1.
  var nameAt: [Int32] = []
  /// What each token does in its sentence.
  var tags: [Tag] = []
  /// Noun groups, names included, ordered by first token.
  public internal(set) var mentions: [NounGroup] = []
  /// Verb groups in text order.
  public internal(set) var verbGroups: [VerbGroup] = []
  /// Sentences as rows of phrases.
  var items: [PhraseItem] = []
  /// For each sentence its items.
  var itemRanges: [Range<Int>] = []
  /// What stands around each Title name.
  var offices: [OfficeStatement] = []
  /// The referents of noun groups that mean several, one group after the other.
  public internal(set) var groupReferents: [Int32] = []
  /// The real things that names and mentions stand for.
  public internal(set) var referents: [ReferentRecord] = []
  /// The offices of all referents; each referent's are a chain.
  public internal(set) var referentOffices: [OfficeRecord] = []
  /// For each name what it is to a state, where it is a place.
  var nameSeats: [GovernmentSeats.Seat] = []
  /// Working memory of the referents stage.
  var referentMemory = ReferentMemory()
  /// Events and offices.
  public internal(set) var relations: [RelationRecord] = []

  /// Makes an empty analysis.
  public init() {}

  /// Hands out the memory of the last text, empty, so that the next text can be read into it.
  public mutating func takeText() -> [UInt8] {
    var memory: [UInt8] = []
    swap(&memory, &text)
    memory.removeAll(keepingCapacity: true)
    return memory
  }

  /// Forgets the last document and keeps the memory.
  mutating func begin(text: [UInt8]) {
    self.text = text
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    verbGroups.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    itemRanges.removeAll(keepingCapacity: true)
    offices.removeAll(keepingCapacity: true)
    groupReferents.removeAll(keepingCapacity: true)
    referents.removeAll(keepingCapacity: true)
    referentOffices.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
  }
}

/// A half-open range of tokens that is a sentence.
public struct SentenceRange: Sendable, Hashable {
  /// Index of the first token.
  public var first: Int
  /// Index after the last token.
  public var end: Int
  /// What kind of line it is.
  public var style: Style

  /// How capitals are used and what stands around.
  public struct Style: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a style from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Most words begin with a capital: capitals are no evidence for names.
    public static let titleCase = Style(rawValue: 1)
    /// All letters are capitals.
    public static let upperCase = Style(rawValue: 2)
    /// A line of its own without a full stop: headline, by-line, category.
    public static let line = Style(rawValue: 4)
    /// An item of a list.
    public static let item = Style(rawValue: 8)
  }
}

/// A lexicon match: one sense of a run of tokens. Letter case has been checked against the sense's policy.
public struct Candidate: Sendable {
  /// Index of the first token.
  public var first: UInt32
  /// Index after the last token.
  public var end: UInt32
  /// Index into `Lexicon.senses`.
  public var sense: UInt32
  /// Whether the text is in capitals where the entry isn't (a headline).
  public var isShouted: Bool
}
