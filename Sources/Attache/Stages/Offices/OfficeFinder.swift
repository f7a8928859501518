/// Reads the row of names of a sentence: which titles belong to which person, and of what they are.
///
/// Works on names and the small words between them, so that it holds where noun groups are cut badly.
struct OfficeFinder: Sendable {
  let words: ReferentWords
  let gaps: NameGapReader
  private let kinds: TitleKinds
  private static let mostTitles = 8

  init(lexicon: Lexicon, words: ReferentWords, grammar: WordGrammar) {
    self.words = words
    gaps = NameGapReader(words: words, grammar: grammar)
    kinds = TitleKinds(lexicon)
  }

  /// Titles of persons while a row is read; kept from document to document.
  struct Memory: Sendable {
    /// For each name the index of the statement about it in `statements`; -1 is none.
    fileprivate var claims: [Int32] = []
    fileprivate var statements: [OfficeStatement] = []
    /// The titles of the person at hand, before the name, then all.
    fileprivate var titles: [OfficeStatement] = []
    /// Those behind the name.
    fileprivate var right: [OfficeStatement] = []

    /// Forgets the last document.
    mutating func begin(names: Int) {
      claims.refill(-1, count: names)
      statements.clear()
    }

    /// Whether a title belongs to a person already.
    fileprivate func isClaimed(_ title: Int) -> Bool { claims[title] >= 0 }
  }

  /// A statement for every title among `names`, in text order.
  func statements(
    _ row: Range<Int>, _ memory: inout Memory, _ analysis: borrowing Analysis, into found: inout [OfficeStatement]
  ) {
    for index in row where analysis.names[index].label == .person { claim(index, row, &memory, analysis) }
    for index in row where analysis.names[index].label == .title {
      let claim = Int(memory.claims[index])
      var statement = claim >= 0 ? memory.statements[claim] : OfficeStatement(title: index)
      if statement.of < 0 { statement.of = of(index, row, &statement, analysis) }
      statement.isOffice = kinds.isOffice(analysis.names[index], analysis)
      found.append(statement)
    }
  }

  private func gap(_ left: Int, _ right: Int, _ analysis: borrowing Analysis) -> NameGap {
    gaps.gap(analysis.names[left].end, analysis.names[right].first, analysis)
  }

  private func isBody(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    switch analysis.names[index].label {
    case .country, .nationality, .organization: true
    case .location: analysis.nameSeats[index].code != 0
    default: false
    }
  }

  /// What a title is of, by the name before it or after `of`.
  private func of(
    _ title: Int, _ row: Range<Int>, _ statement: inout OfficeStatement, _ analysis: borrowing Analysis
  ) -> Int {
    if title > row.lowerBound, isBody(title - 1, analysis) {
      let gap = gap(title - 1, title, analysis)
      let isPlace = analysis.names[title - 1].label == .location && !analysis.nameSeats[title - 1].isGovernment
      if gap.kind == .possessive || gap.kind == .adjacent && !isPlace && !gap.hasArticle {
        if gap.status != .current { statement.status = gap.status }
        return title - 1
      }
    }
    var at = title + 1
    // `Minister of Interior of Spain`, `spokesman for the ministry`; `Ambassador of Spain to Morocco`.
    while at < row.upperBound, isBody(at, analysis) || analysis.names[at].label == .location {
      let gap = gap(at - 1, at, analysis)
      switch gap.kind {
      case .of: return owned(at, row, analysis)
      case .leading:
        let isSpoken = (analysis.names[title].first..<analysis.names[title].end).contains {
          words.is(analysis.tokens[$0].word, .spokesman)
        }
        if isSpoken || analysis.names[at].label == .organization { return isBody(at, analysis) ? at : -1 }
      case .to: break
      default: return -1
      }
      at += 1
    }
    return -1
  }

  /// `of Jordan's Ministry of Interior`: the body, not its country; -1 for a city.
  private func owned(_ index: Int, _ row: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    if index + 1 < row.upperBound, analysis.names[index + 1].label == .organization {
      let gap = gap(index, index + 1, analysis)
      if gap.kind == .possessive
        || gap.kind == .adjacent && analysis.names[index].end == analysis.names[index + 1].first
      {
        return index + 1
      }
    }
    return isBody(index, analysis) ? index : -1
  }

  // MARK: persons

  private func claim(
    _ person: Int, _ row: Range<Int>, _ memory: inout Memory, _ analysis: borrowing Analysis
  ) {
    memory.titles.clear()
    memory.right.clear()
    let hasOfficeLeft = claimLeft(person, row, &memory, analysis)
    claimRight(person, row, hasOfficeLeft, &memory, analysis)
    for statement in memory.titles {
      memory.claims[statement.title] = Int32(truncatingIfNeeded: memory.statements.count)
      memory.statements.append(statement)
    }
  }

  /// The titles before a name; returns whether an office is among them.
  private func claimLeft(
    _ person: Int, _ row: Range<Int>, _ memory: inout Memory, _ analysis: borrowing Analysis
  ) -> Bool {
    var current = person
    var hasOffice = false
    var ofAfter = -1
    while current > row.lowerBound, memory.titles.count < OfficeFinder.mostTitles {
      let left = current - 1
      let gap = gap(left, current, analysis)
      let name = analysis.names[left]
      if name.label == .title {
        guard !memory.isClaimed(left), links(gap, current: current, person: person, analysis) else { break }
        var statement = OfficeStatement(title: left, holder: person, of: ofAfter)
        statement.status = gap.status
        if statement.of < 0 { statement.of = of(left, row, &statement, analysis) }
        if statement.status == .current, statement.of != left - 1 { statement.status = statusBefore(left, analysis) }
        if kinds.isOffice(name, analysis) { hasOffice = true }
        memory.titles.append(statement)
        ofAfter = -1
        current = left
        continue
      }
      // `Ambassador of Spain to Morocco, Enrique Ojeda`: back over what completes the title.
      guard gap.kind == .comma || gap.kind == .adjacent, let title = titleBefore(left, row, analysis),
        !memory.isClaimed(title)
      else { break }
      guard current == person || kinds.isOffice(analysis.names[title], analysis) else { break }
      var statement = OfficeStatement(title: title, holder: person)
      statement.of = of(title, row, &statement, analysis)
      if statement.status == .current, statement.of != title - 1 { statement.status = statusBefore(title, analysis) }
      hasOffice = true
      memory.titles.append(statement)
      current = title
    }
    guard !memory.titles.isEmpty else { return false }
    shareOf(&memory.titles)
    attachCountryAfter(person, row, &memory.titles, analysis)
    return hasOffice
  }

  /// `the former prime minister` without a country before the title.
  private func statusBefore(_ title: Int, _ analysis: borrowing Analysis) -> OfficeRecord.Status {
    let first = analysis.names[title].first
    guard first > 0 else { return .current }
    return gaps.gap(first - 1, first, analysis).status
  }

  private func links(_ gap: NameGap, current: Int, person: Int, _ analysis: borrowing Analysis) -> Bool {
    switch gap.kind {
    case .adjacent: return !gap.hasArticle || gap.status != .current
    case .comma: return current == person || !beginsAnother(current, analysis)
    case .and: return current != person && !gap.hasArticle
    default: return false
    }
  }

  /// `Turkey's foreign minister, Secretary Dana Cole`: a small title and a capital one belong to two people.
  private func beginsAnother(_ title: Int, _ analysis: borrowing Analysis) -> Bool {
    let (left, right) = (analysis.names[title - 1], analysis.names[title])
    return analysis.tokens[left.first].shape.isDisjoint(with: .capital)
      && analysis.tokens[right.first].shape.contains(.capital) && kinds.isOffice(right, analysis)
  }

  /// The title that a chain of `of` and `to` before `index` completes.
  private func titleBefore(_ index: Int, _ row: Range<Int>, _ analysis: borrowing Analysis) -> Int? {
    var at = index
    for _ in 0..<4 {
      guard at > row.lowerBound, isBody(at, analysis) || analysis.names[at].label == .location else { return nil }
      let gap = gap(at - 1, at, analysis)
      let isLink = gap.kind == .of || gap.kind == .to || gap.kind == .leading || gap.kind == .possessive
      guard isLink || (gap.kind == .adjacent || gap.kind == .open) && isBody(at - 1, analysis) else { return nil }
      if analysis.names[at - 1].label == .title { return gap.kind == .possessive ? nil : at - 1 }
      at -= 1
    }
    return nil
  }

  /// Coordinated titles share the country that one of them has.
  private func shareOf(_ titles: inout [OfficeStatement]) {
    guard let shared = titles.last(where: { $0.of >= 0 }) else { return }
    for index in titles.indices where titles[index].of < 0 && titles[index].title > shared.of {
      titles[index].of = shared.of
    }
  }

  /// `President Maia Sandu of Moldova`, and `Egypt: Dr X` in a table.
  private func attachCountryAfter(
    _ person: Int, _ row: Range<Int>, _ titles: inout [OfficeStatement], _ analysis: borrowing Analysis
  ) {
    guard !titles.isEmpty, titles.allSatisfy({ $0.of < 0 }) else { return }
    let next = person + 1
    if next < row.upperBound, gap(person, next, analysis).kind == .of {
      let of = owned(next, row, analysis)
      for index in titles.indices where of >= 0 && analysis.names[of].label != .location { titles[index].of = of }
      return
    }
    guard let first = titles.map(\.title).min(), first == row.lowerBound + 1, isBody(row.lowerBound, analysis),
      gap(row.lowerBound, first, analysis).kind == .colon
    else { return }
    for index in titles.indices { titles[index].of = row.lowerBound }
  }

  /// The titles after a name: `Marek Dolny, the Polish interior minister and deputy prime minister,`.
  private func claimRight(
    _ person: Int, _ row: Range<Int>, _ hasOfficeLeft: Bool, _ memory: inout Memory, _ analysis: borrowing Analysis
  ) {
    var at = person + 1
    var last = person
    while at < row.upperBound, memory.right.count < OfficeFinder.mostTitles {
      let gap = gap(last, at, analysis)
      let isNext =
        gap.kind == .comma
        || memory.right.isEmpty && (gap.kind == .open || gap.kind == .as || isPost(at, gap, analysis))
      guard isNext || !memory.right.isEmpty && gap.kind == .and else { break }
      var title = at
      while title < row.upperBound, title < at + 3, isBody(title, analysis), title + 1 < row.upperBound {
        let inner = self.gap(title, title + 1, analysis)
        guard inner.kind == .possessive || inner.kind == .adjacent else { break }
        title += 1
      }
      guard analysis.names[title].label == .title else { break }
      var statement = OfficeStatement(title: title, holder: person)
      statement.status = gap.status
      statement.of = of(title, row, &statement, analysis)
      last = completed(title, row, analysis)
      if !memory.right.isEmpty, statement.of < 0, gap.kind == .comma || gap.hasArticle { break }
      if isOwner(title, analysis) { break }
      if statement.of < 0, memory.right.isEmpty { statement.of = listCountry(&last, row, analysis) }
      memory.right.append(statement)
      at = last + 1
    }
    guard !memory.right.isEmpty, !belongToNext(last, row, hasOfficeLeft, analysis) else { return }
    if let of = memory.right.last(where: { $0.of >= 0 })?.of {
      for index in memory.right.indices where memory.right[index].of < 0 { memory.right[index].of = of }
    }
    memory.titles.append(contentsOf: memory.right)
  }

  /// `named X defence minister`: a title in small letters right behind the name.
  private func isPost(_ index: Int, _ gap: NameGap, _ analysis: borrowing Analysis) -> Bool {
    let name = analysis.names[index]
    return gap.kind == .adjacent && name.label == .title && analysis.tokens[name.first].shape.isDisjoint(with: .capital)
  }

  /// Whether a title owns what follows (`the president's son`).
  private func isOwner(_ title: Int, _ analysis: borrowing Analysis) -> Bool {
    let end = analysis.names[title].end
    return end < analysis.tokens.count && analysis.tokens[end].shape.contains(.clitic)
  }

  /// The last name that completes a title.
  private func completed(_ title: Int, _ row: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var last = title
    while last + 1 < row.upperBound, last < title + 4 {
      let next = last + 1
      guard isBody(next, analysis) || analysis.names[next].label == .location else { return last }
      let gap = gap(last, next, analysis)
      let isChain = gap.kind == .of || gap.kind == .to || gap.kind == .leading
      guard isChain || last > title && (gap.kind == .possessive || gap.kind == .adjacent) else { return last }
      last = next
    }
    return last
  }

  /// `Minister of Foreign Affairs, Kingdom of Bahrain`, at the end of a list item.
  private func listCountry(_ last: inout Int, _ row: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = last + 1
    var end = last
    while at < row.upperBound, analysis.names[at].label == .title, gap(at - 1, at, analysis).kind == .and {
      end = at
      at += 1
    }
    guard at < row.upperBound, isBody(at, analysis), gap(end, at, analysis).kind == .comma else { return -1 }
    let after = analysis.names[at].end
    guard after < analysis.tokens.count else { return at }
    let token = analysis.tokens[after]
    let isClosed = token.word == 46 || token.word == 59 || token.shape.contains(.lineBefore)
    guard isClosed else { return -1 }
    if end == last { last = at }
    return at
  }

  /// Whether titles after a name belong to the next name: `…, the Italian Ambassador, Valeria Anselmi`.
  private func belongToNext(
    _ last: Int, _ row: Range<Int>, _ hasOfficeLeft: Bool, _ analysis: borrowing Analysis
  ) -> Bool {
    var at = last + 1
    var before = last
    while at < row.upperBound, at <= last + 3 {
      let gap = gap(before, at, analysis)
      let label = analysis.names[at].label
      guard gap.kind == .adjacent || gap.kind == .comma, label == .title || label == .person else { return false }
      if label == .person { return gap.kind == .adjacent && before == last || hasOfficeLeft }
      guard !kinds.isOffice(analysis.names[at], analysis) else { return false }
      before = at
      at += 1
    }
    return false
  }
}
