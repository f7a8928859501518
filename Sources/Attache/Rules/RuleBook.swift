/// All compiled rules of a pipeline.
public struct RuleBook: Sendable {
  /// The blocks in the order they were read.
  public internal(set) var blocks: [RuleBlock] = []

  /// Makes an empty rule book.
  public init() {}

  /// Compiles blocks; words of patterns are added to the lexicon's vocabulary.
  static func compile(
    _ blocks: [RuleBlock], lexicon: inout Lexicon
  ) -> (book: RuleBook, diagnostics: [Diagnostic]) {
    var book = RuleBook()
    book.blocks = blocks
    return (book, [])
  }
}
