/// A test that one token passes or not.
struct Predicate: Hashable, Sendable {
  /// All of these classes.
  var required: ClassMask = 0
  /// At least one of these; no demand when empty.
  var any: ClassMask = 0
  /// None of these.
  var forbidden: ClassMask = 0
  /// This word, by identifier; no demand when 0.
  var word: UInt32 = 0

  func accepts(_ mask: ClassMask, _ token: UInt32) -> Bool {
    mask & required == required && mask & forbidden == 0 && (any == 0 || mask & any != 0)
      && (word == 0 || word == token)
  }
}

extension Predicate {
  /// In a token's mask: a pattern names its word.
  static var namedWord: ClassMask { 1 << 127 }
  /// In the mask of every token.
  static var anyToken: ClassMask { 1 << 126 }
  /// Classes that most tokens of their kind are in; they tell less than others.
  private static let broad: [TokenClass] = [.word, .tight, .common, .stop, .mark, .capital]

  /// A mask that every token which passes has something in common with: one test that rules out most tokens.
  var lead: ClassMask {
    if word != 0 { return Predicate.namedWord }
    if any != 0 { return any }
    var narrow = required
    for tokenClass in Predicate.broad where narrow != tokenClass.bit { narrow &= ~tokenClass.bit }
    return narrow == 0 ? Predicate.anyToken : narrow & (~narrow &+ 1)
  }
}

/// The syntax tree of an entity pattern.
indirect enum Pattern: Sendable {
  case token(Predicate)
  case sequence([Pattern])
  case choice([Pattern])
  case repeated(Pattern, ClosedRange<Int>)

  /// Counted no further, so that no count overflows.
  private static let manyTokens = 1 << 16

  /// How many tokens it names, repetitions written out.
  var tokenCount: Int {
    switch self {
    case .token: 1
    case .sequence(let parts), .choice(let parts): parts.reduce(0) { $0 + $1.tokenCount }
    case .repeated(let part, let times): min(part.tokenCount * times.upperBound, Pattern.manyTokens)
    }
  }

  /// The pattern read from right to left.
  var reversed: Pattern {
    switch self {
    case .token: self
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .choice(let parts): .choice(parts.map(\.reversed))
    case .repeated(let part, let times): .repeated(part.reversed, times)
    }
  }
}

/// What is wrong in a pattern and where.
struct PatternError: Error {
  var offset: Int
  var message: String
}
