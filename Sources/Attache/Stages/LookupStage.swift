/// Finds every lexicon entry in one pass over the tokens; keeps all senses and lengths.
public struct LookupStage: Stage {
  /// The name.
  public let name = "lookup"
  /// Needs tokens and sentences: no match crosses a sentence's end.
  public let requires: Set<Layer> = [.tokens, .sentences]
  /// Fills candidates.
  public let provides: Set<Layer> = [.candidates]
  private let lexicon: Lexicon
  private let words: WordTable

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    words = WordTable(lexicon)
  }

  /// Adds the candidates of all sentences.
  public func run(_ analysis: inout Analysis) {
    var candidates: [Candidate] = []
    swap(&candidates, &analysis.candidates)
    let all = analysis.tokens
    let tokens = all.span
    // A pass of its own, as the reads that miss the processor's cache then wait for the memory together.
    let known = all.map { words.found($0.word) }
    for sentence in analysis.sentences {
      for first in sentence.first..<max(sentence.first, sentence.end) {
        let found = known[first]
        guard found.begins else { continue }
        let token = tokens[first]
        if found.hasAlone(token.capitals) {
          var index = found.firstAlone
          while true {
            let entry = words.alone[index]
            record(entry, token, first, analysis, &candidates)
            if entry.isLast { break }
            index += 1
          }
        }
        if found.goesOn, first + 1 < sentence.end, known[first + 1].follows {
          match(from: first, to: sentence.end, analysis, &candidates)
        }
      }
    }
    swap(&candidates, &analysis.candidates)
  }

  /// Records an entry of one word.
  @inline(__always)
  private func record(
    _ entry: WordTable.Alone, _ token: Token, _ first: Int, _ analysis: borrowing Analysis,
    _ candidates: inout [Candidate]
  ) {
    var fit = CaseFit.written
    if !entry.isFolded, entry.isPlain, entry.capitals != token.capitals {
      guard token.shape.contains(.upper), token.count > 3, entry.capitals != 0 else { return }
      fit = .shouted
    } else if !entry.isPlain {
      guard
        let found = lexicon.caseFit(
          of: lexicon.senses[Int(entry.sense)], tokens: analysis.tokens, first, first + 1, text: analysis.text)
      else { return }
      fit = found
    }
    candidates.append(
      Candidate(
        first: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: first + 1), sense: entry.sense,
        isShouted: fit == .shouted))
  }

  /// Records the entries of two words and more that start at `first`.
  private func match(
    from first: Int, to end: Int, _ analysis: borrowing Analysis, _ candidates: inout [Candidate]
  ) {
    let all = analysis.tokens
    let tokens = all.span
    var node = tokens[first].word
    var index = first + 1
    while index < end {
      let token = tokens[index]
      node = lexicon.trie.child(of: node, token.word)
      if node == Trie.none || token.shape.contains(.blankLineBefore) { return }
      index += 1
      var sense = lexicon.trie.firstSense(of: node)
      while sense != Sense.none {
        let found = lexicon.senses[Int(sense)]
        if let fit = lexicon.caseFit(of: found, tokens: analysis.tokens, first, index, text: analysis.text) {
          candidates.append(
            Candidate(
              first: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: index), sense: sense,
              isShouted: fit == .shouted))
        }
        sense = found.next
      }
    }
  }
}

/// How the letter case of the text fits an entry.
enum CaseFit { case written, shouted }

extension Lexicon {
  /// Whether tokens are written as the sense's policy asks: nil when they aren't.
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
