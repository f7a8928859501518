extension ReferentDiscourse {
  /// Finds who speaks in a sentence's quotation: the subject of its speech verb outside of the quotation, else the
  /// speaker of the sentence before, or the name of a transcript's label.
  mutating func findSpeaker(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    if let label = label(of: sentence, analysis) {
      labelled = label
      speaker = label
      return
    }
    if sentence.first < analysis.tokens.count, analysis.tokens[sentence.first].shape.contains(.blankLineBefore),
      labelled < 0, !quotes.hasQuote
    {
      speaker = -1
    }
    guard labelled < 0 else { return }
    for (at, spot) in roles.spots.enumerated() {
      guard let verb = speechVerb(of: at, analysis), !quotes.isQuoted(verb) else { continue }
      let group = analysis.mentions[spot.mention]
      guard !quotes.isQuoted(group.headFirst), group.category != .document, group.category != .event else { continue }
      if group.kind == .pronoun { resolve(spot.mention, analysis) }
      speaker = space.node(spot.mention, group)
      if quotes.hasQuote { return }
    }
  }

  /// The token of the speech verb whose subject a spot is, before or after it.
  private func speechVerb(of at: Int, _ analysis: borrowing Analysis) -> Int? {
    let spot = roles.spots[at]
    guard spot.verb >= 0, spot.role == .subject || spot.role == .object else { return nil }
    let item = analysis.items[spot.verb]
    guard item.kind == .verb else { return nil }
    let verb = analysis.verbGroups[item.index]
    guard speech.contains(verb.lemma), !verb.isPassive else { return nil }
    if spot.role == .object {
      // `…," said the minister`: only where nothing else is the verb's subject.
      guard quotes.hasQuote, !roles.spots.contains(where: { $0.verb == spot.verb && $0.role == .subject }) else {
        return nil
      }
    }
    return verb.verb
  }

  /// `MOREAU: I met him once.`
  private func label(of sentence: SentenceRange, _ analysis: borrowing Analysis) -> Int32? {
    for spot in roles.spots.prefix(1) {
      let group = analysis.mentions[spot.mention]
      guard group.person >= 0, group.first <= sentence.first + 1, group.headEnd < sentence.end,
        analysis.tokens[group.headEnd].word == words.colon
      else { return nil }
      return group.person
    }
    return nil
  }

  /// What `I` or `we` means: the speaker, or for `we` the country or body that the speaker stands for.
  func spoken(_ word: UInt32, _ space: inout ReferentSpace) -> Int32? {
    guard speaker >= 0 else { return nil }
    if words.isFirstPlural(word) {
      let facts = space.known(speaker)
      return facts.side >= 0 ? facts.side : speaker
    }
    return speaker
  }
}
