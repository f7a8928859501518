import Attache

/// How far one relation of the system answers one of the gold with the same label.
struct RelationComparison {
  /// Index of the system's argument for each gold argument, -1 for none.
  var partners: [Int]
  /// How far each gold argument's partner is right.
  var levels: [Levels] = []
  var strict = false
  var boundary = false
  var relaxed = false
  var resolved = false
  var full = false
  var weight = 0

  /// How far one argument of the same role is right.
  struct Levels {
    /// Exact span and equal entity label.
    var strict = false
    /// Exact span.
    var boundary = false
    /// Overlapping span.
    var relaxed = false
    /// The same referent, or overlapping text.
    var resolved = false

    var weight: Int { (resolved ? 1 << 30 : 0) + (strict ? 1 << 20 : 0) + (boundary ? 1 << 10 : 0) + (relaxed ? 1 : 0) }
  }

  init(
    _ gold: PreparedRelations.Item, _ system: PreparedRelations.Item, goldDocument: Document,
    systemDocument: Document, referents: inout ReferentMatcher, assignment: inout Assignment
  ) {
    let columns = system.arguments.count
    var table: [Levels] = []
    table.reserveCapacity(gold.arguments.count * columns)
    for argument in gold.arguments {
      for answer in system.arguments {
        table.append(
          RelationComparison.levels(
            argument, answer, goldDocument: goldDocument, systemDocument: systemDocument, referents: &referents))
      }
    }
    partners = assignment.solve(rows: gold.arguments.count, columns: columns, weights: table.map(\.weight))
    var isResolved = true
    var answered = [Bool](repeating: false, count: columns)
    for (row, column) in partners.enumerated() {
      let level = column >= 0 ? table[row * columns + column] : Levels()
      levels.append(level)
      if level.resolved {
        answered[column] = true
      } else if !gold.arguments[row].isText || gold.label == "office" {
        isResolved = false
      }
    }
    for (column, answer) in system.arguments.enumerated() where !answered[column] && !answer.isTextRole {
      // A referent given where the gold has a stretch of text for the same role is no extra participant.
      let inText = gold.arguments.contains { $0.isText && $0.role == answer.role && $0.span.overlaps(answer.span) }
      if !inText { isResolved = false }
    }
    let sameNumber = gold.arguments.count == columns
    strict = sameNumber && levels.allSatisfy(\.strict)
    boundary = sameNumber && levels.allSatisfy(\.boundary)
    relaxed = sameNumber && levels.allSatisfy(\.relaxed)
    resolved = isResolved
    full =
      isResolved && gold.attributes.polarity == system.attributes.polarity
      && gold.attributes.modality == system.attributes.modality && gold.attributes.count == system.attributes.count
    weight = weight(gold.trigger, system.trigger)
  }

  /// What is wrong with the answer, in words; text-valued arguments, which may differ, are left out.
  func problems(_ gold: PreparedRelations.Item, _ system: PreparedRelations.Item) -> [String] {
    var missing: [String] = []
    var extra: [String] = []
    for (row, level) in levels.enumerated() where !level.resolved {
      if !gold.arguments[row].isText || gold.label == "office" { missing.append(gold.arguments[row].role) }
    }
    let answered = Set(zip(partners, levels).filter { $0.1.resolved }.map(\.0))
    for (column, answer) in system.arguments.enumerated() where !answered.contains(column) && !answer.isTextRole {
      extra.append(answer.role)
    }
    var problems: [String] = []
    for role in missing {
      if let place = extra.firstIndex(of: role) {
        extra.remove(at: place)
        problems.append("wrong \(role)")
      } else {
        problems.append("missing \(role)")
      }
    }
    problems += extra.map { "extra \($0)" }
    if gold.attributes.polarity != system.attributes.polarity { problems.append("polarity") }
    if gold.attributes.modality != system.attributes.modality { problems.append("modality") }
    if gold.attributes.count != system.attributes.count { problems.append("count") }
    return problems
  }

  /// Prefers pairs that are right at more levels, then those with more right arguments and the nearer trigger.
  private func weight(_ gold: ByteSpan?, _ system: ByteSpan?) -> Int {
    var weight = 1
    if let gold, let system { weight += gold == system ? 1 << 9 : gold.overlaps(system) ? 1 << 8 : 0 }
    weight += min(levels.count { $0.relaxed }, 63) << 10
    weight += min(levels.count { $0.resolved }, 63) << 18
    if strict { weight += 1 << 28 }
    if resolved { weight += 1 << 36 }
    if full { weight += 1 << 44 }
    return weight
  }

  private static func levels(
    _ gold: PreparedRelations.Argument, _ system: PreparedRelations.Argument, goldDocument: Document,
    systemDocument: Document, referents: inout ReferentMatcher
  ) -> Levels {
    var levels = Levels()
    guard gold.role == system.role else { return levels }
    levels.relaxed = gold.span.overlaps(system.span) || gold.span == system.span
    levels.boundary = gold.span == system.span
    levels.strict = levels.boundary && gold.entity == system.entity
    if gold.isText || gold.referent < 0 && system.referent < 0 {
      levels.resolved = levels.relaxed
    } else if gold.referent >= 0 && system.referent >= 0 {
      levels.resolved = referents.same(gold.referent, system.referent)
    } else if gold.referent >= 0 {
      levels.resolved = levels.relaxed || referents.goldNames(gold.referent, systemDocument.string(system.span))
    } else {
      levels.resolved = levels.relaxed || referents.systemNames(system.referent, goldDocument.string(gold.span))
    }
    return levels
  }
}
