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

  /// Gathers what the first pass settled.
  static func gather(from work: inout NameMemory, _ analysis: borrowing Analysis) {
    var runs = DocumentRuns()
    swap(&runs, &work.runs)
    runs.removeAll()
    let (tokens, classes) = (analysis.tokens.span, analysis.classes.span)
    for sentence in analysis.sentences.indices {
      for index in work.firstChoice(of: sentence).reversed() {
        let arc = work.chosen[index]
        gather(work.arcs[Int(arc)], arc, tokens, classes, &runs)
      }
    }
    FeedSources.gather(from: &work, analysis, into: &runs)
    swap(&runs, &work.runs)
  }

  // MARK: gathering

  @inline(__always)
  private static func gather(
    _ arc: Arc, _ index: Int32, _ tokens: Span<Token>, _ classes: Span<ClassMask>, _ runs: inout DocumentRuns
  ) {
    let (first, end) = (Int(arc.first), Int(arc.end))
    let length = Int32(truncatingIfNeeded: max(end - first, 1))
    switch arc.label {
    case .person: gatherPerson(first, end, quality: arc.weight / length, index, tokens, classes, &runs)
    case .organization:
      runs.add(
        first, end, .organization, quality: min(Quality.organization, arc.weight / length + 1), arc: index, tokens)
      gatherAbbreviation(end, index, tokens, classes, &runs)
      gatherHeadWord(first, end, index, tokens, classes, &runs)
    case .location:
      if arc.source.entry == nil || arc.weight < 9 * length {
        runs.add(first, end, .location, quality: Quality.location, arc: index, tokens)
      }
    default: break
    }
  }

  private static func gatherPerson(
    _ start: Int, _ limit: Int, quality: Int32, _ arc: Int32, _ tokens: Span<Token>, _ classes: Span<ClassMask>,
    _ runs: inout DocumentRuns
  ) {
    let surname = quality >= Quality.trusted ? Quality.surname : quality
    runs.add(start, limit, .person, quality: surname, arc: arc, tokens)
    var end = limit
    while end > start + 1, isTail(tokens[end - 1], classes[end - 1]) { end -= 1 }
    guard end > start + 1 else { return }
    var first = end - 1
    while first > start + 1, tokens[first - 1].word == Mark.hyphen { first -= 2 }
    if first > start { runs.add(first, end, .person, quality: surname, arc: arc, tokens) }
    var particle = first
    while particle > start + 1, isParticle(tokens[particle - 1], classes[particle - 1], after: classes[particle - 2]) {
      particle -= 1
    }
    if particle < first { runs.add(particle, end, .person, quality: surname, arc: arc, tokens) }
    guard quality >= Quality.trusted else { return }
    gatherMiddles(start + 1, first, arc, tokens, classes, &runs)
    if isNamePart(tokens[start], classes[start]), tokens[start + 1].word != Mark.hyphen {
      let isFamilyFirst = classes[start] & (TokenClass.surname.bit | TokenClass.given.bit) == TokenClass.surname.bit
      runs.add(
        start, start + 1, .person, quality: isFamilyFirst ? Quality.surname : Quality.given, arc: arc, tokens)
    }
  }

  /// Whether a token behind a surname is a part of the name without being its last word.
  private static func isTail(_ token: Token, _ mask: ClassMask) -> Bool {
    mask.has(.suffix) || token.shape.contains(.mark)
  }

  private static func isParticle(_ token: Token, _ mask: ClassMask, after before: ClassMask) -> Bool {
    mask.has(.particle) || mask.has(.prefix) || token.word == Mark.hyphen && before.has(.prefix)
  }

  private static func gatherMiddles(
    _ first: Int, _ end: Int, _ arc: Int32, _ tokens: Span<Token>, _ classes: Span<ClassMask>,
    _ runs: inout DocumentRuns
  ) {
    var index = first
    while index < end {
      if isNamePart(tokens[index], classes[index]) {
        runs.add(index, index + 1, .person, quality: Quality.middle, arc: arc, tokens)
      }
      index += 1
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
    _ end: Int, _ arc: Int32, _ tokens: Span<Token>, _ classes: Span<ClassMask>, _ runs: inout DocumentRuns
  ) {
    guard end + 2 < tokens.count, tokens[end].word == UInt32(UInt8(ascii: "(")),
      tokens[end + 2].word == UInt32(UInt8(ascii: ")")), classes[end + 1].has(.upper)
    else { return }
    runs.add(end + 1, end + 2, .organization, quality: Quality.abbreviation, arc: arc, tokens)
  }

  /// `Peace and Security Council` settles `the Council`.
  private static func gatherHeadWord(
    _ first: Int, _ end: Int, _ arc: Int32, _ tokens: Span<Token>, _ classes: Span<ClassMask>,
    _ runs: inout DocumentRuns
  ) {
    guard end - first > 1 else { return }
    let heads: ClassMask = TokenClass.organizationHead.bit | TokenClass.organizationHeadWeak.bit | TokenClass.common.bit
    if tokens[end - 1].shape.contains(.capital), classes[end - 1] & heads != 0 {
      runs.add(
        end - 1, end, .organization, quality: Quality.headWord, needsDeterminer: true, arc: arc, tokens)
    }
    if tokens[first].shape.contains(.capital), classes[first].has(.organizationHead) {
      runs.add(
        first, first + 1, .organization, quality: Quality.headWord, needsDeterminer: true, arc: arc, tokens)
    }
  }

  // MARK: deciding again

  /// Fills `again` with the arcs of what the document has settled and this sentence says again.
  static func add(to work: inout NameMemory, _ sentence: Int, _ analysis: borrowing Analysis) {
    work.again.removeAll(keepingCapacity: true)
    guard !work.runs.isEmpty else { return }
    let (tokens, classes) = (analysis.tokens.span, analysis.classes.span)
    let bounds = analysis.sentences[sentence]
    for index in bounds.first..<max(bounds.first, bounds.end) {
      guard tokens[index].shape.contains(.capital) || classes[index].has(.prefix) else { continue }
      var next = work.runs.head(tokens[index].hash)
      while next >= 0 {
        let run = work.runs.runs[Int(next)]
        next = run.next
        guard DocumentRuns.matches(tokens, run, at: index, limit: bounds.end) else { continue }
        let weight = weight(of: run, at: index, bounds, classes)
        guard weight > 0 else { continue }
        let source = work.arcs[Int(run.arc)]
        work.again.append(
          Arc(
            index, index + Int(run.count), run.label, weight: weight * run.count, source.source, code: source.code,
            gender: source.gender))
      }
    }
  }

  /// Evidence for each token of a run written again at `index`; 0 or less is none.
  private static func weight(
    of run: DocumentRuns.Run, at index: Int, _ sentence: SentenceRange, _ classes: Span<ClassMask>
  ) -> Int32 {
    let end = index + Int(run.count)
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
