/// Relative clauses: whom they are about, and how long they last.
extension ClauseParser {
  func pushRelative(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ analysis: borrowing Analysis
  ) {
    guard stack.count < 16 else { return }
    var context = Context()
    context.isRelative = true
    let word = analysis.tokens[analysis.items[index].first].word
    if let found = antecedent(before: index, isPersonal: words.isPersonal(relative: word), range, analysis) {
      context.antecedent = [found]
      if analysis.items[index - 1].kind == .preposition {
        // `B, with whom A signed a pact`
        let word = analysis.tokens[analysis.items[index - 1].first].word
        context.leading = [Phrase(preposition: word, item: index - 1, mentions: [found], after: -1, isFronted: true)]
        context.antecedent = []
        stack.append(context)
        return
      }
      if let list = stack[stack.count - 1].free.last, list.count > 1, list.contains(found),
        hasPluralVerb(after: index, range, analysis)
      {
        context.antecedent = list
      }
    }
    stack.append(context)
  }

  /// The group that a relative clause at `index` is about: the nearest, for `who` the nearest that can be meant.
  private func antecedent(
    before index: Int, isPersonal: Bool, _ range: Range<Int>, _ analysis: borrowing Analysis
  ) -> Int? {
    var at = index - 1
    var nearest: Int?
    while at >= range.lowerBound, at > index - 6 {
      let item = analysis.items[at]
      if item.kind == .verb { break }
      if item.kind == .mention {
        if at - 2 >= range.lowerBound, isOrigin(at - 1, range, analysis) { return analysis.items[at - 2].index }
        let group = analysis.mentions[item.index]
        if !isPersonal || group.category == .person || group.category == .group { return item.index }
        if nearest == nil { nearest = item.index }
      } else if nearest == nil, at <= index - 4 {
        break
      }
      at -= 1
    }
    return nearest
  }

  /// `A and B, who were received by C`: the verb says that the relative clause is about both.
  private func hasPluralVerb(after index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard index + 1 < range.upperBound, analysis.items[index + 1].kind == .verb else { return false }
    return words.isPluralVerb(analysis.tokens[analysis.items[index + 1].first].word)
  }

  /// Whether `that` after a thing begins a clause whose verb lacks its object (`the treaty that A and B signed`).
  func isObjectRelative(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard words.isThat(analysis.tokens[analysis.items[index].first].word), index > range.lowerBound,
      analysis.items[index - 1].kind == .mention
    else { return false }
    let noun = analysis.mentions[analysis.items[index - 1].index]
    guard noun.kind == .description, noun.category == .document || noun.category == .event || noun.category == .place
    else { return false }
    return gap(after: index, range, analysis) == .object
  }

  /// Whether `that` after a noun says what the noun holds (`the claim that A met B`): nothing is missing in it.
  func isContent(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard words.isThat(analysis.tokens[analysis.items[index].first].word) else { return false }
    guard index > range.lowerBound, analysis.items[index - 1].kind == .mention else { return true }
    switch gap(after: index, range, analysis) {
    case .subject: return false
    case .object: return analysis.mentions[analysis.items[index - 1].index].isActor
    case .nothing: return true
    }
  }

  /// What a clause after `that` lacks.
  private enum Gap { case subject, object, nothing }

  private func gap(after index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Gap {
    var at = index + 1
    var hasSubject = false
    while at < range.upperBound, at < index + 12, analysis.items[at].kind != .verb {
      let item = analysis.items[at]
      if item.kind == .stop || item.kind == .subordinator || item.kind == .relative { return .subject }
      if item.kind == .mention { hasSubject = true }
      at += 1
    }
    guard hasSubject, at < range.upperBound, analysis.items[at].kind == .verb else { return .subject }
    if analysis.verbGroups[analysis.items[at].index].isPassive { return .nothing }
    repeat { at += 1 } while at < range.upperBound && analysis.items[at].kind == .adverb
    guard at < range.upperBound else { return .object }
    switch analysis.items[at].kind {
    case .mention: return words.isMeasure(analysis.mentions[analysis.items[at].index]) ? .object : .nothing
    case .subordinator: return .nothing
    case .verb: return analysis.verbGroups[analysis.items[at].index].form == .gerund ? .nothing : .object
    default: return .object
    }
  }

  /// A comma ends a relative clause unless its verb phrase or a list goes on.
  func popRelative(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ analysis: borrowing Analysis
  ) {
    guard stack.count > 1, stack[stack.count - 1].isRelative, stack[stack.count - 1].lastFinite >= 0 else { return }
    guard index + 1 < range.upperBound else { return }
    let next = analysis.items[index + 1].kind
    if next == .preposition || next == .mention { stack.removeLast() }
  }
}
