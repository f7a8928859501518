extension DocumentBuilder {
  /// The document's name for a referent's number; nil for 0.
  static func identifier(_ number: Int) -> String? { number > 0 ? NumberedIdentifier.referent(number) : nil }

  /// A referent record with its mentions.
  func referent(_ record: Int32, _ referents: DocumentReferents, _ analysis: Analysis) -> Referent {
    let found = analysis.referents[Int(record)]
    var referent = Referent(
      id: NumberedIdentifier.referent(referents.number(of: record)),
      label: found.label == .title ? NameLabel.person.text : found.label.text,
      name: name(of: found, analysis), code: Lexicon.text(code: found.code))
    if found.gender == UInt8(ascii: "m") { referent.gender = "male" }
    if found.gender == UInt8(ascii: "f") { referent.gender = "female" }
    var next = found.firstOffice
    while next >= 0 {
      referent.offices.append(office(of: analysis.referentOffices[Int(next)], analysis))
      next = analysis.referentOffices[Int(next)].next
    }
    referent.mentions = referents.mentions(of: record).map { Referent.Mention(span: $0.span, kind: "\($0.kind)") }
    return referent
  }

  private func name(of record: ReferentRecord, _ analysis: Analysis) -> String {
    if record.country >= 0 { return lexicon.name(of: UInt32(record.country)) }
    return text(record.nameFirst..<max(record.nameFirst, record.nameEnd), analysis)
  }

  private func text(_ tokens: Range<Int>, _ analysis: Analysis) -> String {
    let span = DocumentBuilder.span(tokens, analysis)
    return String(decoding: analysis.text[span.start..<span.end], as: UTF8.self)
  }

  private func office(of record: OfficeRecord, _ analysis: Analysis) -> Referent.Office {
    var office = Referent.Office(title: text(record.titleFirst..<record.titleEnd, analysis))
    if analysis.referents.indices.contains(Int(record.of)) {
      let body = analysis.referents[Int(record.of)]
      office.of = name(of: body, analysis)
      office.code = Lexicon.text(code: body.code)
    }
    if record.status != .current { office.status = record.status.rawValue }
    return office
  }
}
