import Attache

/// An example of a relation rule.
struct RelationExample: Equatable {
  /// The sentence.
  var text: String
  /// Values by role or attribute; a role may have several.
  var wanted: [String: [String]] = [:]

  /// Reads `sentence => role="words" attribute=value …`.
  init(_ line: String) {
    guard let arrow = line.firstRange(of: "=>") else {
      text = line
      return
    }
    text = String(line[..<arrow.lowerBound])
    while text.hasSuffix(" ") { text.removeLast() }
    var rest = line[arrow.upperBound...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(separator: " ").last.map(String.init) ?? ""
      rest = rest[equals...].dropFirst()
      let isQuoted = rest.first == "\""
      if isQuoted { rest = rest.dropFirst() }
      let end = rest.firstIndex(of: isQuoted ? "\"" : " ") ?? rest.endIndex
      wanted[name, default: []].append(String(rest[..<end]))
      rest = rest[end...].dropFirst()
    }
  }

  /// What is wrong with the relations of the document; nil when the example holds.
  func problem(label: String, isWanted: Bool, in document: Document) -> String? {
    let found = document.relations.filter { $0.label == label }
    let shown = found.map { Self.shown($0, document) }.joined(separator: ", ")
    if !isWanted {
      return found.isEmpty ? nil : "found \(shown), which it must not; add a condition to the rule"
    }
    if found.contains(where: { holds($0, document) }) { return nil }
    let values = wanted.sorted { $0.key < $1.key }.flatMap { name, values in values.map { "\(name)=\"\($0)\"" } }
    return "wanted \(label)(\(values.joined(separator: " "))), found \(found.isEmpty ? "none" : shown)"
      + "; change the rule, or the example"
  }

  private func holds(_ relation: Relation, _ document: Document) -> Bool {
    wanted.allSatisfy { name, values in
      let found = Self.values(name, relation, document)
      guard found.count == values.count else { return false }
      var left = found
      return values.allSatisfy { value in
        let bare = Self.withoutArticle(value)
        guard let match = left.firstIndex(where: { $0.contains { Self.withoutArticle($0) == bare } }) else {
          return false
        }
        left.remove(at: match)
        return true
      }
    }
  }

  /// A person doesn't ask whether the article is inside of a span.
  private static func withoutArticle(_ words: String) -> String {
    for article in ["the ", "a ", "an "] where words.lowercased().hasPrefix(article) {
      return String(words.dropFirst(article.count))
    }
    return words
  }

  /// What stands for each value of a role or attribute: the words, and the referent's name.
  private static func values(_ name: String, _ relation: Relation, _ document: Document) -> [[String]] {
    let attributes = relation.attributes
    let words = { (span: ByteSpan?) in span.map { [[document.string($0)]] } ?? [] }
    switch name {
    case "polarity": return [[attributes.polarity.rawValue]]
    case "modality": return [[attributes.modality.rawValue]]
    case "count": return attributes.count.map { [["\($0)"]] } ?? []
    case "status": return attributes.status.map { [[$0]] } ?? []
    case "date": return words(attributes.date)
    case "place": return words(attributes.place)
    case "topic": return words(attributes.topic)
    case "attribution": return words(attributes.attribution)
    default:
      return relation.arguments.filter { $0.role == name }.map { argument in
        [document.string(argument.span)] + document.referents.filter { $0.id == argument.referent }.map(\.name)
      }
    }
  }

  private static func shown(_ relation: Relation, _ document: Document) -> String {
    let arguments = relation.arguments.map { "\($0.role)=\"\(document.string($0.span))\"" }
    return "\(relation.label)(\(arguments.joined(separator: " ")))"
  }
}
