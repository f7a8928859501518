/// What stands between two neighbouring names of a sentence.
struct NameGap: Sendable {
  /// The words that link the names.
  enum Kind: Sendable { case adjacent, comma, of, to, leading, possessive, and, open, colon, `as`, other }

  var kind = Kind.adjacent
  /// `former`, `acting`, `designate` between the names.
  var status = OfficeRecord.Status.current
  /// An article stands between the names.
  var hasArticle = false
}

/// Reads gaps between names.
struct NameGapReader: Sendable {
  let words: ReferentWords
  let grammar: WordGrammar
  private static let mostTokens = 7

  /// The gap between the tokens `first..<end`.
  func gap(_ first: Int, _ end: Int, _ analysis: borrowing Analysis) -> NameGap {
    var gap = NameGap()
    guard first <= end else { return NameGap(kind: .other) }
    guard end - first <= NameGapReader.mostTokens else { return NameGap(kind: .other) }
    var adjectives = 0
    for index in first..<end {
      let token = analysis.tokens[index]
      if let standing = words.standing(token.word) {
        switch standing {
        case .former: gap.status = .former
        case .acting: gap.status = .acting
        case .designate: gap.status = .designate
        case .current: break
        }
      } else if words.isArticle(token.word) {
        gap.hasArticle = true
      } else if token.word == words.hyphen || token.word == words.close || token.shape.contains(.number)
        || token.shape.contains(.dotted)
      {
        continue
      } else if let next = kind(of: token) {
        guard let joined = NameGapReader.joined(gap.kind, next) else { return NameGap(kind: .other) }
        gap.kind = joined
      } else if isAdjective(token, analysis) {
        adjectives += 1
        guard adjectives <= 2, gap.kind != .of else { return NameGap(kind: .other) }
      } else {
        return NameGap(kind: .other)
      }
    }
    if adjectives > 0, gap.kind == .adjacent { gap.kind = .adjacent }
    return gap
  }

  private func kind(of token: Token) -> NameGap.Kind? {
    switch token.word {
    case words.comma: .comma
    case words.of: .of
    case words.to: .to
    case words.and, words.ampersand: .and
    case words.open: .open
    case words.colon: .colon
    case words.as: .as
    case words.whose, words.clitic, words.cliticPlain: .possessive
    case _ where words.leadsToBody(token.word): .leading
    default: nil
    }
  }

  /// The kind of two links in a row; nil when they make none.
  private static func joined(_ first: NameGap.Kind, _ next: NameGap.Kind) -> NameGap.Kind? {
    switch (first, next) {
    case (.adjacent, _): next
    case (.comma, .possessive): .possessive
    case (.comma, .and): .and
    case (.comma, .comma): .comma
    case (.possessive, .comma): .possessive
    case (.open, .of): .other
    default: nil
    }
  }

  /// Whether a word in small letters can stand before a title as its adjective (`Italy's far right foreign minister`).
  private func isAdjective(_ token: Token, _ analysis: borrowing Analysis) -> Bool {
    guard token.shape.contains(.word), !token.shape.contains(.capital) else { return false }
    let can = grammar(token.word)
    guard
      can.isDisjoint(with: [
        .preposition, .subordinator, .conjunction, .pronoun, .relative, .negation, .be, .have, .doing, .futureModal,
        .hypotheticalModal, .noun,
      ])
    else { return false }
    return can.isDisjoint(with: .verb)
  }
}
