/// Cuts each sentence into noun groups, verb groups and the small words between them.
public struct PhraseStage: Stage {
  /// The name.
  public let name = "phrases"
  /// Needs the settled names.
  public let requires: Set<Layer> = [.tokens, .sentences, .names]
  /// Fills mentions and verb groups.
  public let provides: Set<Layer> = [.mentions, .verbGroups]
  private let tagger: Tagger
  private let nouns: NounGroupParser
  private let verbs: VerbGroupParser
  private let appositions = AppositionJoiner()
  private let asWell: (UInt32, UInt32)

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    let grammar = WordGrammar(lexicon)
    tagger = Tagger(lexicon: lexicon, grammar: grammar)
    nouns = NounGroupParser(lexicon: lexicon, grammar: grammar)
    verbs = VerbGroupParser(grammar: grammar)
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    asWell = (identifier("as"), identifier("well"))
  }

  /// Adds the phrases of all sentences.
  public func run(_ analysis: inout Analysis) {
    var next = 0
    var covered: [Tag?] = []
    var input = NounGroupParser.Input(sentence: SentenceRange(first: 0, end: 0, style: []), tags: [], nameAt: [])
    for sentence in analysis.sentences {
      input.sentence = sentence
      covered.removeAll(keepingCapacity: true)
      covered.append(contentsOf: repeatElement(nil, count: sentence.end - sentence.first))
      input.nameAt.removeAll(keepingCapacity: true)
      input.nameAt.append(contentsOf: repeatElement(-1, count: sentence.end - sentence.first))
      while next < analysis.names.count, analysis.names[next].first < sentence.end {
        let name = analysis.names[next]
        for token in max(name.first, sentence.first)..<min(name.end, sentence.end) {
          covered[token - sentence.first] = name.label == .date ? .date : .name
          input.nameAt[token - sentence.first] = Int32(next)
        }
        next += 1
      }
      input.tags.removeAll(keepingCapacity: true)
      tagger.tag(sentence, analysis.tokens, text: analysis.text, covered: covered, into: &input.tags)
      let first = analysis.items.count
      cut(input, &analysis)
      appositions.join(first..<analysis.items.count, &analysis)
      analysis.itemRanges.append(first..<analysis.items.count)
    }
  }

  private func cut(_ input: NounGroupParser.Input, _ analysis: inout Analysis) {
    var index = input.sentence.first
    while index < input.sentence.end, let tag = input.tag(index) {
      switch tag {
      case .auxiliary, .verb, .infinitive, .negation:
        if let group = verbs.parse(at: index, input.sentence, analysis.tokens, input.tags) {
          analysis.items.append(PhraseItem(kind: .verb, index: analysis.verbGroups.count, first: index, end: group.end))
          analysis.verbGroups.append(group)
          index = group.end
          continue
        }
      case .name, .determiner, .possessive, .number, .adjective, .noun, .pronoun:
        if let mention = nouns.parse(at: index, input, &analysis) {
          let end = analysis.mentions[mention].end
          analysis.items.append(PhraseItem(kind: .mention, index: mention, first: index, end: end))
          index = end
          continue
        }
      case .date:
        let end = dateEnd(index, input)
        if input.tag(end) == .clitic, let mention = nouns.parse(at: index, input, &analysis) {
          analysis.items.append(
            PhraseItem(kind: .mention, index: mention, first: index, end: analysis.mentions[mention].end))
          index = analysis.mentions[mention].end
          continue
        }
        analysis.items.append(PhraseItem(kind: .date, index: Int(input.name(index)), first: index, end: end))
        index = end
        continue
      default: break
      }
      if isAsWellAs(index, input.sentence, analysis) {
        analysis.items.append(PhraseItem(kind: .conjunction, index: 0, first: index, end: index + 3))
        index += 3
        continue
      }
      analysis.items.append(PhraseItem(kind: PhraseStage.kind(of: tag), index: 0, first: index, end: index + 1))
      index += 1
    }
  }

  private func isAsWellAs(_ index: Int, _ sentence: SentenceRange, _ analysis: Analysis) -> Bool {
    index + 2 < sentence.end && analysis.tokens[index].word == asWell.0 && analysis.tokens[index + 1].word == asWell.1
      && analysis.tokens[index + 2].word == asWell.0
  }

  private func dateEnd(_ start: Int, _ input: NounGroupParser.Input) -> Int {
    var end = start + 1
    while input.tag(end) == .date, input.name(end) == input.name(start) { end += 1 }
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
