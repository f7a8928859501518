/// The referents of a document: those that an entity names or an argument means, numbered by their first mention.
struct DocumentReferents {
  private let lexicon: Lexicon
  /// For each referent record its mentions.
  private var mentions: [[(span: ByteSpan, kind: Kind)]]
  /// For each referent record its number in the document, from 1; 0 leaves it out.
  private var numbers: [Int]
  private var order: [Int] = []

  private enum Kind: UInt8 { case name, title, pronoun, description }

  /// Gathers the mentions of all referents.
  init(lexicon: Lexicon, _ analysis: Analysis) {
    self.lexicon = lexicon
    mentions = [[(span: ByteSpan, kind: Kind)]](repeating: [], count: analysis.referents.count)
    numbers = [Int](repeating: 0, count: analysis.referents.count)
    for name in analysis.names where mentions.indices.contains(Int(name.referent)) {
      mentions[Int(name.referent)].append(
        (DocumentBuilder.span(name.first..<name.end, analysis), name.label == .title ? .title : .name))
    }
    for group in analysis.mentions where group.referents.isEmpty && mentions.indices.contains(Int(group.referent)) {
      guard group.kind == .pronoun || group.kind == .description, !mentions[Int(group.referent)].isEmpty else {
        continue
      }
      mentions[Int(group.referent)].append(
        (DocumentReferents.span(of: group, analysis), group.kind == .pronoun ? .pronoun : .description))
    }
    addArguments(analysis)
    for index in mentions.indices { mentions[index].sort { $0.span < $1.span } }
    order = mentions.indices.filter { !mentions[$0].isEmpty }
    order.sort { left, right in
      let (a, b) = (mentions[left][0].span, mentions[right][0].span)
      return a != b ? a < b : left < right
    }
    for (number, record) in order.enumerated() { numbers[record] = number + 1 }
  }

  /// Arguments that are no entity: pronouns, descriptions and plural groups.
  private mutating func addArguments(_ analysis: Analysis) {
    for relation in analysis.relations {
      for argument in relation.arguments where mentions.indices.contains(Int(argument.referent)) {
        let span = DocumentBuilder.span(argument.tokens, analysis)
        let record = Int(argument.referent)
        guard span.count > 0, !mentions[record].contains(where: { $0.span == span }) else { continue }
        let isSingle = argument.tokens.count == 1
        mentions[record].append(
          (span, isSingle && isPronoun(argument.tokens.lowerBound, analysis) ? .pronoun : .description))
      }
    }
  }

  private func isPronoun(_ token: Int, _ analysis: Analysis) -> Bool {
    var low = 0
    var high = analysis.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.mentions[middle].first < token { low = middle + 1 } else { high = middle }
    }
    while low < analysis.mentions.count, analysis.mentions[low].first == token {
      if analysis.mentions[low].kind == .pronoun, analysis.mentions[low].end == token + 1 { return true }
      low += 1
    }
    return false
  }

  /// A description without its article; what a group means together keeps it (`the two sides`).
  static func span(of group: NounGroup, _ analysis: Analysis) -> ByteSpan {
    var first = group.first
    let isArticle = group.determiner == .definite || group.determiner == .indefinite
    if isArticle, first < group.headFirst { first += 1 }
    return DocumentBuilder.span(first..<max(group.headEnd, first + 1), analysis)
  }

  /// The document's name for a referent record; nil for none and for records that are left out.
  func identifier(of record: Int32) -> String? {
    guard numbers.indices.contains(Int(record)), numbers[Int(record)] > 0 else { return nil }
    return "E\(numbers[Int(record)])"
  }

  /// The referents in order.
  func referents(_ analysis: Analysis) -> [Referent] {
    order.map { record in
      let found = analysis.referents[record]
      var referent = Referent(
        id: "E\(numbers[record])", label: found.label == .title ? NameLabel.person.text : found.label.text,
        name: name(of: found, analysis), code: Lexicon.text(code: found.code))
      if found.gender == UInt8(ascii: "m") { referent.gender = "male" }
      if found.gender == UInt8(ascii: "f") { referent.gender = "female" }
      referent.offices = found.offices.map { office(of: $0, analysis) }
      referent.mentions = mentions[record].map { Referent.Mention(span: $0.span, kind: "\($0.kind)") }
      return referent
    }
  }

  private func name(of record: ReferentRecord, _ analysis: Analysis) -> String {
    if !record.canonicalName.isEmpty { return record.canonicalName }
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
