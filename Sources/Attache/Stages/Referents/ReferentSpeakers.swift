extension ReferentDiscourse {
  /// Finds who speaks in a sentence's quotation: the subject of its speech verb outside of the quotation, else the
  /// speaker of the sentence before, or the name of a transcript's label.
  mutating func findSpeaker(_ sentence: SentenceRange, _ analysis: borrowing Analysis) {
    if readLabel(sentence, analysis) { return }
    if sentence.first < analysis.tokens.count, analysis.tokens[sentence.first].shape.contains(.blankLineBefore),
      labelled < 0, !memory.quotes.hasQuote
    {
      speaker = -1
    }
    guard memory.roles.hasSpeech, labelled < 0, !isAsked else { return }
    for at in memory.roles.spots.indices where isSpeaker(at, analysis) {
      let mention = memory.roles.spots[at].mention
      let category = analysis.mentions[mention].category
      guard category != .document, category != .event, !isQuoted(mention, analysis) else { continue }
      if memory.roles.spots[at].role == .object { memory.roles.makeSubject(at) }
      if analysis.mentions[mention].kind == .pronoun {
        guard memory.quotes.hasQuote else { continue }
        for before in max(0, at - 24)..<at where !isQuoted(memory.roles.spots[before].mention, analysis) {
          resolve(memory.roles.spots[before].mention, analysis)
        }
        resolve(mention, analysis)
      }
      speaker = memory.space.node(mention, analysis)
      if memory.quotes.hasQuote { return }
    }
  }

  private func isQuoted(_ mention: Int, _ analysis: borrowing Analysis) -> Bool {
    memory.quotes.hasQuote && memory.quotes.isQuoted(analysis.mentions[mention].headFirst)
  }

  /// Whether a spot is the subject of a speech verb outside of quotation, before or after it.
  @inline(__always)
  private func isSpeaker(_ at: Int, _ analysis: borrowing Analysis) -> Bool {
    let role = memory.roles.spots[at].role
    let item = memory.roles.spots[at].verb
    guard item >= 0, role == .subject || role == .object && memory.quotes.hasQuote,
      analysis.items[item].kind == .verb
    else { return false }
    let verb = analysis.verbGroups[analysis.items[item].index]
    guard tables.seats.isSpeech(verb.lemma), !verb.isPassive, !memory.quotes.isQuoted(verb.verb) else { return false }
    guard role == .object else { return true }
    // `…," said the minister`: only where nothing else is the verb's subject.
    for before in max(0, at - 8)..<at where memory.roles.spots[before].verb == item {
      if memory.roles.spots[before].role == .subject { return false }
    }
    return true
  }

  /// Reads a transcript's label: `MOREAU: I met him once.`, `Mark Rutte (NATO Secretary General): …`, `Q: …`, `A: …`.
  private mutating func readLabel(_ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    guard let colon = labelEnd(sentence, analysis) else { return false }
    let first = analysis.tokens[sentence.first].word
    if let mention = memory.roles.spots.first?.mention {
      let group = analysis.mentions[mention]
      let isShouted = group.kind == .name && analysis.tokens[sentence.first].shape.contains(.upper)
      let isName = group.person >= 0 || isShouted && group.end == colon
      if isName, group.first <= sentence.first + 1, group.headEnd <= colon {
        let who = memory.space.node(mention, analysis)
        if labelled >= 0, !memory.space.isSame(labelled, who) { addressee = labelled }
        if isAsked || addressee < 0 { answerer = who }
        (labelled, speaker, isAsked) = (who, who, false)
        return true
      }
    }
    if tables.words.is(first, .asker) || isTranscript && !tables.words.is(first, .answerer) {
      if labelled >= 0 { answerer = labelled }
      (addressee, labelled, speaker, isAsked) = (answerer, -1, -1, true)
      isTranscript = isTranscript || tables.words.is(first, .asker)
      return true
    }
    if tables.words.is(first, .answerer), colon == sentence.first + 1 {
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
      if analysis.tokens[index].word == tables.words.colon { return index }
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
  mutating func spoken(_ uses: ReferentWords.Uses) -> Int32 {
    guard uses.contains(.firstPlural) else { return speaker }
    let side = memory.space.known(speaker).side
    return side >= 0 ? side : speaker
  }
}
