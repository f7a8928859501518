extension SentenceSplitter {
  /// The index after the marks that belong to the stop at `index`: more stops, closing quotation marks and brackets,
  /// footnote numbers in brackets, emoticons.
  func closeEnd(_ tokens: [Token], _ index: Int, _ end: Int) -> Int {
    var at = index + 1
    while at < end, tokens[at].shape.isDisjoint(with: .lineBefore) {
      let isTight = tokens[at].shape.isDisjoint(with: .spaceBefore)
      switch tokens[at].word {
      case 46, 33, 63, Mark.ellipsis, 41, 93, 125:
        guard isTight, tokens[at].shape.contains(.mark) else { return at }
        at += 1
      case 34 where closesQuote(tokens, at, end): at += 1
      case 39 where isTight && tokens[at].shape.contains(.mark) && QuoteState.opens(tokens, at, end) != true: at += 1
      case 91 where isTight && at + 2 < end && tokens[at + 1].shape.contains(.number) && tokens[at + 2].word == 93:
        at += 3
      case 58, 59:
        guard let face = emoticonEnd(tokens, at, end) else { return at }
        at = face
      case Mark.other:
        guard isPictogram(tokens[at]) else { return at }
        at += 1
      default: return at
      }
    }
    return at
  }

  /// Whether the quotation mark at `index`, right after a stop, closes.
  private func closesQuote(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    if let opens = QuoteState.opens(tokens, index, end) { return !opens }
    return quotes.isInside
  }

  /// The index after an emoticon such as `:)` or `;-)` at `index`; nil when there is none.
  private func emoticonEnd(_ tokens: [Token], _ index: Int, _ end: Int) -> Int? {
    var at = index + 1
    if at < end, tokens[at].word == 45, tokens[at].shape.isDisjoint(with: .spaceBefore) { at += 1 }
    guard at < end, tokens[at].shape.isDisjoint(with: .spaceBefore) else { return nil }
    let isMouth = tokens[at].word == 41 || tokens[at].word == 40 || tokens[at].shape.contains(.single)
    guard isMouth, at + 1 >= end || tokens[at + 1].shape.contains(.spaceBefore) else { return nil }
    return at + 1
  }

  /// Whether a mark is an emoji or another picture.
  private func isPictogram(_ token: Token) -> Bool {
    guard token.start < token.end, Int(token.end) <= text.count else { return false }
    let scalar = decodeScalar(text.span, at: Int(token.start)).value
    return scalar >= 0x2190 && scalar < 0x2C00 || scalar >= 0x1F000 && scalar < 0x20000
  }

  /// Whether the sentence that began at `first` ends between its stop at `stop` (with its closing marks) and `next`.
  func endsSentence(_ tokens: [Token], first: Int, stop: Int, next: Int, end: Int) -> Bool {
    let following = tokens[next]
    let isSpaced = following.shape.contains(.spaceBefore)
    if following.shape.contains(.clitic) || isListMarker(tokens, first, stop) { return false }
    let isFull = tokens[stop].word == 46 || tokens[stop].shape.contains(.dotted)
    let hasQuote = (stop + 1..<next).contains { tokens[$0].word == 34 || tokens[$0].word == 39 }
    if !isSpaced {
      return tokens[stop].word == Mark.other || runsOn(tokens, stop, next, end)
    }
    if following.shape.contains(.lineBefore), isItemStart(tokens, next, end) { return true }
    if tokens[stop].word == Mark.ellipsis { return endsAfterEllipsis(tokens, first, stop, next, end) }
    let isBracketed = next > stop + 1 && tokens[next - 1].word != 34 && tokens[next - 1].word != 39
    let abbreviation = isFull && (next == stop + 1 || isBracketed) ? abbreviationKind(tokens, first, stop) : .none
    if abbreviation != .none { return ends(abbreviation, tokens, stop, next, end) }
    if following.shape.contains(.word) {
      if isSmall(following) { return endsBeforeSmall(tokens, first, stop, next) }
      return !(hasQuote && !isFull && isReportingClause(tokens, next, end))
    }
    return beginsAfterStop(tokens, next, end, isFull: isFull, hasQuote: hasQuote)
  }

  @inline(__always)
  func isSmall(_ token: Token) -> Bool {
    token.shape.contains(.word) && token.shape.isDisjoint(with: [.capital, .upper, .caseless, .number])
  }

  /// `1.`, `12.`, `A.` or `iv.` at the start of a sentence is a marker of the list and not a sentence.
  private func isListMarker(_ tokens: [Token], _ first: Int, _ stop: Int) -> Bool {
    guard stop == first + 1, tokens[stop].word == 46, tokens[stop].shape.isDisjoint(with: .spaceBefore) else {
      return false
    }
    return isCounter(tokens[first])
  }

  /// Whether a token counts list items: `12`, `B`, `iv`.
  func isCounter(_ token: Token) -> Bool {
    if token.shape.contains(.single) || token.shape.contains(.number) && token.count <= 3 { return true }
    return token.count <= 5 && isRoman(token)
  }

  /// Whether a sentence begins right after the stop, its space being lost: `goals.Latest`.
  private func runsOn(_ tokens: [Token], _ stop: Int, _ next: Int, _ end: Int) -> Bool {
    guard stop > 0, tokens[stop].shape.contains(.mark), tokens[next].shape.contains(.capital) else { return false }
    let before = tokens[stop - 1]
    if before.word == 41 || before.word == 93 || before.word == 34 { return tokens[next].count > 1 }
    guard isSmall(before), before.count > 1, before.shape.isDisjoint(with: .opaque) else { return false }
    let isOneLetter = tokens[next].shape.contains(.single)
    if isOneLetter { return next + 1 < end && tokens[next + 1].shape.contains(.spaceBefore) }
    return !words(before).contains(.unit) && (before.count > 3 || words(before).contains(.common))
  }

  private func endsAfterEllipsis(_ tokens: [Token], _ first: Int, _ stop: Int, _ next: Int, _ end: Int) -> Bool {
    let following = tokens[next]
    guard stop > first, tokens[stop + 1..<next].allSatisfy({ $0.word != 93 && $0.word != 41 }) else { return false }
    if following.shape.contains(.word) {
      return !isSmall(following) && !(following.shape.contains(.lineBefore) && stop == first)
    }
    return following.shape.contains(.opaque) || following.word == 34 || following.word == 40
  }

  /// Whether a sentence may end before a small letter.
  private func endsBeforeSmall(_ tokens: [Token], _ first: Int, _ stop: Int, _ next: Int) -> Bool {
    if next > stop + 1, tokens[next - 1].word == 34 || tokens[next - 1].word == 39 { return false }
    if next > stop + 1, tokens[next - 1].word == 41 || tokens[next - 1].word == 93 { return isLowerBlock }
    if isLowerBlock { return true }
    var at = stop - 1
    if at > first, tokens[at].word == 34 || tokens[at].word == 41 { at -= 1 }
    guard at >= first else { return false }
    let before = tokens[at]
    if tokens[stop].word == 33 { return before.shape.isDisjoint(with: .capital) }
    if before.shape.contains(.number) { return before.count > 2 }
    if tokens[stop].word == 63 { return before.shape.contains(.word) || before.shape.contains(.number) }
    return words(before).contains(.common) && (before.shape.isDisjoint(with: .capital) || before.count > 4)
      || before.count > 5
  }

  /// Whether a reporting clause (`Ann Lee asked`) begins at `index`.
  private func isReportingClause(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    if words(tokens[index]).contains(.starter) { return false }
    let isCommon = words(tokens[index]).contains(.common)
    var at = index
    while at < min(end, index + 10) {
      let token = tokens[at]
      if at > index, token.shape.contains(.lineBefore) { return false }
      if token.shape.contains(.word), isSmall(token) {
        if words(token).contains(.speech) { return !isCommon || at > index + 1 }
        if token.count > 3 { return false }
      } else if token.shape.contains(.mark), token.word != 45, token.word != 46 {
        return false
      }
      at += 1
    }
    return false
  }

  /// Whether a sentence may begin with the mark, number or address at `index`.
  private func beginsAfterStop(_ tokens: [Token], _ index: Int, _ end: Int, isFull: Bool, hasQuote: Bool) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.number) || token.shape.contains(.opaque) { return true }
    switch token.word {
    case 34, 40, 91, 123, Mark.bullet, 36, 35, 42, 60, 64, 95, 124: return true
    case 39: return QuoteState.opens(tokens, index, end) == true
    case Mark.dash, 45, 62, 126, 61: return isFull && !hasQuote
    case Mark.ellipsis: return isFull && index + 1 < end && tokens[index + 1].shape.contains(.capital)
    case Mark.other: return true
    default: return false
    }
  }

  /// Whether a sentence ends after the token at `index`, which is no stop: separators, addresses, mail stamps.
  @inline(__always)
  func endsUnmarked(_ tokens: [Token], first: Int, _ index: Int, end: Int) -> Bool {
    let (token, next) = (tokens[index], tokens[index + 1])
    guard next.shape.contains(.spaceBefore) else { return false }
    if token.shape.contains(.opaque) {
      if next.shape.contains(.opaque) { return byte(before: token.start + 5) == 0x3A }
      return next.shape.contains(.capital) && words(next).contains(.opener) && next.count > 1
    }
    switch token.word {
    case 44: return index <= first + 3 && index > first && words(tokens[index - 1]).contains(.closing)
    case 40, 41: return next.shape.contains(.capital) && isFaceEnd(tokens, first, index)
    case 62: return index > first && tokens[index - 1].shape.contains(.opaque) && !isSmall(next) && next.word != 44
    default: return isSeparator(tokens, endingAt: index)
    }
  }

  /// Whether the bracket at `index` is the mouth of an emoticon.
  private func isFaceEnd(_ tokens: [Token], _ first: Int, _ index: Int) -> Bool {
    let eyes = index > first + 1 && tokens[index - 1].word == 45 ? index - 2 : index - 1
    return eyes > first && (tokens[eyes].word == 58 || tokens[eyes].word == 59)
      && emoticonEnd(tokens, eyes, index + 1) == index + 1
  }

  /// Whether a rule such as `=====` or `***` ends at `index`.
  private func isSeparator(_ tokens: [Token], endingAt index: Int) -> Bool {
    guard isRuleMark(tokens[index].word), index >= 2 else { return false }
    return tokens[index].shape.isDisjoint(with: .spaceBefore) && tokens[index - 1].word == tokens[index].word
      && tokens[index - 1].shape.isDisjoint(with: .spaceBefore) && tokens[index - 2].word == tokens[index].word
  }

  /// Whether a rule such as `=====` or `***` begins at `index`.
  func isSeparator(_ tokens: [Token], _ index: Int) -> Bool {
    if tokens[index].word == Mark.dash { return tokens[index].count > 3 }
    guard isRuleMark(tokens[index].word), index + 2 < tokens.count else { return false }
    return tokens[index + 1].word == tokens[index].word && tokens[index + 1].shape.isDisjoint(with: .spaceBefore)
      && tokens[index + 2].word == tokens[index].word && tokens[index + 2].shape.isDisjoint(with: .spaceBefore)
  }

  private func isRuleMark(_ word: UInt32) -> Bool {
    word == 42 || word == 61 || word == 95 || word == 126 || word == 35
  }
}
