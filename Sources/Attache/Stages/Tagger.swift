/// What a token does in its sentence.
enum Tag: UInt8, Sendable {
  case name, date, determiner, possessive, number, adjective, noun, pronoun, preposition, conjunction, subordinator
  case relative, infinitive, auxiliary, verb, adverb, negation, clitic, comma, quote, hyphen, open, close, stop, mark

  /// Whether a noun group can end with it.
  var endsNounGroup: Bool { self == .name || self == .noun || self == .pronoun || self == .date || self == .close }
  /// Whether a noun must follow rather than a verb.
  var wantsNoun: Bool {
    switch self {
    case .determiner, .possessive, .adjective, .preposition, .clitic, .number, .hyphen: true
    default: false
    }
  }
}

/// Gives each token of a sentence its tag by closed-class words, names and the neighbours; no statistics.
struct Tagger: Sendable {
  let grammar: WordGrammar
  private let to: UInt32
  private let of: UInt32

  init(lexicon: Lexicon, grammar: WordGrammar) {
    self.grammar = grammar
    to = lexicon.vocabulary.identifier(of: WordHash.of("to"))
    of = lexicon.vocabulary.identifier(of: WordHash.of("of"))
  }

  /// Appends the tags of a sentence; `nameTags` holds `.name` or `.date` where an entity covers the token.
  func tag(
    _ sentence: SentenceRange, _ tokens: [Token], text: [UInt8], covered: [Tag?], into tags: inout [Tag]
  ) {
    for index in sentence.first..<sentence.end {
      if let known = covered[index - sentence.first] {
        tags.append(known)
        continue
      }
      let before = lastTag(tags, sentence, index)
      tags.append(tag(tokens, index, sentence, before, covered, text))
    }
  }

  /// The tag before `index`, adverbs and negations passed over.
  private func lastTag(_ tags: [Tag], _ sentence: SentenceRange, _ index: Int) -> Tag {
    var at = tags.count - 1
    let floor = tags.count - (index - sentence.first)
    while at >= floor, tags[at] == .adverb || tags[at] == .negation || tags[at] == .quote { at -= 1 }
    return at >= floor ? tags[at] : .stop
  }

  private func tag(
    _ tokens: [Token], _ index: Int, _ sentence: SentenceRange, _ before: Tag, _ covered: [Tag?],
    _ text: [UInt8]
  ) -> Tag {
    let token = tokens[index]
    if token.shape.contains(.mark) {
      return isPluralPossessive(tokens, index, sentence, text) ? .clitic : mark(token)
    }
    let can = grammar(token.word)
    if token.shape.contains(.clitic) {
      if !can.isDisjoint(with: .auxiliary) { return .auxiliary }
      return isVerbalClitic(tokens, index, sentence, before) ? .auxiliary : .clitic
    }
    if token.word == to { return isInfinitive(tokens, index, sentence, covered) ? .infinitive : .preposition }
    let next: WordGrammar.Category = index + 1 < sentence.end ? grammar(tokens[index + 1].word) : []
    let nextIsName = index + 1 < sentence.end && covered[index + 1 - sentence.first] == .name
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
      return can.contains(.pronoun) && !startsNoun(next, nextIsName, tokens, index, sentence) ? .pronoun : .possessive
    }
    if can.contains(.determiner) { return .determiner }
    if can.contains(.pronoun) { return .pronoun }
    if can.contains(.conjunction) { return .conjunction }
    if !can.isDisjoint(with: .verb) {
      if let verbal = verbOrNoun(can, next, nextIsName, before, tokens, index, sentence) { return verbal }
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
    return open(token, before, next, nextIsName, text)
  }

  /// The apostrophe of `the two leaders' talks`, unless a single quotation mark is open.
  private func isPluralPossessive(
    _ tokens: [Token], _ index: Int, _ sentence: SentenceRange, _ text: [UInt8]
  ) -> Bool {
    let token = tokens[index]
    guard token.word == 39, token.shape.isDisjoint(with: .spaceBefore), index > sentence.first, index + 1 < sentence.end
    else { return false }
    let (before, next) = (tokens[index - 1], tokens[index + 1])
    guard before.shape.contains(.word), text[Int(before.end) - 1] | 0x20 == UInt8(ascii: "s"),
      next.shape.contains(.spaceBefore), !next.shape.contains(.mark)
    else { return false }
    return !tokens[max(sentence.first, index - 40)..<index].contains {
      $0.word == 39 && $0.shape.contains(.spaceBefore)
    }
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

  /// `'s` after a pronoun or before a participle or `not` is `is` or `has`.
  private func isVerbalClitic(_ tokens: [Token], _ index: Int, _ sentence: SentenceRange, _ before: Tag) -> Bool {
    guard index > sentence.first else { return false }
    let owner = grammar(tokens[index - 1].word)
    return owner.contains(.pronoun) && !owner.contains(.noun)
  }

  /// Whether `to` at `index` begins an infinitive.
  private func isInfinitive(_ tokens: [Token], _ index: Int, _ sentence: SentenceRange, _ covered: [Tag?]) -> Bool {
    var at = index + 1
    while at < sentence.end, covered[at - sentence.first] == nil, grammar(tokens[at].word).contains(.adverb) { at += 1 }
    guard at < sentence.end, covered[at - sentence.first] == nil else { return false }
    let can = grammar(tokens[at].word)
    if can.contains(.be) || can.contains(.have) || can.contains(.doing) { return true }
    return can.contains(.base)
  }

  private func startsNoun(
    _ next: WordGrammar.Category, _ nextIsName: Bool, _ tokens: [Token], _ index: Int, _ sentence: SentenceRange
  ) -> Bool {
    guard index + 1 < sentence.end, !nextIsName else { return nextIsName }
    let token = tokens[index + 1]
    if token.shape.contains(.mark) { return false }
    return next.isDisjoint(with: [.preposition, .conjunction, .auxiliary, .determiner, .negation, .subordinator])
  }

  /// Decides between verb, noun and adjective; nil leaves it to the other categories.
  private func verbOrNoun(
    _ can: WordGrammar.Category, _ next: WordGrammar.Category, _ nextIsName: Bool, _ before: Tag, _ tokens: [Token],
    _ index: Int, _ sentence: SentenceRange
  ) -> Tag? {
    // `a permanent cease-fire`: a part of a compound is no verb.
    if index + 1 < sentence.end, tokens[index + 1].word == 45, tokens[index + 1].shape.isDisjoint(with: .spaceBefore) {
      return nil
    }
    let nounFollows =
      nextIsName
      || !next.contains(.relative) && !next.isDisjoint(with: [.determiner, .possessive, .pronoun, .number])
      || index + 1 < sentence.end && tokens[index + 1].shape.contains(.number)
    if before == .auxiliary {
      let isForm = !can.isDisjoint(with: [.past, .participle, .gerund])
      return isForm || !grammar(tokens[index - 1].word).contains(.be) ? .verb : .adjective
    }
    if before == .verb, !can.isDisjoint(with: [.past, .participle]), !can.contains(.gerund),
      nextIsName || next.contains(.noun)
    {
      return .adjective
    }
    if before == .infinitive { return .verb }
    if before == .hyphen, index > sentence.first, tokens[index].shape.isDisjoint(with: .spaceBefore) {
      return .adjective
    }
    if can.contains(.gerund) {
      if before == .preposition {
        // `of understanding between`: only a verb of its own takes a noun right after.
        let isOf = tokens[index - 1].word == of
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
        grammar(tokens[index - 2].word).contains(.determiner)
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
      if before == .name, index + 1 < sentence.end, tokens[index + 1].word == to { return .verb }
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
    _ token: Token, _ before: Tag, _ next: WordGrammar.Category, _ nextIsName: Bool, _ text: [UInt8]
  ) -> Tag {
    guard token.shape.contains(.word) else { return .mark }
    if token.shape.contains(.capital) { return .noun }
    let end = Int(token.end)
    if token.count > 4, text[end - 2] == UInt8(ascii: "l"), text[end - 1] == UInt8(ascii: "y") { return .adverb }
    // `in the strongest terms`
    if token.count > 5, before == .determiner, text[end - 3] == UInt8(ascii: "e"), text[end - 2] == UInt8(ascii: "s"),
      text[end - 1] == UInt8(ascii: "t"), !next.isEmpty
    {
      return .adjective
    }
    if token.count > 4, text[end - 2] == UInt8(ascii: "e"), text[end - 1] == UInt8(ascii: "d") {
      if before.wantsNoun { return .adjective }
      if before == .conjunction || before == .comma {
        return nextIsName || !next.isDisjoint(with: [.determiner, .possessive, .preposition]) ? .verb : .adjective
      }
      return before.endsNounGroup || before == .auxiliary || before == .relative ? .verb : .adjective
    }
    return .noun
  }
}
