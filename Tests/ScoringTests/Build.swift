import Attache

@testable import Scoring

/// Builds documents from marked text: `[Label span]` marks an entity, brackets may nest.
///
/// `[Label#key span]` gives the entity the referent `key`.
func marked(_ text: String, id: String = "d") -> Document {
  var bytes: [UInt8] = []
  var open: [(label: String, start: Int)] = []
  var found: [(label: String, span: ByteSpan)] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "[") {
      let label = rest.prefix { $0 != UInt8(ascii: " ") }
      rest = rest.dropFirst(label.count + 1)
      open.append((String(decoding: label, as: UTF8.self), bytes.count))
    } else if byte == UInt8(ascii: "]"), let last = open.popLast() {
      found.append((last.label, ByteSpan(last.start, bytes.count)))
    } else {
      bytes.append(byte)
    }
  }
  var document = Document(id: id, text: bytes)
  for (index, entity) in found.enumerated() {
    let parts = entity.label.split(separator: "#").map(String.init)
    document.entities.append(
      Entity(id: "T\(index + 1)", label: parts[0], span: entity.span, referent: parts.count > 1 ? parts[1] : nil))
  }
  return document
}

/// A document whose text is as long as its spans need.
func document(_ spans: [(Int, Int, String)], id: String = "d", length: Int = 100) -> Document {
  var document = Document(id: id, text: [UInt8](repeating: 0x61, count: length))
  document.entities = spans.enumerated().map { index, span in
    Entity(id: "T\(index + 1)", label: span.2, span: ByteSpan(span.0, span.1))
  }
  return document
}

/// Options without random draws, which most tests don't ask for.
func plain() -> EvaluationOptions {
  var options = EvaluationOptions()
  options.rounds = 0
  return options
}

/// As above, with other settings changed.
func plain(_ change: (inout EvaluationOptions) throws -> Void) rethrows -> EvaluationOptions {
  var options = plain()
  try change(&options)
  return options
}

extension Document {
  /// The first place of some words.
  func span(of words: String) -> ByteSpan {
    let wanted = Array(words.utf8)
    for start in 0...max(0, text.count - wanted.count) where text[start...].starts(with: wanted) {
      return ByteSpan(start, start + wanted.count)
    }
    return ByteSpan(0, 0)
  }

  /// Adds a referent that is meant at each of the words; names first.
  mutating func refer(_ id: String, _ name: String, at words: [String] = [], kind: String = "name") {
    var referent = Referent(id: id, label: "Person", name: name)
    referent.mentions = words.map { Referent.Mention(span: span(of: $0), kind: kind) }
    referents.append(referent)
  }

  /// Adds a relation; an argument is `role=words` or `role=words@referent`.
  mutating func relate(
    _ label: String, _ trigger: String?, _ arguments: [String], change: (inout Relation.Attributes) -> Void = { _ in }
  ) {
    var relation = Relation(id: "R\(relations.count + 1)", label: label, trigger: trigger.map { span(of: $0) })
    for argument in arguments {
      let parts = argument.split(separator: "=").map(String.init)
      let value = parts[1].split(separator: "@").map(String.init)
      relation.arguments.append(
        Relation.Argument(role: parts[0], span: span(of: value[0]), referent: value.count > 1 ? value[1] : nil))
    }
    change(&relation.attributes)
    relations.append(relation)
  }
}
