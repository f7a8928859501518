extension DocumentBuilder {
  /// The relations of the analysis.
  func relations(of analysis: Analysis, _ referents: DocumentReferents) -> [Relation] {
    analysis.relations.enumerated().map { index, record in
      let rule = rules.relations.rules[record.rule]
      var made = Relation(
        id: NumberedIdentifier.relation(index + 1), label: rule.label,
        trigger: record.trigger.isEmpty ? nil : DocumentBuilder.span(record.trigger, analysis),
        sentence: record.sentence, attributes: record.attributes, cameo: rule.cameo,
        source: rules.blocks[rule.block].source)
      made.arguments = distinct(record.arguments, analysis).map { argument in
        Relation.Argument(
          role: rules.roles[Int(argument.role)], span: DocumentReferents.span(of: argument, analysis),
          referent: referents.identifier(of: argument.referent))
      }
      return made
    }
  }

  /// Without a second argument of a role for one referent (`Minister of Justice and Deputy Prime Minister Lee`): a name
  /// goes before a title.
  private func distinct(_ arguments: [ArgumentRecord], _ analysis: Analysis) -> [ArgumentRecord] {
    guard arguments.count > 1 else { return arguments }
    var kept: [ArgumentRecord] = []
    var places: [UInt64: Int] = [:]
    for argument in arguments {
      let key = UInt64(argument.role) << 32 | UInt64(UInt32(bitPattern: argument.referent))
      guard argument.referent >= 0, let known = places[key] else {
        places[key] = kept.count
        kept.append(argument)
        continue
      }
      if isPerson(argument.tokens, analysis) { kept[known] = argument }
    }
    return kept
  }

  private func isPerson(_ tokens: Range<Int>, _ analysis: Analysis) -> Bool {
    var low = 0
    var high = analysis.names.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.names[middle].first < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < analysis.names.count && analysis.names[low].first == tokens.lowerBound
      && analysis.names[low].label == .person
  }
}
