/// Fills date, place, topic and attribution of a relation from its own clause.
struct Circumstances: Sendable {
  private let places: Set<UInt32>
  private let topics: Set<UInt32>
  private let reasons: Set<UInt32>
  private let purposes: Set<UInt32>
  private let speech: Set<UInt32>
  /// Nouns of `on behalf of`, `on the sidelines of`.
  private let manners: Set<UInt32>
  private let according: UInt32
  private let extent: TopicExtent
  /// The role whose filler is a visit's place.
  private let destination: UInt16?
  /// Rules whose topic is what somebody is praised or blamed for.
  private let judging: [Bool]

  init(_ lexicon: Lexicon, rules: RuleBook) {
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    places = Set(["in", "at"].map(identifier))
    topics = Set(["on", "about", "over", "regarding", "concerning"].map(identifier))
    reasons = Set(["for", "of", "over", "on"].map(identifier))
    var purposes: Set<UInt32> = []
    lexicon.forEachEntry(of: .verb) { index, _ in
      if Circumstances.purposeVerbs.contains(lexicon.name(of: index)) { purposes.insert(index) }
    }
    self.purposes = purposes
    speech = ClauseWords.verbs(of: "speech", lexicon)
    manners = ClauseWords.nouns(of: "manner", lexicon)
    according = identifier("according")
    extent = TopicExtent(lexicon)
    destination = rules.roles.firstIndex(of: "destination").map { UInt16(truncatingIfNeeded: $0) }
    judging = rules.relations.rules.map { $0.roles["target"] != nil }
  }

  /// Verbs whose infinitive says what an event is about.
  private static let purposeVerbs: Set<String> = [
    "discuss", "promote", "boost", "strengthen", "review", "address", "deepen", "enhance", "expand", "develop",
    "protect", "build", "improve",
  ]

  func fill(
    _ record: inout RelationRecord, _ match: VerbMatcher.Match, clause: Int?, _ parsed: SentenceFrame,
    _ analysis: borrowing Analysis
  ) {
    if let place = record.arguments.first(where: { $0.role == destination && !$0.tokens.isEmpty }) {
      record.attributes.place = span(place.tokens, analysis)
    }
    guard let clause else { return }
    let found = parsed.clauses[clause]
    fillDate(&record, found, analysis)
    fillPhrases(&record, match, found, parsed, analysis)
    if record.attributes.topic == nil { fillTopic(&record, clause, parsed, analysis) }
    if let speaker = speaker(of: clause, parsed, analysis) {
      let group = analysis.mentions[speaker]
      record.attributes.attribution = span(group.first..<group.end, analysis)
    }
  }

  /// The whole of a topic that a role names by its first group.
  func topic(_ tokens: Range<Int>, _ frame: SentenceFrame, _ analysis: borrowing Analysis) -> ByteSpan {
    for item in frame.items
    where analysis.items[item].kind == .mention && analysis.items[item].first == tokens.lowerBound {
      let end = extent.end(from: item, used: [], frame.items, analysis)
      return span(tokens.lowerBound..<max(end, tokens.upperBound), analysis)
    }
    return span(tokens, analysis)
  }

  /// The first date after the trigger; one before it only when none comes after.
  private func fillDate(_ record: inout RelationRecord, _ clause: Clause, _ analysis: borrowing Analysis) {
    let start = record.trigger.lowerBound
    guard
      let date = clause.dates.first(where: { analysis.names[$0].first > start }) ?? clause.dates.first
    else { return }
    record.attributes.date = span(analysis.names[date].first..<analysis.names[date].end, analysis)
  }

  private func fillPhrases(
    _ record: inout RelationRecord, _ match: VerbMatcher.Match, _ clause: Clause, _ parsed: SentenceFrame,
    _ analysis: borrowing Analysis
  ) {
    let prepositions = judging[match.rule] ? reasons : topics
    for phrase in clause.phrases {
      guard let first = phrase.mentions.first else { continue }
      let group = analysis.mentions[first]
      let isPlace = group.category == .place || group.category == .state
      if group.noun.map({ manners.contains($0) }) ?? false { continue }
      if record.attributes.place == nil, places.contains(phrase.preposition), isPlace, !match.used.contains(first) {
        record.attributes.place = span(group.first..<group.end, analysis)
      } else if record.attributes.topic == nil, prepositions.contains(phrase.preposition), !match.used.contains(first),
        group.category != .person, analysis.items[phrase.item].first > record.trigger.lowerBound
      {
        let end = extent.end(from: phrase.item + 1, used: match.used, parsed.items, analysis)
        record.attributes.topic = span(group.first..<max(end, group.end), analysis)
      }
    }
  }

  /// `to discuss X`, `an agreement to protect X`, `praised A for doing X`.
  private func fillTopic(
    _ record: inout RelationRecord, _ clause: Int, _ parsed: SentenceFrame, _ analysis: borrowing Analysis
  ) {
    var index = clause + 1
    while index < parsed.clauses.count, index < clause + 3 {
      let child = parsed.clauses[index]
      index += 1
      guard child.parent == clause else { continue }
      let group = analysis.verbGroups[child.verb]
      if child.link == .infinitive, purposes.contains(group.lemma), let first = child.objects.first {
        let start = analysis.mentions[first].first
        let end = extent.end(from: child.item + 1, used: [], parsed.items, analysis)
        record.attributes.topic = span(start..<max(end, analysis.mentions[first].end), analysis)
        return
      }
      if child.link == .gerund, judging[record.rule], reasons.contains(child.linker) {
        let end = extent.end(from: child.item, used: [], parsed.items, analysis)
        record.attributes.topic = span(group.first..<max(end, group.end), analysis)
        return
      }
    }
  }

  /// Who reports it: the subject of the verb of speech above, of one set off by a comma (`…, A said`), or `according to`.
  private func speaker(of clause: Int, _ parsed: SentenceFrame, _ analysis: borrowing Analysis) -> Int? {
    let found = parsed.clauses[clause]
    if found.link == .complement, found.parent >= 0 {
      let parent = parsed.clauses[found.parent]
      if speech.contains(analysis.verbGroups[parent.verb].lemma), let speaker = parent.subjects.first { return speaker }
    }
    var index = clause + 1
    while index < parsed.clauses.count {
      let later = parsed.clauses[index]
      let group = analysis.verbGroups[later.verb]
      if speech.contains(group.lemma), group.form == .finite, !later.isPassive, later.objects.isEmpty,
        let speaker = later.subjects.first, isSetOff(speaker, later, parsed, analysis)
      {
        return speaker
      }
      index += 1
    }
    for phrase in parsed.phrases where phrase.item > parsed.items.lowerBound {
      let before = analysis.items[phrase.item].first - 1
      if before >= 0, analysis.tokens[before].word == according { return phrase.mentions.first }
    }
    return nil
  }

  /// Whether only a comma or quotation mark and the subject stand before a reporting verb.
  private func isSetOff(_ speaker: Int, _ clause: Clause, _ parsed: SentenceFrame, _ analysis: borrowing Analysis)
    -> Bool
  {
    var at = clause.item - 1
    while at > parsed.items.lowerBound, at > clause.item - 4 {
      if analysis.items[at].kind == .mention, analysis.items[at].index == speaker {
        let before = analysis.items[at - 1].kind
        guard before == .comma || before == .quote else { return false }
        let next = clause.item + 1 < parsed.items.upperBound ? analysis.items[clause.item + 1].kind : .stop
        return next != .subordinator && next != .relative && next != .mention
      }
      at -= 1
    }
    return false
  }

  private func span(_ tokens: Range<Int>, _ analysis: borrowing Analysis) -> ByteSpan {
    ByteSpan(Int(analysis.tokens[tokens.lowerBound].start), Int(analysis.tokens[tokens.upperBound - 1].end))
  }
}
