/// An event or an office that a sentence states, with its arguments.
public struct Relation: Hashable, Sendable {
  /// Unique in the document, such as `R1`.
  public var id: String
  /// `meet`, `visit`, `office`, …: the rule's relation.
  public var label: String
  /// CAMEO event code where the rule gives one.
  public var cameo: String?
  /// The word that states it; nil for `office`.
  public var trigger: ByteSpan?
  /// Index into `Document.sentences`.
  public var sentence: Int?
  /// Who takes part, and text-valued roles such as `document`.
  public var arguments: [Argument]
  /// Polarity, modality, count, date, place, topic, attribution.
  public var attributes: Attributes
  /// The rule that made it; nil in gold.
  public var source: Source?

  /// Makes a relation.
  public init(
    id: String, label: String, trigger: ByteSpan? = nil, sentence: Int? = nil, arguments: [Argument] = [],
    attributes: Attributes = Attributes(), cameo: String? = nil, source: Source? = nil
  ) {
    self.id = id
    self.label = label
    self.trigger = trigger
    self.sentence = sentence
    self.arguments = arguments
    self.attributes = attributes
    self.cameo = cameo
    self.source = source
  }

  /// One participant or text-valued part of a relation.
  public struct Argument: Hashable, Sendable {
    /// The role's name, such as `participant`.
    public var role: String
    /// The head of the mention, or the text of a text-valued role; UTF-8 bytes.
    public var span: ByteSpan
    /// The `Referent.id` it resolves to.
    public var referent: String?

    /// Makes an argument.
    public init(role: String, span: ByteSpan, referent: String? = nil) {
      self.role = role
      self.span = span
      self.referent = referent
    }
  }

  /// What is said about an event beside who took part.
  public struct Attributes: Hashable, Sendable {
    /// Whether the text says that it happened.
    public enum Polarity: String, Sendable { case affirmed, negated }
    /// Whether it is told as done, to come or only possible.
    public enum Modality: String, Sendable { case actual, future, hypothetical }

    /// `affirmed` unless negated.
    public var polarity = Polarity.affirmed
    /// `actual` unless marked.
    public var modality = Modality.actual
    /// Number of documents signed.
    public var count: Int?
    /// When it happened; UTF-8 bytes, as the other spans.
    public var date: ByteSpan?
    /// Where it happened.
    public var place: ByteSpan?
    /// What it was about.
    public var topic: ByteSpan?
    /// Who reports or denies it.
    public var attribution: ByteSpan?
    /// `former`, `acting` or `designate`, for `office`.
    public var status: String?

    /// Makes affirmed, actual attributes.
    public init() {}
  }
}
