import Attache

/// Adds up relation counts document by document.
struct RelationScorer {
  private var labels: [String: RelationCounts] = [:]
  private var roles: [String: ArgumentCounts] = [:]
  private var attributes: [String: AttributeCounts] = [:]
  private var goldDuplicates = 0
  private var systemDuplicates = 0
  private var assignment = Assignment()

  /// What became of one document's relations.
  struct Outcome {
    var gold: [PreparedRelations.Item] = []
    var system: [PreparedRelations.Item] = []
    /// Index into `system` for each gold relation, -1 for none.
    var partners: [Int] = []
    /// How each pair compares, in the order of `gold`.
    var comparisons: [RelationComparison?] = []
    /// Relations that are right at these levels.
    var resolved = HitCount()
    var full = HitCount()
  }

  mutating func add(gold goldDocument: Document, system systemDocument: Document, options: EvaluationOptions)
    -> Outcome
  {
    guard !goldDocument.relations.isEmpty || !systemDocument.relations.isEmpty else { return Outcome() }
    let gold = PreparedRelations(goldDocument, side: .gold, options: options)
    let system = PreparedRelations(systemDocument, side: .system, options: options)
    goldDuplicates += gold.duplicates
    systemDuplicates += system.duplicates
    var outcome = Outcome(gold: gold.items, system: system.items)
    outcome.partners = [Int](repeating: -1, count: gold.items.count)
    outcome.comparisons = [RelationComparison?](repeating: nil, count: gold.items.count)
    var referents = ReferentMatcher(gold: goldDocument, system: systemDocument)
    for group in RelationScorer.groups(gold.items, system.items) {
      align(group, &outcome, goldDocument, systemDocument, &referents)
    }
    count(&outcome)
    return outcome
  }

  /// Rows and columns of one label; both lists are sorted by label.
  private static func groups(
    _ gold: [PreparedRelations.Item], _ system: [PreparedRelations.Item]
  ) -> [(rows: Range<Int>, columns: Range<Int>)] {
    var result: [(rows: Range<Int>, columns: Range<Int>)] = []
    var left = 0
    var right = 0
    while left < gold.count && right < system.count {
      let label = min(gold[left].label, system[right].label)
      let rows = left..<(gold[left...].firstIndex { $0.label != label } ?? gold.count)
      let columns = right..<(system[right...].firstIndex { $0.label != label } ?? system.count)
      if !rows.isEmpty && !columns.isEmpty { result.append((rows, columns)) }
      left = rows.upperBound
      right = columns.upperBound
    }
    return result
  }

  /// Only relations whose extents overlap can be partners: an event must be found where the text states it.
  private mutating func align(
    _ group: (rows: Range<Int>, columns: Range<Int>), _ outcome: inout Outcome, _ goldDocument: Document,
    _ systemDocument: Document, _ referents: inout ReferentMatcher
  ) {
    var weights = [Int](repeating: 0, count: group.rows.count * group.columns.count)
    var comparisons: [Int: RelationComparison] = [:]
    for row in group.rows {
      for column in group.columns {
        let gold = outcome.gold[row]
        let system = outcome.system[column]
        guard gold.extent.overlaps(system.extent) || gold.extent == system.extent else { continue }
        let comparison = RelationComparison(
          gold, system, goldDocument: goldDocument, systemDocument: systemDocument, referents: &referents,
          assignment: &assignment)
        let place = (row - group.rows.lowerBound) * group.columns.count + column - group.columns.lowerBound
        weights[place] = comparison.weight
        comparisons[place] = comparison
      }
    }
    let columns = assignment.solve(rows: group.rows.count, columns: group.columns.count, weights: weights)
    for (row, column) in columns.enumerated() where column >= 0 {
      outcome.partners[group.rows.lowerBound + row] = group.columns.lowerBound + column
      outcome.comparisons[group.rows.lowerBound + row] = comparisons[row * group.columns.count + column]
    }
  }

  private mutating func count(_ outcome: inout Outcome) {
    for relation in outcome.system {
      RelationScorer.everyLevel(&labels[relation.label, default: RelationCounts()]) { $0.actual += 1 }
      for argument in relation.arguments {
        RelationScorer.everyLevel(&roles[argument.role, default: ArgumentCounts()]) { $0.actual += 1 }
      }
    }
    for (row, relation) in outcome.gold.enumerated() {
      RelationScorer.everyLevel(&labels[relation.label, default: RelationCounts()]) { $0.possible += 1 }
      for argument in relation.arguments {
        RelationScorer.everyLevel(&roles[argument.role, default: ArgumentCounts()]) { $0.possible += 1 }
      }
      guard let comparison = outcome.comparisons[row] else { continue }
      let answer = outcome.system[outcome.partners[row]]
      countPair(relation, answer, comparison)
      if comparison.resolved { outcome.resolved.correct += 1 }
      if comparison.full { outcome.full.correct += 1 }
    }
    outcome.resolved.possible = outcome.gold.count
    outcome.resolved.actual = outcome.system.count
    outcome.full.possible = outcome.gold.count
    outcome.full.actual = outcome.system.count
  }

  private mutating func countPair(
    _ gold: PreparedRelations.Item, _ system: PreparedRelations.Item, _ comparison: RelationComparison
  ) {
    var counts = labels[gold.label, default: RelationCounts()]
    counts.label.correct += 1
    if comparison.relaxed { counts.relaxed.correct += 1 }
    if comparison.boundary { counts.boundary.correct += 1 }
    if comparison.strict { counts.strict.correct += 1 }
    if comparison.resolved { counts.resolved.correct += 1 }
    if comparison.full { counts.full.correct += 1 }
    if gold.trigger != nil { counts.triggers.possible += 1 }
    if system.trigger != nil { counts.triggers.actual += 1 }
    if gold.trigger != nil && gold.trigger == system.trigger { counts.triggers.correct += 1 }
    labels[gold.label] = counts
    for (row, level) in comparison.levels.enumerated() { countArgument(gold.arguments[row].role, level) }
    countAttributes(gold.attributes, system.attributes)
  }

  private mutating func countArgument(_ role: String, _ level: RelationComparison.Levels) {
    var counts = roles[role, default: ArgumentCounts()]
    if level.strict { counts.strict.correct += 1 }
    if level.boundary { counts.boundary.correct += 1 }
    if level.relaxed { counts.relaxed.correct += 1 }
    if level.resolved { counts.resolved.correct += 1 }
    roles[role] = counts
  }

  private mutating func countAttributes(_ gold: Relation.Attributes, _ system: Relation.Attributes) {
    countChoice("polarity", gold.polarity, system.polarity, usual: .affirmed)
    countChoice("modality", gold.modality, system.modality, usual: .actual)
    countValue("count", gold.count, system.count) { $0 == $1 }
    countValue("date", gold.date, system.date) { $0.overlaps($1) }
    countValue("place", gold.place, system.place) { $0.overlaps($1) }
    countValue("topic", gold.topic, system.topic) { $0.overlaps($1) }
    countValue("attribution", gold.attribution, system.attribution) { $0.overlaps($1) }
    countValue("status", gold.status, system.status) { $0 == $1 }
  }

  private mutating func countChoice<Choice: Equatable>(_ name: String, _ gold: Choice, _ system: Choice, usual: Choice)
  {
    countMarks(name, gold == usual ? nil : gold, system == usual ? nil : system) { $0 == $1 }
    attributes[name, default: AttributeCounts()].pairs += 1
    if gold == system { attributes[name, default: AttributeCounts()].agreeing += 1 }
  }

  private mutating func countValue<Value>(
    _ name: String, _ gold: Value?, _ system: Value?, agree: (Value, Value) -> Bool
  ) {
    guard gold != nil || system != nil else { return }
    let agreed = countMarks(name, gold, system, agree: agree)
    attributes[name, default: AttributeCounts()].pairs += 1
    if agreed { attributes[name, default: AttributeCounts()].agreeing += 1 }
  }

  @discardableResult
  private mutating func countMarks<Value>(
    _ name: String, _ gold: Value?, _ system: Value?, agree: (Value, Value) -> Bool
  ) -> Bool {
    var marked = attributes[name, default: AttributeCounts()].marked
    if gold != nil { marked.possible += 1 }
    if system != nil { marked.actual += 1 }
    var agreed = false
    if let gold, let system { agreed = agree(gold, system) }
    if agreed { marked.correct += 1 }
    attributes[name, default: AttributeCounts()].marked = marked
    return agreed
  }

  private static func everyLevel(_ counts: inout RelationCounts, _ change: (inout HitCount) -> Void) {
    change(&counts.label)
    change(&counts.relaxed)
    change(&counts.boundary)
    change(&counts.strict)
    change(&counts.resolved)
    change(&counts.full)
  }

  private static func everyLevel(_ counts: inout ArgumentCounts, _ change: (inout HitCount) -> Void) {
    change(&counts.strict)
    change(&counts.boundary)
    change(&counts.relaxed)
    change(&counts.resolved)
  }

  /// The scores of all documents so far.
  func scores() -> RelationScores {
    var scores = RelationScores()
    for (label, counts) in labels.sorted(by: { $0.key < $1.key }) {
      scores.rows.append(RelationScores.Row(label: label, counts: counts))
      scores.total += counts
    }
    for (role, counts) in roles.sorted(by: { $0.key < $1.key }) {
      scores.roles.append(RelationScores.RoleRow(role: role, counts: counts))
      scores.arguments += counts
    }
    for name in ["polarity", "modality", "count", "date", "place", "topic", "attribution", "status"] {
      scores.attributes.append(
        RelationScores.AttributeRow(name: name, counts: attributes[name, default: AttributeCounts()]))
    }
    scores.goldDuplicates = goldDuplicates
    scores.systemDuplicates = systemDuplicates
    return scores
  }
}
