/// Finds sentences.
public struct SentenceStage: Stage {
  /// The name.
  public let name = "sentences"
  /// Needs tokens.
  public let requires: Set<Layer> = [.tokens]
  /// Fills sentences.
  public let provides: Set<Layer> = [.sentences]

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {}

  /// Adds the sentences of all tokens.
  public func run(_ analysis: inout Analysis) {
    var first = 0
    for index in analysis.tokens.indices {
      let isStop = [46, 33, 63].contains(analysis.tokens[index].word)
      let isLast = index + 1 == analysis.tokens.count
      if isLast || isStop || analysis.tokens[index + 1].shape.contains(.blankLineBefore) {
        analysis.sentences.append(SentenceRange(first: first, end: index + 1, style: []))
        first = index + 1
      }
    }
  }
}
