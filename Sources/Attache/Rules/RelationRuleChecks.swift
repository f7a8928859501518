/// Finds what a relation rule says in vain, before it is ever run: rules that match nothing, roles without a use,
/// statements that another rule makes too.
enum RelationRuleChecks {
  /// The event types of PLOVER, the successor of CAMEO (POLECAT codebook, 2023).
  static let ploverNames = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  /// The names of the roles of a block in the order of its `roles:` line.
  static func roles(of block: RuleBlock) -> [String] {
    block.fields("roles").flatMap { field in
      field.value.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
    }
  }

  /// The roles of a block that only a clause can fill.
  private static func clauseRoles(of block: RuleBlock) -> [String] {
    block.fields("roles").flatMap { field in
      field.value.split(separator: ",").compactMap { role -> String? in
        let words = role.split(separator: " ").filter { $0 != "text" }
        return words.count == 2 && words[1] == "clause" ? String(words[0]) : nil
      }
    }
  }

  /// The mistakes of one block. Offices need no statement: their shapes are the engine's own.
  static func mistakes(of block: RuleBlock, off: Set<RelationShape>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let report = { (field: RuleBlock.Field?, offset: Int, severity: Diagnostic.Severity, message: String) in
      found.append(
        Diagnostic(
          file: block.file, line: field?.line ?? block.line, column: (field?.column ?? 1) + offset, severity: severity,
          message))
    }
    let statements = block.fields.filter { $0.key == "say" || $0.key == "noun" }
    if statements.isEmpty, block.value("relation") == "office" { return [] }
    if statements.isEmpty {
      report(nil, 0, .error, "rule '\(block.name)' has no 'say:' or 'noun:' line and can match nothing; add one")
    } else if statements.allSatisfy({ shapes($0.key).isSubset(of: off) }) {
      report(
        block.fields("off").first, 0, .error,
        "every shape of rule '\(block.name)' is off and it can match nothing; leave one on")
    }
    let clauseRoles = clauseRoles(of: block)
    var used: Set<String> = []
    for field in block.fields where ["say", "noun", "with"].contains(field.key) {
      guard case .success(let parts) = StatementParser.parse(field.value) else { continue }
      used.formUnion(parts.filter(\.isSlot).map(\.text))
      if field.key != "with", !parts.contains(where: \.isSlot) {
        report(field, 0, .error, "the statement has no role and can match nothing; add one, such as <actor>")
      }
      guard field.key == "say", let verb = parts.firstIndex(where: { !$0.isSlot }), verb + 1 < parts.count else {
        continue
      }
      let object = parts[verb + 1]
      if object.isSlot, clauseRoles.contains(object.text) {
        report(
          field, object.offset, .error,
          "a clause is no object; put 'to' before '<\(object.text)>' or give the role another type too")
      }
    }
    for role in roles(of: block) where !used.contains(role) && !statements.isEmpty {
      report(
        block.fields("roles").first, 0, .warning,
        "no statement of rule '\(block.name)' uses the role '\(role)'; use it or take it out")
    }
    if let field = block.fields("cameo").first, !isCAMEO(field.value) {
      report(field, 0, .error, "'\(field.value)' is no CAMEO code; write two to four digits, such as 042")
    }
    if let field = block.fields("plover").first, !ploverNames.contains(field.value) {
      let hint = Suggestion.phrase(for: field.value, in: ploverNames)
      report(
        field, 0, .error,
        "unknown PLOVER type '\(field.value)'\(hint.isEmpty ? "; write one of: \(ploverNames.joined(separator: ", "))" : hint)"
      )
    }
    return found
  }

  private static func isCAMEO(_ text: String) -> Bool {
    (2...4).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// The shapes that can be switched off one by one for statements of a kind.
  private static func shapes(_ key: String) -> Set<RelationShape> {
    key == "noun" ? [.nominal] : [.active, .passive, .reduced, .infinitive, .gerund, .relative]
  }

  // MARK: statements of two rules

  /// How what one statement finds lies to what another one finds.
  private enum Overlap { case none, same, within }

  /// Statements that rules of unlike label share, with both places: the same is an error, one inside of the other a
  /// warning.
  static func clashes(_ rules: RelationRules, _ blocks: [RuleBlock]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for verb in rules.verbs.keys.sorted() {
      let frames = rules.verbs[verb] ?? []
      compare(frames.map { ($0.rule, $0.line) }, rules, blocks, &found) { overlap(frames[$0], frames[$1]) }
    }
    for noun in rules.nouns.keys.sorted() {
      let frames = rules.nouns[noun] ?? []
      compare(frames.map { ($0.rule, $0.line) }, rules, blocks, &found) { overlap(frames[$0], frames[$1]) }
    }
    return found
  }

  private static func compare(
    _ places: [(rule: Int, line: Int)], _ rules: RelationRules, _ blocks: [RuleBlock], _ found: inout [Diagnostic],
    _ overlap: (Int, Int) -> Overlap
  ) {
    for later in places.indices {
      for earlier in places.indices where earlier != later {
        let (left, right) = (rules.rules[places[later].rule], rules.rules[places[earlier].rule])
        guard left.label != right.label else { continue }
        let relation = overlap(later, earlier)
        guard relation == .within || relation == .same && earlier < later else { continue }
        let other = "\(blocks[right.block].file):\(places[earlier].line)"
        let message =
          relation == .same
          ? "the statement of \(other) again, which says '\(right.label)'; give both rules one relation or take one out"
          : "all that this finds is '\(right.label)' too by \(other); narrow that one if only '\(left.label)' is meant"
        let diagnostic = Diagnostic(
          file: blocks[left.block].file, line: places[later].line, column: 3,
          severity: relation == .same ? .error : .warning, message)
        if !found.contains(diagnostic) { found.append(diagnostic) }
      }
    }
  }

  private static func overlap(_ left: VerbFrame, _ right: VerbFrame) -> Overlap {
    guard left.particles == right.particles, left.fixed == right.fixed,
      Set(left.objectNouns) == Set(right.objectNouns)
    else { return .none }
    return joined(
      [
        overlap(left.subject, right.subject), overlap(left.object, right.object), overlap(left.second, right.second),
        overlap(left.phrases, right.phrases),
      ])
  }

  private static func overlap(_ left: NounFrame, _ right: NounFrame) -> Overlap {
    joined([overlap(left.owner, right.owner), overlap(left.phrases, right.phrases)])
  }

  private static func overlap(_ left: Slot?, _ right: Slot?) -> Overlap {
    guard let left, let right else { return left == nil && right == nil ? .same : .none }
    if left.types == right.types { return .same }
    return left.types.isSubset(of: right.types) ? .within : .none
  }

  private static func overlap(_ left: [PhraseSlot], _ right: [PhraseSlot]) -> Overlap {
    guard left.count == right.count else { return .none }
    return joined(
      zip(left, right).flatMap { left, right -> [Overlap] in
        let (mine, theirs) = (Set(left.prepositions), Set(right.prepositions))
        let words: Overlap = mine == theirs ? .same : mine.isSubset(of: theirs) ? .within : .none
        let need: Overlap = left.isOptional == right.isOptional ? .same : right.isOptional ? .within : .none
        return [words, need, overlap(left.slot, right.slot)]
      })
  }

  private static func joined(_ parts: [Overlap]) -> Overlap {
    if parts.contains(.none) { return .none }
    return parts.contains(.within) ? .within : .same
  }
}
