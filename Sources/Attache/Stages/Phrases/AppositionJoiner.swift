/// Joins a name with the description beside it: `Marek Dolny, the Polish interior minister,` is one group.
struct AppositionJoiner: Sendable {
  /// Joins groups inside the last sentence's items, which begin at `first`.
  func join(from first: Int, _ analysis: inout Analysis) {
    var index = first
    while index + 2 < analysis.items.count {
      let isJoined: Bool
      if analysis.items[index].kind == .mention, analysis.items[index + 1].kind == .comma {
        isJoined = joinAppositive(at: index, &analysis)
      } else if analysis.items[index].kind == .mention, analysis.items[index + 1].kind == .conjunction {
        isJoined = joinTitles(at: index, &analysis)
      } else {
        isJoined = false
      }
      if !isJoined { index += 1 }
    }
  }

  private func joinAppositive(at index: Int, _ analysis: inout Analysis) -> Bool {
    guard let second = appositive(after: index, analysis) else { return false }
    let (left, right) = (analysis.items[index].index, analysis.items[second].index)
    guard canJoin(left, right, closedBy: second + 1, analysis) else { return false }
    merge(left, right, &analysis)
    var end = second + 1
    if end < analysis.items.count, analysis.items[end].kind == .comma, closes(end, analysis) {
      analysis.mentions[left].end = analysis.items[end].first
      end += 1
    }
    analysis.items[index].end = analysis.mentions[left].end
    analysis.items.removeSubrange((index + 1)..<end)
    return true
  }

  /// `Deputy Prime Minister and Minister of Interior X`: two titles of one person.
  private func joinTitles(at index: Int, _ analysis: inout Analysis) -> Bool {
    guard analysis.items[index + 2].kind == .mention else { return false }
    let (first, second) = (analysis.items[index].index, analysis.items[index + 2].index)
    let (left, right) = (analysis.mentions[first], analysis.mentions[second])
    guard left.kind == .title, !left.isPlural, left.determiner == .none, right.person >= 0, right.title >= 0,
      right.owner < 0, right.country < 0, right.determiner == .none, right.names.lowerBound == Int(right.title)
    else { return false }
    merge(first, second, &analysis)
    analysis.items[index].end = analysis.mentions[first].end
    analysis.items.removeSubrange((index + 1)...(index + 2))
    return true
  }

  /// The item after a comma (an age between commas passed over) that may be an apposition.
  private func appositive(after index: Int, _ analysis: borrowing Analysis) -> Int? {
    let next = index + 2
    guard analysis.items[next].kind == .mention else { return nil }
    guard isAge(analysis.items[next].index, analysis), next + 2 < analysis.items.count,
      analysis.items[next + 1].kind == .comma, analysis.items[next + 2].kind == .mention
    else { return next }
    let (left, right) = (analysis.items[index].index, analysis.items[next + 2].index)
    return canJoin(left, right, closedBy: next + 3, analysis) ? next + 2 : next
  }

  private func isAge(_ mention: Int, _ analysis: borrowing Analysis) -> Bool {
    let first = analysis.mentions[mention].first
    return analysis.mentions[mention].end - first == 1 && analysis.tokens[first].shape.contains(.number)
  }

  private func canJoin(_ left: Int, _ right: Int, closedBy end: Int, _ analysis: borrowing Analysis) -> Bool {
    if isAge(right, analysis) {
      return analysis.mentions[left].category == .person && analysis.mentions[left].person >= 0
    }
    let (left, right) = (analysis.mentions[left], analysis.mentions[right])
    guard left.kind != .pronoun, right.kind != .pronoun, !left.isPlural, !right.isPlural else { return false }
    guard left.category == .person, right.category == .person else {
      return isBodyApposition(left, right, end, analysis)
    }
    let isList = end < analysis.items.count && analysis.items[end].kind == .conjunction
    if left.person < 0, right.person >= 0 {
      if left.kind == .title, right.title >= 0, right.names.lowerBound == Int(right.title) { return false }
      let isQualified = left.determiner != .none || left.owner >= 0 || left.country >= 0 || left.organization >= 0
      return !isList || isQualified && right.title < 0
    }
    if left.person >= 0, right.person < 0 {
      guard !isList else { return false }
      return right.determiner == .definite || right.determiner == .indefinite || right.owner >= 0 || right.country >= 0
        || right.organization >= 0 || right.complement >= 0 || right.kind == .title
    }
    return false
  }

  /// `Tass, the Russian state news agency,`: a named body or state with an article-led description.
  private func isBodyApposition(_ left: NounGroup, _ right: NounGroup, _ end: Int, _ analysis: borrowing Analysis)
    -> Bool
  {
    guard left.kind == .name, left.category != .person, right.kind == .description else { return false }
    guard right.determiner == .definite || right.determiner == .indefinite else { return false }
    guard right.category == .group || right.category == .place || right.category == .organization else { return false }
    return end < analysis.items.count && analysis.items[end].kind == .comma
  }

  /// Whether the comma at `index` closes an apposition rather than going on with a list of names.
  private func closes(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    guard index + 1 < analysis.items.count else { return true }
    let next = analysis.items[index + 1]
    if next.kind == .mention { return analysis.mentions[next.index].kind == .pronoun }
    return next.kind != .relative
  }

  private func merge(_ left: Int, _ right: Int, _ analysis: inout Analysis) {
    let other = analysis.mentions[right]
    var group = analysis.mentions[left]
    group.end = other.end
    group.hasApposition = true
    if group.person < 0, other.person >= 0 {
      (group.headFirst, group.headEnd, group.person) = (other.headFirst, other.headEnd, other.person)
      group.kind = .name
    }
    if group.title < 0 { group.title = other.title }
    if group.country < 0 { group.country = other.country }
    if group.organization < 0 { group.organization = other.organization }
    if group.gender == 0 { group.gender = other.gender }
    if group.complement < 0 { group.complement = other.complement }
    if group.owner < 0 { group.owner = other.owner }
    if other.names.count > 0 {
      group.names =
        group.names.isEmpty
        ? other.names
        : min(group.names.lowerBound, other.names.lowerBound)..<max(group.names.upperBound, other.names.upperBound)
    }
    analysis.mentions[left] = group
    analysis.mentions[right].isNested = true
  }
}
