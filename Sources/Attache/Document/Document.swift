/// A text with its annotations: what the pipeline returns, what formats read and write, what scoring compares.
///
/// All spans are UTF-8 byte offsets into `text`, half-open.
public struct Document: Sendable {
  /// The caller's name for the document; unique within a run.
  public var id: String
  /// The bytes exactly as read; never normalised. They may hold broken UTF-8.
  public var text: [UInt8]
  /// Sentences in text order, without surrounding white space.
  public var sentences: [ByteSpan] = []
  /// Entities in text order.
  public var entities: [Entity] = []
  /// The real things that mentions stand for.
  public var referents: [Referent] = []
  /// Relations in text order of their triggers.
  public var relations: [Relation] = []

  /// Makes a document without annotations.
  public init(id: String, text: [UInt8]) {
    self.id = id
    self.text = text
  }

  /// The text of a span, broken UTF-8 repaired; a span outside of the text gives what lies inside.
  public func string(_ span: ByteSpan) -> String {
    let start = min(max(span.start, 0), text.count)
    let end = min(max(span.end, start), text.count)
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}

/// A named thing in the text.
public struct Entity: Hashable, Sendable {
  /// Unique in the document, such as `T1`.
  public var id: String
  /// Person, Title, Country, Nationality, Organization, Location, Date or Money; other people's gold may hold others.
  public var label: String
  /// The pieces of the entity in text order; more than one only in discontinuous gold.
  public var fragments: [ByteSpan]
  /// The `Referent.id` it stands for.
  public var referent: String?
  /// ISO 3166-1 alpha-2 code of a country or nationality.
  public var code: String?
  /// What made it; nil in gold.
  public var source: Source?

  /// Makes an entity of one piece.
  public init(
    id: String, label: String, span: ByteSpan, referent: String? = nil, code: String? = nil, source: Source? = nil
  ) {
    self.id = id
    self.label = label
    self.fragments = [span]
    self.referent = referent
    self.code = code
    self.source = source
  }

  /// From the start of the first piece to the end of the last.
  public var span: ByteSpan {
    guard let first = fragments.first, let last = fragments.last else { return ByteSpan(0, 0) }
    return ByteSpan(first.start, last.end)
  }
}
