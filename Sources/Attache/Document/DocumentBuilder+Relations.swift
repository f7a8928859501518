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
      made.arguments = referents.arguments.range(of: index).map { number in
        let argument = referents.arguments.all[number]
        return Relation.Argument(
          role: rules.roles[Int(argument.role)], span: argument.mention.span,
          referent: DocumentBuilder.identifier(referents.number(of: argument.referent)))
      }
      return made
    }
  }
}
