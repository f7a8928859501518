/// A compiled rule that finds entities by the classes of their tokens.
public struct EntityRule: Sendable {
  /// Index into `RuleBook.blocks`.
  public var block: Int
  /// What it finds.
  public var label: NameLabel
  /// Evidence for each token of the match; see ARCHITECTURE.md for the scale.
  public var weight: Int32
}

/// The entity rules of a rule book: an automaton over all their patterns, and two over what stands around.
///
/// Inside sets the rules go by rank: greater weight first, then the earlier label, then the later rule. So the first of
/// a set is the one that the lattice would choose.
public struct EntityRules: Sendable {
  /// The rules in file order.
  public internal(set) var rules: [EntityRule] = []
  /// The tests of all patterns.
  var tests = PredicateTable()
  /// All `match:` lines.
  var matches = RuleLines()
  /// All `before:` and `not before:` lines, read backward.
  var before = RuleLines()
  /// All `after:` and `not after:` lines.
  var after = RuleLines()
  /// For each rank the rule.
  var ranked: [Int] = []
  /// For each rank the number of its group of the same weight and label.
  private(set) var ties: [Int32] = []
  /// The words that a pattern names, as bits by identifier.
  var namedWords: [UInt64] = []
  /// Differs between rule books with different patterns, so that memories of automata aren't mixed up.
  var signature: UInt64 = 0

  /// Numbers the groups of rules of the same weight and label.
  fileprivate mutating func group() {
    ties = []
    for (rank, number) in ranked.enumerated() {
      let known = rank > 0 ? rules[ranked[rank - 1]] : nil
      let isSame = known.map { $0.weight == rules[number].weight && $0.label == rules[number].label } ?? true
      ties.append((ties.last ?? 0) + (isSame ? 0 : 1))
    }
  }

  /// Whether two ranks have the same weight and label.
  @inline(__always)
  func areTied(_ rank: Int, _ other: Int) -> Bool { ties[rank] == ties[other] }

  /// A word's identifier if a pattern names it, else 0.
  @inline(__always)
  func named(_ word: UInt32) -> UInt32 {
    let slot = Int(word >> 6)
    return slot < namedWords.count && namedWords[slot] & (1 << UInt64(word & 63)) != 0 ? word : 0
  }
}

/// Compiles `rule` blocks that have an `entity:` line.
struct EntityRuleCompiler {
  private(set) var rules = EntityRules()
  private(set) var diagnostics: [Diagnostic] = []
  private var definitions: [String: Pattern] = [:]
  private var definedAt: [String: String] = [:]
  private var words: Set<UInt32> = []
  private var matches = Lines()
  private var before = Lines()
  private var after = Lines()

  /// Lines gathered before the ranks of the rules are known.
  private struct Lines {
    var automaton = Automaton()
    var lines: [RuleLines.Line] = []

    mutating func add(_ pattern: Pattern, _ rule: Int, forbids: Bool, tests: inout PredicateTable) {
      automaton.addLasting(pattern, number: lines.count, tests: &tests)
      lines.append(RuleLines.Line(rule: rule, forbids: forbids))
    }

    func compiled(_ ranks: [Int], _ tests: PredicateTable) -> RuleLines {
      RuleLines(
        automaton, lines.map { RuleLines.Line(rule: ranks[$0.rule], forbids: $0.forbids) }, rules: ranks.count,
        tests: tests)
    }
  }

  /// The most tokens that one `before:` or `after:` line may name.
  static let mostContextTokens = 64

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
    let rule = rules.rules.count
    context(block, "before", rule, isBackward: true, forbids: false, &lexicon)
    context(block, "not before", rule, isBackward: true, forbids: true, &lexicon)
    context(block, "after", rule, isBackward: false, forbids: false, &lexicon)
    context(block, "not after", rule, isBackward: false, forbids: true, &lexicon)
    for match in matches {
      guard let pattern = parse(match, block, &lexicon) else { continue }
      self.matches.automaton.add(pattern, number: self.matches.lines.count, tests: &rules.tests)
      self.matches.lines.append(RuleLines.Line(rule: rule, forbids: false))
    }
    rules.rules.append(EntityRule(block: index, label: label, weight: weight))
  }

  mutating func finish(vocabularyCount: Int) -> EntityRules {
    rules.namedWords = [UInt64](repeating: 0, count: (vocabularyCount + 63) / 64)
    for word in words where Int(word) < vocabularyCount {
      rules.namedWords[Int(word >> 6)] |= 1 << UInt64(word & 63)
    }
    let all = rules.rules
    rules.ranked = all.indices.sorted {
      (-all[$0].weight, all[$0].label.rawValue, -$0) < (-all[$1].weight, all[$1].label.rawValue, -$1)
    }
    var ranks = rules.ranked
    for (rank, rule) in rules.ranked.enumerated() { ranks[rule] = rank }
    rules.group()
    (rules.matches, rules.before, rules.after) = (
      matches.compiled(ranks, rules.tests), before.compiled(ranks, rules.tests), after.compiled(ranks, rules.tests)
    )
    rules.signature = signature()
    return rules
  }

  private func signature() -> UInt64 {
    var state = WordHash.seed
    func add(_ value: UInt64) { state = (state ^ value) &* 0xC2B2_AE3D_27D4_EB4F ^ state >> 29 }
    for predicate in rules.tests.predicates {
      for mask in [predicate.required, predicate.any, predicate.forbidden] {
        add(UInt64(truncatingIfNeeded: mask))
        add(UInt64(truncatingIfNeeded: mask >> 64))
      }
      add(UInt64(predicate.word))
    }
    for part in [matches, before, after] {
      for line in part.lines { add(UInt64(line.rule) << 1 | (line.forbids ? 1 : 0)) }
      for (test, next) in zip(part.automaton.test, part.automaton.follow) {
        add(UInt64(test))
        for position in next { add(UInt64(position) + 1 << 32) }
      }
    }
    for rule in rules.rules { add(UInt64(rule.label.rawValue) << 32 | UInt64(UInt32(bitPattern: rule.weight))) }
    return state
  }

  private mutating func context(
    _ block: RuleBlock, _ key: String, _ rule: Int, isBackward: Bool, forbids: Bool, _ lexicon: inout Lexicon
  ) {
    for field in block.fields(key) {
      guard let pattern = parse(field, block, &lexicon) else { continue }
      guard pattern.tokenCount <= EntityRuleCompiler.mostContextTokens else {
        report(
          block, field,
          "more than \(EntityRuleCompiler.mostContextTokens) tokens in '\(key):'; split it into two lines")
        continue
      }
      if isBackward {
        before.add(pattern.reversed, rule, forbids: forbids, tests: &rules.tests)
      } else {
        after.add(pattern, rule, forbids: forbids, tests: &rules.tests)
      }
    }
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
