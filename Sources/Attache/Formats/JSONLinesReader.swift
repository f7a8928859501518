extension JSONLines {
  /// Reads a line to annotate: `text` must be there, `id` may be; annotations it holds are dropped, unknown keys kept.
  ///
  /// - Parameters:
  ///   - bytes: Holds the line.
  ///   - range: Where the line stands; nil for all of `bytes`. Error offsets count from the start of `bytes`.
  ///   - memory: An empty array whose memory the text may take, such as `Analysis.takeText()`.
  public static func readInput(
    _ bytes: [UInt8], in range: Range<Int>? = nil, memory: consuming [UInt8] = []
  ) throws(JSONError) -> Input {
    let line = try members(bytes, in: range, memory: memory)
    var input = Input(id: nil, text: line.text, extras: Extras())
    if let id = line.id {
      input.id = id.string
      if !id.isString { input.extras.id = Array(bytes[id.range]) }
    }
    for (key, value) in line.others where !annotationKeys.contains(key) {
      if !input.extras.members.isEmpty { input.extras.members.put(",") }
      input.extras.members.putString(key)
      input.extras.members.put(":")
      input.extras.members.append(contentsOf: bytes[value])
    }
    return input
  }

  /// Reads a document with its annotations, as `write` writes them. Unknown keys are ignored.
  ///
  /// `type` is read as `label` and `spans` as `entities`, so that spaCy's and Prodigy's lines can be scored.
  ///
  /// - Throws: `JSONError`, also for spans outside of the text and for a `text` that isn't the span's.
  public static func readDocument(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONError) -> Document {
    let line = try members(bytes, in: range)
    var reader = JSONLinesReader(Document(id: line.id?.string ?? "", text: line.text))
    for (key, value) in line.others {
      var scanner = JSONScanner(bytes, in: value)
      try reader.readSection(key, &scanner)
    }
    return reader.document
  }

  private static let annotationKeys: Set<String> = ["unit", "sentences", "entities", "referents", "relations"]

  private struct Members {
    var id: (string: String, isString: Bool, range: Range<Int>)?
    var text: [UInt8] = []
    var others: [(key: String, value: Range<Int>)] = []
  }

  /// Splits the object of a line into its members.
  private static func members(
    _ bytes: [UInt8], in range: Range<Int>?, memory: consuming [UInt8] = []
  ) throws(JSONError) -> Members {
    var members = Members(text: memory)
    var hasText = false
    var hasID = false
    var scanner = JSONScanner(bytes, in: range)
    if scanner.peek() == nil { throw JSONError(.syntax, "the line is empty", at: scanner.position) }
    let start = scanner.position
    try scanner.readObject { (key, scanner) throws(JSONError) in
      if key == "text" && hasText || key == "id" && hasID {
        throw JSONError(.duplicateKey, "'\(key)' stands twice in the object", at: scanner.position)
      }
      switch key {
      case "text":
        hasText = true
        guard scanner.peek() == UInt8(ascii: "\"") else {
          throw JSONError(.type, "'text' must be a string", at: scanner.position)
        }
        // The text is most of a line.
        members.text.reserveCapacity(scanner.rest)
        try scanner.readString(into: &members.text)
      case "id":
        hasID = true
        members.id = try readID(bytes, &scanner)
      default: members.others.append((key, try scanner.skipValue()))
      }
    }
    try scanner.finish()
    guard hasText else { throw JSONError(.missingKey, "the object has no 'text'", at: start) }
    return members
  }

  private static func readID(
    _ bytes: [UInt8], _ scanner: inout JSONScanner
  ) throws(JSONError) -> (string: String, isString: Bool, range: Range<Int>)? {
    let first = scanner.peek() ?? 0
    let start = scanner.position
    if first == UInt8(ascii: "\"") {
      let string = try scanner.readString()
      return (string, true, start..<scanner.position)
    }
    if try scanner.readNull() { return nil }
    guard first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      throw JSONError(.type, "'id' must be a string or a number", at: start)
    }
    let range = try scanner.skipValue()
    return (String(decoding: bytes[range], as: UTF8.self), false, range)
  }
}

/// Reads the annotations of one document.
private struct JSONLinesReader {
  var document: Document
  private let index: CodePointIndex

  init(_ document: Document) {
    self.document = document
    index = CodePointIndex(document.text)
  }

  mutating func readSection(_ key: String, _ scanner: inout JSONScanner) throws(JSONError) {
    let position = scanner.position
    switch key {
    case "unit":
      guard try scanner.readString() == "codepoint" else {
        throw JSONError(.type, "the unit of offsets must be \"codepoint\"; convert them first", at: position)
      }
    case "sentences": document.sentences = try readArray(&scanner, readSpan)
    case "entities", "spans":
      document.entities = try readArray(&scanner, readEntity)
      for number in document.entities.indices where document.entities[number].id.isEmpty {
        document.entities[number].id = "T\(number + 1)"
      }
    case "referents": document.referents = try readArray(&scanner, readReferent)
    case "relations":
      document.relations = try readArray(&scanner, readRelation)
      for number in document.relations.indices where document.relations[number].id.isEmpty {
        document.relations[number].id = "R\(number + 1)"
      }
    default: break
    }
  }

  private func readEntity(_ scanner: inout JSONScanner) throws(JSONError) -> Entity {
    var entity = Entity(id: "", label: "", span: ByteSpan(0, 0))
    var fragments: [ByteSpan] = []
    entity.fragments = [
      try readSpan(&scanner) { (key, scanner) throws(JSONError) in
        switch key {
        case "id": entity.id = try scanner.readString()
        case "label", "type": entity.label = try scanner.readString()
        case "fragments": fragments = try readArray(&scanner, readSpan)
        case "code": entity.code = try scanner.readOptionalString()
        case "referent": entity.referent = try scanner.readOptionalString()
        case "source": entity.source = try scanner.readOptionalString().map(Source.init(parsing:))
        default: try scanner.skipValue()
        }
      }
    ]
    if !fragments.isEmpty { entity.fragments = fragments }
    return entity
  }

  private func readReferent(_ scanner: inout JSONScanner) throws(JSONError) -> Referent {
    var referent = Referent(id: "", label: "", name: "")
    try scanner.readObject { (key, scanner) throws(JSONError) in
      switch key {
      case "id": referent.id = try scanner.readString()
      case "label", "type": referent.label = try scanner.readString()
      case "name": referent.name = try scanner.readString()
      case "code": referent.code = try scanner.readOptionalString()
      case "gender": referent.gender = try scanner.readOptionalString()
      case "offices": referent.offices = try readArray(&scanner, readOffice)
      case "mentions": referent.mentions = try readArray(&scanner, readMention)
      default: try scanner.skipValue()
      }
    }
    return referent
  }

  private func readOffice(_ scanner: inout JSONScanner) throws(JSONError) -> Referent.Office {
    var office = Referent.Office(title: "")
    try scanner.readObject { (key, scanner) throws(JSONError) in
      switch key {
      case "title": office.title = try scanner.readString()
      case "of": office.of = try scanner.readOptionalString()
      case "code": office.code = try scanner.readOptionalString()
      case "status": office.status = try scanner.readOptionalString()
      default: try scanner.skipValue()
      }
    }
    return office
  }

  private func readMention(_ scanner: inout JSONScanner) throws(JSONError) -> Referent.Mention {
    var kind = "name"
    let span = try readSpan(&scanner) { (key, scanner) throws(JSONError) in
      if key == "kind" { kind = try scanner.readString() } else { try scanner.skipValue() }
    }
    return Referent.Mention(span: span, kind: kind)
  }

  private func readRelation(_ scanner: inout JSONScanner) throws(JSONError) -> Relation {
    var relation = Relation(id: "", label: "")
    try scanner.readObject { (key, scanner) throws(JSONError) in
      switch key {
      case "id": relation.id = try scanner.readString()
      case "label", "type": relation.label = try scanner.readString()
      case "cameo": relation.cameo = try scanner.readOptionalString()
      case "trigger": if try !scanner.readNull() { relation.trigger = try readSpan(&scanner) }
      case "sentence": if try !scanner.readNull() { relation.sentence = try scanner.readInteger() }
      case "arguments": relation.arguments = try readArray(&scanner, readArgument)
      case "attributes": relation.attributes = try readAttributes(&scanner)
      case "source": relation.source = try scanner.readOptionalString().map(Source.init(parsing:))
      default: try scanner.skipValue()
      }
    }
    return relation
  }

  private func readArgument(_ scanner: inout JSONScanner) throws(JSONError) -> Relation.Argument {
    var argument = Relation.Argument(role: "", span: ByteSpan(0, 0))
    argument.span = try readSpan(&scanner) { (key, scanner) throws(JSONError) in
      switch key {
      case "role": argument.role = try scanner.readString()
      case "referent": argument.referent = try scanner.readOptionalString()
      default: try scanner.skipValue()
      }
    }
    return argument
  }

  private func readAttributes(_ scanner: inout JSONScanner) throws(JSONError) -> Relation.Attributes {
    var attributes = Relation.Attributes()
    try scanner.readObject { (key, scanner) throws(JSONError) in
      let position = scanner.position
      if try scanner.readNull() { return }
      switch key {
      case "polarity":
        guard let value = Relation.Attributes.Polarity(rawValue: try scanner.readString()) else {
          throw JSONError(.type, "'polarity' must be \"affirmed\" or \"negated\"", at: position)
        }
        attributes.polarity = value
      case "modality":
        guard let value = Relation.Attributes.Modality(rawValue: try scanner.readString()) else {
          throw JSONError(.type, "'modality' must be \"actual\", \"future\" or \"hypothetical\"", at: position)
        }
        attributes.modality = value
      case "count": attributes.count = try scanner.readInteger()
      case "status": attributes.status = try scanner.readString()
      case "date", "place", "topic", "attribution": _ = attributes.setSpan(key, try readSpan(&scanner))
      default: try scanner.skipValue()
      }
    }
    return attributes
  }

  private func readSpan(_ scanner: inout JSONScanner) throws(JSONError) -> ByteSpan {
    try readSpan(&scanner) { (_, scanner) throws(JSONError) in try scanner.skipValue() }
  }

  /// Reads an object with `start` and `end`, checks them against `text` if it has one, hands other keys on.
  private func readSpan(
    _ scanner: inout JSONScanner, _ member: (String, inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) -> ByteSpan {
    _ = scanner.peek()
    let position = scanner.position
    var start: Int?
    var end: Int?
    var surface: [UInt8]?
    var isWhole = true
    try scanner.readObject { (key, scanner) throws(JSONError) in
      switch key {
      case "start": start = try scanner.readInteger()
      case "end": end = try scanner.readInteger()
      case "text":
        if try scanner.readNull() { return }
        var bytes: [UInt8] = []
        try scanner.readString(into: &bytes)
        surface = bytes
      default:
        if key == "fragments" { isWhole = false }
        try member(key, &scanner)
      }
    }
    guard let start, let end else { throw JSONError(.missingKey, "a span needs 'start' and 'end'", at: position) }
    guard let span = index.bytes(start, end) else {
      throw JSONError(.span, "span \(start)-\(end) isn't inside the text of \(index.count) code points", at: position)
    }
    if isWhole, let surface, !document.text[span.start..<span.end].elementsEqual(surface) {
      let found = document.string(span)
      let wanted = String(decoding: surface, as: UTF8.self)
      throw JSONError(.span, "span \(start)-\(end) is '\(found)' in the text, not '\(wanted)'", at: position)
    }
    return span
  }

  private func readArray<Element>(
    _ scanner: inout JSONScanner, _ readElement: (inout JSONScanner) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    var elements: [Element] = []
    if try scanner.readNull() { return [] }
    try scanner.readArray { (scanner) throws(JSONError) in elements.append(try readElement(&scanner)) }
    return elements
  }
}

extension Source {
  /// Reads what `description` writes; text without a line number is all file name.
  init(parsing text: String) {
    let bytes = Array(text.utf8)
    if let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let line = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)), line > 0
    {
      self.init(file: String(decoding: bytes[..<colon], as: UTF8.self), line: line)
    } else {
      self.init(file: text, line: 0)
    }
  }
}
