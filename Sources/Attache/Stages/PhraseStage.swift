/// Cuts each sentence into noun groups, verb groups and the small words between them.
public struct PhraseStage: Stage {
  /// The name.
  public let name = "phrases"
  /// Needs the settled names.
  public let requires: Set<Layer> = [.tokens, .sentences, .names]
  /// Fills mentions and verb groups.
  public let provides: Set<Layer> = [.mentions, .verbGroups]
  private let grammar: WordGrammar
  private let tagger: Tagger
  private let nouns: NounGroupParser
  private let verbs: VerbGroupParser
  private let appositions = AppositionJoiner()
  private let asWell: (UInt32, UInt32)

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    grammar = WordGrammar(lexicon)
    tagger = Tagger(lexicon: lexicon)
    nouns = NounGroupParser(lexicon: lexicon, grammar: grammar)
    verbs = VerbGroupParser(grammar: grammar)
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    asWell = (identifier("as"), identifier("well"))
  }

  /// Adds the phrases of all sentences.
  public func run(_ analysis: inout Analysis) {
    lookUp(&analysis)
    coverNames(&analysis)
    tag(&analysis)
    for number in analysis.sentences.indices {
      let first = analysis.items.count
      cut(analysis.sentences[number], &analysis)
      appositions.join(from: first, &analysis)
      analysis.itemRanges.append(first..<analysis.items.count)
    }
  }

  private func lookUp(_ analysis: inout Analysis) {
    var found: [WordGrammar.Category] = []
    swap(&found, &analysis.grammar)
    grammar.lookUp(analysis.tokens.span, into: &found)
    swap(&found, &analysis.grammar)
  }

  /// Notes for each token the name that covers it; a name counts in the sentence where it begins.
  private func coverNames(_ analysis: inout Analysis) {
    analysis.nameAt.removeAll(keepingCapacity: true)
    analysis.nameAt.append(contentsOf: repeatElement(-1, count: analysis.tokens.count))
    var next = 0
    for number in analysis.sentences.indices {
      let sentence = analysis.sentences[number]
      while next < analysis.names.count, analysis.names[next].first < sentence.end {
        let (first, end) = (analysis.names[next].first, analysis.names[next].end)
        for token in max(first, sentence.first)..<max(first, sentence.first, min(end, sentence.end)) {
          analysis.nameAt[token] = Int32(truncatingIfNeeded: next)
        }
        next += 1
      }
    }
  }

  private func tag(_ analysis: inout Analysis) {
    var tags: [Tag] = []
    swap(&tags, &analysis.tags)
    tags.removeAll(keepingCapacity: true)
    tags.append(contentsOf: repeatElement(.none, count: analysis.tokens.count))
    var span = tags.mutableSpan
    tagger.tag(analysis, into: &span)
    swap(&tags, &analysis.tags)
  }

  private func cut(_ sentence: SentenceRange, _ analysis: inout Analysis) {
    var index = sentence.first
    while index < sentence.end {
      let tag = analysis.tags[index]
      switch tag {
      case .auxiliary, .verb, .infinitive, .negation:
        if let group = verbs.parse(at: index, sentence, analysis) {
          analysis.items.append(PhraseItem(kind: .verb, index: analysis.verbGroups.count, first: index, end: group.end))
          analysis.verbGroups.append(group)
          index = group.end
          continue
        }
      case .name, .determiner, .possessive, .number, .adjective, .noun, .pronoun:
        if addMention(&index, sentence, &analysis) { continue }
      case .date:
        let end = dateEnd(index, sentence, analysis)
        if analysis.tag(end, sentence) == .clitic, addMention(&index, sentence, &analysis) { continue }
        analysis.items.append(PhraseItem(kind: .date, index: Int(analysis.nameAt[index]), first: index, end: end))
        index = end
        continue
      default: break
      }
      if isAsWellAs(index, sentence, analysis) {
        analysis.items.append(PhraseItem(kind: .conjunction, index: 0, first: index, end: index + 3))
        index += 3
        continue
      }
      analysis.items.append(PhraseItem(kind: PhraseStage.kind(of: tag), index: 0, first: index, end: index + 1))
      index += 1
    }
  }

  /// Adds the noun group that begins at `index`, if one does, and goes on to its end.
  @inline(__always)
  private func addMention(_ index: inout Int, _ sentence: SentenceRange, _ analysis: inout Analysis) -> Bool {
    guard let mention = nouns.parse(at: index, sentence, &analysis) else { return false }
    let end = analysis.mentions[mention].end
    analysis.items.append(PhraseItem(kind: .mention, index: mention, first: index, end: end))
    index = end
    return true
  }

  private func isAsWellAs(_ index: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Bool {
    analysis.tokens[index].word == asWell.0 && index + 2 < sentence.end
      && analysis.tokens[index + 1].word == asWell.1 && analysis.tokens[index + 2].word == asWell.0
  }

  private func dateEnd(_ start: Int, _ sentence: SentenceRange, _ analysis: borrowing Analysis) -> Int {
    var end = start + 1
    while analysis.tag(end, sentence) == .date, analysis.nameAt[end] == analysis.nameAt[start] { end += 1 }
    return end
  }

  private static func kind(of tag: Tag) -> PhraseItem.Kind {
    switch tag {
    case .preposition: .preposition
    case .conjunction: .conjunction
    case .subordinator: .subordinator
    case .relative: .relative
    case .comma: .comma
    case .quote: .quote
    case .stop: .stop
    case .adverb, .negation: .adverb
    case .open: .open
    case .close: .close
    default: .other
    }
  }
}

extension Analysis {
  /// The tag of a token; `.none` behind the sentence.
  @inline(__always)
  func tag(_ index: Int, _ sentence: SentenceRange) -> Tag { index < sentence.end ? tags[index] : .none }
}
