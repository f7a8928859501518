/// Writes an `office` relation for each title whose holder and country or body its sentence names.
public struct OfficeStage: Stage {
  /// The name.
  public let name = "offices"
  /// Needs referents, and the relations because a post that an appointment gives is no office.
  public let requires: Set<Layer> = [.names, .referents, .relations]
  /// Adds relations.
  public let provides: Set<Layer> = [.relations]
  private let rule: Int
  /// For each relation rule whether it tells of an appointment.
  private let appointments: [Bool]
  private let holder, title, of, position: UInt16

  /// Makes the stage for a rule book; without a rule for `office` it does nothing.
  public init(rules: RuleBook) {
    let labels = rules.relations.rules.map(\.label)
    rule = labels.firstIndex(of: "office") ?? -1
    appointments = labels.map { $0 == "appoint" }
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
    var relation = 0
    for statement in analysis.offices where statement.isOffice && statement.of >= 0 {
      guard let holder = holderArgument(statement, analysis), let of = ofArgument(statement, analysis) else { continue }
      let title = analysis.names[statement.title]
      while sentence + 1 < analysis.sentences.count, analysis.sentences[sentence].end <= title.first { sentence += 1 }
      while relation < analysis.relations.count, analysis.relations[relation].sentence < sentence { relation += 1 }
      guard !isAppointed(title, sentence, from: relation, analysis) else { continue }
      var record = RelationRecord(rule: rule, trigger: title.first..<title.first, sentence: sentence)
      record.arguments = [holder, ArgumentRecord(role: self.title, tokens: title.first..<title.end), of]
      if statement.status != .current { record.attributes.status = statement.status.rawValue }
      found.append(record)
    }
    OfficeStage.merge(found, into: &analysis.relations)
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

  /// Whether an appointment in the sentence, whose relations begin at `first`, gives the post.
  private func isAppointed(_ title: Name, _ sentence: Int, from first: Int, _ analysis: borrowing Analysis) -> Bool {
    var index = first
    while index < analysis.relations.count, analysis.relations[index].sentence == sentence {
      if appointments[analysis.relations[index].rule] {
        for argument in analysis.relations[index].arguments where argument.role == position {
          if argument.tokens.overlaps(title.first..<title.end) { return true }
        }
      }
      index += 1
    }
    return false
  }

  /// Makes one list in text order of two, from the end, so that each relation moves once.
  private static func merge(_ found: [RelationRecord], into relations: inout [RelationRecord]) {
    var left = relations.count
    var right = found.count
    relations.append(contentsOf: found)
    while right > 0 {
      let end = left + right - 1
      if left > 0, relations[left - 1].trigger.lowerBound > found[right - 1].trigger.lowerBound {
        left -= 1
        relations.swapAt(left, end)
      } else {
        right -= 1
        relations[end] = found[right]
      }
    }
  }
}
