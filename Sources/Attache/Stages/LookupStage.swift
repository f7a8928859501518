/// Finds every lexicon entry in one pass over the tokens; keeps all senses and lengths.
public struct LookupStage: Stage {
  /// The name.
  public let name = "lookup"
  /// Needs tokens and sentences: no match crosses a sentence's end.
  public let requires: Set<Layer> = [.tokens, .sentences]
  /// Fills candidates.
  public let provides: Set<Layer> = [.candidates]
  private let lexicon: Lexicon
  /// For each word where its own entries begin in `alone`; the next word's begin is their end.
  private let aloneStarts: [UInt32]
  /// Senses of single words that make a reading by themselves; function words and name parts are looked up as classes.
  private let alone: [UInt32]
  /// For each word whether an entry goes on after it.
  private let goesOn: [Bool]

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    var (starts, senses, goesOn): ([UInt32], [UInt32], [Bool]) = ([0], [], [])
    let parents = lexicon.trie.nodesWithChildren()
    for word in UInt32(0)..<UInt32(lexicon.vocabulary.count) {
      lexicon.forEachSense(ofWord: word) { index, sense in
        if LookupStage.isRecordedAlone(lexicon.entries[Int(sense.entry)].type) { senses.append(index) }
      }
      starts.append(UInt32(senses.count))
      goesOn.append(parents[Int(lexicon.trie.first(word))])
    }
    aloneStarts = starts
    alone = senses
    self.goesOn = goesOn
  }

  private static func isRecordedAlone(_ type: LexiconType) -> Bool {
    switch type {
    case .country, .title, .organization, .location, .person, .stop: true
    default: false
    }
  }

  /// Adds the candidates of all sentences.
  public func run(_ analysis: inout Analysis) {
    for sentence in analysis.sentences {
      for first in sentence.first..<max(sentence.first, sentence.end) {
        let word = Int(analysis.tokens[first].word)
        guard word < goesOn.count else { continue }
        var index = Int(aloneStarts[word])
        while index < Int(aloneStarts[word + 1]) {
          record(alone[index], first, first + 1, &analysis)
          index += 1
        }
        if goesOn[word] { match(from: first, to: sentence.end, &analysis) }
      }
    }
  }

  /// Records the entries of two words and more that start at `first`.
  private func match(from first: Int, to end: Int, _ analysis: inout Analysis) {
    var node = lexicon.trie.first(analysis.tokens[first].word)
    var index = first + 1
    while index < end {
      let token = analysis.tokens[index]
      if token.shape.contains(.blankLineBefore) { return }
      node = lexicon.trie.child(of: node, token.word)
      if node == Trie.none { return }
      index += 1
      var sense = lexicon.trie.firstSense[Int(node)]
      while sense != Sense.none {
        record(sense, first, index, &analysis)
        sense = lexicon.senses[Int(sense)].next
      }
    }
  }

  @inline(__always)
  private func record(_ sense: UInt32, _ first: Int, _ end: Int, _ analysis: inout Analysis) {
    let found = lexicon.senses[Int(sense)]
    guard let fit = lexicon.caseFit(of: found, tokens: analysis.tokens, first, end, text: analysis.text) else { return }
    analysis.candidates.append(
      Candidate(first: UInt32(first), end: UInt32(end), sense: sense, isShouted: fit == .shouted))
  }
}

/// How the letter case of the text fits an entry.
enum CaseFit { case written, shouted }

extension Lexicon {
  /// Whether tokens are written as the sense's policy asks: nil when they aren't.
  @inline(__always)
  func caseFit(of sense: Sense, tokens: [Token], _ first: Int, _ end: Int, text: [UInt8]) -> CaseFit? {
    if sense.policy.contains(.keepMarks), !hasSameMarks(sense, tokens, first, end, text) { return nil }
    if sense.policy.contains(.upper) {
      for index in first..<end where tokens[index].shape.isDisjoint(with: [.upper, .mark, .number]) { return nil }
      return .written
    }
    if sense.policy.contains(.foldCase) { return .written }
    var fit = CaseFit.written
    for index in first..<end {
      let token = tokens[index]
      let wanted = capitals[Int(sense.capitals) + index - first]
      if token.capitals == wanted { continue }
      guard token.shape.contains(.upper), token.count > 3 || end - first > 1, wanted != 0 || end - first > 1 else {
        return nil
      }
      fit = .shouted
    }
    return fit
  }

  /// Compares the bytes of the text with the entry's own file where marks matter.
  private func hasSameMarks(_ sense: Sense, _ tokens: [Token], _ first: Int, _ end: Int, _ text: [UInt8]) -> Bool {
    let entry = entries[Int(sense.entry)]
    let start = Int(entry.nameStart)
    let wanted = files[Int(entry.file)].bytes[start..<(start + Int(entry.nameLength))].filter { $0 >= 0x80 }
    let found = text[Int(tokens[first].start)..<Int(tokens[end - 1].end)].filter { $0 >= 0x80 }
    return wanted == found
  }
}
