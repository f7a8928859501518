extension ReferentDiscourse {
  /// Finds who speaks in a sentence's quotation: the subject of its speech verb outside of the quotation, else the
  /// speaker of the sentence before, or the name of a transcript's label.
  mutating func findSpeaker(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    if readLabel(sentence, analysis) { return }
    if sentence.first < analysis.tokens.count, analysis.tokens[sentence.first].shape.contains(.blankLineBefore),
      labelled < 0, !quotes.hasQuote
    {
      speaker = -1
    }
    guard labelled < 0, !isAsked else { return }
    for (at, spot) in roles.spots.enumerated() {
      guard let verb = speechVerb(of: at, analysis), !quotes.isQuoted(verb) else { continue }
      let group = analysis.mentions[spot.mention]
      guard !quotes.isQuoted(group.headFirst), group.category != .document, group.category != .event else { continue }
      if spot.role == .object { roles.makeSubject(at) }
      if group.kind == .pronoun {
        guard quotes.hasQuote else { continue }
        for earlier in roles.spots.prefix(at).suffix(24) {
          if !quotes.isQuoted(analysis.mentions[earlier.mention].headFirst) { resolve(earlier.mention, analysis) }
        }
        resolve(spot.mention, analysis)
      }
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
      guard quotes.hasQuote,
        !roles.spots.prefix(at).suffix(8).contains(where: { $0.verb == spot.verb && $0.role == .subject })
      else {
        return nil
      }
    }
    return verb.verb
  }

  /// Reads a transcript's label: `MOREAU: I met him once.`, `Mark Rutte (NATO Secretary General): …`, `Q: …`, `A: …`.
  private mutating func readLabel(_ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    guard let colon = labelEnd(sentence, analysis) else { return false }
    let first = analysis.tokens[sentence.first].word
    if let spot = roles.spots.first {
      let group = analysis.mentions[spot.mention]
      let isShouted = group.kind == .name && analysis.tokens[sentence.first].shape.contains(.upper)
      let isName = group.person >= 0 || isShouted && group.end == colon
      if isName, group.first <= sentence.first + 1, group.headEnd <= colon {
        let who = space.node(spot.mention, group)
        if labelled >= 0, !space.isSame(labelled, who) { addressee = labelled }
        if isAsked || addressee < 0 { answerer = who }
        (labelled, speaker, isAsked) = (who, who, false)
        return true
      }
    }
    if words.isAsker(first) || isTranscript && !words.isAnswerer(first) {
      if labelled >= 0 { answerer = labelled }
      (addressee, labelled, speaker, isAsked) = (answerer, -1, -1, true)
      isTranscript = isTranscript || words.isAsker(first)
      return true
    }
    if words.isAnswerer(first), colon == sentence.first + 1 {
      if answerer < 0 { answerer = firstPerson(analysis) }
      (labelled, speaker, isAsked) = (answerer, answerer, false)
      return answerer >= 0
    }
    return false
  }

  /// The colon that ends a label of a few words at the head of a line; nil when the sentence has none.
  private func labelEnd(_ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Int? {
    guard sentence.first < sentence.end, analysis.tokens[sentence.first].shape.contains(.capital),
      sentence.first == 0 || !analysis.tokens[sentence.first].shape.isDisjoint(with: [.lineBefore, .blankLineBefore])
    else { return nil }
    var index = sentence.first + 1
    let limit = min(sentence.end - 1, sentence.first + 12)
    while index < limit {
      if analysis.tokens[index].word == words.colon { return index }
      index += 1
    }
    return nil
  }

  /// Whoever is named first: the one who is interviewed.
  private func firstPerson(_ analysis: borrowing Analysis) -> Int32 {
    for index in analysis.names.indices.prefix(16) where analysis.names[index].label == .person {
      return Int32(truncatingIfNeeded: index)
    }
    return -1
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
