/// What a token does in its sentence; the first ones are those that a word can have wherever it stands.
enum Tag: UInt8, Sendable {
  /// Outside of the sentence, or not known.
  case none
  case determiner, number, noun, pronoun, preposition, conjunction, subordinator, adverb
  case name, date, possessive, adjective, relative, infinitive, auxiliary, verb, negation, clitic
  case comma, quote, hyphen, open, close, stop, mark

  /// Whether a noun group can end with it.
  var endsNounGroup: Bool { self == .name || self == .noun || self == .pronoun || self == .date || self == .close }
  /// Whether a noun must follow rather than a verb.
  var wantsNoun: Bool {
    switch self {
    case .determiner, .possessive, .adjective, .preposition, .clitic, .number, .hyphen: true
    default: false
    }
  }
  /// Whether what stands before it decides about what comes after it.
  var isPassedOver: Bool { self == .adverb || self == .negation || self == .quote }
}

/// A set of tags.
struct TagSet: Sendable {
  private var bits: UInt32 = 0

  /// Adds a tag.
  @inline(__always)
  mutating func insert(_ tag: Tag) { bits |= 1 << UInt32(tag.rawValue) }

  /// Whether a tag is in the set.
  @inline(__always)
  func contains(_ tag: Tag) -> Bool { bits >> UInt32(tag.rawValue) & 1 != 0 }
}
