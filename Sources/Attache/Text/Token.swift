/// A word, number or mark of the text.
///
/// Words are cut at hyphens, before possessive `'s` and before clitics such as `'ll`; `U.S.`, numbers with
/// separators and web addresses stay whole.
public struct Token: Sendable {
  /// Offset of the first UTF-8 byte in the document.
  public var start: UInt32
  /// Offset after the last UTF-8 byte.
  public var end: UInt32
  /// Identifier of the folded form in the vocabulary; `Vocabulary.unknown` when no lexicon or rule holds the word.
  /// Single ASCII marks have their own byte value as identifier.
  public var word: UInt32
  /// Bit i is set when letter i (of the first 32) is a capital.
  public var capitals: UInt32
  /// Hash of the folded form: lower case, marks and apostrophe variants folded.
  public var hash: UInt64
  /// What the characters look like and what stands before them.
  public var shape: Shape

  /// The span of the token in bytes.
  public var span: ByteSpan { ByteSpan(Int(start), Int(end)) }

  /// Length in bytes.
  public var count: Int { Int(end) - Int(start) }

  /// Facts about the characters of a token and the gap before it.
  public struct Shape: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32
    /// Makes a shape from bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Holds a letter.
    public static let word = Shape(rawValue: 1 << 0)
    /// Starts with a digit.
    public static let number = Shape(rawValue: 1 << 1)
    /// A mark that is neither letter nor digit.
    public static let mark = Shape(rawValue: 1 << 2)
    /// The first letter is a capital.
    public static let capital = Shape(rawValue: 1 << 3)
    /// Two or more letters, all of them capitals.
    public static let upper = Shape(rawValue: 1 << 4)
    /// A capital stands after a small letter, as in `McDonald`.
    public static let mixed = Shape(rawValue: 1 << 5)
    /// One letter.
    public static let single = Shape(rawValue: 1 << 6)
    /// Holds a digit.
    public static let digit = Shape(rawValue: 1 << 7)
    /// White space stands before it.
    public static let spaceBefore = Shape(rawValue: 1 << 8)
    /// A line break stands before it.
    public static let lineBefore = Shape(rawValue: 1 << 9)
    /// An empty line stands before it.
    public static let blankLineBefore = Shape(rawValue: 1 << 10)
    /// A web or mail address, a handle or a hashtag: nothing in it is a name.
    public static let opaque = Shape(rawValue: 1 << 11)
    /// `'s`, `'ll`, `'ve`, `'re`, `'d`, `'m` cut off a word.
    public static let clitic = Shape(rawValue: 1 << 12)
    /// Letters with full stops, as in `U.S.`
    public static let dotted = Shape(rawValue: 1 << 13)
    /// Holds a letter outside ASCII.
    public static let marks = Shape(rawValue: 1 << 14)
    /// A script without capitals.
    public static let caseless = Shape(rawValue: 1 << 15)
    /// The first token of a sentence; set by the sentence stage.
    public static let sentenceStart = Shape(rawValue: 1 << 16)
    /// Inside quotation marks; set by the sentence stage.
    public static let quoted = Shape(rawValue: 1 << 17)
  }
}

/// Identifiers of marks that have no ASCII byte of their own.
public enum Mark {
  /// A hyphen of any kind inside or between words.
  public static let hyphen: UInt32 = 45
  /// An em dash, a spaced en dash or a double hyphen.
  public static let dash: UInt32 = 2
  /// Three dots.
  public static let ellipsis: UInt32 = 3
  /// Any other mark.
  public static let other: UInt32 = 4
  /// A bullet.
  public static let bullet: UInt32 = 5
}
