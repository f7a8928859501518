import Attache

/// Scores the baseline beside the system and notes where they differ.
struct BaselineScorer {
  private var filter = LabelFilter(side: .system)
  private var spans = SpanList()
  private var relations = RelationScorer()
  private var entityHits: [HitCount] = []
  private var relationHits: [HitCount] = []
  private var changes: [Comparison.Change] = []

  /// Right and wrong answers of one run on one document.
  private struct Verdict {
    var right: Set<Int> = []
    var wrong: [SpanList.Item] = []
    var pieces: [[ByteSpan]] = []
    var hits = HitCount()

    init(gold: SpanList, system: SpanList) {
      pieces = system.pieces
      var left = 0
      for item in system.items {
        while left < gold.items.count && SpanList.order(gold.items[left], gold.pieces, item, system.pieces) < 0 {
          left += 1
        }
        if left < gold.items.count && SpanList.order(gold.items[left], gold.pieces, item, system.pieces) == 0 {
          right.insert(left)
        } else {
          wrong.append(item)
        }
      }
      hits = HitCount(correct: right.count, possible: gold.items.count, actual: system.items.count)
    }

    func hasWrong(_ item: SpanList.Item, _ itemPieces: [[ByteSpan]]) -> Bool {
      var low = 0
      var high = wrong.count
      while low < high {
        let middle = (low + high) / 2
        if SpanList.order(wrong[middle], pieces, item, itemPieces) < 0 { low = middle + 1 } else { high = middle }
      }
      return low < wrong.count && SpanList.order(wrong[low], pieces, item, itemPieces) == 0
    }
  }

  /// Compares one document; `outcome` is what became of the system's relations.
  mutating func add(
    _ baseline: Document, gold: SpanList, system: SpanList, goldDocument: Document, systemDocument: Document,
    ignored: [ByteSpan], outcome: RelationScorer.Outcome, options: EvaluationOptions, labels: inout LabelTable
  ) {
    spans.read(baseline, filter: &filter, options: options, table: &labels)
    spans.remove(overlapping: ignored)
    let before = Verdict(gold: gold, system: spans)
    let after = Verdict(gold: gold, system: system)
    entityHits.append(before.hits)
    let earlier = relations.add(gold: goldDocument, system: baseline, options: options)
    relationHits.append(earlier.resolved)
    var places: TextPlaces?
    func note(_ kind: Comparison.Change.Kind, _ item: SpanList.Item) {
      let span = ByteSpan(Int(item.start), Int(item.end))
      note(kind, labels[item.label], span, nil, false)
    }
    func note(_ kind: Comparison.Change.Kind, _ label: String, _ span: ByteSpan, _ text: String?, _ isRelation: Bool) {
      let texts = places ?? TextPlaces(goldDocument.text)
      places = texts
      changes.append(
        Comparison.Change(
          kind: kind, isRelation: isRelation, document: goldDocument.id, label: label,
          start: texts.codePoint(span.start), end: texts.codePoint(span.end), text: text ?? texts.string(span)))
    }
    for index in gold.items.indices where before.right.contains(index) != after.right.contains(index) {
      note(after.right.contains(index) ? .found : .lost, gold.items[index])
    }
    for item in before.wrong where !after.hasWrong(item, before.pieces) { note(.removed, item) }
    for item in after.wrong where !before.hasWrong(item, after.pieces) { note(.added, item) }
    for row in outcome.gold.indices where earlier.isRight(row) != outcome.isRight(row) {
      let relation = outcome.gold[row]
      note(
        outcome.isRight(row) ? .found : .lost, relation.label, relation.extent,
        RelationText.describe(relation, goldDocument), true)
    }
    let wrongBefore = earlier.wrong(baseline)
    let wrongAfter = outcome.wrong(systemDocument)
    for (text, relation) in wrongBefore.sorted(by: { $0.key < $1.key }) where wrongAfter[text] == nil {
      note(.removed, relation.label, relation.extent, text, true)
    }
    for (text, relation) in wrongAfter.sorted(by: { $0.key < $1.key }) where wrongBefore[text] == nil {
      note(.added, relation.label, relation.extent, text, true)
    }
  }

  /// The comparison with the system's counts of the same documents.
  func comparison(documents: [DocumentScore], rounds: Int, seed: UInt64) -> Comparison {
    var comparison = Comparison()
    comparison.rounds = rounds
    comparison.changes = changes
    comparison.differences = [
      BaselineScorer.difference("entities.exact", entityHits, documents.map(\.entities), rounds, seed),
      BaselineScorer.difference("relations.resolved", relationHits, documents.map(\.relations), rounds, seed),
    ]
    return comparison
  }

  private static func difference(
    _ figure: String, _ before: [HitCount], _ after: [HitCount], _ rounds: Int, _ seed: UInt64
  ) -> Comparison.Difference {
    var difference = Comparison.Difference(figure: figure)
    for hits in before { difference.before += hits }
    for hits in after { difference.after += hits }
    difference.pValue = PairedRandomisation.pValue(before, after, rounds: rounds, seed: seed)
    return difference
  }
}

extension RelationScorer.Outcome {
  func isRight(_ row: Int) -> Bool { row < comparisons.count && comparisons[row]?.resolved == true }

  /// The answers that are not right, by what they say.
  func wrong(_ document: Document) -> [String: PreparedRelations.Item] {
    var right: Set<Int> = []
    for (row, column) in partners.enumerated() where isRight(row) { right.insert(column) }
    var result: [String: PreparedRelations.Item] = [:]
    for (column, relation) in system.enumerated() where !right.contains(column) {
      result[RelationText.describe(relation, document)] = relation
    }
    return result
  }
}
