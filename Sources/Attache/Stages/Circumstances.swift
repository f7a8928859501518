/// Fills date, place, topic and attribution of a relation from its own clause.
struct Circumstances: Sendable {
  private let places: Set<UInt32>
  private let topics: Set<UInt32>
  private let purposes: Set<UInt32>
  private let speech: Set<UInt32>

  init(_ lexicon: Lexicon) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    places = Set(["in", "at", "to"].map(identifier))
    topics = Set(["on", "about", "over", "regarding", "concerning"].map(identifier))
    purposes = [
      "discuss", "promote", "boost", "strengthen", "review", "address", "deepen", "enhance", "expand", "develop",
    ]
    .reduce(into: []) { set, word in
      for (index, entry) in lexicon.entries.enumerated() where entry.type == .verb {
        if lexicon.name(of: UInt32(index)) == word { set.insert(UInt32(index)) }
      }
    }
    speech = ClauseWords.verbs(of: "speech", lexicon)
  }

  func fill(
    _ record: inout RelationRecord, _ match: VerbMatcher.Match, clause: Int?, _ parsed: SentenceFrame,
    _ analysis: borrowing Analysis
  ) {
    guard let clause else { return }
    let found = parsed.clauses[clause]
    if let date = found.dates.first {
      record.attributes.date = span(analysis.names[date].first..<analysis.names[date].end, analysis)
    }
    for phrase in found.phrases {
      guard let first = phrase.mentions.first, !match.used.contains(first) || isDestination(phrase, match, analysis)
      else { continue }
      let group = analysis.mentions[first]
      if record.attributes.place == nil, places.contains(phrase.preposition), isPlace(group) {
        record.attributes.place = span(group.first..<group.end, analysis)
      } else if record.attributes.topic == nil, topics.contains(phrase.preposition), group.category != .person {
        record.attributes.topic = span(
          group.first..<analysis.mentions[phrase.mentions[phrase.mentions.count - 1]].end, analysis)
      }
    }
    if record.attributes.topic == nil { fillTopic(&record, clause, parsed.clauses, analysis) }
    if found.link == .complement, found.parent >= 0 {
      let parent = parsed.clauses[found.parent]
      if speech.contains(analysis.verbGroups[parent.verb].lemma), let speaker = parent.subjects.first {
        let group = analysis.mentions[speaker]
        record.attributes.attribution = span(group.first..<group.end, analysis)
      }
    }
  }

  private func isDestination(_ phrase: Phrase, _ match: VerbMatcher.Match, _ analysis: borrowing Analysis) -> Bool {
    guard let first = phrase.mentions.first else { return false }
    return isPlace(analysis.mentions[first])
  }

  private func isPlace(_ group: NounGroup) -> Bool { group.category == .place || group.category == .state }

  /// `to discuss X`, `aimed at X`.
  private func fillTopic(
    _ record: inout RelationRecord, _ clause: Int, _ clauses: [Clause], _ analysis: borrowing Analysis
  ) {
    for child in clauses[(clause + 1)...].prefix(2) where child.parent == clause && child.link == .infinitive {
      guard purposes.contains(analysis.verbGroups[child.verb].lemma), let first = child.objects.first,
        let last = child.objects.last
      else { continue }
      record.attributes.topic = span(analysis.mentions[first].first..<analysis.mentions[last].end, analysis)
      return
    }
  }

  private func span(_ tokens: Range<Int>, _ analysis: borrowing Analysis) -> ByteSpan {
    ByteSpan(Int(analysis.tokens[tokens.lowerBound].start), Int(analysis.tokens[tokens.upperBound - 1].end))
  }
}
