/// Compiles `rule` blocks that have a `relation:` line.
struct RelationRuleCompiler {
  private(set) var rules = RelationRules()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var roles: [String]
  private let verbs: [String: UInt32]
  private let nouns: [String: UInt32]

  static let keys = [
    "relation", "cameo", "plover", "roles", "say", "noun", "with", "unless", "off", "yes", "no", "note",
  ]

  init(roles: [String], lexicon: Lexicon) {
    self.roles = roles
    (verbs, nouns) = RelationRuleCompiler.forms(lexicon)
  }

  /// Verb and noun entries by every written form of one word or more.
  private static func forms(_ lexicon: Lexicon) -> (verbs: [String: UInt32], nouns: [String: UInt32]) {
    var verbs: [String: UInt32] = [:]
    var nouns: [String: UInt32] = [:]
    lexicon.forEachEntry(of: .noun) { index, _ in nouns[lexicon.name(of: index).lowercased()] = index }
    lexicon.forEachEntry(of: .verb) { index, _ in
      let name = lexicon.name(of: index).lowercased()
      verbs[name] = index
      if let third = Inflection.regularForms(of: name).first { verbs[third.1] = verbs[third.1] ?? index }
    }
    for (form, lemma) in [("is", "be"), ("has", "have"), ("does", "do"), ("goes", "go")] { verbs[form] = verbs[lemma] }
    return (verbs, nouns)
  }

  mutating func compile(_ block: RuleBlock, index: Int, lexicon: inout Lexicon) {
    for field in block.fields where !RelationRuleCompiler.keys.contains(field.key) {
      let hint = Suggestion.phrase(for: field.key, in: RelationRuleCompiler.keys)
      let list = RelationRuleCompiler.keys.joined(separator: ", ")
      report(block, field, "unknown key '\(field.key)'\(hint.isEmpty ? "; a relation rule has: \(list)" : hint)", at: 3)
    }
    guard let label = block.value("relation") else { return }
    var rule = RelationRule(block: index, label: label, cameo: block.value("cameo"))
    rule.roles = readRoles(block)
    for field in block.fields("off") { rule.off.formUnion(readShapes(field, block)) }
    for field in block.fields("unless") {
      rule.unless += field.value.split(whereSeparator: { $0 == "|" || $0 == "," || $0 == " " }).map {
        lexicon.vocabulary.intern(WordHash.of($0.lowercased()))
      }
    }
    let number = rules.rules.count
    for field in block.fields("with") {
      guard let adjunct = readAdjunct(field, block, rule, &lexicon) else { continue }
      rule.adjuncts.append(adjunct)
    }
    rules.rules.append(rule)
    for field in block.fields("say") { addVerbs(field, block, rule, number, &lexicon) }
    for field in block.fields("noun") { addNouns(field, block, rule, number, &lexicon) }
    diagnostics += RelationRuleChecks.mistakes(of: block, off: rule.off)
  }

  private mutating func report(_ block: RuleBlock, _ field: RuleBlock.Field, _ message: String, at column: Int? = nil) {
    diagnostics.append(Diagnostic(file: block.file, line: field.line, column: column ?? field.column, message))
  }

  /// Reads `roles: participant actor, document document text`.
  private mutating func readRoles(_ block: RuleBlock) -> [String: Slot] {
    var found: [String: Slot] = [:]
    for field in block.fields("roles") {
      for part in field.value.split(separator: ",") {
        let words = part.split(separator: " ").map(String.init)
        guard let name = words.first else { continue }
        var slot = Slot(role: intern(name), types: [], isText: false)
        for word in words.dropFirst() {
          if word == "text" {
            slot.isText = true
          } else if let type = SlotType.named.first(where: { $0.0 == word }) {
            slot.types.formUnion(type.1)
          } else {
            let names = SlotType.named.map(\.0) + ["text"]
            let hint = Suggestion.phrase(for: word, in: names)
            report(
              block, field,
              "unknown type '\(word)'\(hint.isEmpty ? "; the types are: \(names.joined(separator: ", "))" : hint)")
          }
        }
        if slot.types.isEmpty, let any = SlotType.named.first(where: { $0.0 == "any" }) { slot.types = any.1 }
        found[name] = slot
      }
    }
    return found
  }

  private mutating func intern(_ role: String) -> UInt16 {
    if let known = roles.firstIndex(of: role) { return UInt16(known) }
    roles.append(role)
    return UInt16(truncatingIfNeeded: roles.count - 1)
  }

  private mutating func readShapes(_ field: RuleBlock.Field, _ block: RuleBlock) -> Set<RelationShape> {
    var found: Set<RelationShape> = []
    for word in field.value.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let shape = RelationShape(rawValue: String(word)) else {
        let names = RelationShape.allCases.map(\.rawValue)
        let hint = Suggestion.phrase(for: String(word), in: names)
        report(
          block, field,
          "unknown shape '\(word)'\(hint.isEmpty ? "; the shapes are: \(names.joined(separator: ", "))" : hint)")
        continue
      }
      found.insert(shape)
    }
    return found
  }

  private mutating func slot(_ part: StatementPart, _ field: RuleBlock.Field, _ block: RuleBlock, _ rule: RelationRule)
    -> Slot?
  {
    guard var slot = rule.roles[part.text] else {
      let hint = Suggestion.phrase(for: part.text, in: rule.roles.keys.sorted())
      report(
        block, field, "unknown role '\(part.text)'\(hint.isEmpty ? "; name it in the rule's 'roles:' line" : hint)",
        at: field.column + part.offset)
      return nil
    }
    slot.isPair = part.isPair
    return slot
  }

  private mutating func parts(_ field: RuleBlock.Field, _ block: RuleBlock) -> [StatementPart]? {
    switch StatementParser.parse(field.value) {
    case .success(let parts): return parts
    case .failure(let error):
      report(block, field, error.message, at: field.column + error.offset)
      return nil
    }
  }

  private mutating func readAdjunct(
    _ field: RuleBlock.Field, _ block: RuleBlock, _ rule: RelationRule, _ lexicon: inout Lexicon
  ) -> Adjunct? {
    guard let parts = parts(field, block), let last = parts.last, last.isSlot, parts.count > 1 else {
      report(block, field, "expected words and then a role, such as: in the presence of <attendee>")
      return nil
    }
    guard let slot = slot(last, field, block, rule) else { return nil }
    return Adjunct(
      words: parts.dropLast().map { lexicon.vocabulary.intern(WordHash.of($0.text.lowercased())) }, slot: slot)
  }

  private mutating func addVerbs(
    _ field: RuleBlock.Field, _ block: RuleBlock, _ rule: RelationRule, _ number: Int, _ lexicon: inout Lexicon
  ) {
    guard let parts = parts(field, block) else { return }
    var frame = VerbFrame(rule: number, line: field.line, lemma: 0)
    guard let verbAt = parts.firstIndex(where: { !$0.isSlot }) else {
      return report(block, field, "no verb; write it in the third person, such as: <visitor> visits <destination>")
    }
    if verbAt > 0 {
      guard let subject = slot(parts[0], field, block, rule) else { return }
      frame.subject = subject
    }
    var index = verbAt + 1
    var pending: [UInt32] = []
    while index < parts.count {
      let part = parts[index]
      if part.isSlot {
        guard let slot = slot(part, field, block, rule) else { return }
        if !pending.isEmpty {
          frame.phrases.append(PhraseSlot(prepositions: pending, slot: slot, isOptional: part.isOptional))
          pending = []
        } else if frame.object == nil, frame.objectNouns.isEmpty {
          frame.object = slot
        } else {
          frame.second = slot
        }
      } else {
        let nouns = part.alternatives.compactMap { self.noun($0) }
        if !nouns.isEmpty, frame.object == nil, pending.isEmpty {
          frame.objectNouns += nouns
          for alternative in part.alternatives where self.noun(alternative) == nil {
            reportNoun(alternative, field, block, at: part.offset)
          }
        } else if !["a", "an", "the"].contains(part.text) {
          if !pending.isEmpty { frame.fixed.append(pending) }
          pending = part.alternatives.map { lexicon.vocabulary.intern(WordHash.of($0)) }
        }
      }
      index += 1
    }
    if !pending.isEmpty { frame.fixed.append(pending) }
    for alternative in parts[verbAt].alternatives {
      let pieces = alternative.split(separator: "-").map(String.init)
      let whole = verbs[alternative] ?? verbs[alternative.replacing("-", with: " ")]
      guard let lemma = whole ?? pieces.first.flatMap({ verbs[$0] }) else {
        let hint = Suggestion.phrase(for: alternative, in: verbs.keys.sorted())
        report(
          block, field, "unknown verb '\(alternative)'\(hint.isEmpty ? "; add it to verbs.tsv" : hint)",
          at: field.column + parts[verbAt].offset)
        continue
      }
      frame.lemma = lemma
      frame.particles =
        whole == nil ? pieces.dropFirst().map { lexicon.vocabulary.intern(WordHash.of($0)) } : []
      rules.verbs[lemma, default: []].append(frame)
    }
  }

  /// The entry of a noun as a statement writes it, a hyphen for each blank.
  private func noun(_ written: String) -> UInt32? { nouns[written] ?? nouns[written.replacing("-", with: " ")] }

  private mutating func reportNoun(_ written: String, _ field: RuleBlock.Field, _ block: RuleBlock, at offset: Int) {
    let hint = Suggestion.phrase(for: written, in: nouns.keys.sorted())
    report(
      block, field, "unknown noun '\(written)'\(hint.isEmpty ? "; add it to nouns.tsv" : hint)",
      at: field.column + offset)
  }

  private mutating func addNouns(
    _ field: RuleBlock.Field, _ block: RuleBlock, _ rule: RelationRule, _ number: Int, _ lexicon: inout Lexicon
  ) {
    guard let parts = parts(field, block) else { return }
    var frame = NounFrame(rule: number, line: field.line, noun: 0)
    guard let nounAt = parts.firstIndex(where: { !$0.isSlot && $0.text != "'s" }) else {
      return report(block, field, "no noun; write it such as: <visitor>'s visit to <destination>")
    }
    if parts[0].isSlot {
      guard let owner = slot(parts[0], field, block, rule) else { return }
      frame.owner = owner
    }
    var pending: [UInt32] = []
    for part in parts.dropFirst(nounAt + 1) {
      if part.isSlot {
        guard let slot = slot(part, field, block, rule) else { return }
        frame.phrases.append(PhraseSlot(prepositions: pending, slot: slot, isOptional: part.isOptional))
      } else {
        pending = part.alternatives.map { lexicon.vocabulary.intern(WordHash.of($0)) }
      }
    }
    for alternative in parts[nounAt].alternatives {
      guard let noun = self.noun(alternative) else {
        reportNoun(alternative, field, block, at: parts[nounAt].offset)
        continue
      }
      frame.noun = noun
      rules.nouns[noun, default: []].append(frame)
    }
  }
}

extension String {
  /// Every `old` byte replaced.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let from = old.utf8.first, let to = new.utf8.first else { return self }
    return String(decoding: utf8.map { $0 == from ? to : $0 }, as: UTF8.self)
  }
}
