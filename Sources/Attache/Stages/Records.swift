/// A referent while the analysis works; becomes a `Referent`.
public struct ReferentRecord: Sendable {
  /// The entity label that fits best.
  public var label: NameLabel
  /// The longest name seen, in tokens; or the description's span when there is none.
  public var nameFirst: Int
  /// Index after the name's last token.
  public var nameEnd: Int
  /// Packed ISO code; 0 is none.
  public var code: UInt16 = 0
  /// `m`, `f` or 0.
  public var gender: UInt8 = 0
  /// The first office that the text states, as index into `Analysis.referentOffices`; -1 is none.
  public var firstOffice: Int32 = -1
  /// The lexicon entry whose name isn't in the text (a country of a demonym); -1 is none.
  public var country: Int32 = -1

  /// Makes a referent named by a run of tokens.
  public init(label: NameLabel, nameFirst: Int, nameEnd: Int) {
    self.label = label
    self.nameFirst = nameFirst
    self.nameEnd = nameEnd
  }
}

/// An office of a referent.
public struct OfficeRecord: Sendable, Hashable {
  /// The title's first token.
  public var titleFirst: Int
  /// Index after the title's last token.
  public var titleEnd: Int
  /// Referent of the country or organisation; -1 is none.
  public var of: Int32 = -1
  /// Whether the text says former, acting or designate.
  public var status: Status = .current
  /// The holder's next office, as index into `Analysis.referentOffices`; -1 is none.
  public var next: Int32 = -1

  /// How an office is held.
  public enum Status: String, Sendable { case current = "", former, acting, designate }
}

/// A relation while the analysis works; becomes a `Relation`.
public struct RelationRecord: Sendable {
  /// Index of the compiled relation rule.
  public var rule: Int
  /// Tokens of the trigger; empty for `office`.
  public var trigger: Range<Int>
  /// Index into `Analysis.sentences`.
  public var sentence: Int
  /// Arguments in text order.
  public var arguments: [ArgumentRecord] = []
  /// Polarity, modality, count and spans; in bytes as output needs them.
  public var attributes = Relation.Attributes()
}

/// An argument while the analysis works.
public struct ArgumentRecord: Sendable, Hashable {
  /// Index into the rule book's role names.
  public var role: UInt16
  /// Tokens of the head or of the text.
  public var tokens: Range<Int>
  /// Index into `Analysis.referents`; -1 is none.
  public var referent: Int32 = -1
}
