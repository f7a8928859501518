/// Coreference: finds which names, titles, pronouns and descriptions mean the same person, state, body or place.
///
/// An ordered sieve, precise passes first: names that are the same; titles and appositions of a name; short names of
/// people; titles alone; then, in text order, capitals for governments, descriptions, counterparts, pronouns, plural
/// groups and speakers. See Raghunathan et al. 2010 for the idea.
public struct ReferentStage: Stage {
  /// The name.
  public let name = "referents"
  /// Needs names, noun groups and verb groups.
  public let requires: Set<Layer> = [.tokens, .sentences, .candidates, .names, .mentions, .verbGroups]
  /// Fills referents and the referent of each name and noun group.
  public let provides: Set<Layer> = [.referents]
  private let tables: ReferentTables
  private let exact: ReferentNames
  private let people: ReferentPeople
  private let titles: ReferentTitles
  private let offices: OfficeFinder
  private let predications: OfficePredications

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    tables = ReferentTables(lexicon)
    exact = ReferentNames(lexicon: lexicon)
    people = ReferentPeople(words: tables.words, keys: tables.keys)
    titles = ReferentTitles(keys: tables.keys)
    offices = OfficeFinder(lexicon: lexicon, words: tables.words, grammar: WordGrammar(lexicon))
    predications = OfficePredications(words: tables.words)
  }

  /// Resolves all mentions of a document.
  public func run(_ analysis: inout Analysis) {
    guard !analysis.names.isEmpty || !analysis.mentions.isEmpty else { return }
    var memory = ReferentMemory()
    swap(&memory, &analysis.referentMemory)
    var statements: [OfficeStatement] = []
    swap(&statements, &analysis.offices)
    var places: [GovernmentSeats.Seat] = []
    swap(&places, &analysis.nameSeats)
    joinNames(&memory, &places, analysis)
    swap(&places, &analysis.nameSeats)
    findOffices(&statements, &memory, analysis)
    readMentions(&memory, analysis)
    titles.join(&memory.space, statements)
    people.join(&memory, statements, analysis)
    joinSeats(statements, &memory, analysis)
    titles.joinAlone(&memory, statements, analysis)
    var discourse = ReferentDiscourse(tables: tables, memory: consume memory)
    discourse.run(analysis)
    for statement in statements where statement.holderGroup >= 0 {
      let holder = discourse.root(of: statement.holderGroup, analysis)
      discourse.memory.space.join(holder, Int32(truncatingIfNeeded: statement.title))
    }
    ReferentWriter.write(&discourse, &analysis)
    swap(&statements, &analysis.offices)
    swap(&discourse.memory, &analysis.referentMemory)
  }

  /// Joins names that are the same.
  private func joinNames(
    _ memory: inout ReferentMemory, _ places: inout [GovernmentSeats.Seat], _ analysis: borrowing Analysis
  ) {
    memory.space.reset(names: analysis.names.count, groups: analysis.mentions.count)
    memory.titles.begin(names: analysis.names.count)
    places.clear()
    for index in 0..<analysis.names.count {
      memory.space.describe(index, exact.facts(of: index, analysis))
      places.append(tables.seats.seat(index, analysis))
    }
    exact.join(&memory, analysis)
    memory.bodies.joinInitials(&memory.space)
    memory.bodies.joinParts(&memory.space, analysis)
  }

  /// Reads what stands around the titles.
  private func findOffices(
    _ statements: inout [OfficeStatement], _ memory: inout ReferentMemory, _ analysis: borrowing Analysis
  ) {
    memory.offices.begin(names: analysis.names.count)
    var next = 0
    for sentence in 0..<analysis.sentences.count {
      let (first, end) = (next, analysis.sentences[sentence].end)
      var hasTitle = false
      while next < analysis.names.count, analysis.names[next].first < end {
        hasTitle = hasTitle || analysis.names[next].label == .title
        next += 1
      }
      if hasTitle { offices.statements(first..<next, &memory.offices, analysis, into: &statements) }
    }
    predications.complete(&statements, analysis)
  }

  /// Notes which titles are plural, and which stand after a possessive pronoun (`its foreign minister`).
  private func readMentions(_ memory: inout ReferentMemory, _ analysis: borrowing Analysis) {
    memory.isOwned.refill(false, count: analysis.names.count)
    for index in analysis.mentions.indices {
      if analysis.mentions[index].kind == .title, analysis.mentions[index].isPlural {
        memory.space.note(memory.space.node(index, analysis)) { $0.isPlural = true }
      }
      let (title, owner) = (Int(analysis.mentions[index].title), Int(analysis.mentions[index].owner))
      if title >= 0, owner >= 0, analysis.mentions[index].person < 0, analysis.mentions[owner].kind == .pronoun {
        memory.isOwned[title] = true
      }
    }
  }

  /// Joins capitals that have an office with their government: `Washington's envoy`.
  private func joinSeats(
    _ statements: [OfficeStatement], _ memory: inout ReferentMemory, _ analysis: borrowing Analysis
  ) {
    memory.states.removeAll()
    for index in 0..<analysis.names.count {
      let node = Int32(truncatingIfNeeded: index)
      let code = memory.space.known(node).code
      if code != 0 { _ = memory.states.first(code, node) }
    }
    for statement in statements where statement.of >= 0 && statement.isOffice {
      let code = analysis.nameSeats[statement.of].code
      let node = Int32(truncatingIfNeeded: statement.of)
      guard code != 0, isGovernment(statement, analysis) else { continue }
      memory.space.note(node) { ($0.code, $0.label) = (code, .nationality) }
      let known = memory.states.first(code, node)
      if known != node { memory.space.join(known, node) }
    }
  }

  /// Whether the place of an office is a government: a seat such as the Kremlin, or a capital before a title that isn't
  /// a city's own.
  private func isGovernment(_ statement: OfficeStatement, _ analysis: borrowing Analysis) -> Bool {
    if analysis.nameSeats[statement.of].isGovernment { return true }
    guard statement.of < statement.title else { return false }
    for token in analysis.names[statement.title].first..<analysis.names[statement.title].end {
      if tables.seats.isLocal(analysis.tokens[token].hash) { return false }
    }
    return true
  }
}
