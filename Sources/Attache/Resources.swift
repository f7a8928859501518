/// The lexicon and rule files of a pipeline, as bytes; nothing is parsed yet.
public struct Resources: Sendable {
  /// One file.
  public struct File: Sendable {
    /// The name that sources and errors print.
    public var name: String
    /// The bytes.
    public var bytes: [UInt8]
    /// Whether the user gave it; user files go before the embedded ones where both speak.
    public var isUser: Bool

    /// Makes a file.
    public init(name: String, bytes: [UInt8], isUser: Bool = true) {
      self.name = name
      self.bytes = bytes
      self.isUser = isUser
    }

    /// Whether it holds rules, by its name.
    public var holdsRules: Bool { name.hasSuffix(".rules") }
  }

  /// The files in the order they are read.
  public var files: [File]

  /// The files with those of the commonest words first: their words get neighbouring identifiers, and tables over
  /// identifiers stay in the processor's cache.
  var readingOrder: [File] {
    let first = ["words.tsv", "verbs.tsv", "nouns.tsv"]
    return files.filter { first.contains($0.name) } + files.filter { !first.contains($0.name) }
  }

  /// Makes resources of files.
  public init(files: [File] = []) { self.files = files }

  /// The lexicons and rules inside the binary.
  public static let embedded = Resources(files: embeddedFiles())
}
