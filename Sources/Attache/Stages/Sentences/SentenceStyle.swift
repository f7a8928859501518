/// Tells headlines and lines of their own from running text.
enum SentenceStyle {
  static func of(_ tokens: [Token], _ first: Int, _ end: Int, _ words: SentenceWords) -> SentenceRange.Style {
    var style: SentenceRange.Style = []
    let last = tokens[end - 1]
    let isOpen = last.word != 46 && last.word != 33 && last.word != 63 && last.word != 34 && last.word != 39
    let isLine =
      (first == 0 || tokens[first].shape.contains(.lineBefore))
      && (end == tokens.count || tokens[end].shape.contains(.lineBefore))
    if isOpen, isLine {
      style.insert(.line)
      if isTitleCase(tokens, first, end, words) { style.insert(.titleCase) }
    }
    if isUpperCase(tokens, first..<end) { style.insert(.upperCase) }
    if isLine || tokens[first].shape.contains(.lineBefore), isItem(tokens, first, end) { style.insert(.item) }
    return style
  }

  /// Whether three words or more, and four in five of those that headlines capitalise, begin with a capital.
  static func isTitleCase(_ tokens: [Token], _ first: Int, _ end: Int, _ words: SentenceWords) -> Bool {
    var (capitals, small) = (0, 0)
    for index in first..<end where tokens[index].shape.contains(.word) {
      if !tokens[index].shape.isDisjoint(with: [.capital, .upper]) {
        capitals += 1
      } else if tokens[index].count > 3, !words(tokens[index]).contains(.link) {
        small += 1
      }
    }
    return capitals >= 3 && capitals >= small * 4
  }

  /// Whether there are two words in capitals or more, and none in small letters.
  static func isUpperCase(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    var upper = 0
    for index in range where tokens[index].shape.contains(.word) {
      let shape = tokens[index].shape
      if shape.contains(.upper) {
        upper += 1
      } else if !shape.contains(.single) || !shape.contains(.capital) {
        return false
      }
    }
    return upper >= 2
  }

  private static func isItem(_ tokens: [Token], _ first: Int, _ end: Int) -> Bool {
    guard first + 1 < end else { return false }
    switch tokens[first].word {
    case Mark.bullet: return true
    case 45, 42, Mark.dash: return tokens[first + 1].shape.contains(.spaceBefore)
    default: break
    }
    let token = tokens[first]
    guard token.shape.contains(.number) && token.count <= 3 || token.shape.contains(.single), first + 2 < end else {
      return false
    }
    return tokens[first + 1].word == 41 || tokens[first + 1].word == 46 && token.shape.contains(.number)
  }
}
