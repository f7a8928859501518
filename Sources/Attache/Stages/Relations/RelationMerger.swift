/// Makes one relation of what a sentence states of one event by a verb and by a noun.
struct RelationMerger: Sendable {
  let rules: RelationRules

  /// The relations in text order; a relation whose arguments another of its rule has too is dropped.
  func merge(_ found: [RelationRecord]) -> [RelationRecord] {
    guard found.count > 1 else { return found }
    var kept: [RelationRecord] = []
    for record in found {
      if let known = kept.firstIndex(where: { isSame($0, record) }) {
        kept[known] = joined(kept[known], record)
      } else {
        kept.append(record)
      }
    }
    return kept.enumerated().sorted {
      $0.element.trigger.lowerBound != $1.element.trigger.lowerBound
        ? $0.element.trigger.lowerBound < $1.element.trigger.lowerBound : $0.offset < $1.offset
    }.map(\.element)
  }

  private func isSame(_ left: RelationRecord, _ right: RelationRecord) -> Bool {
    let (one, other) = (rules.rules[left.rule].label, rules.rules[right.rule].label)
    guard one == other || isPartOf(one, other) else { return false }
    if left.trigger.overlaps(right.trigger), left.rule != right.rule || left.trigger != right.trigger { return true }
    guard left.attributes.modality == right.attributes.modality,
      left.attributes.polarity == right.attributes.polarity
    else { return false }
    let (few, many) = left.arguments.count < right.arguments.count ? (left, right) : (right, left)
    return few.arguments.allSatisfy { argument in
      many.arguments.contains {
        $0.role == argument.role
          && ($0.tokens == argument.tokens || $0.referent >= 0 && $0.referent == argument.referent)
      }
    }
  }

  /// What is discussed in a call is no meeting of its own.
  private func isPartOf(_ one: String, _ other: String) -> Bool {
    one == "call" && other == "meet" || one == "meet" && other == "call"
  }

  private func joined(_ left: RelationRecord, _ right: RelationRecord) -> RelationRecord {
    var isLeftFuller = left.arguments.count >= right.arguments.count
    if rules.rules[left.rule].label != rules.rules[right.rule].label {
      isLeftFuller = rules.rules[left.rule].label == "call"
    }
    var kept = isLeftFuller ? left : right
    let other = isLeftFuller ? right : left
    if kept.attributes.date == nil { kept.attributes.date = other.attributes.date }
    if kept.attributes.place == nil { kept.attributes.place = other.attributes.place }
    if kept.attributes.topic == nil { kept.attributes.topic = other.attributes.topic }
    if kept.attributes.count == nil { kept.attributes.count = other.attributes.count }
    return kept
  }
}
