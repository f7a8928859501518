/// Goes through the noun groups of a document in text order and finds what pronouns, descriptions and plural groups
/// mean. The passes are extensions, one file each.
struct ReferentDiscourse {
  let tables: ReferentTables
  var memory: ReferentMemory
  var sentence = 0
  /// Who speaks in the quotation at hand; -1 is nobody known.
  var speaker: Int32 = -1
  /// Who speaks since a label such as `MOREAU:`; -1 outside of transcripts.
  var labelled: Int32 = -1
  /// Who is spoken to in a transcript, and who answers there; -1 is nobody known.
  var addressee: Int32 = -1
  var answerer: Int32 = -1
  /// Whether a label without a name asks (`Q:`), and whether one did before.
  var isAsked = false
  var isTranscript = false
  /// How many traces back is looked.
  static let reach = 40

  /// Resolves all noun groups.
  mutating func run(_ analysis: borrowing Analysis) {
    memory.isDone.refill(false, count: analysis.mentions.count)
    memory.meanings.refill(ReferentMemory.Meaning(), count: analysis.mentions.count)
    memory.meant.clear()
    memory.traces.clear()
    memory.quotes.begin()
    var next = 0
    for index in 0..<min(analysis.sentences.count, analysis.itemRanges.count) {
      sentence = index
      let bounds = analysis.sentences[index]
      memory.roles.read(analysis.itemRanges[index], from: next, tables, analysis)
      memory.quotes.read(bounds, analysis)
      if memory.roles.hasPlace { readMetonyms(analysis) }
      findSpeaker(bounds, analysis)
      while next < analysis.mentions.count, analysis.mentions[next].first < bounds.end {
        resolve(next, analysis)
        next += 1
      }
    }
  }

  /// Resolves one noun group, its owner first.
  mutating func resolve(_ index: Int, _ analysis: borrowing Analysis) {
    guard !memory.isDone[index] else { return }
    memory.isDone[index] = true
    let owner = Int(analysis.mentions[index].owner)
    if owner > index, owner < analysis.mentions.count, analysis.mentions[owner].kind == .pronoun {
      resolve(owner, analysis)
    }
    let kind = analysis.mentions[index].kind
    switch kind {
    case .name:
      if owner >= 0 { resolveNamedCounterpart(index, analysis) }
      if analysis.mentions[index].category == .group { resolveNational(index, analysis) }
    case .title: if analysis.mentions[index].isPlural { resolvePlural(index, analysis) }
    case .pronoun: resolvePronoun(index, analysis)
    case .description: resolveDescription(index, analysis)
    }
    let meaning = memory.meanings[index]
    let node = memory.space.node(index, analysis)
    if kind == .pronoun, analysis.mentions[index].gender == 0, meaning.count < 2, !memory.space.known(node).isNamed {
      return
    }
    if meaning.count > 0 {
      for at in meaning.first..<(meaning.first + meaning.count) { leave(memory.meant[Int(at)], index, analysis) }
    } else {
      leave(node, index, analysis)
    }
    let country = analysis.mentions[index].country
    if country >= 0, country != node { leaveQualifier(country, index, analysis) }
  }

  @inline(__always)
  private mutating func leave(_ node: Int32, _ index: Int, _ analysis: borrowing Analysis) {
    let spot = memory.roles.spot(of: index)
    let facts = memory.space.known(node)
    var category = analysis.mentions[index].category
    if facts.isNamed || analysis.mentions[index].kind == .pronoun {
      switch facts.label {
      case .person, .title: category = .person
      case .country, .nationality: category = .state
      case .organization: category = .organization
      default: break
      }
    }
    var role = spot >= 0 ? memory.roles.spots[spot].role : .other
    if analysis.mentions[index].isNested { role = isInSubject(index, analysis) ? .other : .nested }
    let head = analysis.mentions[index].headFirst
    memory.traces.append(
      ReferentTrace(
        node: node, sentence: Int32(truncatingIfNeeded: sentence), token: Int32(truncatingIfNeeded: head),
        verb: spot >= 0 ? Int32(truncatingIfNeeded: memory.roles.spots[spot].verb) : -1, role: role,
        category: category, isQuoted: memory.quotes.isQuoted(head),
        isPlural: analysis.mentions[index].isPlural && memory.meanings[index].count < 2))
  }

  /// Whether a nested group stands in the subject of a verb (`the office of the president said`).
  private func isInSubject(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    let spot = memory.roles.container(of: index)
    guard spot >= 0, memory.roles.spots[spot].role == .subject else { return false }
    return analysis.mentions[index].end <= analysis.mentions[memory.roles.spots[spot].mention].end
  }

  private mutating func leaveQualifier(_ name: Int32, _ index: Int, _ analysis: borrowing Analysis) {
    memory.traces.append(
      ReferentTrace(
        node: name, sentence: Int32(truncatingIfNeeded: sentence),
        token: Int32(truncatingIfNeeded: analysis.names[Int(name)].first), verb: -1, role: .nested, category: .state,
        isQuoted: memory.quotes.isQuoted(analysis.mentions[index].headFirst), isQualifier: true))
  }

  /// Notes that a noun group means other things than its head names: a plural group more than one.
  mutating func setMeaning(_ nodes: [Int32], of index: Int) {
    memory.meanings[index] = ReferentMemory.Meaning(
      first: Int32(truncatingIfNeeded: memory.meant.count), count: Int32(truncatingIfNeeded: nodes.count))
    memory.meant.append(contentsOf: nodes)
  }

  /// The set of what a noun group's head names.
  @inline(__always)
  mutating func root(of index: Int, _ analysis: borrowing Analysis) -> Int32 {
    memory.space.root(memory.space.node(index, analysis))
  }

  /// The indices of traces from the latest back, as far as pronouns look.
  var recent: ReversedCollection<Range<Int>> {
    (max(0, memory.traces.count - ReferentDiscourse.reach)..<memory.traces.count).reversed()
  }
}

/// What the discourse knows of words, verbs, places and titles; one object, so that a document copies nothing.
final class ReferentTables: Sendable {
  let words: ReferentWords
  let nouns = ReferentNouns()
  let seats: GovernmentSeats
  let keys = TitleKeys()

  init(_ lexicon: Lexicon) {
    words = ReferentWords(lexicon)
    seats = GovernmentSeats(lexicon)
  }
}
