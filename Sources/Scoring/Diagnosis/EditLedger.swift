import Attache

/// Groups mistakes by the change that would mend them.
struct EditLedger {
  private enum Change: Hashable {
    case addEntry(words: String, label: String, key: UInt64)
    case changeSense(words: String, from: String, to: String, source: Source?, key: UInt64)
    case mendBoundary(cause: Mistake.Cause, source: Source)
    case addPattern(trigger: String, label: String)
    case mendRule(problem: String, source: Source)
  }

  private struct Tally {
    var count = 0
    var examples: [String] = []
  }

  private var changes: [Change: Tally] = [:]
  /// Exact answers by words and label.
  private var right: [UInt64: Int] = [:]

  /// Beyond this many different changes, new ones are not collected: none of them would be among the first ten.
  private static let changeLimit = 200_000
  private static let wordLimit = 1_000_000

  mutating func countRight(_ key: UInt64) {
    if right[key] != nil || right.count < EditLedger.wordLimit { right[key, default: 0] += 1 }
  }

  func isFoundElsewhere(_ key: UInt64) -> Bool { right[key] != nil }

  mutating func count(_ finding: Diagnosis.Finding, in document: Document, trigger: String?) {
    guard let change = change(finding, document, trigger) else { return }
    guard changes[change] != nil || changes.count < EditLedger.changeLimit else { return }
    let offset = finding.gold?.span.start ?? finding.system?.span.start ?? 0
    changes[change, default: Tally()].count += 1
    if changes[change, default: Tally()].examples.count < 3 {
      changes[change, default: Tally()].examples.append("\(document.id):\(EditLedger.line(offset, document.text))")
    }
  }

  private static func line(_ offset: Int, _ text: [UInt8]) -> Int {
    var line = 1
    for byte in text[..<min(max(0, offset), text.count)] where byte == 0x0a { line += 1 }
    return line
  }

  private func change(_ finding: Diagnosis.Finding, _ document: Document, _ trigger: String?) -> Change? {
    let source = finding.system?.source
    switch finding.cause {
    case .noEntry, .missedHere:
      return finding.gold.map { .addEntry(words: document.string($0.span), label: $0.label, key: finding.key) }
    case .wrongSense:
      guard let gold = finding.gold, let system = finding.system else { return nil }
      return .changeSense(
        words: document.string(gold.span), from: system.label, to: gold.label, source: source,
        key: finding.systemKey)
    case .tooLong, .tooShort, .shifted, .notMerged, .overMerged, .shadowed:
      return source.map { .mendBoundary(cause: finding.cause, source: $0) }
    case .spurious, .relationSpurious: return nil
    case .relationMissing:
      return finding.gold.map { .addPattern(trigger: (trigger ?? "").lowercased(), label: $0.label) }
    case .arguments, .attributes:
      // The first problem stands for the mistake, so that a rule's mistakes fall into a few groups.
      return source.map { .mendRule(problem: finding.problems.first ?? finding.cause.rawValue, source: $0) }
    }
  }

  /// The changes that would gain most, the best first.
  func best(_ count: Int, sources: [SourceScore]) -> [Edit] {
    var edits = changes.map { edit($0.key, $0.value) }
    for score in sources where score.falsePositives > score.truePositives {
      let kind = score.isRelation ? "rule" : "entry"
      edits.append(
        Edit(
          action: "take out or narrow this \(kind): \(score.falsePositives) wrong, \(score.truePositives) right",
          source: score.source, gain: score.falsePositives - score.truePositives, examples: []))
    }
    edits.removeAll { $0.gain <= 0 }
    edits.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.action < $1.action }
    return Array(edits.prefix(count))
  }

  private func edit(_ change: Change, _ tally: Tally) -> Edit {
    func edit(_ action: String, _ source: Source?, worth: Int) -> Edit {
      Edit(action: action, source: source, gain: tally.count * worth, examples: tally.examples)
    }
    switch change {
    case .addEntry(let words, let label, let key):
      let known = "find '\(words)' (\(label)) here too: the same words are found elsewhere"
      return edit(isFoundElsewhere(key) ? known : "add '\(words)' as \(label)", nil, worth: 1)
    case .changeSense(let words, let from, let to, let source, let key):
      var change = edit("let '\(words)' be \(to) here, not \(from)", source, worth: 2)
      // Where the sense is right elsewhere, the change would break those.
      change.gain -= 2 * (right[key] ?? 0)
      return change
    case .mendBoundary(let cause, let source): return edit("mend the span (\(cause.rawValue))", source, worth: 2)
    case .addPattern(let trigger, let label):
      return edit(
        trigger.isEmpty ? "add a rule for \(label)" : "add a pattern to \(label) for '\(trigger)'", nil, worth: 1)
    case .mendRule(let problem, let source): return edit("mend the rule: \(problem)", source, worth: 2)
    }
  }
}
