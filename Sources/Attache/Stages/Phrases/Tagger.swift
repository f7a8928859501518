/// Gives each token its tag by closed-class words, names and the neighbours; no statistics.
struct Tagger: Sendable {
  private let to: UInt32
  private let of: UInt32

  init(lexicon: Lexicon) {
    to = lexicon.vocabulary.identifier(of: WordHash.of("to"))
    of = lexicon.vocabulary.identifier(of: WordHash.of("of"))
  }

  /// Writes the tags of all tokens; `Analysis.nameAt` must tell which of them names cover.
  func tag(_ analysis: borrowing Analysis, into tags: inout MutableSpan<Tag>) {
    let tokens = analysis.tokens.span
    let grammar = analysis.grammar.span
    let names = analysis.nameAt.span
    for number in analysis.sentences.indices {
      let sentence = analysis.sentences[number]
      var before = Tag.stop
      for index in sentence.first..<sentence.end {
        let can = grammar[index]
        let tag: Tag
        if names[index] >= 0 {
          tag = analysis.names[Int(names[index])].label == .date ? .date : .name
        } else if tokens[index].shape.isDisjoint(with: [.mark, .clitic]), can.settled != .none {
          tag = can.settled
        } else {
          tag = decide(index, can, before, sentence, analysis)
        }
        tags[index] = tag
        if !tag.isPassedOver { before = tag }
      }
    }
  }

  /// The tag of a token that its word alone doesn't settle; `before` is the last one that counts.
  private func decide(
    _ index: Int, _ can: WordGrammar.Category, _ before: Tag, _ sentence: SentenceRange, _ analysis: borrowing Analysis
  ) -> Tag {
    let token = analysis.tokens[index]
    if token.shape.contains(.mark) { return isPluralPossessive(index, sentence, analysis) ? .clitic : mark(token) }
    if token.shape.contains(.clitic) {
      if !can.isDisjoint(with: .auxiliary) { return .auxiliary }
      return isVerbalClitic(index, sentence, analysis) ? .auxiliary : .clitic
    }
    if token.word == to { return isInfinitive(index, sentence, analysis) ? .infinitive : .preposition }
    let hasNext = index + 1 < sentence.end
    let next: WordGrammar.Category = hasNext ? analysis.grammar[index + 1] : []
    let nextIsName = hasNext && isName(index + 1, analysis)
    if !can.isDisjoint(with: .auxiliary) {
      if can.contains(.negation) || next.isDisjoint(with: [.determiner]) || !can.contains(.have) { return .auxiliary }
      return .verb
    }
    if can.contains(.negation) { return .negation }
    if before == .preposition, can.contains(.relative), can.contains(.determiner) { return .determiner }
    if can.contains(.relative), before.endsNounGroup || before == .comma || before == .preposition { return .relative }
    if can.contains(.relative), can.contains(.determiner) {
      return nextIsName || !next.isDisjoint(with: [.determiner, .pronoun, .possessive]) ? .subordinator : .relative
    }
    if can.contains(.possessive), !next.isDisjoint(with: .preposition), can.contains(.pronoun) { return .pronoun }
    if can.contains(.possessive) {
      return can.contains(.pronoun) && !startsNoun(next, nextIsName, index, sentence, analysis) ? .pronoun : .possessive
    }
    if can.contains(.determiner) { return .determiner }
    if can.contains(.pronoun) { return .pronoun }
    if can.contains(.conjunction) { return .conjunction }
    if !can.isDisjoint(with: .verb) {
      if let verbal = verbOrNoun(can, next, nextIsName, before, index, sentence, analysis) { return verbal }
    }
    if can.contains(.subordinator), can.contains(.preposition) {
      // `has since praised`: between auxiliary and participle it is an adverb.
      return before == .auxiliary && next.contains(.participle) ? .adverb : .preposition
    }
    if can.contains(.subordinator) { return .subordinator }
    if can.contains(.preposition) { return .preposition }
    if can.contains(.adverb) { return .adverb }
    if can.contains(.noun) { return .noun }
    if token.shape.contains(.number) || can.contains(.number) { return .number }
    return open(token, before, next, nextIsName, analysis)
  }

  /// The apostrophe of `the two leaders' talks`, unless a single quotation mark is open.
  private func isPluralPossessive(_ index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    let token = analysis.tokens[index]
    guard token.word == 39, token.shape.isDisjoint(with: .spaceBefore), index > sentence.first, index + 1 < sentence.end
    else { return false }
    let (before, next) = (analysis.tokens[index - 1], analysis.tokens[index + 1])
    guard before.shape.contains(.word), analysis.text[Int(before.end) - 1] | 0x20 == UInt8(ascii: "s"),
      next.shape.contains(.spaceBefore), !next.shape.contains(.mark)
    else { return false }
    for at in max(sentence.first, index - 40)..<index
    where analysis.tokens[at].word == 39 && analysis.tokens[at].shape.contains(.spaceBefore) { return false }
    return true
  }

  private func mark(_ token: Token) -> Tag {
    switch token.word {
    case 44: .comma
    case 34, 39: .quote
    case 45, 47: .hyphen
    case 40, 91: .open
    case 41, 93: .close
    case 46, 33, 63, 59, 58, Mark.dash, Mark.ellipsis: .stop
    default: .mark
    }
  }

  /// `'s` after a pronoun is `is` or `has`.
  private func isVerbalClitic(_ index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    guard index > sentence.first else { return false }
    let owner = analysis.grammar[index - 1]
    return owner.contains(.pronoun) && !owner.contains(.noun)
  }

  /// Whether `to` at `index` begins an infinitive.
  private func isInfinitive(_ index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    var at = index + 1
    while at < sentence.end, analysis.nameAt[at] < 0, analysis.grammar[at].contains(.adverb) { at += 1 }
    guard at < sentence.end, analysis.nameAt[at] < 0 else { return false }
    let can = analysis.grammar[at]
    if can.contains(.be) || can.contains(.have) || can.contains(.doing) { return true }
    return can.contains(.base)
  }

  /// Whether a name (no date) covers a token.
  private func isName(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    let name = Int(analysis.nameAt[index])
    return name >= 0 && analysis.names[name].label != .date
  }

  private func startsNoun(
    _ next: WordGrammar.Category, _ nextIsName: Bool, _ index: Int, _ sentence: SentenceRange,
    _ analysis: borrowing Analysis
  ) -> Bool {
    guard index + 1 < sentence.end, !nextIsName else { return nextIsName }
    if analysis.tokens[index + 1].shape.contains(.mark) { return false }
    return next.isDisjoint(with: [.preposition, .conjunction, .auxiliary, .determiner, .negation, .subordinator])
  }

  /// Decides between verb, noun and adjective; nil leaves it to the other categories.
  private func verbOrNoun(
    _ can: WordGrammar.Category, _ next: WordGrammar.Category, _ nextIsName: Bool, _ before: Tag, _ index: Int,
    _ sentence: SentenceRange, _ analysis: borrowing Analysis
  ) -> Tag? {
    // `a permanent cease-fire`: a part of a compound is no verb.
    if index + 1 < sentence.end, analysis.tokens[index + 1].word == 45,
      analysis.tokens[index + 1].shape.isDisjoint(with: .spaceBefore)
    {
      return nil
    }
    let nounFollows =
      nextIsName
      || !next.contains(.relative) && !next.isDisjoint(with: [.determiner, .possessive, .pronoun, .number])
      || index + 1 < sentence.end && analysis.tokens[index + 1].shape.contains(.number)
    if before == .auxiliary {
      let isForm = !can.isDisjoint(with: [.past, .participle, .gerund])
      return isForm || !analysis.grammar[index - 1].contains(.be) ? .verb : .adjective
    }
    if before == .verb, !can.isDisjoint(with: [.past, .participle]), !can.contains(.gerund),
      nextIsName || next.contains(.noun)
    {
      return .adjective
    }
    if before == .infinitive { return .verb }
    if before == .hyphen, index > sentence.first, analysis.tokens[index].shape.isDisjoint(with: .spaceBefore) {
      return .adjective
    }
    if can.contains(.gerund) {
      if before == .preposition {
        // `of understanding between`: only a verb of its own takes a noun right after.
        let isOf = analysis.tokens[index - 1].word == of
        return can.contains(.noun) && !nounFollows && (isOf || next.isDisjoint(with: .preposition)) ? .noun : .verb
      }
      // `the storming of the embassy`
      if before.wantsNoun { return can.contains(.noun) || next.contains(.preposition) ? .noun : .adjective }
      return before.endsNounGroup && can.contains(.noun) && !nounFollows ? .noun : .verb
    }
    if !can.isDisjoint(with: [.past, .participle]) {
      if before == .preposition, !can.contains(.noun) { return .adjective }
      // `the two toured the port`
      if before == .number, index > sentence.first + 1, nounFollows || next.contains(.preposition),
        analysis.grammar[index - 2].contains(.determiner)
      {
        return .verb
      }
      if before.wantsNoun { return can.contains(.noun) ? .noun : .adjective }
      if can.contains(.base), before.endsNounGroup, can.contains(.noun), !nounFollows { return .noun }
      return .verb
    }
    if before.wantsNoun { return can.contains(.noun) || !can.contains(.adverb) ? .noun : nil }
    if can.contains(.third) {
      if !can.contains(.noun) {
        return before.endsNounGroup || before == .comma || before == .conjunction || before == .relative ? .verb : .noun
      }
      if before == .relative { return .verb }
      if before == .name, index + 1 < sentence.end, analysis.tokens[index + 1].word == to { return .verb }
      return before.endsNounGroup && nounFollows ? .verb : before == .pronoun ? .verb : .noun
    }
    if before == .pronoun || before == .relative { return .verb }
    if can.contains(.preposition) || can.contains(.adverb) || can.contains(.subordinator) { return nil }
    if before.endsNounGroup || before == .conjunction || before == .comma {
      if !can.contains(.noun) { return .verb }
      return nounFollows && before.endsNounGroup ? .verb : .noun
    }
    return can.contains(.noun) ? .noun : before == .stop ? .verb : .noun
  }

  /// The tag of a word that no lexicon explains, by its ending and what stands before.
  private func open(
    _ token: Token, _ before: Tag, _ next: WordGrammar.Category, _ nextIsName: Bool, _ analysis: borrowing Analysis
  ) -> Tag {
    guard token.shape.contains(.word) else { return .mark }
    if token.shape.contains(.capital) { return .noun }
    let end = Int(token.end)
    guard token.count > 4 else { return .noun }
    let (second, last) = (analysis.text[end - 2], analysis.text[end - 1])
    if second == UInt8(ascii: "l"), last == UInt8(ascii: "y") { return .adverb }
    // `in the strongest terms`
    if token.count > 5, before == .determiner, analysis.text[end - 3] == UInt8(ascii: "e"),
      second == UInt8(ascii: "s"), last == UInt8(ascii: "t"), !next.isEmpty
    {
      return .adjective
    }
    if second == UInt8(ascii: "e"), last == UInt8(ascii: "d") {
      if before.wantsNoun { return .adjective }
      if before == .conjunction || before == .comma {
        return nextIsName || !next.isDisjoint(with: [.determiner, .possessive, .preposition]) ? .verb : .adjective
      }
      return before.endsNounGroup || before == .auxiliary || before == .relative ? .verb : .adjective
    }
    return .noun
  }
}
