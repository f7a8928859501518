/// One row of a lexicon file.
public struct LexiconEntry: Sendable {
  /// Index into `Lexicon.files`.
  public var file: UInt16
  /// What the row is.
  public var type: LexiconType
  /// `m`, `f`, `u` or 0.
  public var gender: UInt8
  /// Line in the file, counted from 1.
  public var line: UInt32
  /// Index into `Lexicon.tags`: the row's kind, part, class or position; 0 is none.
  public var tag: UInt16
  /// The first ISO 3166-1 alpha-2 code as two bytes, high byte first; 0 is none.
  public var code: UInt16
  /// Where the name stands in the file's bytes.
  public var nameStart: UInt32
  /// Length of the name in bytes.
  public var nameLength: UInt16
}

/// One way to write an entry; found by the trie.
public struct Sense: Sendable {
  /// Index into `Lexicon.entries`.
  public var entry: UInt32
  /// What the surface is to its entry.
  public var role: SurfaceRole
  /// The type of its entry.
  public var type: LexiconType
  /// How the surface may be used.
  public var policy: SensePolicy
  /// Where the capitals of each token stand in the lexicon's pool.
  var capitals: UInt32
  /// The next sense of the same words, or `Sense.none`.
  var next: UInt32

  /// No sense.
  static let none = UInt32.max
}

/// When a surface counts, from a file's directives and a row's `policy` cell.
public struct SensePolicy: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt16
  /// Makes a policy from bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Letter case doesn't matter.
  public static let foldCase = SensePolicy(rawValue: 1 << 0)
  /// Diacritical marks must be as written.
  public static let keepMarks = SensePolicy(rawValue: 1 << 1)
  /// Also a common word or another thing: needs evidence beside it.
  public static let weak = SensePolicy(rawValue: 1 << 2)
  /// Needs a neighbouring name, title or country.
  public static let context = SensePolicy(rawValue: 1 << 3)
  /// Needs a title before it.
  public static let needsTitle = SensePolicy(rawValue: 1 << 4)
  /// Not at the start of a sentence.
  public static let notInitial = SensePolicy(rawValue: 1 << 5)
  /// All letters of the text must be capitals.
  public static let upper = SensePolicy(rawValue: 1 << 6)
  /// Comes from a user's file: goes before what the default lexicons say.
  public static let user = SensePolicy(rawValue: 1 << 7)

  /// The words of a `policy` cell.
  static let words: [(String, SensePolicy)] = [
    ("weak", .weak), ("context", .context), ("title", .needsTitle), ("not-initial", .notInitial), ("fold", .foldCase),
    ("exact", []), ("upper", .upper), ("marks", .keepMarks),
  ]
}
