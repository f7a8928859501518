/// Cuts the tokens into sentences.
///
/// The method is rules over tokens, in one pass that looks a bounded number of tokens ahead:
/// - An empty line always ends a sentence. A single line break does where the line before it was broken on purpose:
///   before a list item, after a line that had room for the next word, between lines that are no wrapped paragraph
///   (`SentenceLines`).
/// - A full stop, question or exclamation mark with the quotation marks and brackets that close on it ends a sentence
///   unless what follows says otherwise: a small letter after a quotation, a number after `No.`, a name after `Gen.`, a
///   reporting clause after a quoted question (`SentenceStops`). What an abbreviation may end is said by its class in
///   abbreviations.tsv; after one that may stand at the end of a sentence, the next word must be one that begins
///   sentences.
/// - Text whose paragraphs begin with small letters may begin its sentences so.
///
/// The sentences cover all tokens in order; the stage also marks first tokens and quoted tokens.
public struct SentenceStage: Stage {
  /// The name.
  public let name = "sentences"
  /// Needs tokens.
  public let requires: Set<Layer> = [.tokens]
  /// Fills sentences.
  public let provides: Set<Layer> = [.sentences]
  private let words: SentenceWords

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) { words = SentenceWords(lexicon) }

  /// Adds the sentences of all tokens.
  public func run(_ analysis: inout Analysis) {
    var tokens: [Token] = []
    var sentences: [SentenceRange] = []
    swap(&tokens, &analysis.tokens)
    swap(&sentences, &analysis.sentences)
    var splitter = SentenceSplitter(words: words, text: analysis.text)
    splitter.split(&tokens, into: &sentences)
    SentenceLimit.apply(to: &sentences, tokens)
    swap(&tokens, &analysis.tokens)
    swap(&sentences, &analysis.sentences)
  }
}
