import Attache

/// Collects mistakes, what each source did, and what could be edited, document by document.
struct Diagnosis {
  private(set) var mistakes: [Mistake] = []
  private var counts: [Mistake.Cause: Int] = [:]
  private(set) var sources = SourceLedger()
  private(set) var edits = EditLedger()
  /// Mistakes kept for which only the end tells whether the words are found elsewhere.
  private var undecided: [(mistake: Int?, key: UInt64)] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// A mistake before its place is turned into words.
  struct Finding {
    var cause: Mistake.Cause
    var gold: (label: String, span: ByteSpan, text: String?)?
    var system: (label: String, span: ByteSpan, text: String?, source: Source?)?
    /// What exactly is wrong with a relation.
    var problems: [String] = []
    /// Identifies the gold's words with their label.
    var key: UInt64 = 0
    /// Identifies the answer's words with its label.
    var systemKey: UInt64 = 0
  }

  /// Explains the entities of one document from their alignment.
  mutating func add(
    gold: SpanList, system: SpanList, scorer: EntityScorer, labels: LabelTable, goldDocument: Document,
    systemDocument: Document
  ) {
    var places: TextPlaces?
    for (index, answer) in system.items.enumerated() {
      let partner = Int(scorer.aligner.partnerOfSystem[index])
      let isRight = partner >= 0 && Diagnosis.isExact(gold, partner, system, index)
      let source = systemDocument.entities[Int(answer.entity)].source
      if let source { sources.count(source, isRelation: false, isRight: isRight) }
      if isRight {
        edits.countRight(Diagnosis.key(answer, goldDocument.text))
      } else if partner < 0 {
        let onGold = gold.firstOverlap(of: answer)
        let isPart = onGold.map { gold.items[$0].label == answer.label } ?? false
        let finding = Finding(
          cause: isPart ? .notMerged : .spurious, gold: nil,
          system: (labels[answer.label], ByteSpan(Int(answer.start), Int(answer.end)), nil, source))
        record(finding, goldDocument, &places)
      }
    }
    for (index, item) in gold.items.enumerated() {
      let partner = Int(scorer.aligner.partnerOfGold[index])
      if partner >= 0 && Diagnosis.isExact(gold, index, system, partner) { continue }
      let other = partner >= 0 ? partner : system.firstOverlap(of: item)
      var finding = Finding(
        cause: cause(index, partner, other, gold, system, scorer),
        gold: (labels[item.label], ByteSpan(Int(item.start), Int(item.end)), nil), system: nil)
      if let other {
        let answer = system.items[other]
        finding.system = (
          labels[answer.label], ByteSpan(Int(answer.start), Int(answer.end)), nil,
          systemDocument.entities[Int(answer.entity)].source
        )
      }
      if let other { finding.systemKey = Diagnosis.key(system.items[other], goldDocument.text) }
      finding.key = Diagnosis.key(item, goldDocument.text)
      let kept = record(finding, goldDocument, &places)
      if finding.cause == .noEntry { undecided.append((kept, finding.key)) }
    }
  }

  private func cause(
    _ index: Int, _ partner: Int, _ other: Int?, _ gold: SpanList, _ system: SpanList, _ scorer: EntityScorer
  ) -> Mistake.Cause {
    guard let other else { return .noEntry }
    let item = gold.items[index]
    let answer = system.items[other]
    guard partner >= 0 else { return item.label == answer.label ? .overMerged : .shadowed }
    if SpanList.sameSpan(item, gold.pieces, answer, system.pieces) { return .wrongSense }
    if item.label != answer.label { return .shadowed }
    switch scorer.kind(index, gold, partner, system) {
    case .tooLong: return .tooLong
    case .tooShort: return .tooShort
    case .shifted: return .shifted
    case .split: return .notMerged
    case .merged: return .overMerged
    }
  }

  private static func isExact(_ gold: SpanList, _ left: Int, _ system: SpanList, _ right: Int) -> Bool {
    gold.items[left].label == system.items[right].label
      && SpanList.sameSpan(gold.items[left], gold.pieces, system.items[right], system.pieces)
  }

  /// Identifies words with a label.
  private static func key(_ item: SpanList.Item, _ text: [UInt8]) -> UInt64 {
    let start = min(max(0, Int(item.start)), text.count)
    let end = min(max(start, Int(item.end)), text.count)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(UInt32(bitPattern: item.label))
    for index in start..<end { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    return hash
  }

  /// Explains the relations of one document.
  mutating func add(_ outcome: RelationScorer.Outcome, goldDocument: Document, systemDocument: Document) {
    var places: TextPlaces?
    var answered = [Bool](repeating: false, count: outcome.system.count)
    for (row, relation) in outcome.gold.enumerated() {
      var finding = Finding(
        cause: .relationMissing,
        gold: (relation.label, relation.extent, RelationText.describe(relation, goldDocument)), system: nil)
      if let comparison = outcome.comparisons[row] {
        let column = outcome.partners[row]
        answered[column] = true
        count(outcome.system[column], systemDocument, isRight: comparison.resolved)
        if comparison.full { continue }
        finding.cause = comparison.resolved ? .attributes : .arguments
        finding.system = side(outcome.system[column], systemDocument)
        finding.problems = comparison.problems(relation, outcome.system[column])
      }
      record(finding, goldDocument, &places, trigger: relation.trigger.map { goldDocument.string($0) })
    }
    for (column, relation) in outcome.system.enumerated() where !answered[column] {
      count(relation, systemDocument, isRight: false)
      record(
        Finding(cause: .relationSpurious, gold: nil, system: side(relation, systemDocument)), goldDocument, &places)
    }
  }

  private mutating func count(_ relation: PreparedRelations.Item, _ document: Document, isRight: Bool) {
    guard let source = document.relations[relation.index].source else { return }
    sources.count(source, isRelation: true, isRight: isRight)
  }

  private func side(_ relation: PreparedRelations.Item, _ document: Document) -> (
    label: String, span: ByteSpan, text: String?, source: Source?
  ) {
    (
      relation.label, relation.extent, RelationText.describe(relation, document),
      document.relations[relation.index].source
    )
  }

  /// Counts a mistake and, below the limit, keeps it; returns its place in `mistakes`.
  @discardableResult
  private mutating func record(
    _ finding: Finding, _ document: Document, _ places: inout TextPlaces?, trigger: String? = nil
  ) -> Int? {
    counts[finding.cause, default: 0] += 1
    edits.count(finding, in: document, trigger: trigger)
    guard mistakes.count < limit else { return nil }
    let texts = places ?? TextPlaces(document.text)
    places = texts
    let spans = [finding.gold?.span, finding.system?.span].compactMap { $0 }
    guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return nil }
    mistakes.append(
      Mistake(
        cause: finding.cause, document: document.id, line: texts.line(start),
        gold: finding.gold.map { texts.side($0.label, $0.span, $0.text, nil) },
        system: finding.system.map { texts.side($0.label, $0.span, $0.text, $0.source) }, problems: finding.problems,
        before: texts.before(start),
        focus: texts.string(ByteSpan(start, end)), after: texts.after(end)))
    return mistakes.count - 1
  }

  /// Settles what only the whole corpus tells. Call once, at the end.
  mutating func settle() {
    for entry in undecided where edits.isFoundElsewhere(entry.key) {
      counts[.noEntry, default: 0] -= 1
      counts[.missedHere, default: 0] += 1
      if let place = entry.mistake { mistakes[place].cause = .missedHere }
    }
    undecided = []
    sortByPlace()
  }

  /// Puts the mistakes of each document into the order of its text.
  private mutating func sortByPlace() {
    var order: [String: Int] = [:]
    for mistake in mistakes where order[mistake.document] == nil { order[mistake.document] = order.count }
    func place(_ mistake: Mistake) -> (Int, Int, Int) {
      (
        order[mistake.document] ?? 0, mistake.gold?.start ?? mistake.system?.start ?? 0,
        mistake.cause.isRelation ? 1 : 0
      )
    }
    let sorted = mistakes.enumerated().sorted { a, b in
      let (left, right) = (place(a.element), place(b.element))
      return left == right ? a.offset < b.offset : left < right
    }
    mistakes = sorted.map(\.element)
  }

  /// The causes that occurred, the most frequent first.
  var causes: [CauseCount] {
    Mistake.Cause.allCases.map { CauseCount(cause: $0, count: counts[$0, default: 0]) }.filter { $0.count > 0 }
      .sorted { $0.count > $1.count }
  }
}

extension TextPlaces {
  fileprivate func side(_ label: String, _ span: ByteSpan, _ text: String?, _ source: Source?) -> Mistake.Side {
    Mistake.Side(
      label: label, start: codePoint(span.start), end: codePoint(span.end), text: text ?? string(span), source: source)
  }
}
