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
  private let words: ReferentWords
  private let nouns = ReferentNouns()
  private let speech: Set<UInt32>
  private let exact: ReferentNames
  private let people: ReferentPeople
  private let titles = ReferentTitles()
  private let keys = TitleKeys()
  private let offices: OfficeFinder
  private let predications: OfficePredications

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    words = ReferentWords(lexicon)
    let grammar = WordGrammar(lexicon)
    speech = ReferentStage.speechVerbs(lexicon)
    exact = ReferentNames(lexicon: lexicon)
    people = ReferentPeople(words: words)
    offices = OfficeFinder(lexicon: lexicon, words: words, grammar: grammar)
    predications = OfficePredications(words: words)
  }

  private static func speechVerbs(_ lexicon: Lexicon) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for (index, entry) in lexicon.entries.enumerated() where entry.type == .verb {
      let classes = lexicon.tags[Int(entry.tag)].split(separator: ";").map(\.trimmed)
      if classes.contains("speech") { found.insert(UInt32(index)) }
    }
    return found
  }

  /// Resolves all mentions of a document.
  public func run(_ analysis: inout Analysis) {
    guard !analysis.names.isEmpty || !analysis.mentions.isEmpty else { return }
    var space = ReferentSpace()
    space.reset(names: analysis.names.count, groups: analysis.mentions.count)
    exact.describe(&space, analysis)
    exact.join(&space, analysis)
    exact.joinInitials(&space, analysis)
    exact.joinShortBodies(&space, analysis)
    analysis.offices.removeAll(keepingCapacity: true)
    var statements: [OfficeStatement] = []
    forEachRow(analysis) { row, _ in offices.statements(row, analysis, into: &statements) }
    predications.complete(&statements, analysis)
    notePlurals(&space, analysis)
    titles.join(&space, statements, analysis)
    people.join(&space, statements, analysis)
    var states = states(&space, analysis)
    joinSeats(statements, &states, &space, analysis)
    titles.joinAlone(&space, statements, owned: titlesOfPronouns(analysis), analysis)
    var discourse = ReferentDiscourse(
      words: words, nouns: nouns, speech: speech, seats: offices.seats, states: states, titles: keys,
      space: consume space,
      roles: GrammaticalRoles(words: words))
    discourse.run(analysis)
    for statement in statements where statement.holderGroup >= 0 {
      let holder = discourse.space.node(statement.holderGroup, analysis.mentions[statement.holderGroup])
      discourse.space.join(holder, Int32(truncatingIfNeeded: statement.title))
    }
    analysis.offices = statements
    ReferentWriter.write(&discourse, &analysis)
  }

  /// Calls `body` for the names of each sentence.
  private func forEachRow(_ analysis: borrowing Analysis, _ body: (Range<Int>, Int) -> Void) {
    var next = 0
    for (index, sentence) in analysis.sentences.enumerated() {
      let first = next
      while next < analysis.names.count, analysis.names[next].first < sentence.end { next += 1 }
      if next > first { body(first..<next, index) }
    }
  }

  /// Titles after a possessive pronoun (`its foreign minister`): whose they are is known later.
  private func titlesOfPronouns(_ analysis: borrowing Analysis) -> Set<Int> {
    var found: Set<Int> = []
    for group in analysis.mentions where group.title >= 0 && group.owner >= 0 && group.person < 0 {
      let owner = analysis.mentions[Int(group.owner)]
      if owner.kind == .pronoun { found.insert(Int(group.title)) }
    }
    return found
  }

  /// A capital that has an office is its government: `Washington's envoy`.
  private func joinSeats(
    _ statements: [OfficeStatement], _ states: inout [UInt16: Int32], _ space: inout ReferentSpace,
    _ analysis: borrowing Analysis
  ) {
    for statement in statements where statement.of >= 0 && statement.isOffice {
      let name = analysis.names[statement.of]
      let code = offices.seats.code(of: name, analysis)
      guard name.label == .location, code != 0, isGovernment(statement, analysis) else { continue }
      let node = Int32(truncatingIfNeeded: statement.of)
      space.note(node) { ($0.code, $0.label) = (code, .nationality) }
      if let known = states[code] { space.join(known, node) } else { states[code] = node }
    }
  }

  /// Whether the place of an office is a government: a seat such as the Kremlin, or a capital before a title that isn't
  /// a city's own.
  private func isGovernment(_ statement: OfficeStatement, _ analysis: borrowing Analysis) -> Bool {
    if offices.seats.isSeat(analysis.names[statement.of], analysis) { return true }
    let title = analysis.names[statement.title]
    guard statement.of < statement.title else { return false }
    return !(title.first..<title.end).contains { offices.seats.isLocal(analysis.tokens[$0].hash) }
  }

  private func notePlurals(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    for (index, group) in analysis.mentions.enumerated() where group.kind == .title && group.isPlural {
      space.note(space.node(index, group)) { $0.isPlural = true }
    }
  }

  private func states(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) -> [UInt16: Int32] {
    var found: [UInt16: Int32] = [:]
    for index in analysis.names.indices {
      let node = Int32(truncatingIfNeeded: index)
      let code = space.known(node).code
      if code != 0, found[code] == nil { found[code] = node }
    }
    return found
  }
}
