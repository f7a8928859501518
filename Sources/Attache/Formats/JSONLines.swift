/// JSON Lines: one document, one object, one line. Offsets are Unicode code points, half-open; `unit` says so.
///
/// Key names are spaCy's (`start`, `end`, `label`). Keys that this format doesn't know are kept and written back.
public enum JSONLines {
  /// What an input object held beside its text, to be written back with the annotations.
  public struct Extras: Hashable, Sendable {
    /// The id as JSON where it was no string; nil writes `Document.id`.
    public var id: [UInt8]?
    /// Unknown members as JSON without braces, such as `"url":"…","rank":3`.
    public var members: [UInt8] = []

    /// Makes extras of nothing.
    public init() {}
  }

  /// A line to annotate.
  public struct Input: Sendable {
    /// The object's `id`, or nil where it has none.
    public var id: String?
    /// The object's `text`, decoded to UTF-8.
    public var text: [UInt8]
    /// The rest.
    public var extras: Extras
  }

  /// Writes the document as one line, with its line feed.
  ///
  /// - Parameters:
  ///   - document: What to write; spans are cut to its text.
  ///   - extras: The members of the input object that are kept.
  ///   - out: Where to append.
  public static func write(_ document: Document, extras: Extras = Extras(), to out: inout [UInt8]) {
    let writer = JSONLinesWriter(document)
    out.put("{\"id\":")
    if let id = extras.id { out.append(contentsOf: id) } else { out.putString(document.id) }
    out.put(",\"text\":")
    out.putString(document.text, 0, document.text.count)
    writer.putAnnotations(to: &out)
    if !extras.members.isEmpty {
      out.put(",")
      out.append(contentsOf: extras.members)
    }
    out.put("}\n")
  }

  /// Writes the record that stands for a document that can't be read, with its line feed.
  ///
  /// - Parameters:
  ///   - code: A short name of the kind of error.
  ///   - message: What is wrong.
  ///   - file: The input, as the user named it; nil for standard input.
  ///   - line: Line of the input counted from 1; nil where the error is the whole file's.
  ///   - out: Where to append.
  public static func writeError(
    code: String, message: String, file: String?, line: Int?, to out: inout [UInt8]
  ) {
    out.put("{\"error\":{\"code\":")
    out.putString(code)
    out.put(",\"message\":")
    out.putString(message)
    if let file {
      out.put(",\"file\":")
      out.putString(file)
    }
    if let line {
      out.put(",\"line\":")
      out.put(line)
    }
    out.put("}}\n")
  }
}

/// Writes the parts of one document.
struct JSONLinesWriter {
  private let document: Document
  private let index: CodePointIndex

  init(_ document: Document) {
    self.document = document
    index = CodePointIndex(document.text)
  }

  func putAnnotations(to out: inout [UInt8]) {
    out.put(",\"unit\":\"codepoint\",\"sentences\":")
    putArray(document.sentences, to: &out) { sentence, out in
      out.put("{")
      putOffsets(sentence, to: &out)
      out.put("}")
    }
    out.put(",\"entities\":")
    putArray(document.entities, to: &out, putEntity)
    out.put(",\"referents\":")
    putArray(document.referents, to: &out, putReferent)
    out.put(",\"relations\":")
    putArray(document.relations, to: &out, putRelation)
  }

  private func putEntity(_ entity: Entity, to out: inout [UInt8]) {
    out.put("{\"id\":")
    out.putString(entity.id)
    out.put(",\"label\":")
    out.putString(entity.label)
    out.put(",")
    putOffsets(entity.span, to: &out)
    if entity.fragments.count > 1 {
      out.put(",\"fragments\":")
      putArray(entity.fragments, to: &out, putSpan)
      out.put(",\"text\":")
      out.putString(entity.fragments.map(document.string).joined(separator: " "))
    } else {
      out.put(",\"text\":")
      out.putString(document.text, entity.span.start, entity.span.end)
    }
    if let code = entity.code { put("code", code, to: &out) }
    put("referent", entity.referent, to: &out)
    put("source", entity.source?.description, to: &out)
    out.put("}")
  }

  private func putReferent(_ referent: Referent, to out: inout [UInt8]) {
    out.put("{\"id\":")
    out.putString(referent.id)
    put("label", referent.label, to: &out)
    put("name", referent.name, to: &out)
    put("code", referent.code, to: &out)
    put("gender", referent.gender, to: &out)
    out.put(",\"offices\":")
    putArray(referent.offices, to: &out) { office, out in
      out.put("{\"title\":")
      out.putString(office.title)
      put("of", office.of, to: &out)
      put("code", office.code, to: &out)
      if let status = office.status { put("status", status, to: &out) }
      out.put("}")
    }
    out.put(",\"mentions\":")
    putArray(referent.mentions, to: &out) { mention, out in
      out.put("{")
      putOffsets(mention.span, to: &out)
      put("kind", mention.kind, to: &out)
      out.put("}")
    }
    out.put("}")
  }

  private func putRelation(_ relation: Relation, to out: inout [UInt8]) {
    out.put("{\"id\":")
    out.putString(relation.id)
    put("label", relation.label, to: &out)
    put("cameo", relation.cameo, to: &out)
    out.put(",\"trigger\":")
    if let trigger = relation.trigger { putSpan(trigger, to: &out) } else { out.put("null") }
    out.put(",\"sentence\":")
    if let sentence = relation.sentence { out.put(sentence) } else { out.put("null") }
    out.put(",\"arguments\":")
    putArray(relation.arguments, to: &out) { argument, out in
      out.put("{\"role\":")
      out.putString(argument.role)
      out.put(",")
      putOffsets(argument.span, to: &out)
      out.put(",\"text\":")
      out.putString(document.text, argument.span.start, argument.span.end)
      put("referent", argument.referent, to: &out)
      out.put("}")
    }
    out.put(",\"attributes\":")
    putAttributes(relation.attributes, to: &out)
    put("source", relation.source?.description, to: &out)
    out.put("}")
  }

  private func putAttributes(_ attributes: Relation.Attributes, to out: inout [UInt8]) {
    out.put("{\"polarity\":\"")
    out.put(attributes.polarity.rawValue)
    out.put("\",\"modality\":\"")
    out.put(attributes.modality.rawValue)
    out.put("\"")
    if let count = attributes.count {
      out.put(",\"count\":")
      out.put(count)
    }
    for (name, span) in attributes.spans {
      out.put(",\"\(name)\":")
      putSpan(span, to: &out)
    }
    if let status = attributes.status { put("status", status, to: &out) }
    out.put("}")
  }

  private func putSpan(_ span: ByteSpan, to out: inout [UInt8]) {
    out.put("{")
    putOffsets(span, to: &out)
    out.put(",\"text\":")
    out.putString(document.text, span.start, span.end)
    out.put("}")
  }

  private func putOffsets(_ span: ByteSpan, to out: inout [UInt8]) {
    out.put("\"start\":")
    out.put(index.codePoint(ofByte: span.start))
    out.put(",\"end\":")
    out.put(index.codePoint(ofByte: span.end))
  }

  private func put(_ key: String, _ value: String?, to out: inout [UInt8]) {
    out.put(",\"")
    out.put(key)
    out.put("\":")
    out.putString(value)
  }

  private func putArray<Element>(
    _ elements: [Element], to out: inout [UInt8], _ putElement: (Element, inout [UInt8]) -> Void
  ) {
    out.put("[")
    for (number, element) in elements.enumerated() {
      if number > 0 { out.put(",") }
      putElement(element, &out)
    }
    out.put("]")
  }
}

extension Relation.Attributes {
  /// The attributes that are pieces of text, by name.
  var spans: [(String, ByteSpan)] {
    var result: [(String, ByteSpan)] = []
    if let date { result.append(("date", date)) }
    if let place { result.append(("place", place)) }
    if let topic { result.append(("topic", topic)) }
    if let attribution { result.append(("attribution", attribution)) }
    return result
  }

  /// Unsets the text attributes whose span is wrong.
  mutating func removeSpans(where isWrong: (ByteSpan) -> Bool) {
    if let span = date, isWrong(span) { date = nil }
    if let span = place, isWrong(span) { place = nil }
    if let span = topic, isWrong(span) { topic = nil }
    if let span = attribution, isWrong(span) { attribution = nil }
  }

  /// Sets a text attribute by name; the first value stays. False when there is no such attribute.
  mutating func setSpan(_ name: String, _ span: ByteSpan) -> Bool {
    switch name {
    case "date": date = date ?? span
    case "place": place = place ?? span
    case "topic": topic = topic ?? span
    case "attribution": attribution = attribution ?? span
    default: return false
    }
    return true
  }
}
