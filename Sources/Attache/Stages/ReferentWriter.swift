/// Writes what coreference found into the analysis: referents in order of first mention, names and groups with theirs.
enum ReferentWriter {
  static func write(_ discourse: inout ReferentDiscourse, _ analysis: inout Analysis) {
    var numbers = [Int32](repeating: -1, count: discourse.space.count)
    analysis.referents.removeAll(keepingCapacity: true)
    analysis.groupReferents.removeAll(keepingCapacity: true)
    for index in analysis.names.indices {
      let root = discourse.space.root(Int32(truncatingIfNeeded: index))
      analysis.names[index].referent = number(of: root, &numbers, &discourse, &analysis)
    }
    for index in analysis.mentions.indices {
      let group = analysis.mentions[index]
      if let members = discourse.members(of: index), members.count > 1 {
        let first = analysis.groupReferents.count
        for member in members {
          let referent = number(of: discourse.space.root(member), &numbers, &discourse, &analysis)
          analysis.groupReferents.append(referent)
        }
        analysis.mentions[index].setReferents(first..<analysis.groupReferents.count)
        analysis.mentions[index].referent = analysis.groupReferents[first]
        continue
      }
      let root = discourse.space.root(discourse.standing(of: index) ?? discourse.space.node(index, group))
      guard numbers[Int(root)] >= 0 || isThing(group, analysis) == false else { continue }
      analysis.mentions[index].referent = number(of: root, &numbers, &discourse, &analysis, group: group)
    }
    writeOffices(numbers, &discourse, &analysis)
  }

  /// Whether a group means no person, state or body: `the decision`, `what he said`; it has no referent of its own.
  private static func isThing(_ group: NounGroup, _ analysis: Analysis) -> Bool {
    switch group.category {
    case .person, .state, .organization, .group: return false
    case .place: return group.kind == .description && group.location < 0
    case .document, .event, .other: return true
    }
  }

  private static func number(
    of root: Int32, _ numbers: inout [Int32], _ discourse: inout ReferentDiscourse, _ analysis: inout Analysis,
    group: NounGroup? = nil
  ) -> Int32 {
    if numbers[Int(root)] >= 0 {
      let known = Int(numbers[Int(root)])
      // A title alone is named by its whole group: `Bahrain's Interior Minister`.
      if let group, analysis.referents[known].label == .title, group.kind == .title {
        let first = core(group, analysis)
        if group.end - first > analysis.referents[known].nameEnd - analysis.referents[known].nameFirst {
          (analysis.referents[known].nameFirst, analysis.referents[known].nameEnd) = (first, group.end)
        }
      }
      return numbers[Int(root)]
    }
    let facts = discourse.space.facts[Int(root)]
    var record = ReferentRecord(label: facts.label, nameFirst: facts.name.lowerBound, nameEnd: facts.name.upperBound)
    record.code = facts.code
    record.gender = facts.gender
    if facts.label == .nationality { record.label = .country }
    if facts.name.isEmpty, let group {
      (record.nameFirst, record.nameEnd) = (core(group, analysis), group.end)
      record.label = label(of: group)
    }
    if record.label == .country, facts.label == .nationality {
      record.canonicalName = discourse.seats.name(of: facts.code)
    }
    numbers[Int(root)] = Int32(truncatingIfNeeded: analysis.referents.count)
    analysis.referents.append(record)
    return numbers[Int(root)]
  }

  /// The first token of a group without its article.
  private static func core(_ group: NounGroup, _ analysis: Analysis) -> Int {
    let isArticle = group.determiner == .definite || group.determiner == .indefinite
    return isArticle && group.first < group.headFirst ? group.first + 1 : group.first
  }

  private static func label(of group: NounGroup) -> NameLabel {
    switch group.category {
    case .person: .title
    case .state: .country
    case .place: .location
    case .organization, .group: .organization
    case .document, .event, .other: .title
    }
  }

  private static func writeOffices(
    _ numbers: [Int32], _ discourse: inout ReferentDiscourse, _ analysis: inout Analysis
  ) {
    for office in discourse.space.offices {
      let holder = numbers[Int(discourse.space.root(office.holder))]
      guard holder >= 0, office.title >= 0 else { continue }
      let title = analysis.names[Int(office.title)]
      var record = OfficeRecord(titleFirst: title.first, titleEnd: title.end)
      if office.of >= 0 { record.of = numbers[Int(discourse.space.root(office.of))] }
      record.status = office.status
      let isKnown = analysis.referents[Int(holder)].offices.contains { other in
        other.of == record.of && isSame(other, record, analysis) || record.of < 0 && isSame(other, record, analysis)
      }
      if !isKnown, analysis.referents[Int(holder)].offices.count < 16 {
        analysis.referents[Int(holder)].offices.append(record)
      }
    }
  }

  private static func isSame(_ left: OfficeRecord, _ right: OfficeRecord, _ analysis: Analysis) -> Bool {
    let (a, b) = (left.titleFirst..<left.titleEnd, right.titleFirst..<right.titleEnd)
    guard a.count == b.count else { return false }
    return zip(a, b).allSatisfy { analysis.tokens[$0].hash == analysis.tokens[$1].hash }
  }
}
