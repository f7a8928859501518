/// Decides which noun groups may fill which slots, and makes arguments of them.
struct SlotFilling: Sendable {
  let lexicon: Lexicon
  let grammar: WordGrammar
  private let capitalTags: Set<UInt16>

  init(lexicon: Lexicon, grammar: WordGrammar) {
    self.lexicon = lexicon
    self.grammar = grammar
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
      if group.kind == .pronoun { return [.state, .organization, .group, .document, .event, .place, .other] }
      return partitive(group, analysis) ?? .other
    }
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

  /// The groups that fit the slot; empty when none does.
  func fitting(_ mentions: [Int], _ slot: Slot, _ analysis: borrowing Analysis) -> [Int] {
    mentions.filter { !types(of: $0, analysis).isDisjoint(with: slot.types) }
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

  /// What nouns of quantity count.
  private static let values = ["pair": 2, "couple": 2, "trio": 3]

  /// How many documents the groups are; nil when an uncounted plural is among them.
  func count(_ mentions: [Int], _ analysis: borrowing Analysis) -> Int? {
    var total = 0
    for mention in mentions {
      let group = analysis.mentions[mention]
      if isQuantity(group), group.count <= 1 {
        guard let noun = group.noun, let value = SlotFilling.values[lexicon.name(of: noun)] else { return nil }
        total += value
      } else if group.count > 0 {
        total += Int(group.count)
      } else if group.isPlural
        || isUncounted(group, analysis)
      {
        return nil
      } else {
        total += 1
      }
    }
    return total > 0 ? total : nil
  }
}
