/// Writes the annotation file of one document.
struct BratWriter {
  /// What a `T` line stands for; equal keys share a line.
  private struct Key: Hashable {
    var label: String
    var fragments: [ByteSpan]
    /// Keeps two mentions on one span apart.
    var referent: String?
  }

  private let document: Document
  private let index: CodePointIndex
  /// The keys of all `T` lines, in the order of their numbers.
  private var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  /// Labels of the entities on a span.
  private var entityKeys: [ByteSpan: [Key]] = [:]
  private var out: [UInt8] = []
  private var attributeCount = 0
  private var noteCount = 0

  init(_ document: Document) {
    self.document = Self.holdable(document)
    index = CodePointIndex(document.text)
  }

  /// The document without what brat can't hold: spans without words, and relations of nothing.
  private static func holdable(_ document: Document) -> Document {
    var document = document
    let count = document.text.count
    let holds = { (span: ByteSpan) in span.start >= 0 && span.start < span.end && span.end <= count }
    document.sentences.removeAll { !holds($0) }
    document.entities.removeAll { entity in entity.fragments.isEmpty || !entity.fragments.allSatisfy(holds) }
    for number in document.referents.indices { document.referents[number].mentions.removeAll { !holds($0.span) } }
    for number in document.relations.indices {
      document.relations[number].arguments.removeAll { !holds($0.span) }
      document.relations[number].attributes.removeSpans { span in !holds(span) }
      if let trigger = document.relations[number].trigger, !holds(trigger) { document.relations[number].trigger = nil }
    }
    document.relations.removeAll { $0.trigger == nil && $0.arguments.isEmpty }
    return document
  }

  mutating func bytes() -> [UInt8] {
    collectKeys()
    for (number, key) in keys.enumerated() { putSpot(number, key) }
    var eventCount = 0
    var binaryCount = 0
    var identifiers: [String] = []
    for relation in document.relations {
      if isBinary(relation) {
        binaryCount += 1
        identifiers.append("R\(binaryCount)")
      } else {
        eventCount += 1
        identifiers.append("E\(eventCount)")
      }
    }
    for (id, relation) in zip(identifiers, document.relations) { putRelation(id, relation) }
    for (id, relation) in zip(identifiers, document.relations) { putAttributes(id, relation.attributes) }
    putCodes()
    putGroups()
    for entity in document.entities {
      if let source = entity.source { putNote("T\(number(of: key(of: entity)))", source) }
    }
    for (id, relation) in zip(identifiers, document.relations) {
      if let source = relation.source { putNote(id, source) }
    }
    return out
  }

  // MARK: Spans

  private func key(of entity: Entity) -> Key {
    Key(label: entity.label, fragments: entity.fragments, referent: entity.referent)
  }

  private mutating func collectKeys() {
    for entity in document.entities { entityKeys[entity.span, default: []].append(key(of: entity)) }
    var all: Set<Key> = []
    for entity in document.entities { all.insert(key(of: entity)) }
    for sentence in document.sentences {
      all.insert(Key(label: Brat.sentenceLabel, fragments: [sentence], referent: nil))
    }
    for referent in document.referents {
      for mention in referent.mentions { all.insert(key(at: mention.span, referent: referent.id)) }
    }
    for relation in document.relations {
      if !isBinary(relation), let trigger = triggerKey(of: relation) { all.insert(trigger) }
      for argument in relation.arguments { all.insert(key(at: argument.span, referent: argument.referent)) }
      for (_, span) in relation.attributes.spans { all.insert(key(at: span, referent: nil)) }
    }
    keys = all.sorted { left, right in
      let first = ByteSpan(left.fragments[0].start, left.fragments[left.fragments.count - 1].end)
      let second = ByteSpan(right.fragments[0].start, right.fragments[right.fragments.count - 1].end)
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      if left.label != right.label { return left.label < right.label }
      return left.referent ?? "" < right.referent ?? ""
    }
    for (number, key) in keys.enumerated() { numbers[key] = number + 1 }
  }

  /// The line for a span that means a referent, or for a piece of text: an entity's where there is one.
  private func key(at span: ByteSpan, referent: String?) -> Key {
    let entities = entityKeys[span] ?? []
    if let same = entities.first(where: { referent == nil || $0.referent == referent }) { return same }
    let label = referent == nil ? Brat.textLabel : Brat.mentionLabel
    return Key(label: label, fragments: [span], referent: referent)
  }

  private func number(of key: Key) -> Int { numbers[key] ?? 0 }

  private mutating func putSpot(_ number: Int, _ key: Key) {
    out.put("T\(number + 1)\t\(key.label) ")
    for (position, fragment) in key.fragments.enumerated() {
      if position > 0 { out.put(";") }
      out.put(index.codePoint(ofByte: fragment.start))
      out.put(" ")
      out.put(index.codePoint(ofByte: fragment.end))
    }
    for (position, fragment) in key.fragments.enumerated() {
      out.put(position > 0 ? " " : "\t")
      let end = min(max(fragment.end, 0), document.text.count)
      let start = min(max(fragment.start, 0), end)
      // One character for one, so that the surface stays as long as the span.
      for byte in CodePoints.repaired(document.text[start..<end]) {
        out.append(byte >= 0x09 && byte <= 0x0D ? 0x20 : byte)
      }
    }
    out.put("\n")
  }

  // MARK: Relations

  /// Whether brat's `R` line can hold it.
  private func isBinary(_ relation: Relation) -> Bool {
    relation.trigger == nil && relation.label != "office" && relation.arguments.count == 2
      && relation.attributes == Relation.Attributes()
  }

  /// The trigger's line; for an office its title's, where there is none the first argument's.
  private func triggerKey(of relation: Relation) -> Key? {
    if let trigger = relation.trigger { return Key(label: relation.label, fragments: [trigger], referent: nil) }
    let title = relation.arguments.first { $0.role == "title" } ?? relation.arguments.first
    return title.map { key(at: $0.span, referent: $0.referent) }
  }

  private mutating func putRelation(_ id: String, _ relation: Relation) {
    if isBinary(relation) {
      out.put("\(id)\t\(relation.label)")
      for argument in relation.arguments {
        out.put(" \(argument.role):T\(number(of: key(at: argument.span, referent: argument.referent)))")
      }
      out.put("\t\n")
      return
    }
    guard let trigger = triggerKey(of: relation) else { return }
    out.put("\(id)\t\(relation.label):T\(number(of: trigger))")
    var seen: [String: Int] = [:]
    for argument in relation.arguments {
      seen[argument.role, default: 0] += 1
      let count = seen[argument.role] ?? 1
      let number = number(of: key(at: argument.span, referent: argument.referent))
      out.put(" \(argument.role)\(count > 1 ? String(count) : ""):T\(number)")
    }
    for (name, span) in relation.attributes.spans { out.put(" \(name):T\(number(of: key(at: span, referent: nil)))") }
    out.put("\n")
  }

  private mutating func putAttributes(_ id: String, _ attributes: Relation.Attributes) {
    if attributes.polarity != .affirmed { putAttribute("polarity", id, attributes.polarity.rawValue) }
    if attributes.modality != .actual { putAttribute("modality", id, attributes.modality.rawValue) }
    if let count = attributes.count { putAttribute("count", id, "\(count)") }
    if let status = attributes.status { putAttribute("status", id, status) }
  }

  private mutating func putAttribute(_ name: String, _ id: String, _ value: String) {
    attributeCount += 1
    out.put("A\(attributeCount)\t\(name) \(id) \(value)\n")
  }

  // MARK: The rest

  private mutating func putCodes() {
    var names: [String: String] = [:]
    for referent in document.referents { names[referent.id] = referent.name }
    var count = 0
    for entity in document.entities {
      guard let code = entity.code else { continue }
      count += 1
      let name = entity.referent.flatMap { names[$0] } ?? document.string(entity.span)
      out.put("N\(count)\tReference T\(number(of: key(of: entity))) \(Brat.codePrefix)\(code)\t")
      out.append(contentsOf: Brat.normalised(name.utf8))
      out.put("\n")
    }
  }

  private mutating func putGroups() {
    var members: [String: [Int]] = [:]
    for (number, key) in keys.enumerated() {
      if let referent = key.referent { members[referent, default: []].append(number + 1) }
    }
    for referent in document.referents {
      guard let group = members[referent.id], group.count > 1 else { continue }
      out.put("*\tEquiv" + group.map { " T\($0)" }.joined() + "\n")
    }
  }

  private mutating func putNote(_ id: String, _ source: Source) {
    noteCount += 1
    out.put("#\(noteCount)\tSource \(id)\t\(source)\n")
  }
}
