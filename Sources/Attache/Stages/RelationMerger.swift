/// Makes one relation of what a sentence states of one event by a verb and by a noun.
enum RelationMerger {
  /// The relations in text order; a relation whose arguments another of its rule has too is dropped.
  static func merge(_ found: [RelationRecord]) -> [RelationRecord] {
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

  private static func isSame(_ left: RelationRecord, _ right: RelationRecord) -> Bool {
    guard left.rule == right.rule else { return false }
    if left.trigger.overlaps(right.trigger) { return true }
    guard left.attributes.modality == right.attributes.modality else { return false }
    let (few, many) = left.arguments.count < right.arguments.count ? (left, right) : (right, left)
    return few.arguments.allSatisfy { argument in
      many.arguments.contains {
        $0.role == argument.role
          && ($0.tokens == argument.tokens || $0.referent >= 0 && $0.referent == argument.referent)
      }
    }
  }

  private static func joined(_ left: RelationRecord, _ right: RelationRecord) -> RelationRecord {
    let isLeftFuller = left.arguments.count >= right.arguments.count
    var kept = isLeftFuller ? left : right
    let other = isLeftFuller ? right : left
    if kept.attributes.date == nil { kept.attributes.date = other.attributes.date }
    if kept.attributes.place == nil { kept.attributes.place = other.attributes.place }
    if kept.attributes.topic == nil { kept.attributes.topic = other.attributes.topic }
    if kept.attributes.count == nil { kept.attributes.count = other.attributes.count }
    return kept
  }
}
