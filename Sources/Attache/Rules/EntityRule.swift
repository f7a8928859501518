/// A compiled rule that finds entities by the classes of their tokens.
public struct EntityRule: Sendable {
  /// Index into `RuleBook.blocks`.
  public var block: Int
  /// What it finds.
  public var label: NameLabel
  /// Evidence for each token of the match; see ARCHITECTURE.md for the scale.
  public var weight: Int32
  /// One of these lines of the context table must match right before, read backward; empty is no demand.
  var before: Range<Int32> = 0..<0
  /// None of these may match right before.
  var notBefore: Range<Int32> = 0..<0
  /// One of these must match right after; empty is no demand.
  var after: Range<Int32> = 0..<0
  /// None of these may match right after.
  var notAfter: Range<Int32> = 0..<0
}

/// The entity rules of a rule book: one automaton over all their patterns.
public struct EntityRules: Sendable {
  /// The rules in file order.
  public internal(set) var rules: [EntityRule] = []
  /// All `match:` patterns.
  var automaton = Automaton()
  /// All `before:` and `after:` lines.
  var contexts = ContextTable()
  /// Whether a pattern names the word of this identifier.
  var namedWords: [Bool] = []
}

/// Compiles `rule` blocks that have an `entity:` line.
struct EntityRuleCompiler {
  private(set) var rules = EntityRules()
  private(set) var diagnostics: [Diagnostic] = []
  private var definitions: [String: Pattern] = [:]
  private var definedAt: [String: String] = [:]
  private var words: Set<UInt32> = []

  static let keys = [
    "entity", "weight", "match", "before", "after", "not before", "not after", "yes", "no", "note",
  ]

  mutating func define(_ block: RuleBlock, lexicon: inout Lexicon) {
    guard let field = block.fields.first, let pattern = parse(field, block, &lexicon) else { return }
    if let place = definedAt[field.key] {
      report(block, field, "'$\(field.key)' is defined at \(place) already; give one of the two another name")
    }
    definitions[field.key] = pattern
    definedAt[field.key] = "\(block.file):\(block.line)"
  }

  mutating func compile(_ block: RuleBlock, index: Int, lexicon: inout Lexicon) {
    for field in block.fields where !EntityRuleCompiler.keys.contains(field.key) {
      let hint = Suggestion.phrase(for: field.key, in: EntityRuleCompiler.keys)
      let list = EntityRuleCompiler.keys.joined(separator: ", ")
      report(
        block, field, "unknown key '\(field.key)'\(hint.isEmpty ? "; an entity rule has: \(list)" : hint)", atKey: true)
    }
    guard let entity = block.fields("entity").first else { return }
    guard let label = NameLabel(text: entity.value) else {
      let labels = NameLabel.allCases.map(\.text)
      let hint = Suggestion.phrase(for: entity.value, in: labels)
      return report(
        block, entity,
        "unknown label '\(entity.value)'\(hint.isEmpty ? "; the labels are: \(labels.joined(separator: ", "))" : hint)")
    }
    var weight: Int32 = 8
    if let field = block.fields("weight").first {
      guard let value = Int32(field.value), value > 0, value <= 30 else {
        return report(block, field, "a weight is a whole number from 1 to 30")
      }
      weight = value
    }
    let matches = block.fields("match")
    guard !matches.isEmpty else {
      diagnostics.append(
        Diagnostic(file: block.file, line: block.line, "rule '\(block.name)' has no 'match:' line; add one"))
      return
    }
    var rule = EntityRule(block: index, label: label, weight: weight)
    rule.before = context(block, "before", isBackward: true, &lexicon)
    rule.notBefore = context(block, "not before", isBackward: true, &lexicon)
    rule.after = context(block, "after", isBackward: false, &lexicon)
    rule.notAfter = context(block, "not after", isBackward: false, &lexicon)
    for match in matches {
      guard let pattern = parse(match, block, &lexicon) else { continue }
      rules.automaton.add(pattern, number: rules.rules.count)
    }
    rules.rules.append(rule)
  }

  mutating func finish(vocabularyCount: Int) -> EntityRules {
    rules.namedWords = [Bool](repeating: false, count: vocabularyCount)
    for word in words where Int(word) < vocabularyCount { rules.namedWords[Int(word)] = true }
    return rules
  }

  private mutating func context(
    _ block: RuleBlock, _ key: String, isBackward: Bool, _ lexicon: inout Lexicon
  ) -> Range<Int32> {
    var range: Range<Int32> = 0..<0
    for field in block.fields(key) {
      guard let pattern = parse(field, block, &lexicon) else { continue }
      var automaton = Automaton()
      automaton.add(isBackward ? pattern.reversed : pattern, number: 0)
      guard let number = rules.contexts.add(automaton) else {
        report(block, field, "more than \(ContextTable.mostPositions) tokens in '\(key):'; split it into two lines")
        continue
      }
      range = (range.isEmpty ? number : range.lowerBound)..<(number + 1)
    }
    return range
  }

  private mutating func parse(_ field: RuleBlock.Field, _ block: RuleBlock, _ lexicon: inout Lexicon) -> Pattern? {
    for hash in PatternParser.quotedWords(of: field.value) { words.insert(lexicon.vocabulary.intern(hash)) }
    var parser = PatternParser(field.value, definitions: definitions, vocabulary: lexicon.vocabulary)
    do {
      let pattern = try parser.parse()
      return pattern
    } catch {
      diagnostics.append(
        Diagnostic(file: block.file, line: field.line, column: field.column + error.offset, error.message))
      return nil
    }
  }

  private mutating func report(_ block: RuleBlock, _ field: RuleBlock.Field, _ message: String, atKey: Bool = false) {
    let column = atKey ? 3 : field.column
    diagnostics.append(Diagnostic(file: block.file, line: field.line, column: column, message))
  }
}
