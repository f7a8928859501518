/// A verb with its auxiliaries and the particles that belong to it.
public struct VerbGroup: Sendable {
  /// The form of the group's first finite or non-finite verb.
  public enum Form: UInt8, Sendable { case finite, infinitive, gerund, participle }
  /// Polarity that the group itself states.
  public enum Modality: UInt8, Sendable { case actual, future, hypothetical }

  /// Index of the first token, auxiliaries included.
  public var first: Int
  /// Index after the last token.
  public var end: Int
  /// Index of the main verb's token.
  public var verb: Int
  /// Lexicon entry of the main verb's lemma.
  public var lemma: UInt32
  /// Finite, infinitive, gerund or bare participle.
  public var form: Form
  /// Passive voice.
  public var isPassive = false
  /// `not`, `never`, `no longer` inside the group.
  public var isNegated = false
  /// Future and modal auxiliaries inside the group.
  public var modality: Modality = .actual
}
