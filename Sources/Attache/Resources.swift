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

  /// Makes resources of files.
  public init(files: [File] = []) { self.files = files }

  /// The lexicons and rules inside the binary.
  public static let embedded = Resources(files: embeddedFiles())
}
