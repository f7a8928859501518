/// Turns an analysis into the document that leaves the engine.
struct DocumentBuilder {
  let lexicon: Lexicon
  let rules: RuleBook

  func document(id: String, of analysis: Analysis) -> Document {
    var document = Document(id: id, text: analysis.text)
    document.sentences = analysis.sentences.map { DocumentBuilder.span($0.first..<$0.end, analysis) }
    var referents = DocumentReferents()
    referents.gather(analysis)
    document.entities.reserveCapacity(analysis.names.count)
    for (index, name) in analysis.names.enumerated() {
      document.entities.append(
        Entity(
          id: NumberedIdentifier.entity(index + 1), label: name.label.text,
          span: DocumentBuilder.span(name.first..<name.end, analysis),
          referent: DocumentBuilder.identifier(referents.number(of: name.referent)),
          code: Lexicon.text(code: name.code),
          source: source(of: name)))
    }
    document.referents = referents.order.map { referent($0, referents, analysis) }
    document.relations = relations(of: analysis, referents)
    return document
  }

  /// The bytes of a run of tokens; empty when it lies outside of the text.
  static func span(_ tokens: Range<Int>, _ analysis: Analysis) -> ByteSpan {
    guard !tokens.isEmpty, tokens.lowerBound >= 0, tokens.upperBound <= analysis.tokens.count else {
      return ByteSpan(0, 0)
    }
    return ByteSpan(
      Int(analysis.tokens[tokens.lowerBound].start), Int(analysis.tokens[tokens.upperBound - 1].end))
  }

  private func source(of name: Name) -> Source? {
    if let entry = name.entry { return lexicon.source(of: entry) }
    if let rule = name.rule, Int(rule) < rules.entities.rules.count { return rules.source(ofEntityRule: rule) }
    // Feed sources are known by the lines around them, which no file describes.
    return Source(file: "feed", line: 0)
  }
}
