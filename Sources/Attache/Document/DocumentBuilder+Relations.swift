extension DocumentBuilder {
  /// The relations of the analysis.
  func relations(of analysis: Analysis, _ referents: DocumentReferents) -> [Relation] {
    analysis.relations.enumerated().map { index, record in
      let rule = rules.relations.rules[record.rule]
      var made = Relation(
        id: "R\(index + 1)", label: rule.label,
        trigger: record.trigger.isEmpty ? nil : DocumentBuilder.span(record.trigger, analysis),
        sentence: record.sentence, attributes: record.attributes, cameo: rule.cameo,
        source: rules.blocks[rule.block].source)
      made.arguments = record.arguments.map { argument in
        Relation.Argument(
          role: rules.roles[Int(argument.role)], span: DocumentReferents.span(of: argument, analysis),
          referent: referents.identifier(of: argument.referent))
      }
      return made
    }
  }
}
