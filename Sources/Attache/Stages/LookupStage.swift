/// Finds every lexicon entry in one pass over the tokens; keeps all senses and lengths.
public struct LookupStage: Stage {
  /// The name.
  public let name = "lookup"
  /// Needs tokens and sentences: no match crosses a sentence's end.
  public let requires: Set<Layer> = [.tokens, .sentences]
  /// Fills candidates.
  public let provides: Set<Layer> = [.candidates]
  private let lexicon: Lexicon
  /// For each sense: whether single-token matches of its type are recorded; function words are looked up when needed.
  private let isRecordedAlone: [Bool]

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    isRecordedAlone = LexiconType.allCases.map { type in
      switch type {
      case .word, .verb, .noun, .particle, .titleWord, .organizationWord, .placeWord, .givenName, .surname, .dateWord,
        .currency, .common:
        false
      default: true
      }
    }
  }

  /// Adds the candidates of all sentences.
  public func run(_ analysis: inout Analysis) {
    for sentence in analysis.sentences {
      for first in sentence.first..<sentence.end { match(from: first, to: sentence.end, &analysis) }
    }
  }

  @inline(__always)
  private func match(from first: Int, to end: Int, _ analysis: inout Analysis) {
    var node = lexicon.trie.first(analysis.tokens[first].word)
    guard node != Trie.none else { return }
    var index = first
    while true {
      index += 1
      var sense = lexicon.trie.firstSense[Int(node)]
      while sense != Sense.none {
        record(sense, first, index, &analysis)
        sense = lexicon.senses[Int(sense)].next
      }
      guard index < end else { return }
      let token = analysis.tokens[index]
      if token.shape.contains(.blankLineBefore) { return }
      node = lexicon.trie.child(of: node, token.word)
      if node == Trie.none { return }
    }
  }

  @inline(__always)
  private func record(_ sense: UInt32, _ first: Int, _ end: Int, _ analysis: inout Analysis) {
    let found = lexicon.senses[Int(sense)]
    if end == first + 1, !isRecordedAlone[Int(lexicon.entries[Int(found.entry)].type.rawValue)] { return }
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
