/// Reads noun groups: determiner, owner, country, titles, name, head noun, `of` complement.
struct NounGroupParser: Sendable {
  let lexicon: Lexicon
  let grammar: WordGrammar
  let words: GroupWords
  /// The most tokens of a group before its complement.
  private static let mostTokens = 24
  /// The deepest nesting of complements.
  private static let deepest = 4

  init(lexicon: Lexicon, grammar: WordGrammar) {
    self.lexicon = lexicon
    self.grammar = grammar
    words = GroupWords(lexicon)
  }

  /// A group before its complement: where it ends and what it holds.
  private struct Core {
    var end: Int
    var tags = TagSet()

    /// Whether something in it can be the head.
    var hasHead: Bool { tags.contains(.noun) || tags.contains(.name) || tags.contains(.number) }
  }

  /// Reads the group that begins at `start`, adds it and its nested groups, and returns its index; nil when none begins.
  func parse(at start: Int, _ sentence: SentenceRange, _ analysis: inout Analysis, depth: Int = 0) -> Int? {
    guard start < sentence.end else { return nil }
    if analysis.tags[start] == .pronoun { return addPronoun(start, end: start + 1, &analysis) }
    let core = core(from: start, sentence, analysis)
    guard core.end > start else { return nil }
    guard core.hasHead else {
      let determiner = words.determiner(analysis.tokens[start].word)
      guard determiner != .definite, determiner != .indefinite else { return nil }
      return core.tags.contains(.determiner) ? addPronoun(start, end: core.end, &analysis) : nil
    }
    let index = analysis.mentions.count
    var group = NounGroup(first: start, end: core.end, kind: .description, category: .other)
    describe(&group, core.tags, analysis)
    analysis.mentions.append(group)
    attachOwner(index, core.tags, &analysis)
    if depth < NounGroupParser.deepest { attachComplement(index, sentence, &analysis, depth) }
    return index
  }

  private func addPronoun(_ start: Int, end: Int, _ analysis: inout Analysis) -> Int {
    let pronoun = words.facts(analysis.tokens[start].word)
    var group = NounGroup(first: start, end: end, kind: .pronoun, category: pronoun.isPersonal ? .person : .other)
    group.gender = pronoun.gender
    group.isPlural = pronoun.isPlural
    analysis.mentions.append(group)
    return analysis.mentions.count - 1
  }

  /// The group's core: determiners, adjectives, names and nouns in a row.
  private func core(from start: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Core {
    var core = Core(end: start)
    let limit = min(sentence.end, start + NounGroupParser.mostTokens)
    var before = Tag.clitic
    while core.end < limit {
      let index = core.end
      let tag = analysis.tags[index]
      switch tag {
      case .determiner, .possessive:
        guard before == .clitic || before == .determiner else { return core }
      case .number, .adjective, .noun, .name:
        if index > start, breaksBefore(index, tag, before, analysis) { return core }
      case .clitic:
        guard index > start, canFollowClitic(analysis.tag(index + 1, sentence)) else { return core }
      case .hyphen:
        guard index > start, analysis.tokens[index].shape.isDisjoint(with: .spaceBefore) else { return core }
        let next = analysis.tag(index + 1, sentence)
        guard next == .noun || next == .name || next == .adjective else { return core }
      case .adverb:
        guard index > start, before == .determiner, analysis.tag(index + 1, sentence) == .adjective else { return core }
      case .date:
        let next = analysis.tag(index + 1, sentence)
        if index > start, before != .clitic {
          guard isYear(index, before, analysis), next == .noun || next == .adjective else { return core }
        } else {
          guard index + 1 < limit, next == .clitic || next == .date else { return core }
        }
      default: return core
      }
      core.tags.insert(tag)
      before = tag
      core.end += 1
    }
    return core
  }

  /// A bare year inside a group: `the 2019 protocol`.
  private func isYear(_ index: Int, _ before: Tag, _ analysis: borrowing Analysis) -> Bool {
    let name = analysis.names[Int(analysis.nameAt[index])]
    return name.end == name.first + 1 && analysis.tokens[index].shape.contains(.number) && before != .date
  }

  private func canFollowClitic(_ tag: Tag) -> Bool {
    tag == .noun || tag == .name || tag == .adjective || tag == .number || tag == .determiner
  }

  /// Whether a new group begins at `index`: a noun or title right after a person's name.
  @inline(__always)
  private func breaksBefore(_ index: Int, _ tag: Tag, _ before: Tag, _ analysis: borrowing Analysis) -> Bool {
    guard tag != .hyphen else { return false }
    if before == .noun { return tag == .name && breaksAfterNoun(index, analysis) }
    guard before == .name else { return false }
    return breaksAfterName(index, tag, analysis)
  }

  private func breaksAfterNoun(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    let name = analysis.names[Int(analysis.nameAt[index])]
    // `received at his office Mr. X`: an honorific begins a group of its own; `promised the museum $5 million`: so does
    // an amount.
    return name.label == .title && analysis.tokens[name.end - 1].word == 46 || name.label == .money
  }

  private func breaksAfterName(_ index: Int, _ tag: Tag, _ analysis: borrowing Analysis) -> Bool {
    let before = analysis.nameAt[index - 1]
    if tag == .number { return analysis.names[Int(before)].label != .organization }
    guard before >= 0, analysis.nameAt[index] != before else { return false }
    let name = analysis.names[Int(before)]
    if tag == .name {
      let next = analysis.names[Int(analysis.nameAt[index])].label
      if name.label == .person { return next != .organization || name.end - name.first > 1 }
      return name.label == .money || next == .money
    }
    guard name.label == .person else { return name.label == .money }
    guard name.end - name.first <= 2, analysis.grammar[index].contains(.noun) else { return true }
    switch analysis.grammar[index].head {
    case .group, .event, .document, .place: return false
    default: return true
    }
  }

  /// Fills head, kind, category and the names inside from the core's last part.
  private func describe(_ group: inout NounGroup, _ tags: TagSet, _ analysis: borrowing Analysis) {
    if tags.contains(.name) || tags.contains(.date) { noteNames(&group, analysis) }
    setDeterminer(&group, tags, analysis)
    let last = group.end - 1
    let lastName = Int(analysis.nameAt[last])
    if lastName >= 0 {
      setHead(&group, name: lastName, analysis)
      return
    }
    setHead(&group, noun: last, analysis)
    if group.person >= 0, analysis.names[Int(group.person)].end < group.end { group.person = -1 }
    if group.title >= 0, analysis.names[Int(group.title)].end < group.end { group.title = -1 }
    if analysis.tags[last] == .number { group.category = .other }
  }

  private func noteNames(_ group: inout NounGroup, _ analysis: borrowing Analysis) {
    var first: Int32 = -1
    var last: Int32 = -1
    for token in group.first..<group.end {
      let name = analysis.nameAt[token]
      guard name >= 0, name != last else { continue }
      if first < 0 { first = name }
      last = name
      switch analysis.names[Int(name)].label {
      case .person: group.person = name
      case .title: group.title = name
      case .country, .nationality: if group.title < 0 { group.country = name }
      case .organization: group.organization = name
      case .location: group.location = name
      case .date, .money: break
      }
    }
    if first >= 0 { group.names = Int(first)..<(Int(last) + 1) }
  }

  /// Takes the group's last word, which is no name, as its head.
  private func setHead(_ group: inout NounGroup, noun last: Int, _ analysis: borrowing Analysis) {
    let can = analysis.grammar[last]
    if last > group.first, can.contains(.closesPair), analysis.grammar[last - 1].contains(.opensPair) {
      let pair = grammar.pair(analysis.tokens[last - 1].word, analysis.tokens[last].word)
      if pair != WordGrammar.none, lexicon.entries[Int(pair)].type == .noun {
        group.noun = pair
        group.category = WordGrammar.category(ofNoun: pair, in: lexicon)
        group.isPlural = can.contains(.plural)
        return
      }
    }
    if can.contains(.noun) {
      group.noun = grammar.noun(analysis.tokens[last].word)
      group.category = can.head
      group.isPlural = can.contains(.plural)
    } else {
      let token = analysis.tokens[last]
      group.isPlural = endsInS(token, analysis.text)
      if words.isAgentive(token, analysis.text) { group.category = .person }
    }
  }

  private func setHead(_ group: inout NounGroup, name: Int, _ analysis: borrowing Analysis) {
    let found = analysis.names[name]
    group.headFirst = found.first
    group.headEnd = found.end
    group.kind = .name
    group.gender = found.gender
    switch found.label {
    case .person: group.category = .person
    case .title:
      group.category = .person
      group.kind = .title
      group.isPlural = endsInS(analysis.tokens[found.end - 1], analysis.text) || words.isPlural(title: found, analysis)
    case .country: group.category = .state
    case .nationality:
      group.category = .group
      group.isPlural = endsInS(analysis.tokens[found.end - 1], analysis.text)
    case .organization: group.category = .organization
    case .location: group.category = .place
    case .date, .money: group.category = .other
    }
    if found.label != .title, found.label != .person { group.title = -1 }
    if found.label != .person { group.person = -1 }
  }

  private func setDeterminer(_ group: inout NounGroup, _ tags: TagSet, _ analysis: borrowing Analysis) {
    let word = analysis.tokens[group.first].word
    switch analysis.tags[group.first] {
    case .determiner: group.determiner = words.determiner(word)
    case .possessive: group.determiner = .possessive
    default: break
    }
    guard tags.contains(.number) else { return }
    for token in group.first..<group.end where analysis.tags[token] == .number {
      guard let value = words.number(analysis.tokens[token], analysis.text) else { continue }
      group.count = value == 12 && words.isHalf(word) ? 6 : value
      if group.determiner == .none { group.determiner = .quantity }
      break
    }
  }

  private func endsInS(_ token: Token, _ text: [UInt8]) -> Bool {
    token.count > 3 && text[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
      && text[Int(token.end) - 2] | 0x20 != UInt8(ascii: "s")
  }

  /// Adds the group before `'s`, or the possessive pronoun, as owner.
  private func attachOwner(_ index: Int, _ tags: TagSet, _ analysis: inout Analysis) {
    let (first, end) = (analysis.mentions[index].first, analysis.mentions[index].end)
    if analysis.tags[first] == .possessive, end > first + 1 {
      let owner = addPronoun(first, end: first + 1, &analysis)
      analysis.mentions[owner].isNested = true
      analysis.mentions[index].owner = Int32(truncatingIfNeeded: owner)
      return
    }
    guard tags.contains(.clitic) else { return }
    var clitic = end - 1
    while clitic > first, analysis.tags[clitic] != .clitic { clitic -= 1 }
    guard clitic > first else { return }
    let owner = analysis.mentions.count
    var group = NounGroup(first: first, end: clitic, kind: .description, category: .other)
    describe(&group, tags, analysis)
    group.isNested = true
    analysis.mentions.append(group)
    attachOwner(owner, tags, &analysis)
    analysis.mentions[index].owner = Int32(truncatingIfNeeded: owner)
    clearQualifiers(of: index, before: clitic, &analysis)
  }

  /// Takes back what belongs to the owner: in `President Ruiz's visit` the visit has no title.
  private func clearQualifiers(of index: Int, before clitic: Int, _ analysis: inout Analysis) {
    let (person, title) = (analysis.mentions[index].person, analysis.mentions[index].title)
    if person >= 0, analysis.names[Int(person)].first < clitic { analysis.mentions[index].person = -1 }
    if title >= 0, analysis.names[Int(title)].first < clitic { analysis.mentions[index].title = -1 }
  }

  /// Joins `of X`, and `to X` or `for X` after the title of an envoy, and the name that may follow.
  private func attachComplement(
    _ index: Int, _ sentence: SentenceRange, _ analysis: inout Analysis, _ depth: Int
  ) {
    let start = analysis.mentions[index].end
    guard analysis.tag(start, sentence) == .preposition else { return }
    let preposition = analysis.tokens[start].word
    let (kind, category) = (analysis.mentions[index].kind, analysis.mentions[index].category)
    guard
      preposition == words.of
        || kind == .title && words.takesDestination(preposition, after: analysis.mentions[index].title, analysis)
    else { return }
    guard !(kind == .name && category == .person) else { return }
    guard let complement = parse(at: start + 1, sentence, &analysis, depth: depth + 1) else { return }
    var end = analysis.mentions[complement].end
    analysis.mentions[complement].isNested = true
    analysis.mentions[index].complement = Int32(truncatingIfNeeded: complement)
    qualify(index, by: complement, &analysis)
    if analysis.mentions[index].isPlural { end = listEnd(after: end, sentence, &analysis) }
    if kind == .title, let person = followingPerson(at: end, sentence, analysis) {
      analysis.mentions[index].person = Int32(person)
      analysis.mentions[index].kind = .name
      analysis.mentions[index].headFirst = analysis.names[person].first
      analysis.mentions[index].headEnd = analysis.names[person].end
      analysis.mentions[index].gender = analysis.names[person].gender
      end = analysis.names[person].end
    }
    analysis.mentions[index].end = end
  }

  /// The state or body of a complement is that of the group.
  private func qualify(_ index: Int, by complement: Int, _ analysis: inout Analysis) {
    let last = Int32(truncatingIfNeeded: analysis.mentions[complement].names.upperBound - 1)
    switch analysis.mentions[complement].category {
    case .state where analysis.mentions[index].country < 0:
      analysis.mentions[index].country = analysis.mentions[complement].names.isEmpty ? -1 : last
    case .organization where analysis.mentions[index].organization < 0: analysis.mentions[index].organization = last
    default: break
    }
  }

  /// The end of `X, Y and Z` after the first name of a complement of a plural head.
  private func listEnd(after start: Int, _ sentence: SentenceRange, _ analysis: inout Analysis) -> Int {
    var end = start
    while true {
      let tag = analysis.tag(end, sentence)
      guard tag == .comma || tag == .conjunction else { return end }
      var next = end + 1
      if tag == .comma, analysis.tag(next, sentence) == .conjunction { next += 1 }
      let first = analysis.tag(next, sentence)
      guard first == .name || first == .determiner && analysis.tag(next + 1, sentence) == .name,
        let member = parse(at: next, sentence, &analysis, depth: NounGroupParser.deepest)
      else { return end }
      analysis.mentions[member].isNested = true
      end = analysis.mentions[member].end
    }
  }

  private func followingPerson(at index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Int? {
    var at = index
    while analysis.tag(at, sentence) == .name {
      let name = Int(analysis.nameAt[at])
      switch analysis.names[name].label {
      case .title: at = analysis.names[name].end
      case .person: return name
      default: return nil
      }
    }
    return nil
  }
}
