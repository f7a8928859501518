/// Writes a sentence for each shape of one statement: roles become invented names, the verb is inflected.
struct RelationFormWriter {
  private let parts: [StatementPart]
  private let lexicon: Lexicon
  /// The words that stand for each part that is a role.
  private var fillers: [Int: String] = [:]

  /// What stands for a role, by the type that its rule names first; the second is for its second use.
  private static let words: [String: [String]] = [
    "actor": ["Ana Bekova", "Tom Okello", "Lea Brandt"], "person": ["Ivo Tamm", "Kaia Lund", "Sami Haddad"],
    "state": ["Kenya", "Chile", "Estonia"], "organization": ["the African Union", "the Red Crescent"],
    "place": ["Oslo", "Quito"], "group": ["the rebels", "the protesters"], "document": ["the treaty", "the protocol"],
    "event": ["the attack", "the strike"], "thing": ["the plan", "the truce"], "clause": ["help", "cooperate"],
    "post": ["defence minister", "ambassador"], "any": ["the plan", "the truce"],
  ]

  init(parts: [StatementPart], block: RuleBlock, lexicon: Lexicon) {
    self.parts = parts
    self.lexicon = lexicon
    var types: [String: String] = [:]
    for field in block.fields("roles") {
      for role in field.value.split(separator: ",") {
        let words = role.split(separator: " ").map(String.init)
        if let name = words.first { types[name] = words.dropFirst().first { $0 != "text" } ?? "any" }
      }
    }
    var uses: [String: Int] = [:]
    for (index, part) in parts.enumerated() where part.isSlot {
      let type = types[part.text] ?? "any"
      let names = RelationFormWriter.words[type] ?? []
      let use = uses[type, default: 0]
      uses[type] = use + 1
      if !names.isEmpty { fillers[index] = names[use % names.count] }
    }
  }

  // MARK: verbs

  /// Shapes of a `say:` statement.
  func verbForms() -> [(RelationShape, String)] {
    guard let verbAt = parts.firstIndex(where: { !$0.isSlot }), let written = parts[verbAt].alternatives.first else {
      return []
    }
    let pieces = written.split(separator: "-").map(String.init)
    let isOneWord = forms(of: written) != nil
    guard let verb = forms(of: written) ?? pieces.first.flatMap({ forms(of: $0) }) else { return [] }
    let particles = isOneWord ? "" : " " + pieces.dropFirst().joined(separator: " ")
    let subject = verbAt > 0 ? fillers[0] ?? "someone" : "someone"
    let objectEnd = endOfObject(after: verbAt)
    let object = article(at: verbAt + 1) + text(verbAt + 1..<objectEnd)
    let rest = text(objectEnd..<parts.count)
    let tail = object + rest
    var made: [(RelationShape, String)] = [
      (.active, "\(subject) \(verb.past)\(particles)\(tail)."),
      (.coordination, "\(subject) and Mara Ilves \(verb.past)\(particles)\(tail)."),
      (.relative, "\(subject), who \(verb.past)\(particles)\(tail), spoke on Monday."),
      (.infinitive, "\(subject) planned to \(verb.base)\(particles)\(tail)."),
      (.gerund, "\(subject) left after \(verb.gerund)\(particles)\(tail)."),
      (.headline, "\(subject) \(verb.third)\(particles)\(tail)"),
    ]
    guard !object.isEmpty else { return made }
    let done = String(object.dropFirst())
    let first = done.prefix(1).uppercased() + done.dropFirst()
    made.append((.passive, "\(first) was \(verb.participle)\(particles)\(rest) by \(subject)."))
    made.append((.reduced, "\(first), \(verb.participle)\(particles)\(rest) by \(subject), was in the news."))
    if parts[0].isSlot, parts[verbAt + 1].isSlot, parts[0].text == parts[verbAt + 1].text, rest.isEmpty {
      made.append((.reciprocal, "\(subject) and \(done) \(verb.past)\(particles)."))
    }
    return made
  }

  /// The part after the object: a role right after the verb, or nouns before the first preposition.
  private func endOfObject(after verb: Int) -> Int {
    var index = verb + 1
    guard index < parts.count else { return index }
    if parts[index].isSlot { return index + 1 }
    while index < parts.count, !parts[index].isSlot, !parts[index].isOptional,
      !(index + 1 < parts.count && parts[index + 1].isSlot)
    {
      index += 1
    }
    return index
  }

  /// ` a` or ` an` before a noun that has a plural; nothing before a role or a mass noun.
  private func article(at index: Int) -> String {
    guard index < parts.count, !parts[index].isSlot, let noun = parts[index].alternatives.first else { return "" }
    let cells = entry(of: noun).map { lexicon.surfaces(of: $0) } ?? []
    return cells.contains { $0 != noun && $0.hasPrefix(noun) } ? RelationFormWriter.article(before: noun) : ""
  }

  private func entry(of noun: String) -> UInt32? {
    let found = lexicon.entries.indices.first {
      lexicon.entries[$0].type == .noun && lexicon.name(of: UInt32($0)) == noun
    }
    return found.map { UInt32($0) }
  }

  /// The light verb that goes with an event noun.
  private func lightVerb(of noun: String) -> String {
    switch entry(of: noun).map({ WordGrammar.nounClass($0, in: lexicon) }) {
    case "event visit": "paid"
    case "event meeting", "event call": "held"
    default: "made"
    }
  }

  private static func article(before noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } ?? false ? " an" : " a"
  }

  /// Parts as text, each with a blank before it.
  private func text(_ range: Range<Int>) -> String {
    range.reduce(into: "") { text, index in
      text += " " + (fillers[index] ?? parts[index].alternatives.first ?? "")
    }
  }

  /// The forms of a verb, given in any of them; nil when no lexicon has it.
  private func forms(of written: String) -> (
    base: String, third: String, past: String, participle: String, gerund: String
  )? {
    for (index, entry) in lexicon.entries.enumerated() where entry.type == .verb {
      let lemma = lexicon.name(of: UInt32(index))
      let file = lexicon.files[Int(entry.file)]
      let regular = Inflection.regularForms(of: lemma)
      guard lemma == written || regular.first?.1 == written else { continue }
      let table = LexiconTable(file.bytes)
      let cells = table.rows.first { $0.line == Int(entry.line) }?.cells ?? []
      let form = { (column: String, role: SurfaceRole) -> String in
        if let at = table.columns.firstIndex(of: column), at < cells.count, !cells[at].isEmpty {
          return cells[at].split(separator: ";").first?.trimmed ?? lemma
        }
        return regular.first { $0.0 == role }?.1 ?? lemma
      }
      return (
        lemma, form("third", .third), form("past", .past), form("participle", .participle), form("gerund", .gerund)
      )
    }
    return nil
  }

  // MARK: nouns

  /// Shapes of a `noun:` statement.
  func nounForms() -> [(RelationShape, String)] {
    guard let nounAt = parts.firstIndex(where: { !$0.isSlot && $0.text != "'s" }),
      let noun = parts[nounAt].alternatives.first?.split(separator: "-").joined(separator: " ")
    else { return [] }
    let owner = parts[0].isSlot ? fillers[0] : nil
    let tail = text(nounAt + 1..<parts.count)
    guard let owner else { return [(.nominal, "The \(noun)\(tail) was in the news.")] }
    let article = RelationFormWriter.article(before: noun)
    return [
      (.nominal, "\(owner)'s \(noun)\(tail) was in the news."),
      (.light, "\(owner) \(lightVerb(of: noun))\(article) \(noun)\(tail)."),
      (.fronted, "In\(article) \(noun)\(tail), \(owner) spoke of peace."),
    ]
  }
}
