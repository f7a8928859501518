/// What one lexicon file says, in its order, before its words have identifiers.
struct LexiconRows: Sendable {
  /// How a word of a surface is written.
  struct Letters: Sendable {
    var capitals: UInt32
    /// The identifier of a mark or single letter, which is the same in every vocabulary; else `Vocabulary.unknown`.
    var mark: UInt8
    /// Whether it begins with a capital.
    var isCapital: Bool
  }

  /// One way to write an entry: its words follow those of the surface before.
  struct Surface: Sendable {
    /// Index into `entries`.
    var entry: UInt32
    var role: SurfaceRole
    var policy: SensePolicy
    /// The number of its words.
    var count: UInt32
  }

  /// The file; nil when its head is wrong.
  var file: LexiconFile?
  /// Rows whose tags are indices into `tags`.
  var entries: [LexiconEntry] = []
  var tags: [String] = [""]
  var surfaces: [Surface] = []
  /// The hashes of the words of all surfaces, and how they are written.
  var words: [UInt64] = []
  var letters: [Letters] = []
  /// The hashes of the words of a file of type Common.
  var commonWords: [UInt64] = []
  /// What is wrong.
  var diagnostics: [Diagnostic] = []

  /// The vocabulary of marks and letters alone.
  static let marks = Vocabulary()

  /// Adds a word to those of the surfaces.
  @inline(__always)
  mutating func append(_ token: Token) {
    let mark = token.word == Mark.other ? Vocabulary.unknown : token.word
    // A mark needs no identifier; that of the full stop is asked for in its place.
    words.append(mark == Vocabulary.unknown ? token.hash : WordHash.of(UInt8(ascii: ".")))
    letters.append(
      Letters(
        capitals: token.capitals, mark: UInt8(truncatingIfNeeded: mark), isCapital: token.shape.contains(.capital)))
  }

  /// Makes room for a file of so many bytes, of which a row has 16 or more on the average.
  mutating func reserveCapacity(_ bytes: Int) {
    if file?.type == .common { return commonWords.reserveCapacity(bytes / 8) }
    entries.reserveCapacity(bytes / 16)
    surfaces.reserveCapacity(bytes / 16)
    words.reserveCapacity(bytes / 12)
    letters.reserveCapacity(bytes / 12)
  }
}
