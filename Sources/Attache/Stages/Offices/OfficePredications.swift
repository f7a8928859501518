/// Offices that a sentence predicates: `Marles, who is defence minister of Australia`, `She is the chair of the Council`,
/// `X, who heads Y` has no title and gives none.
struct OfficePredications: Sendable {
  let words: ReferentWords

  /// Gives titles after forms of `be` the subject as their holder.
  func complete(_ statements: inout [OfficeStatement], _ analysis: borrowing Analysis) {
    var next = 0
    for index in statements.indices where statements[index].holder < 0 {
      let title = analysis.names[statements[index].title]
      while next < analysis.itemRanges.count,
        analysis.itemRanges[next].isEmpty || lastToken(analysis.itemRanges[next], analysis) <= title.first
      { next += 1 }
      guard next < analysis.itemRanges.count else { return }
      complete(&statements[index], title, analysis.itemRanges[next], analysis)
      guard index > 0, statements[index].holder < 0, statements[index].holderGroup < 0 else { continue }
      // `both deputy prime minister and defence minister of Australia`
      let before = statements[index - 1]
      let gap = title.first - analysis.names[before.title].end
      if before.isPredicated, gap == 1, analysis.tokens[title.first - 1].word == words.and {
        statements[index].holder = before.holder
        statements[index].holderGroup = before.holderGroup
        statements[index].isPredicated = true
        if statements[index - 1].of < 0 { statements[index - 1].of = statements[index].of }
      }
    }
  }

  private func lastToken(_ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    analysis.items[range.upperBound - 1].end
  }

  private func complete(
    _ statement: inout OfficeStatement, _ title: Name, _ range: Range<Int>, _ analysis: borrowing Analysis
  ) {
    var at = range.lowerBound
    var high = range.upperBound
    while at < high {
      let middle = (at + high) / 2
      if analysis.items[middle].end <= title.first { at = middle + 1 } else { high = middle }
    }
    guard at < range.upperBound, at > range.lowerBound, analysis.items[at].first <= title.first,
      analysis.items[at].kind == .mention
    else { return }
    let group = analysis.mentions[analysis.items[at].index]
    guard group.kind == .title, Int(group.title) >= 0, !group.isPlural else { return }
    var verb = at - 1
    if analysis.items[verb].kind == .preposition, verb > range.lowerBound { verb -= 1 }
    guard analysis.items[verb].kind == .verb else { return }
    let found = analysis.verbGroups[analysis.items[verb].index]
    let word = analysis.tokens[found.verb].word
    guard words.isBe(word) || found.isPassive && words.is(word, .appointing), found.modality == .actual,
      !found.isNegated
    else { return }
    var subject = verb - 1
    while subject >= range.lowerBound {
      switch analysis.items[subject].kind {
      case .relative, .comma, .adverb, .close, .open: subject -= 1
      case .mention:
        let holder = analysis.mentions[analysis.items[subject].index]
        guard holder.category == .person, !holder.isPlural else { return }
        if subject > range.lowerBound, analysis.items[subject - 1].kind == .preposition { return }
        statement.isPredicated = true
        if holder.person >= 0 {
          statement.holder = Int(holder.person)
        } else if holder.kind == .pronoun, holder.gender != 0 {
          statement.holderGroup = analysis.items[subject].index
        }
        return
      default: return
      }
    }
  }
}
