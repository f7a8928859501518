import Attache

/// A document as a person reads it: the text with its entities marked, then the relations, a line each.
struct TerminalView {
  private let document: Document
  private let colour: Bool
  private let names: [String: String]

  init(_ document: Document, colour: Bool) {
    self.document = document
    names = Dictionary(document.referents.map { ($0.id, $0.name) }) { first, _ in first }
    self.colour = colour
  }

  /// The view; without colour, entities stand in brackets with their label.
  var text: String {
    var text = styled("── \(printable(document.id)) ", "1") + "\n" + markedText
    if document.text.last != UInt8(ascii: "\n") { text += "\n" }
    if !document.relations.isEmpty { text += "\n" }
    for relation in document.relations { text += line(of: relation) + "\n" }
    return text + "\n"
  }

  private var markedText: String {
    var marked = ""
    var position = 0
    for entity in document.entities where entity.span.start >= position && entity.span.end <= document.text.count {
      marked += printable(ByteSpan(position, entity.span.start))
      let surface = printable(entity.span)
      marked += colour ? styled(surface, Self.style(of: entity.label)) : "[\(surface)|\(entity.label)]"
      position = entity.span.end
    }
    return marked + printable(ByteSpan(position, document.text.count))
  }

  /// Such as `meet  Ana Belo + Juri Salmela  date: Friday  not, future  (met)  meet.rules:12`.
  private func line(of relation: Relation) -> String {
    var roles: [String] = []
    var fillers: [String: [String]] = [:]
    for argument in relation.arguments {
      if fillers[argument.role] == nil { roles.append(argument.role) }
      fillers[argument.role, default: []].append(filler(argument))
    }
    var parts = [styled(relation.label, "1")]
    for role in roles {
      parts.append(dim("\(role): ") + (fillers[role] ?? []).joined(separator: dim(" + ")))
    }
    let attributes = relation.attributes
    if attributes.polarity == .negated { parts.append(styled("negated", "31")) }
    if attributes.modality != .actual { parts.append(styled(attributes.modality.rawValue, "33")) }
    if let count = attributes.count { parts.append(dim("count: ") + "\(count)") }
    let spans = [
      ("date", attributes.date), ("place", attributes.place), ("topic", attributes.topic),
      ("attribution", attributes.attribution),
    ]
    for case (let name, let span?) in spans { parts.append(dim("\(name): ") + printable(span)) }
    if let status = attributes.status { parts.append(printable(status)) }
    if let source = relation.source { parts.append(dim(source.description)) }
    return "  " + parts.joined(separator: "  ")
  }

  /// The argument as written, and who is meant where that says more.
  private func filler(_ argument: Relation.Argument) -> String {
    let surface = printable(argument.span)
    guard let name = argument.referent.flatMap({ names[$0] }).map(printable) else { return surface }
    return name == surface ? surface : "\(surface) = \(name)"
  }

  private func dim(_ text: String) -> String { styled(text, "2") }

  private func styled(_ text: String, _ style: String) -> String {
    colour ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  private func printable(_ span: ByteSpan) -> String { printable(document.string(span)) }

  /// Control characters as pictures, so that a text can't command the terminal.
  private func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: result.append(scalar)
      case 0x0D: continue
      case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
      case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{2421}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func style(of label: String) -> String {
    switch label {
    case "Person": "1;36"
    case "Title": "35"
    case "Country": "1;32"
    case "Nationality": "32"
    case "Organization": "1;34"
    case "Location": "33"
    case "Date": "4"
    case "Money": "4;32"
    default: "7"
    }
  }
}
