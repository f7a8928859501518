/// What stands before a full stop when it is an abbreviation.
enum AbbreviationKind {
  case none, name, number, end, modifier, time, unit, last, never, initial
}

extension SentenceSplitter {
  /// The kind of abbreviation that ends with the full stop at `stop`.
  func abbreviationKind(_ tokens: [Token], _ first: Int, _ stop: Int) -> AbbreviationKind {
    let isDotted = tokens[stop].shape.contains(.dotted)
    guard isDotted || stop > first && tokens[stop].shape.isDisjoint(with: .spaceBefore) else { return .none }
    let token = isDotted ? tokens[stop] : tokens[stop - 1]
    guard token.shape.contains(.word), token.shape.isDisjoint(with: .number) else { return .none }
    let traits = words(token)
    let before = isDotted ? stop - 1 : stop - 2
    let isInitial = token.shape.contains(.single) && token.shape.contains(.capital)
    if !isInitial, !traits.isDisjoint(with: .abbreviation), isWritten(token, traits) {
      let isCounted = before >= first && tokens[before].shape.contains(.number)
      return SentenceSplitter.kind(of: traits, isCounted: isCounted, isDotted: isDotted)
    }
    if isDotted { return .initial }
    guard token.shape.contains(.single), token.shape.isDisjoint(with: [.digit, .opaque]) else { return .none }
    if token.shape.contains(.capital) { return isPronounI(tokens, stop - 1, first) ? .none : .initial }
    return token.shape.contains(.caseless) ? .none : .never
  }

  /// Whether the letter case is the one of the lexicon: `Mar.` is a month, `mar.` is none.
  private func isWritten(_ token: Token, _ traits: SentenceWords.Trait) -> Bool {
    traits.isDisjoint(with: .capital) || !token.shape.isDisjoint(with: [.capital, .upper])
  }

  /// `I` after a small word other than a part of a name: `you and I.`
  private func isPronounI(_ tokens: [Token], _ index: Int, _ first: Int) -> Bool {
    guard tokens[index].word == 105, index > first else { return false }
    return isSmall(tokens[index - 1])
  }

  /// One kind of those that a word may have; units are meant only after a number.
  private static func kind(of traits: SentenceWords.Trait, isCounted: Bool, isDotted: Bool) -> AbbreviationKind {
    if isCounted, traits.contains(.unit) { return .unit }
    if traits.contains(.never) { return .never }
    if traits.contains(.name) { return .name }
    if traits.contains(.number) { return .number }
    if traits.contains(.time) { return .time }
    if traits.contains(.modifier) { return .modifier }
    if traits.contains(.end) { return .end }
    if traits.contains(.last) { return .last }
    return isDotted ? .modifier : .none
  }

  /// Whether an abbreviation before `next` ends the sentence.
  func ends(_ kind: AbbreviationKind, _ tokens: [Token], _ stop: Int, _ next: Int, _ end: Int) -> Bool {
    var at = next
    let isQuoted = tokens[at].word == 34 && QuoteState.opens(tokens, at, end) != false
    if isQuoted, at + 1 < end { at += 1 }
    let following = tokens[at]
    let traits = words(following)
    if following.shape.contains(.opaque) { return false }
    guard following.shape.contains(.word), following.shape.isDisjoint(with: .number) else {
      return kind == .number && beginsNoNumber(following)
    }
    if isSmall(following) { return isLowerBlock && kind == .last }
    switch kind {
    case .none: return true
    case .never: return false
    case .name: return traits.contains(.opener) && !isShortName(following) && following.shape.isDisjoint(with: .upper)
    case .number: return !following.shape.contains(.single) && !isRoman(following)
    case .time:
      if traits.contains(.calendar) || following.shape.contains(.upper) && following.count > 1 && following.count < 5 {
        return false
      }
      return true
    case .unit, .last: return true
    case .modifier, .initial:
      if following.hash == WordHash.under, at + 1 < end, tokens[at + 1].hash == WordHash.secretary { return false }
      return traits.contains(.starter) && following.count > 1
    case .end:
      if traits.contains(.calendar) { return false }
      if traits.contains(.starter), following.count > 1 || following.word == 97 { return true }
      guard at + 1 < end, isSmall(tokens[at + 1]), following.shape.isDisjoint(with: .upper) else { return false }
      let after = words(tokens[at + 1])
      if traits.contains(.common) { return !after.contains(.speech) }
      return !after.isDisjoint(with: [.verb, .speech]) || isPast(tokens[at + 1])
    }
  }

  /// Whether a word looks like a regular past form.
  private func isPast(_ token: Token) -> Bool {
    token.count > 4 && byte(before: token.end) == UInt8(ascii: "d") && byte(before: token.end - 1) == UInt8(ascii: "e")
  }

  /// `He`, `An`, `So` after a title are surnames.
  private func isShortName(_ token: Token) -> Bool {
    token.count < 3 && token.hash != WordHash.it && token.hash != WordHash.we
  }

  /// After `No.` anything but a number begins a sentence.
  private func beginsNoNumber(_ token: Token) -> Bool { token.word == 34 || token.word == 40 }

  /// Whether all letters are those of Roman numbers: `Art. XIV`.
  func isRoman(_ token: Token) -> Bool {
    guard token.shape.contains(.capital), token.count <= 6, Int(token.end) <= text.count else { return false }
    for index in Int(token.start)..<Int(token.end) {
      switch text[index] {
      case 67, 73, 76, 77, 86, 88: continue
      default: return false
      }
    }
    return true
  }
}

extension WordHash {
  fileprivate static let it = of("it")
  fileprivate static let secretary = of("secretary")
  fileprivate static let under = of("under")
  fileprivate static let we = of("we")
}
