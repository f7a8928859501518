/// Cuts what is too long to be a sentence (a text without marks, a list of thousands of names), so that the work on
/// every sentence stays bounded and the work on a document linear.
enum SentenceLimit {
  /// The most tokens of a sentence; the longest in the gold has fewer than 200.
  static let mostTokens = 1024
  /// How far back a comma is looked for.
  private static let reach = 256

  /// Cuts ranges that are longer than the limit, after a comma where there is one.
  static func apply(to sentences: inout [SentenceRange], _ tokens: [Token]) {
    guard sentences.contains(where: { $0.end - $0.first > mostTokens }) else { return }
    var cut: [SentenceRange] = []
    for sentence in sentences {
      var rest = sentence
      while rest.end - rest.first > mostTokens {
        var end = rest.first + mostTokens
        let floor = end - reach
        while end > floor, tokens[end - 1].word != UInt32(UInt8(ascii: ",")) { end -= 1 }
        if end == floor { end = rest.first + mostTokens }
        cut.append(SentenceRange(first: rest.first, end: end, style: rest.style))
        rest.first = end
      }
      cut.append(rest)
    }
    sentences = cut
  }
}
