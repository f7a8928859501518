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

  /// What a parse works on.
  struct Input {
    var sentence: SentenceRange
    var tags: [Tag]
    /// For each token of the sentence the name that covers it, or -1.
    var nameAt: [Int32]

    func tag(_ index: Int) -> Tag? {
      index >= sentence.first && index < sentence.end ? tags[index - sentence.first] : nil
    }
    func name(_ index: Int) -> Int32 { nameAt[index - sentence.first] }
  }

  /// Reads the group that begins at `start`, adds it and its nested groups, and returns its index; nil when none begins.
  func parse(at start: Int, _ input: Input, _ analysis: inout Analysis, depth: Int = 0) -> Int? {
    guard let tag = input.tag(start) else { return nil }
    if tag == .pronoun { return addPronoun(start, &analysis) }
    let end = coreEnd(from: start, input, analysis)
    guard end > start else { return nil }
    guard
      (start..<end).contains(where: { input.tag($0) == .noun || input.tag($0) == .name || input.tag($0) == .number })
    else {
      let isArticle =
        words.determiner(analysis.tokens[start].word) == .definite
        || words.determiner(analysis.tokens[start].word) == .indefinite
      guard !isArticle else { return nil }
      return (start..<end).contains { input.tag($0) == .determiner } ? addPronoun(start, end: end, &analysis) : nil
    }
    let index = analysis.mentions.count
    analysis.mentions.append(NounGroup(first: start, end: end, kind: .description, category: .other))
    describe(index, input, &analysis)
    attachOwner(index, input, &analysis)
    if depth < NounGroupParser.deepest { attachComplement(index, input, &analysis, depth) }
    return index
  }

  private func addPronoun(_ start: Int, end: Int? = nil, _ analysis: inout Analysis) -> Int {
    var group = NounGroup(first: start, end: end ?? start + 1, kind: .pronoun, category: .other)
    let word = analysis.tokens[start].word
    group.gender = words.gender(ofPronoun: word)
    group.isPlural = words.isPlural(pronoun: word)
    group.category = words.isPersonal(pronoun: word) ? .person : .other
    analysis.mentions.append(group)
    return analysis.mentions.count - 1
  }

  /// The token after the group's core: determiners, adjectives, names and nouns in a row.
  private func coreEnd(from start: Int, _ input: Input, _ analysis: Analysis) -> Int {
    var index = start
    let limit = min(input.sentence.end, start + NounGroupParser.mostTokens)
    var afterClitic = true
    while index < limit, let tag = input.tag(index) {
      switch tag {
      case .determiner, .possessive:
        guard afterClitic || index == start || input.tag(index - 1) == .determiner else { return index }
      case .number, .adjective, .noun, .name:
        if index > start, breaksBefore(index, input, analysis) { return index }
        if tag == .name, index > start, input.name(index) == input.name(index - 1) { break }
      case .clitic:
        guard index > start, let next = input.tag(index + 1), canFollowClitic(next) else { return index }
      case .hyphen:
        guard index > start, let next = input.tag(index + 1), next == .noun || next == .name || next == .adjective,
          analysis.tokens[index].shape.isDisjoint(with: .spaceBefore)
        else { return index }
      case .adverb:
        guard index == start || input.tag(index - 1) == .determiner, let next = input.tag(index + 1),
          next == .adjective, index > start
        else { return index }
      case .date:
        if index > start, !afterClitic {
          guard isYear(index, input, analysis), let next = input.tag(index + 1), next == .noun || next == .adjective
          else {
            return index
          }
          break
        }
        guard index + 1 < limit, input.tag(index + 1) == .clitic || input.tag(index + 1) == .date else { return index }
      default: return index
      }
      afterClitic = tag == .clitic
      index += 1
    }
    return index
  }

  /// A bare year inside a group: `the 2019 protocol`.
  private func isYear(_ index: Int, _ input: Input, _ analysis: Analysis) -> Bool {
    let name = analysis.names[Int(input.name(index))]
    return name.end == name.first + 1 && analysis.tokens[index].shape.contains(.number) && input.tag(index - 1) != .date
  }

  private func canFollowClitic(_ tag: Tag) -> Bool {
    tag == .noun || tag == .name || tag == .adjective || tag == .number || tag == .determiner
  }

  /// Whether a new group begins at `index`: a noun or title right after a person's name.
  private func breaksBefore(_ index: Int, _ input: Input, _ analysis: Analysis) -> Bool {
    guard input.tag(index) != .hyphen else { return false }
    if input.tag(index - 1) == .noun, input.tag(index) == .name {
      // `received at his office Mr. X`: an honorific begins a group of its own.
      let name = analysis.names[Int(input.name(index))]
      // `promised the museum $5 million`: so does an amount.
      return name.label == .title && analysis.tokens[name.end - 1].word == 46 || name.label == .money
    }
    guard input.tag(index - 1) == .name else { return false }
    if input.tag(index) == .number { return analysis.names[Int(input.name(index - 1))].label != .organization }
    let before = input.name(index - 1)
    guard before >= 0, input.name(index) != before else { return false }
    let name = analysis.names[Int(before)]
    if input.tag(index) == .name {
      let next = analysis.names[Int(input.name(index))]
      if name.label == .person { return next.label != .organization || name.end - name.first > 1 }
      return name.label == .money || next.label == .money
    }
    guard name.label == .person else { return name.label == .money }
    let noun = grammar.noun(analysis.tokens[index].word)
    guard name.end - name.first <= 2, noun != WordGrammar.none else { return true }
    let sort = WordGrammar.nounClass(noun, in: lexicon)
    return !(sort == "group" || sort.hasPrefix("event") || sort == "document" || sort == "place")
  }

  /// Fills head, kind, category and the names inside from the core's last part.
  private func describe(_ index: Int, _ input: Input, _ analysis: inout Analysis) {
    var group = analysis.mentions[index]
    var names: (first: Int, last: Int)?
    for token in group.first..<group.end {
      let name = Int(input.name(token))
      guard name >= 0 else { continue }
      names = (names?.first ?? name, name)
      switch analysis.names[name].label {
      case .person: group.person = Int32(name)
      case .title: group.title = Int32(name)
      case .country, .nationality: if group.title < 0 { group.country = Int32(name) }
      case .organization: group.organization = Int32(name)
      case .location: group.location = Int32(name)
      case .date, .money: break
      }
    }
    if let names { group.names = names.first..<(names.last + 1) }
    setDeterminer(&group, input, analysis)
    let last = group.end - 1
    let lastName = Int(input.name(last))
    if lastName >= 0 {
      setHead(&group, name: lastName, analysis)
    } else {
      group.headFirst = last
      group.headEnd = group.end
      var noun = grammar.noun(analysis.tokens[last].word)
      if last > group.first {
        let pair = grammar.pair(analysis.tokens[last - 1].word, analysis.tokens[last].word)
        if pair != WordGrammar.none, lexicon.entries[Int(pair)].type == .noun { noun = pair }
      }
      if noun == WordGrammar.none, words.isAgentive(analysis.tokens[last], analysis.text) {
        group.category = .person
        group.isPlural = endsInS(analysis.tokens[last], analysis.text)
      } else if noun != WordGrammar.none {
        group.noun = noun
        group.category = words.category(ofNoun: noun, in: lexicon)
        group.isPlural = words.isPlural(noun: analysis.tokens[last].word)
      } else {
        group.isPlural = endsInS(analysis.tokens[last], analysis.text)
      }
      if group.person >= 0, analysis.names[Int(group.person)].end < group.end { group.person = -1 }
      if group.title >= 0, analysis.names[Int(group.title)].end < group.end { group.title = -1 }
    }
    if input.tag(last) == .number, group.kind == .description, lastName < 0 { group.category = .other }
    analysis.mentions[index] = group
  }

  private func setHead(_ group: inout NounGroup, name: Int, _ analysis: Analysis) {
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

  private func setDeterminer(_ group: inout NounGroup, _ input: Input, _ analysis: Analysis) {
    let word = analysis.tokens[group.first].word
    switch input.tag(group.first) {
    case .determiner: group.determiner = words.determiner(word)
    case .possessive: group.determiner = .possessive
    default: break
    }
    for token in group.first..<group.end {
      guard input.tag(token) == .number, let value = words.number(analysis.tokens[token], analysis.text) else {
        continue
      }
      group.count = value == 12 && words.isHalf(analysis.tokens[group.first].word) ? 6 : value
      if group.determiner == .none { group.determiner = .quantity }
      break
    }
  }

  private func endsInS(_ token: Token, _ text: [UInt8]) -> Bool {
    token.count > 3 && text[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
      && text[Int(token.end) - 2] | 0x20 != UInt8(ascii: "s")
  }

  /// Adds the group before `'s`, or the possessive pronoun, as owner.
  private func attachOwner(_ index: Int, _ input: Input, _ analysis: inout Analysis) {
    let group = analysis.mentions[index]
    if input.tag(group.first) == .possessive, group.end > group.first + 1 {
      let owner = addPronoun(group.first, &analysis)
      analysis.mentions[owner].isNested = true
      analysis.mentions[index].owner = Int32(owner)
      return
    }
    guard let clitic = (group.first..<group.end).last(where: { input.tag($0) == .clitic }), clitic > group.first else {
      return
    }
    let owner = analysis.mentions.count
    analysis.mentions.append(NounGroup(first: group.first, end: clitic, kind: .description, category: .other))
    describe(owner, input, &analysis)
    attachOwner(owner, input, &analysis)
    analysis.mentions[owner].isNested = true
    analysis.mentions[index].owner = Int32(owner)
    clearQualifiers(of: index, before: clitic, &analysis)
  }

  /// Takes back what belongs to the owner: in `President Ruiz's visit` the visit has no title.
  private func clearQualifiers(of index: Int, before clitic: Int, _ analysis: inout Analysis) {
    let names = analysis.names
    let isOwners = { (name: Int32) in name >= 0 && names[Int(name)].first < clitic }
    if isOwners(analysis.mentions[index].person) { analysis.mentions[index].person = -1 }
    if isOwners(analysis.mentions[index].title) { analysis.mentions[index].title = -1 }
  }

  /// Joins `of X`, and `to X` or `for X` after the title of an envoy, and the name that may follow.
  private func attachComplement(_ index: Int, _ input: Input, _ analysis: inout Analysis, _ depth: Int) {
    let group = analysis.mentions[index]
    guard group.kind != .pronoun, input.tag(group.end) == .preposition else { return }
    let preposition = analysis.tokens[group.end].word
    let isOf = preposition == words.of
    guard isOf || group.kind == .title && words.takesDestination(preposition, group, analysis) else { return }
    guard !(group.kind == .name && group.category == .person) else { return }
    guard let complement = parse(at: group.end + 1, input, &analysis, depth: depth + 1) else { return }
    var end = analysis.mentions[complement].end
    analysis.mentions[complement].isNested = true
    analysis.mentions[index].complement = Int32(complement)
    let inner = analysis.mentions[complement]
    if analysis.mentions[index].country < 0 {
      analysis.mentions[index].country =
        inner.category == .state ? inner.names.isEmpty ? -1 : Int32(inner.names.upperBound - 1) : -1
    }
    if inner.category == .organization, analysis.mentions[index].organization < 0 {
      analysis.mentions[index].organization = Int32(inner.names.upperBound - 1)
    }
    if group.isPlural { end = listEnd(after: end, input, &analysis, depth) }
    if group.kind == .title, let person = followingPerson(at: end, input, analysis) {
      analysis.mentions[index].person = Int32(person)
      analysis.mentions[index].kind = .name
      analysis.mentions[index].headFirst = analysis.names[person].first
      analysis.mentions[index].headEnd = analysis.names[person].end
      analysis.mentions[index].gender = analysis.names[person].gender
      end = analysis.names[person].end
    }
    analysis.mentions[index].end = end
  }

  /// The end of `X, Y and Z` after the first name of a complement of a plural head.
  private func listEnd(after start: Int, _ input: Input, _ analysis: inout Analysis, _ depth: Int) -> Int {
    var end = start
    while let tag = input.tag(end), tag == .comma || tag == .conjunction {
      var next = end + 1
      if tag == .comma, input.tag(next) == .conjunction { next += 1 }
      guard next < input.sentence.end,
        input.tag(next) == .name || input.tag(next) == .determiner && input.tag(next + 1) == .name,
        let member = parse(at: next, input, &analysis, depth: NounGroupParser.deepest)
      else { return end }
      analysis.mentions[member].isNested = true
      end = analysis.mentions[member].end
    }
    return end
  }

  private func followingPerson(at index: Int, _ input: Input, _ analysis: Analysis) -> Int? {
    var at = index
    while input.tag(at) == .name, analysis.names[Int(input.name(at))].label == .title {
      at = analysis.names[Int(input.name(at))].end
    }
    guard input.tag(at) == .name else { return nil }
    let name = Int(input.name(at))
    return analysis.names[name].label == .person ? name : nil
  }
}
