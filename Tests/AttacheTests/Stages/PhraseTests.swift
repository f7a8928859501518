import Testing

@testable import Attache

/// Tags and phrases of sentences; the marks stand inside the text.
@Suite struct PhraseTests {
  /// `word/tag` for each token, in the order of the text.
  @Test(arguments: [
    "The/determiner delegates/noun met/verb them/pronoun ./stop",
    "She/pronoun wants/verb to/infinitive go/verb to/preposition Oslo/name ./stop",
    "The/determiner two/number leaders/noun '/clitic talks/noun ended/verb ./stop",
    "He/pronoun 's/auxiliary met/verb her/pronoun ./stop",
    "Kenya/name 's/clitic envoy/name hasn't/auxiliary left/verb ./stop",
  ])
  func tags(_ line: String) throws {
    let words = line.split(separator: " ").map { $0.split(separator: "/") }
    let text = words.reduce(into: "") { text, word in
      let isJoined = word[1] == "clitic" || word[0] == "'s" || word[1] == "stop"
      text += (isJoined || text.isEmpty ? "" : " ") + word[0]
    }
    let analysis = try Self.analysis(text)
    let found = analysis.tokens.indices.map { "\(Self.text($0..<($0 + 1), analysis))/\(analysis.tags[$0])" }
    #expect(found.joined(separator: " ") == line)
  }

  /// Noun groups in square brackets, verb groups in round ones, dates in angle ones.
  @Test(arguments: [
    "[The minister] (met) [them].",
    "[Kenya's foreign minister, Amina Oduor] (will not visit) [Peru] on <Friday>.",
    "[The heads of the two states] (called off) [the talks].",
    "[Norway] as well as [Sweden] (has been invited).",
  ])
  func phrases(_ marked: String) throws {
    let analysis = try Self.analysis(marked.filter { !"[]()<>".contains($0) })
    var found = ""
    for item in analysis.items {
      if analysis.tokens[item.first].shape.contains(.spaceBefore) { found += " " }
      let words = Self.text(item.first..<item.end, analysis)
      switch item.kind {
      case .mention: found += "[\(words)]"
      case .verb: found += "(\(words))"
      case .date: found += "<\(words)>"
      default: found += words
      }
    }
    #expect(found == marked)
  }

  private static func analysis(_ text: String) throws -> Analysis {
    var analysis = Analysis()
    try MarkedReferents.pipeline.get().analyze(Array(text.utf8), in: &analysis)
    return analysis
  }

  private static func text(_ tokens: Range<Int>, _ analysis: Analysis) -> String {
    let span = DocumentBuilder.span(tokens, analysis)
    return String(decoding: analysis.text[span.start..<span.end], as: UTF8.self)
  }
}
