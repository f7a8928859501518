/// A noun group that can be an argument: a name with its titles, country and apposition, a pronoun or a description.
///
/// Plain data, as it is copied everywhere: lists are ranges of pools in the `Analysis`.
public struct NounGroup: Sendable {
  /// How the group means its referent.
  public enum Kind: UInt8, Sendable { case name, title, pronoun, description }
  /// What stands before the head noun.
  public enum Determiner: UInt8, Sendable { case none, definite, indefinite, demonstrative, possessive, quantity }
  /// What sort of thing the head is.
  public enum Category: UInt8, Sendable { case person, state, organization, place, document, group, event, other }

  /// Index of the first token of the whole group, determiner included.
  public var first: Int
  /// Index after the last token, appositions included; a relative clause isn't.
  public var end: Int
  /// The head's first token: the Person name if there is one, else title, country, organisation, pronoun or noun.
  public var headFirst: Int
  /// Index after the head's last token.
  public var headEnd: Int
  /// How it means its referent.
  public var kind: Kind
  /// What it is.
  public var category: Category
  /// What stands before the head.
  public var determiner: Determiner = .none
  /// Whether it means more than one.
  public var isPlural = false
  /// The number before the head (`two sides`); 0 is none.
  public var count: Int32 = 0
  /// `m`, `f` or 0.
  public var gender: UInt8 = 0
  /// Names inside, as a range of `Analysis.names`.
  public var names: Range<Int> = 0..<0
  /// Index of the Person, Title, Country/Nationality and Organization names inside; -1 is none.
  public var person: Int32 = -1
  /// The last title before the name or the head title; -1 is none.
  public var title: Int32 = -1
  /// The country or nationality that qualifies the head; -1 is none.
  public var country: Int32 = -1
  /// The organisation that qualifies the head or is it; -1 is none.
  public var organization: Int32 = -1
  /// The place that is the head; -1 is none.
  public var location: Int32 = -1
  /// The noun group (possessive pronoun or `X's`) that owns the head; -1 is none.
  public var owner: Int32 = -1
  /// The noun group after `of`, `to` or `for` that completes the head; -1 is none.
  public var complement: Int32 = -1
  /// Lexicon entry of the head noun (type Noun), or nil.
  public var noun: UInt32?
  /// Whether it is part of a larger noun group: an owner or a complement.
  public var isNested = false
  /// Whether it goes on with an apposition that was joined to it.
  public var hasApposition = false
  /// Index into `Analysis.referents`; -1 before coreference.
  public var referent: Int32 = -1
  /// More than one referent for plural groups (`the two sides`), as a range of `Analysis.groupReferents`; empty otherwise.
  public var referents: Range<Int32> = 0..<0

  /// Makes a group whose head is its last token.
  init(first: Int, end: Int, kind: Kind, category: Category) {
    self.first = first
    self.end = end
    headFirst = max(first, end - 1)
    headEnd = end
    self.kind = kind
    self.category = category
  }
}

extension NounGroup {
  /// Takes its place in the pool of referents.
  mutating func setReferents(_ range: Range<Int>) {
    referents = Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Whether it can act: a person, state, organisation, group or a capital that stands for its government.
  var isActor: Bool {
    switch category {
    case .person, .state, .organization, .group: true
    case .place: kind == .name
    case .other: kind == .pronoun
    default: false
    }
  }
}

extension Analysis {
  /// The referents of a group that means several.
  func referents(of group: NounGroup) -> ArraySlice<Int32> {
    groupReferents[Int(group.referents.lowerBound)..<Int(group.referents.upperBound)]
  }
}
