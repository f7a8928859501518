/// A sentence as a row of phrases and the small words between them.
public struct PhraseItem: Sendable {
  /// What the item is.
  public enum Kind: UInt8, Sendable {
    case mention, verb, date, preposition, conjunction, subordinator, relative, comma, quote, stop, adverb, open, close
    case other
  }

  /// What it is.
  public var kind: Kind
  /// Index into mentions, verb groups or names (dates), by kind; otherwise 0.
  public var index: Int
  /// The first token.
  public var first: Int
  /// The token after the last.
  public var end: Int
}
