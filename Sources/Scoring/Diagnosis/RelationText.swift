import Attache

/// Relations written out for a reader.
enum RelationText {
  /// As in `meet(participant=Ada Brook, participant=Lim)[negated, future, count=2]`.
  static func describe(_ relation: PreparedRelations.Item, _ document: Document) -> String {
    let arguments = relation.arguments.map { argument -> String in
      var text = document.string(argument.span)
      if argument.referent >= 0, argument.referent < document.referents.count, !argument.isText {
        let name = document.referents[argument.referent].name
        if name != text && !name.isEmpty { text += " (\(name))" }
      }
      return "\(argument.role)=\(text)"
    }
    var marks: [String] = []
    if relation.attributes.polarity != .affirmed { marks.append(relation.attributes.polarity.rawValue) }
    if relation.attributes.modality != .actual { marks.append(relation.attributes.modality.rawValue) }
    if let count = relation.attributes.count { marks.append("count=\(count)") }
    return "\(relation.label)(\(arguments.joined(separator: ", ")))"
      + (marks.isEmpty ? "" : "[\(marks.joined(separator: ", "))]")
  }
}
