/// Whether the pass stands inside quotation marks; marks left open end with their block.
struct QuoteState {
  private var isDouble = false
  /// Whether quotation marks of either kind are open.
  var isOpen: Bool { isDouble || isSingle }
  /// Whether double quotation marks are open.
  var isInside: Bool { isDouble }
  private var isSingle = false

  /// Takes note of the token at `index` and marks it when it stands inside.
  @inline(__always)
  mutating func note(_ tokens: inout [Token], _ index: Int, _ end: Int) {
    let word = tokens[index].word
    if word == 34 {
      isDouble = QuoteState.opens(tokens, index, end) ?? !isDouble
    } else if word == 39, tokens[index].shape.contains(.mark) {
      if isSingle {
        if QuoteState.opens(tokens, index, end) == false { isSingle = false }
      } else if QuoteState.opens(tokens, index, end) == true {
        isSingle = true
      }
    } else if isDouble || isSingle {
      tokens[index].shape.insert(.quoted)
    }
  }

  /// Whether a quotation mark opens (white space only before it) or closes (only after it); nil when neither is so.
  static func opens(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool? {
    let isSpacedBefore = index == 0 || tokens[index].shape.contains(.spaceBefore)
    let isSpacedAfter = index + 1 >= end || tokens[index + 1].shape.contains(.spaceBefore)
    if isSpacedBefore != isSpacedAfter { return isSpacedBefore }
    if isSpacedBefore { return nil }
    if index > 0, tokens[index - 1].word == 40 || tokens[index - 1].word == 91 { return true }
    if index + 1 < end, tokens[index + 1].shape.contains(.mark) { return false }
    return nil
  }
}
