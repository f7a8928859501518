/// Writes what coreference found into the analysis: referents in order of first mention, names and groups with theirs.
enum ReferentWriter {
  static func write(_ discourse: inout ReferentDiscourse, _ analysis: inout Analysis) {
    discourse.memory.numbers.refill(-1, count: discourse.memory.space.count)
    analysis.referents.clear()
    analysis.groupReferents.clear()
    analysis.referentOffices.clear()
    for index in analysis.names.indices {
      let root = discourse.memory.space.root(Int32(truncatingIfNeeded: index))
      analysis.names[index].referent = number(of: root, nil, &discourse, &analysis)
    }
    for index in analysis.mentions.indices {
      let meaning = discourse.memory.meanings[index]
      if meaning.count > 1 {
        let first = analysis.groupReferents.count
        for member in meaning.first..<(meaning.first + meaning.count) {
          let root = discourse.memory.space.root(discourse.memory.meant[Int(member)])
          let referent = number(of: root, nil, &discourse, &analysis)
          analysis.groupReferents.append(referent)
        }
        analysis.mentions[index].setReferents(first..<analysis.groupReferents.count)
        analysis.mentions[index].referent = analysis.groupReferents[first]
        continue
      }
      let root =
        meaning.count == 1
        ? discourse.memory.space.root(discourse.memory.meant[Int(meaning.first)]) : discourse.root(of: index, analysis)
      guard discourse.memory.numbers[Int(root)] >= 0 || !isThing(index, analysis) else { continue }
      analysis.mentions[index].referent = number(of: root, index, &discourse, &analysis)
    }
    writeOffices(&discourse, &analysis)
  }

  /// Whether a group means no person, state or body: `the decision`, `what he said`; it has no referent of its own.
  private static func isThing(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    switch analysis.mentions[index].category {
    case .person, .state, .organization, .group: return false
    case .place: return analysis.mentions[index].kind == .description && analysis.mentions[index].location < 0
    case .document, .event, .other: return true
    }
  }

  /// The number of a set's referent, which is made where there is none; `mention` is the noun group that asks.
  private static func number(
    of root: Int32, _ mention: Int?, _ discourse: inout ReferentDiscourse, _ analysis: inout Analysis
  ) -> Int32 {
    let known = discourse.memory.numbers[Int(root)]
    if known >= 0 {
      if let mention { widen(Int(known), mention, &analysis) }
      return known
    }
    let facts = discourse.memory.space.facts[Int(root)]
    var record = ReferentRecord(label: facts.label, nameFirst: Int(facts.nameFirst), nameEnd: Int(facts.nameEnd))
    record.code = facts.code
    record.gender = facts.gender
    if facts.label == .nationality { record.label = .country }
    if facts.nameFirst == facts.nameEnd, let mention {
      (record.nameFirst, record.nameEnd) = (core(mention, analysis), analysis.mentions[mention].end)
      record.label = label(of: analysis.mentions[mention].category)
    }
    if record.label == .country, facts.label == .nationality {
      record.country = discourse.tables.seats.country(of: facts.code)
    }
    let number = Int32(truncatingIfNeeded: analysis.referents.count)
    discourse.memory.numbers[Int(root)] = number
    analysis.referents.append(record)
    return number
  }

  /// A title alone is named by its whole group: `Bahrain's Interior Minister`.
  @inline(__always)
  private static func widen(_ referent: Int, _ mention: Int, _ analysis: inout Analysis) {
    guard analysis.mentions[mention].kind == .title, analysis.referents[referent].label == .title else { return }
    let (first, end) = (core(mention, analysis), analysis.mentions[mention].end)
    if end - first > analysis.referents[referent].nameEnd - analysis.referents[referent].nameFirst {
      (analysis.referents[referent].nameFirst, analysis.referents[referent].nameEnd) = (first, end)
    }
  }

  /// The first token of a group without its article.
  private static func core(_ index: Int, _ analysis: borrowing Analysis) -> Int {
    let first = analysis.mentions[index].first
    let determiner = analysis.mentions[index].determiner
    let isArticle = determiner == .definite || determiner == .indefinite
    return isArticle && first < analysis.mentions[index].headFirst ? first + 1 : first
  }

  private static func label(of category: NounGroup.Category) -> NameLabel {
    switch category {
    case .person: .title
    case .state: .country
    case .place: .location
    case .organization, .group: .organization
    case .document, .event, .other: .title
    }
  }

  private static func writeOffices(_ discourse: inout ReferentDiscourse, _ analysis: inout Analysis) {
    for index in discourse.memory.space.offices.indices {
      let office = discourse.memory.space.offices[index]
      let holder = Int(discourse.memory.numbers[Int(discourse.memory.space.root(office.holder))])
      guard holder >= 0, office.title >= 0 else { continue }
      let title = analysis.names[Int(office.title)]
      var record = OfficeRecord(titleFirst: title.first, titleEnd: title.end)
      if office.of >= 0 { record.of = discourse.memory.numbers[Int(discourse.memory.space.root(office.of))] }
      record.status = office.status
      add(record, to: holder, &analysis)
    }
  }

  /// Adds an office to a referent's, unless they hold it.
  private static func add(_ record: OfficeRecord, to holder: Int, _ analysis: inout Analysis) {
    var (last, count): (Int32, Int) = (-1, 0)
    var at = analysis.referents[holder].firstOffice
    while at >= 0 {
      let other = analysis.referentOffices[Int(at)]
      if other.of == record.of || record.of < 0, isSame(other, record, analysis) { return }
      (last, at, count) = (at, other.next, count + 1)
    }
    guard count < mostOffices else { return }
    let number = Int32(truncatingIfNeeded: analysis.referentOffices.count)
    analysis.referentOffices.append(record)
    if last < 0 {
      analysis.referents[holder].firstOffice = number
    } else {
      analysis.referentOffices[Int(last)].next = number
    }
  }

  private static let mostOffices = 16

  private static func isSame(_ left: OfficeRecord, _ right: OfficeRecord, _ analysis: borrowing Analysis) -> Bool {
    let length = left.titleEnd - left.titleFirst
    guard length == right.titleEnd - right.titleFirst else { return false }
    for offset in 0..<length {
      let (a, b) = (left.titleFirst + offset, right.titleFirst + offset)
      if analysis.tokens[a].hash != analysis.tokens[b].hash { return false }
    }
    return true
  }
}
