/// Reads a verb group: auxiliaries, negation, adverbs and the main verb, with voice, polarity and modality.
struct VerbGroupParser: Sendable {
  let grammar: WordGrammar
  /// The most tokens of a group.
  private static let mostTokens = 14

  /// The group that begins at `start`, or nil when no verb does.
  func parse(at start: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> VerbGroup? {
    var group = VerbGroup(first: start, end: start, verb: start, lemma: WordGrammar.none, form: .finite)
    var index = start
    var last: WordGrammar.Category = []
    var auxiliary: Int?
    let limit = min(sentence.end, start + VerbGroupParser.mostTokens)
    while index < limit {
      let word = analysis.grammar[index]
      switch analysis.tags[index] {
      case .infinitive:
        if auxiliary == nil, index == start {
          group.form = .infinitive
        } else if last.contains(.be) || last.contains(.have) {
          group.modality = .future
          last = []
        } else {
          return close(group, auxiliary, analysis)
        }
      case .auxiliary:
        auxiliary = index
        if word.contains(.negation) { group.isNegated = true }
        if word.contains(.futureModal) { group.modality = .future }
        if word.contains(.hypotheticalModal) { group.modality = .hypothetical }
        last = word
      case .negation: group.isNegated = true
      case .adverb, .adjective, .noun:
        if last.contains(.be), word.contains(.prospective), isInfinitive(index + 1, limit, analysis) {
          group.modality = .future
          last = []
          index += 1
        } else if analysis.tags[index] != .adverb || !verbFollows(index + 1, limit, analysis) {
          return close(group, auxiliary, analysis)
        }
      case .verb:
        if last.contains(.be), word.contains(.prospective), isInfinitive(index + 1, limit, analysis) {
          group.modality = .future
          last = []
          auxiliary = nil
          index += 1
        } else {
          finish(&group, index, word, last, hasAuxiliary: auxiliary != nil, analysis)
          return group
        }
      case .preposition, .date:
        // `was on Tuesday appointed`: a date between auxiliary and verb.
        // `has since condemned`: a preposition right before the verb is an adverb.
        if auxiliary != nil, index + 1 < limit, analysis.tags[index + 1] == .verb { break }
        guard auxiliary != nil, let verb = afterDate(index, limit, analysis) else {
          return close(group, auxiliary, analysis)
        }
        index = verb - 1
      default: return close(group, auxiliary, analysis)
      }
      index += 1
    }
    return close(group, auxiliary, analysis)
  }

  private func finish(
    _ group: inout VerbGroup, _ index: Int, _ word: WordGrammar.Category, _ last: WordGrammar.Category,
    hasAuxiliary: Bool, _ analysis: borrowing Analysis
  ) {
    group.verb = index
    group.end = index + 1
    group.lemma = grammar.verb(analysis.tokens[index].word)
    if word.contains(.opensPair), index + 1 < analysis.tokens.count, analysis.grammar[index + 1].contains(.closesPair) {
      let phrasal = grammar.pair(analysis.tokens[index].word, analysis.tokens[index + 1].word)
      if phrasal != WordGrammar.none {
        group.lemma = phrasal
        group.end = index + 2
      }
    }
    group.isPassive = last.contains(.be) && word.contains(.participle) && !word.contains(.gerund)
    if group.form != .infinitive, analysis.grammar[group.first].contains(.gerund) {
      group.form = .gerund
      return
    }
    if hasAuxiliary || group.form == .infinitive { return }
    if word.contains(.gerund) {
      group.form = .gerund
    } else if word.contains(.participle), !word.contains(.past) {
      group.form = .participle
    }
  }

  /// A group without a main verb: the auxiliary is the verb (`is a partner`), or there is none.
  private func close(_ group: VerbGroup, _ auxiliary: Int?, _ analysis: borrowing Analysis) -> VerbGroup? {
    guard let auxiliary else { return nil }
    var group = group
    group.verb = auxiliary
    group.end = auxiliary + 1
    group.lemma = grammar.verb(analysis.tokens[auxiliary].word)
    return group
  }

  private func afterDate(_ index: Int, _ limit: Int, _ analysis: borrowing Analysis) -> Int? {
    var at = analysis.tags[index] == .preposition ? index + 1 : index
    guard at < limit, analysis.tags[at] == .date else { return nil }
    while at < limit, analysis.tags[at] == .date { at += 1 }
    return at < limit && analysis.tags[at] == .verb ? at : nil
  }

  private func isInfinitive(_ index: Int, _ limit: Int, _ analysis: borrowing Analysis) -> Bool {
    index < limit && analysis.tags[index] == .infinitive
  }

  private func verbFollows(_ index: Int, _ limit: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = index
    while at < limit, analysis.tags[at] == .adverb || analysis.tags[at] == .negation { at += 1 }
    guard at < limit else { return false }
    return analysis.tags[at] == .verb || analysis.tags[at] == .auxiliary || analysis.tags[at] == .infinitive
  }
}
