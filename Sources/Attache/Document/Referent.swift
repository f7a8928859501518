/// One real person, state, body or place of a document, with every mention of it.
public struct Referent: Hashable, Sendable {
  /// Unique in the document, such as `E2`.
  public var id: String
  /// The entity label that fits best.
  public var label: String
  /// The longest name seen, or the description when the text gives none.
  public var name: String
  /// ISO 3166-1 alpha-2 code of a state.
  public var code: String?
  /// `male` or `female` where the text or the lexicon marks it.
  public var gender: String?
  /// Offices that the text says the person holds or held.
  public var offices: [Office] = []
  /// Mentions in text order.
  public var mentions: [Mention] = []

  /// Makes a referent without mentions.
  public init(id: String, label: String, name: String, code: String? = nil, gender: String? = nil) {
    self.id = id
    self.label = label
    self.name = name
    self.code = code
    self.gender = gender
  }

  /// An office of a country or organisation.
  public struct Office: Hashable, Sendable {
    /// The title as written.
    public var title: String
    /// The country or organisation as named by its referent.
    public var of: String?
    /// ISO code when `of` is a state.
    public var code: String?
    /// `former`, `acting` or `designate` where the text says so.
    public var status: String?

    /// Makes an office.
    public init(title: String, of: String? = nil, code: String? = nil, status: String? = nil) {
      self.title = title
      self.of = of
      self.code = code
      self.status = status
    }
  }

  /// One place of the text that means the referent.
  public struct Mention: Hashable, Sendable {
    /// UTF-8 bytes.
    public var span: ByteSpan
    /// `name`, `title`, `pronoun` or `description`.
    public var kind: String

    /// Makes a mention.
    public init(span: ByteSpan, kind: String) {
      self.span = span
      self.kind = kind
    }
  }
}
