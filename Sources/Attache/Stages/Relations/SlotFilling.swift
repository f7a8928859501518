/// Decides which noun groups may fill which slots, and makes arguments of them.
struct SlotFilling: Sendable {
  let lexicon: Lexicon
  let grammar: WordGrammar
  private let capitalTags: Set<UInt16>
  private let things: Set<UInt32>
  private let people: Set<UInt32>
  private let ones: Set<UInt32>

  init(lexicon: Lexicon, grammar: WordGrammar) {
    self.lexicon = lexicon
    self.grammar = grammar
    things = ClauseWords.words(of: "any-thing", lexicon)
    ones = Set(
      ["first", "second", "third", "last", "latest", "one"].map { lexicon.vocabulary.identifier(of: WordHash.of($0)) })
    people = ClauseWords.words(of: "any-person", lexicon)
    capitalTags = Set(
      lexicon.tags.indices.filter { lexicon.tags[$0].contains("capital") || lexicon.tags[$0].contains("building") }
        .map { UInt16(truncatingIfNeeded: $0) })
  }

  /// What a noun group is, as slots ask for it.
  func types(of mention: Int, _ analysis: borrowing Analysis) -> SlotType {
    let group = analysis.mentions[mention]
    switch group.category {
    case .person: return group.kind == .title ? [.person, .post] : .person
    case .state: return .state
    case .organization: return .organization
    case .place: return isSeat(group, analysis) ? [.place, .seat] : .place
    case .group: return partitive(group, analysis) ?? .group
    case .document: return .document
    case .event: return .event
    case .other:
      if group.kind == .pronoun {
        let any: SlotType = [.state, .organization, .document, .event, .place, .other]
        return group.isPlural ? any.union(.group) : any
      }
      return partitive(group, analysis) ?? pronominal(group, analysis) ?? .other
    }
  }

  /// `nothing`, `anyone`, `the two`: words that stand for what they don't name.
  private func pronominal(_ group: NounGroup, _ analysis: borrowing Analysis) -> SlotType? {
    guard group.noun == nil, group.kind == .description else { return nil }
    let word = analysis.tokens[group.headEnd - 1].word
    if things.contains(word) { return [.document, .event, .other] }
    if people.contains(word) { return .person }
    guard group.count > 1, group.determiner == .definite, group.end == group.first + 2 else { return nil }
    return [.person, .state, .organization]
  }

  /// Whether a place can stand for a government: a capital or a seat such as the Kremlin.
  private func isSeat(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    guard group.kind == .name, group.location >= 0 else { return false }
    guard let row = analysis.names[Int(group.location)].entry else {
      return group.referent >= 0 && isState(group, analysis)
    }
    let entry = lexicon.entries[Int(row)]
    return entry.type == .country || isState(group, analysis) || capitalTags.contains(entry.tag)
  }

  private func isState(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    group.referent >= 0 && Int(group.referent) < analysis.referents.count
      && analysis.referents[Int(group.referent)].label == .country
  }

  /// `a raft of agreements`: the noun that counts gives way to what is counted.
  private func partitive(_ group: NounGroup, _ analysis: borrowing Analysis) -> SlotType? {
    guard group.complement >= 0, group.kind == .description, group.noun == nil || isQuantity(group) else { return nil }
    // `the demands of the rebels` are no rebels.
    guard group.noun != nil || group.determiner != .definite else { return nil }
    let inner = analysis.mentions[Int(group.complement)]
    guard inner.category != .other, inner.isPlural || inner.category == .document else { return nil }
    return types(of: Int(group.complement), analysis)
  }

  /// Whether the head noun counts what its complement names (`pair`, `series`).
  private func isQuantity(_ group: NounGroup) -> Bool {
    guard let noun = group.noun else { return false }
    return lexicon.tags[Int(lexicon.entries[Int(noun)].tag)].utf8.elementsEqual("group; quantity".utf8)
      || lexicon.tags[Int(lexicon.entries[Int(noun)].tag)].utf8.elementsEqual("quantity".utf8)
  }

  /// Whether a group means more than one (`the two`, `ministers`, `both sides`).
  func isPlural(_ mention: Int, _ analysis: borrowing Analysis) -> Bool {
    let group = analysis.mentions[mention]
    return group.isPlural || group.count > 1 || !group.referents.isEmpty
  }

  /// Whether a group is a body whose members meet each other (`the committee met`).
  func isCollective(_ mention: Int, _ analysis: borrowing Analysis) -> Bool {
    let group = analysis.mentions[mention]
    return group.category == .group || group.category == .organization
  }

  /// The groups that fit the slot and aren't `used` already; empty when none does.
  func fitting(
    _ mentions: [Int], _ slot: Slot, _ analysis: borrowing Analysis, without used: [Int] = []
  ) -> [Int] {
    var count = 0
    for mention in mentions where fits(mention, slot, used, analysis) { count += 1 }
    // Nearly always all of them fit or none does, and then no list need be made.
    if count == mentions.count { return mentions }
    if count == 0 { return [] }
    var fit: [Int] = []
    fit.reserveCapacity(count)
    for mention in mentions where fits(mention, slot, used, analysis) { fit.append(mention) }
    return fit
  }

  private func fits(_ mention: Int, _ slot: Slot, _ used: [Int], _ analysis: borrowing Analysis) -> Bool {
    !types(of: mention, analysis).isDisjoint(with: slot.types) && !used.contains(mention)
  }

  /// Fills a role of a match with groups; who fills it already isn't added again.
  func add(_ mentions: [Int], _ slot: Slot, to match: inout VerbMatcher.Match, _ analysis: borrowing Analysis) {
    for argument in arguments(mentions, slot, analysis) {
      let isKnown =
        argument.referent >= 0
        && match.arguments.contains {
          $0.role == argument.role && $0.referent == argument.referent
        }
      if !isKnown { match.arguments.append(argument) }
    }
    match.used += mentions
    match.filled += mentions.count
    if slot.types == .document { match.documents += mentions }
  }

  /// The arguments of groups in a role: one for each referent.
  func arguments(_ mentions: [Int], _ slot: Slot, _ analysis: borrowing Analysis) -> [ArgumentRecord] {
    var made: [ArgumentRecord] = []
    for mention in mentions {
      let group = analysis.mentions[mention]
      if slot.isText {
        made.append(ArgumentRecord(role: slot.role, tokens: group.first..<group.end))
      } else if !group.referents.isEmpty {
        for referent in analysis.referents(of: group) {
          made.append(ArgumentRecord(role: slot.role, tokens: group.headFirst..<group.headEnd, referent: referent))
        }
      } else {
        let isPhrase = group.kind == .description || group.kind == .pronoun
        made.append(
          ArgumentRecord(
            role: slot.role, tokens: isPhrase ? group.first..<group.end : group.headFirst..<group.headEnd,
            referent: group.referent))
      }
    }
    return made
  }

  /// `a raft of agreements`: the head doesn't say how many.
  private func isUncounted(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    guard group.complement >= 0, group.category != .document else { return false }
    return analysis.mentions[Int(group.complement)].category == .document
  }

  /// `the first of four agreements`, `the last of them`
  private func isOne(_ group: NounGroup, _ analysis: borrowing Analysis) -> Bool {
    ones.contains(analysis.tokens[group.headEnd - 1].word)
  }

  /// What nouns of quantity count.
  private static let values = ["pair": 2, "couple": 2, "trio": 3]

  /// How many documents the groups are; nil when an uncounted plural is among them.
  func count(_ mentions: [Int], _ analysis: borrowing Analysis) -> Int? {
    var total = 0
    for mention in mentions {
      let group = analysis.mentions[mention]
      if isQuantity(group), group.count <= 1 {
        if group.complement >= 0, analysis.mentions[Int(group.complement)].count > 0 {
          total += Int(analysis.mentions[Int(group.complement)].count)
          continue
        }
        guard let noun = group.noun, let value = SlotFilling.values[lexicon.name(of: noun)] else { return nil }
        total += value
      } else if group.count > 0 {
        total += Int(group.count)
      } else if isUncounted(group, analysis) {
        let counted = analysis.mentions[Int(group.complement)].count
        guard counted > 0 else { return nil }
        // `the first of four agreements` is one, `a package of five accords` are five.
        total += isOne(group, analysis) ? 1 : Int(counted)
      } else if group.isPlural || pronominal(group, analysis) != nil {
        return nil
      } else {
        total += 1
      }
    }
    return total > 0 ? total : nil
  }
}
