/// What a document has settled in one place is evidence everywhere else in it: surnames, abbreviations behind their
/// expansion, bodies by their head word, places.
enum DocumentEvidence {
  /// Evidence for each token; the scale is that of `LexicalEvidence.Quality`.
  private enum Quality {
    static let surname: Int32 = 10
    static let given: Int32 = 6
    static let middle: Int32 = 7
    static let abbreviation: Int32 = 10
    static let organization: Int32 = 10
    static let headWord: Int32 = 8
    static let location: Int32 = 8
    /// A person's name needs this much for each token to vouch for its parts.
    static let trusted: Int32 = 8
    /// What a surname loses that is also a place or a country.
    static let alsoPlace: Int32 = 4
    /// What a person loses after `in` or `near`.
    static let afterPlacePreposition: Int32 = 3
  }

  /// Gathers what the first pass settled and decides again where it tells more.
  static func add(to work: inout NameMemory, _ analysis: borrowing Analysis) {
    var runs = DocumentRuns()
    swap(&runs, &work.runs)
    runs.removeAll()
    for sentence in analysis.sentences.indices {
      for index in work.chosenArcs(of: sentence) { gather(work.arcs[Int(index)], index, analysis, &runs) }
    }
    FeedSources.gather(from: &work, analysis, into: &runs)
    if !runs.isEmpty { decideAgain(runs, &work, analysis) }
    swap(&runs, &work.runs)
  }

  // MARK: gathering

  private static func gather(_ arc: Arc, _ index: Int32, _ analysis: borrowing Analysis, _ runs: inout DocumentRuns) {
    let length = Int32(truncatingIfNeeded: max(arc.end - arc.first, 1))
    func add(_ first: Int, _ end: Int, _ label: NameLabel, _ quality: Int32, _ needsDeterminer: Bool) {
      guard first < end, quality > 0 else { return }
      runs.add(
        DocumentRuns.Run(
          first: first, end: end, label: label, quality: quality, needsDeterminer: needsDeterminer, arc: index),
        analysis.tokens)
    }
    switch arc.label {
    case .person: gatherPerson(arc, quality: arc.weight / length, analysis, add)
    case .organization:
      add(arc.first, arc.end, .organization, min(Quality.organization, arc.weight / length + 1), false)
      gatherAbbreviation(arc, analysis, add)
      gatherHeadWord(arc, analysis, add)
    case .location:
      if arc.entry == nil || arc.weight < 9 * length { add(arc.first, arc.end, .location, Quality.location, false) }
    default: break
    }
  }

  private static func gatherPerson(
    _ arc: Arc, quality: Int32, _ analysis: borrowing Analysis,
    _ add: (Int, Int, NameLabel, Int32, Bool) -> Void
  ) {
    let (tokens, classes) = (analysis.tokens, analysis.classes)
    let surname = quality >= Quality.trusted ? Quality.surname : quality
    add(arc.first, arc.end, .person, surname, false)
    var end = arc.end
    while end > arc.first + 1, classes[end - 1].has(.suffix) || tokens[end - 1].shape.contains(.mark) { end -= 1 }
    guard end > arc.first + 1 else { return }
    var first = end - 1
    while first > arc.first + 1, tokens[first - 1].word == Mark.hyphen { first -= 2 }
    if first > arc.first { add(first, end, .person, surname, false) }
    var particle = first
    while particle > arc.first + 1,
      classes[particle - 1].has(.particle) || classes[particle - 1].has(.prefix)
        || tokens[particle - 1].word == Mark.hyphen && classes[particle - 2].has(.prefix)
    {
      particle -= 1
    }
    if particle < first { add(particle, end, .person, surname, false) }
    guard quality >= Quality.trusted else { return }
    for index in (arc.first + 1)..<max(arc.first + 1, first) where isNamePart(tokens[index], classes[index]) {
      add(index, index + 1, .person, Quality.middle, false)
    }
    if isNamePart(tokens[arc.first], classes[arc.first]), tokens[arc.first + 1].word != Mark.hyphen {
      let isFamilyFirst = classes[arc.first].has(.surname) && !classes[arc.first].has(.given)
      add(arc.first, arc.first + 1, .person, isFamilyFirst ? Quality.surname : Quality.given, false)
    }
  }

  private static func isNamePart(_ token: Token, _ mask: ClassMask) -> Bool {
    let others: ClassMask =
      TokenClass.initial.bit | TokenClass.particle.bit | TokenClass.prefix.bit | TokenClass.suffix.bit
      | TokenClass.common.bit | TokenClass.title.bit | TokenClass.clitic.bit
    return mask.has(.capital) && mask & others == 0 && token.count > 1
  }

  /// `International Bridge Agency (IBA)` settles IBA.
  private static func gatherAbbreviation(
    _ arc: Arc, _ analysis: borrowing Analysis, _ add: (Int, Int, NameLabel, Int32, Bool) -> Void
  ) {
    let tokens = analysis.tokens
    guard arc.end + 2 < tokens.count, tokens[arc.end].word == UInt32(UInt8(ascii: "(")),
      tokens[arc.end + 2].word == UInt32(UInt8(ascii: ")")), analysis.classes[arc.end + 1].has(.upper)
    else { return }
    add(arc.end + 1, arc.end + 2, .organization, Quality.abbreviation, false)
  }

  /// `Peace and Security Council` settles `the Council`.
  private static func gatherHeadWord(
    _ arc: Arc, _ analysis: borrowing Analysis, _ add: (Int, Int, NameLabel, Int32, Bool) -> Void
  ) {
    guard arc.end - arc.first > 1 else { return }
    let heads: ClassMask = TokenClass.organizationHead.bit | TokenClass.organizationHeadWeak.bit | TokenClass.common.bit
    let (first, last) = (analysis.classes[arc.first], analysis.classes[arc.end - 1])
    if analysis.tokens[arc.end - 1].shape.contains(.capital), last & heads != 0 {
      add(arc.end - 1, arc.end, .organization, Quality.headWord, true)
    }
    if analysis.tokens[arc.first].shape.contains(.capital), first.has(.organizationHead) {
      add(arc.first, arc.first + 1, .organization, Quality.headWord, true)
    }
  }

  // MARK: deciding again

  private static func decideAgain(_ runs: DocumentRuns, _ work: inout NameMemory, _ analysis: borrowing Analysis) {
    var arcs: [Arc] = []
    for (number, sentence) in analysis.sentences.enumerated() {
      arcs.removeAll(keepingCapacity: true)
      for index in sentence.first..<max(sentence.first, sentence.end) {
        guard analysis.tokens[index].shape.contains(.capital) || analysis.classes[index].has(.prefix) else { continue }
        var next = runs.head(analysis.tokens[index].hash)
        while next >= 0 {
          let run = runs.runs[Int(next)]
          next = run.next
          guard DocumentRuns.matches(analysis.tokens, run, at: index, limit: sentence.end) else { continue }
          let weight = weight(of: run, at: index, sentence, analysis)
          guard weight > 0 else { continue }
          let source = work.arcs[Int(run.arc)]
          let end = index + run.end - run.first
          arcs.append(
            Arc(
              first: index, end: end, label: run.label, weight: weight * Int32(truncatingIfNeeded: end - index),
              entry: source.entry, rule: source.rule, code: source.code, gender: source.gender))
        }
      }
      if !arcs.isEmpty { work.solve(again: number, sentence, with: arcs) }
    }
  }

  /// Evidence for each token of a run written again at `index`; 0 or less is none.
  private static func weight(
    of run: DocumentRuns.Run, at index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis
  ) -> Int32 {
    let classes = analysis.classes
    let end = index + run.end - run.first
    let before = index > sentence.first ? classes[index - 1] : 0
    var weight = run.quality
    if run.needsDeterminer {
      guard before.has(.determiner), end >= sentence.end || !classes[end].has(.capital) else { return 0 }
      return weight
    }
    guard end == index + 1 else { return weight }
    let mask = classes[index]
    switch run.label {
    case .person:
      if mask.has(.country) || mask.has(.nationality) { return 0 }
      if mask.has(.titleContext) || mask.has(.titleHeadWeak), end < sentence.end, classes[end].has(.capital) {
        return 0
      }
      if mask.has(.place) { weight -= Quality.alsoPlace }
      if mask.has(.common), mask.has(.first) { weight -= Quality.alsoPlace }
      if before.has(.placePreposition), mask.has(.place) { weight -= Quality.afterPlacePreposition }
    case .location, .organization:
      if mask.has(.common), mask.has(.first) { return 0 }
    default: break
    }
    return weight
  }
}
