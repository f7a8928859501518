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
func plain(_ change: (inout EvaluationOptions) throws -> Void = { _ in }) rethrows -> EvaluationOptions {
  var options = EvaluationOptions()
  options.rounds = 0
  try change(&options)
  return options
}
