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
      // Plural pronouns are mentions only where they are arguments: the guideline's convention.
      if group.kind == .pronoun, group.isPlural { continue }
      guard group.kind == .pronoun || group.kind == .description, !mentions[Int(group.referent)].isEmpty else {
        continue
      }
      mentions[Int(group.referent)].append(
        (DocumentReferents.span(of: group, analysis), group.kind == .pronoun ? .pronoun : .description))
    }
    for group in analysis.mentions where group.owner >= 0 && group.person >= 0 { addDescription(group, analysis) }
    addArguments(analysis)
    for index in mentions.indices where mentions[index].count > 1 { sortMentions(of: index) }
    order = mentions.indices.filter { !mentions[$0].isEmpty }
    order.sort { left, right in
      let (a, b) = (mentions[left][0].span, mentions[right][0].span)
      return a != b ? a < b : left < right
    }
    for (number, record) in order.enumerated() { numbers[record] = number + 1 }
  }

  /// `his Italian counterpart, Giorgia Meloni`: the description before the name.
  private mutating func addDescription(_ group: NounGroup, _ analysis: Analysis) {
    guard mentions.indices.contains(Int(group.referent)), group.first < group.headFirst, !group.isNested,
      analysis.mentions.indices.contains(Int(group.owner)), analysis.mentions[Int(group.owner)].kind == .pronoun
    else { return }
    var end = group.first + 1
    while end < group.headFirst, analysis.tokens[end].shape.isDisjoint(with: .mark) || analysis.tokens[end].word == 45 {
      let name = analysis.names.indices.contains(group.names.lowerBound) ? group.names : 0..<0
      if name.contains(where: { analysis.names[$0].label == .title && analysis.names[$0].first == end }) { return }
      if name.contains(where: { analysis.names[$0].label == .person && analysis.names[$0].first == end }) { break }
      end += 1
    }
    guard end > group.first + 1 else { return }
    mentions[Int(group.referent)].append((DocumentBuilder.span(group.first..<end, analysis), .description))
  }

  /// Puts mentions into text order; of two on one span the first kind stays, for a name is no description.
  private mutating func sortMentions(of record: Int) {
    mentions[record].sort { $0.span != $1.span ? $0.span < $1.span : $0.kind.rawValue < $1.kind.rawValue }
    var kept: [(span: ByteSpan, kind: Kind)] = []
    kept.reserveCapacity(mentions[record].count)
    for mention in mentions[record] where kept.last?.span != mention.span { kept.append(mention) }
    mentions[record] = kept
  }

  /// Arguments that are no entity: pronouns, descriptions and plural groups.
  private mutating func addArguments(_ analysis: Analysis) {
    for relation in analysis.relations {
      for argument in relation.arguments where mentions.indices.contains(Int(argument.referent)) {
        let (span, kind) = DocumentReferents.mention(argument, analysis)
        let record = Int(argument.referent)
        if span.count > 0 { mentions[record].append((span, kind)) }
      }
    }
  }

  /// The span that an argument has as a mention of its referent: a description without its article, but `the two
  /// sides` whole, where each of them is meant.
  static func span(of argument: ArgumentRecord, _ analysis: Analysis) -> ByteSpan { mention(argument, analysis).span }

  private static func mention(_ argument: ArgumentRecord, _ analysis: Analysis) -> (span: ByteSpan, kind: Kind) {
    let tokens = argument.tokens
    let whole = DocumentBuilder.span(tokens, analysis)
    guard argument.referent >= 0, let group = group(of: tokens, analysis) else { return (whole, .description) }
    if group.kind == .pronoun { return (whole, .pronoun) }
    if group.referents.count > 1 { return (DocumentBuilder.span(group.first..<group.end, analysis), .description) }
    if group.kind == .title { return (whole, .title) }
    guard group.kind == .description, tokens.count > 1 else { return (whole, .description) }
    return (
      DocumentBuilder.span(start(of: group)..<max(tokens.upperBound, start(of: group) + 1), analysis), .description
    )
  }

  /// The noun group that an argument's tokens are, or are the head of.
  private static func group(of tokens: Range<Int>, _ analysis: Analysis) -> NounGroup? {
    var low = 0
    var high = analysis.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.mentions[middle].first <= tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: NounGroup?
    while low > 0, tokens.lowerBound - analysis.mentions[low - 1].first < 12 {
      low -= 1
      let group = analysis.mentions[low]
      if group.first == tokens.lowerBound, group.end == tokens.upperBound { return group }
      if group.headFirst == tokens.lowerBound, group.headEnd == tokens.upperBound { found = group }
    }
    return found
  }

  private static func start(of group: NounGroup) -> Int {
    let isArticle = group.determiner == .definite || group.determiner == .indefinite
    return isArticle && group.first < group.headFirst ? group.first + 1 : group.first
  }

  /// A description without its article; what a group means together keeps it (`the two sides`).
  static func span(of group: NounGroup, _ analysis: Analysis) -> ByteSpan {
    let first = start(of: group)
    return DocumentBuilder.span(first..<max(group.headEnd, first + 1), analysis)
  }

  /// The document's name for a referent record; nil for none and for records that are left out.
  func identifier(of record: Int32) -> String? {
    guard numbers.indices.contains(Int(record)), numbers[Int(record)] > 0 else { return nil }
    return NumberedIdentifier.referent(numbers[Int(record)])
  }

  /// The referents in order.
  func referents(_ analysis: Analysis) -> [Referent] {
    order.map { record in
      let found = analysis.referents[record]
      var referent = Referent(
        id: NumberedIdentifier.referent(numbers[record]),
        label: found.label == .title ? NameLabel.person.text : found.label.text,
        name: name(of: found, analysis), code: Lexicon.text(code: found.code))
      if found.gender == UInt8(ascii: "m") { referent.gender = "male" }
      if found.gender == UInt8(ascii: "f") { referent.gender = "female" }
      var next = found.firstOffice
      while next >= 0 {
        referent.offices.append(office(of: analysis.referentOffices[Int(next)], analysis))
        next = analysis.referentOffices[Int(next)].next
      }
      referent.mentions = mentions[record].map { Referent.Mention(span: $0.span, kind: "\($0.kind)") }
      return referent
    }
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
