/// Goes through the noun groups of a document in text order and finds what pronouns, descriptions and plural groups
/// mean. The passes are extensions, one file each.
struct ReferentDiscourse {
  let words: ReferentWords
  let nouns: ReferentNouns
  let speech: Set<UInt32>
  let seats: GovernmentSeats
  /// A node for each state that the text names, by code.
  var states: [UInt16: Int32]
  let titles: TitleKeys
  var space: ReferentSpace
  var roles: GrammaticalRoles
  var traces: [ReferentTrace] = []
  var sentence = 0
  /// For noun groups that don't mean what their head names (`the Norwegian`): a node of what they mean.
  private(set) var standing: [Int: Int32] = [:]
  /// For noun groups that mean more than one: their referents, as nodes.
  private(set) var members: [Int: [Int32]] = [:]
  /// For each noun group whether `members` or `standing` holds it.
  private(set) var isSpecial: [Bool] = []
  var isDone: [Bool] = []
  var quotes = QuoteReader()
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
    isDone = [Bool](repeating: false, count: analysis.mentions.count)
    isSpecial = isDone
    var next = 0
    for index in analysis.sentences.indices where index < analysis.itemRanges.count {
      sentence = index
      let bounds = analysis.sentences[index]
      roles.read(analysis.itemRanges[index], analysis)
      quotes.read(bounds, analysis)
      readMetonyms(bounds, analysis)
      findSpeaker(bounds, analysis)
      while next < analysis.mentions.count, analysis.mentions[next].first < bounds.end {
        resolve(next, analysis)
        next += 1
      }
    }
  }

  /// Resolves one noun group, its owner first.
  mutating func resolve(_ index: Int, _ analysis: borrowing Analysis) {
    guard !isDone[index] else { return }
    isDone[index] = true
    let group = analysis.mentions[index]
    let node = space.node(index, group)
    if group.owner >= 0, Int(group.owner) > index, Int(group.owner) < isDone.count,
      analysis.mentions[Int(group.owner)].kind == .pronoun
    {
      resolve(Int(group.owner), analysis)
    }
    switch group.kind {
    case .name:
      resolveNamedCounterpart(index, group, analysis)
      resolveNational(index, group, analysis)
    case .title: if group.isPlural { resolvePlural(index, group, analysis) }
    case .pronoun: resolvePronoun(index, group, analysis)
    case .description:
      if group.isPlural || nouns.isPair(group, analysis) {
        resolvePlural(index, group, analysis)
      } else {
        resolveDescription(index, group, analysis)
      }
    }
    if group.kind == .pronoun, group.gender == 0, members(of: index) == nil, !space.known(node).isNamed { return }
    if let person = standing(of: index) {
      leave(person, index, group, analysis)
    } else if let found = members(of: index) {
      for member in found { leave(member, index, group, analysis) }
    } else {
      leave(node, index, group, analysis)
    }
    if group.country >= 0, group.country != node {
      leaveQualifier(group.country, group, analysis)
    }
  }

  private mutating func leave(_ node: Int32, _ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) {
    let spot = roles.spot(of: index)
    let facts = space.known(node)
    var category = group.category
    if facts.isNamed || group.kind == .pronoun {
      switch facts.label {
      case .person, .title: category = .person
      case .country, .nationality: category = .state
      case .organization: category = .organization
      default: break
      }
    }
    traces.append(
      ReferentTrace(
        node: node, sentence: Int32(truncatingIfNeeded: sentence), token: group.headFirst,
        role: group.isNested ? isInSubject(index, group, analysis) ? .other : .nested : spot?.role ?? .other,
        category: category, verb: spot?.verb ?? -1, isQuoted: quotes.isQuoted(group.headFirst),
        isPlural: group.isPlural && members(of: index) == nil))
  }

  /// Whether a nested group stands in the subject of a verb (`the office of the president said`).
  private func isInSubject(_ index: Int, _ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    guard let spot = roles.container(of: index), spot.role == .subject else { return false }
    return group.end <= analysis.mentions[spot.mention].end
  }

  private mutating func leaveQualifier(_ name: Int32, _ group: NounGroup, _ analysis: borrowing Analysis) {
    traces.append(
      ReferentTrace(
        node: name, sentence: Int32(truncatingIfNeeded: sentence), token: analysis.names[Int(name)].first,
        role: .nested, category: .state, verb: -1, isQuoted: quotes.isQuoted(group.headFirst), isQualifier: true))
  }

  /// The referents of a noun group that means more than one.
  func members(of index: Int) -> [Int32]? { isSpecial[index] ? members[index] : nil }

  /// What a noun group means that doesn't mean what its head names.
  func standing(of index: Int) -> Int32? { isSpecial[index] ? standing[index] : nil }

  mutating func setMembers(_ nodes: [Int32], of index: Int) {
    members[index] = nodes
    isSpecial[index] = true
  }

  mutating func setStanding(_ node: Int32, of index: Int) {
    standing[index] = node
    isSpecial[index] = true
  }

  /// The traces from the latest back, as far as pronouns look.
  var recent: ReversedCollection<ArraySlice<ReferentTrace>> { traces.suffix(ReferentDiscourse.reach).reversed() }
}
