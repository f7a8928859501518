/// Cuts the text into tokens.
public struct TokenStage: Stage {
  /// The name.
  public let name = "tokens"
  /// Needs nothing but the text.
  public let requires: Set<Layer> = []
  /// Fills tokens.
  public let provides: Set<Layer> = [.tokens]
  private let vocabulary: Vocabulary
  private let tokenizer = Tokenizer()

  /// Makes the stage for a vocabulary.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Adds the tokens of the text.
  public func run(_ analysis: inout Analysis) {
    var tokens: [Token] = []
    swap(&tokens, &analysis.tokens)
    tokens.reserveCapacity(analysis.text.count / 5 + 8)
    var recent = RecentWords(count: 0)
    swap(&recent, &analysis.recentWords)
    recent.attach(to: vocabulary)
    tokenizer.tokenize(analysis.text.span, vocabulary: vocabulary, recent: &recent, into: &tokens)
    swap(&recent, &analysis.recentWords)
    swap(&tokens, &analysis.tokens)
  }
}
