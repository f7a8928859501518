/// How far a topic goes: over its prepositional phrases, gerunds and coordination, up to a date, a place or the next verb.
struct TopicExtent: Sendable {
  private let circumstantial: Set<UInt32>
  /// The most items of a topic.
  private static let mostItems = 24

  init(_ lexicon: Lexicon) {
    circumstantial = Set(
      ["in", "at", "on", "during", "before", "after", "by", "with", "between", "under", "while", "following"].map {
        lexicon.vocabulary.identifier(of: WordHash.of($0))
      })
  }

  /// The token after a topic that begins at an item; the topic's last word is never a comma, conjunction or preposition.
  func end(from item: Int, used: [Int], _ items: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var end = analysis.items[item].end
    var at = item + 1
    while at < items.upperBound, at < item + TopicExtent.mostItems {
      let found = analysis.items[at]
      let next = at + 1 < items.upperBound ? analysis.items[at + 1] : nil
      switch found.kind {
      case .mention:
        if next?.kind == .verb, let verb = next?.index, analysis.verbGroups[verb].form == .finite { return end }
        end = found.end
      case .preposition:
        guard let next, next.kind == .mention || isGerund(next, analysis) else { return end }
        if circumstantial.contains(analysis.tokens[found.first].word), leads(next, used, analysis) { return end }
      case .conjunction:
        guard let next, next.kind == .mention || next.kind == .preposition || isGerund(next, analysis) else {
          return end
        }
      case .comma:
        guard next?.kind == .mention || next?.kind == .conjunction || isBareGerund(at + 1, items, analysis),
          goesOn(at, items, analysis)
        else { return end }
      case .verb:
        guard isGerund(found, analysis) else { return end }
        end = found.end
      case .adverb: break
      default: return end
      }
      at += 1
    }
    return end
  }

  private func isGerund(_ item: PhraseItem, _ analysis: borrowing Analysis) -> Bool {
    item.kind == .verb && analysis.verbGroups[item.index].form == .gerund
  }

  /// A gerund that stands in a list by itself (`fighting piracy, smuggling and fraud`).
  private func isBareGerund(_ item: Int, _ items: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard item + 1 < items.upperBound, isGerund(analysis.items[item], analysis) else { return false }
    return analysis.items[item + 1].kind == .conjunction || analysis.items[item + 1].kind == .comma
  }

  /// Whether a preposition leads to a place or to another argument rather than to more of the topic.
  private func leads(_ item: PhraseItem, _ used: [Int], _ analysis: borrowing Analysis) -> Bool {
    guard item.kind == .mention else { return false }
    let group = analysis.mentions[item.index]
    return group.category == .place || group.category == .state || used.contains(item.index)
  }

  /// Whether a comma stands in a list: a conjunction follows before any verb.
  private func goesOn(_ comma: Int, _ items: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    var at = comma + 1
    while at < items.upperBound, at < comma + 9 {
      switch analysis.items[at].kind {
      case .conjunction: return at + 1 < items.upperBound && analysis.items[at + 1].kind != .verb
      case .mention, .comma, .preposition: at += 1
      case .verb where isGerund(analysis.items[at], analysis): at += 1
      default: return false
      }
    }
    return false
  }
}
