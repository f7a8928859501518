/// Writes an `office` relation for each title whose holder and country or body its sentence names.
public struct OfficeStage: Stage {
  /// The name.
  public let name = "offices"
  /// Needs referents, and the relations because a post that an appointment gives is no office.
  public let requires: Set<Layer> = [.names, .referents, .relations]
  /// Adds relations.
  public let provides: Set<Layer> = [.relations]
  private let rule: Int
  private let appointments: Set<Int>
  private let holder, title, of, position: UInt16

  /// Makes the stage for a rule book; without a rule for `office` it does nothing.
  public init(rules: RuleBook) {
    let labels = rules.relations.rules.map(\.label)
    rule = labels.firstIndex(of: "office") ?? -1
    appointments = Set(labels.indices.filter { labels[$0] == "appoint" })
    let role = { (name: String) in UInt16(truncatingIfNeeded: rules.roles.firstIndex(of: name) ?? Int(UInt16.max)) }
    holder = role("holder")
    title = role("title")
    of = role("of")
    position = role("position")
  }

  /// Adds the offices of all sentences, in text order with the other relations.
  public func run(_ analysis: inout Analysis) {
    guard rule >= 0, !analysis.offices.isEmpty else { return }
    var found: [RelationRecord] = []
    var sentence = 0
    for statement in analysis.offices where statement.isOffice && statement.of >= 0 {
      let title = analysis.names[statement.title]
      while sentence + 1 < analysis.sentences.count, analysis.sentences[sentence].end <= title.first { sentence += 1 }
      guard let holder = holderArgument(statement, analysis), let of = ofArgument(statement, analysis),
        !isAppointment(title, sentence, analysis)
      else { continue }
      var record = RelationRecord(rule: rule, trigger: title.first..<title.first, sentence: sentence)
      record.arguments = [holder, ArgumentRecord(role: self.title, tokens: title.first..<title.end), of]
      if statement.status != .current { record.attributes.status = statement.status.rawValue }
      found.append(record)
    }
    guard !found.isEmpty else { return }
    analysis.relations = OfficeStage.merged(analysis.relations, found)
  }

  private func holderArgument(_ statement: OfficeStatement, _ analysis: borrowing Analysis) -> ArgumentRecord? {
    if statement.holder >= 0 {
      let name = analysis.names[statement.holder]
      return ArgumentRecord(role: holder, tokens: name.first..<name.end, referent: name.referent)
    }
    guard statement.holderGroup >= 0 else { return nil }
    let group = analysis.mentions[statement.holderGroup]
    return ArgumentRecord(role: holder, tokens: group.headFirst..<group.headEnd, referent: group.referent)
  }

  /// The country or body; nil for a city that isn't its government.
  private func ofArgument(_ statement: OfficeStatement, _ analysis: borrowing Analysis) -> ArgumentRecord? {
    let name = analysis.names[statement.of]
    if name.label == .location {
      guard analysis.referents.indices.contains(Int(name.referent)), analysis.referents[Int(name.referent)].code != 0
      else { return nil }
    }
    return ArgumentRecord(role: of, tokens: name.first..<name.end, referent: name.referent)
  }

  /// Whether an appointment in the sentence gives the post.
  private func isAppointment(_ title: Name, _ sentence: Int, _ analysis: borrowing Analysis) -> Bool {
    for relation in analysis.relations where relation.sentence == sentence && appointments.contains(relation.rule) {
      for argument in relation.arguments where argument.role == position {
        if argument.tokens.overlaps(title.first..<title.end) { return true }
      }
    }
    return false
  }

  /// Two lists in text order as one.
  private static func merged(_ left: [RelationRecord], _ right: [RelationRecord]) -> [RelationRecord] {
    var all: [RelationRecord] = []
    all.reserveCapacity(left.count + right.count)
    var (a, b) = (0, 0)
    while a < left.count || b < right.count {
      let takesRight =
        b < right.count && (a == left.count || right[b].trigger.lowerBound < left[a].trigger.lowerBound)
      all.append(takesRight ? right[b] : left[a])
      if takesRight { b += 1 } else { a += 1 }
    }
    return all
  }
}
