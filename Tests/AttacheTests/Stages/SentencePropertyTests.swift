import Testing

@testable import Attache

/// What holds for the sentences of any bytes.
struct SentencePropertyTests {
  /// Pieces that the rules look for, joined in any order.
  private static let pieces = [
    "a", "The", "said", "U.S.", "Gen", "Inc", "No", "etc", "5", "12", "p.m.", "I", "Regards", "Ann", "is", "www.a.org",
    ".", "!", "?", "...", "…", "\"", "'", "“", "”", "(", ")", "[", "]", ":", ";", ",", "-", "--", "*", "=", "_", "•",
    ">",
    " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{2028}", "🎉", "。", "é", "'s", "=====", ":-)", "[1]",
  ].map { Array($0.utf8) }

  @Test func anyPiecesAreCovered() {
    var random = LinearRandom(state: 7)
    for round in 0..<1_500 {
      var text: [UInt8] = []
      for _ in 0..<(round % 60) { text += Self.pieces[random.next(Self.pieces.count)] }
      expectCovered(text)
    }
  }

  @Test func anyBytesAreCovered() {
    var random = LinearRandom(state: 11)
    for round in 0..<1_000 {
      let top = round % 2 == 0 ? 256 : 128
      expectCovered((0..<(round % 90)).map { _ in UInt8(random.next(top)) })
    }
  }

  @Test(arguments: ["!", ". ", "\"", "- ", "a\n", "1. ", ":)", "= ", "A. ", "U.S. ", "? ", "\n\n", "(", "...", "[1]"])
  func longRunsAreCovered(_ piece: String) {
    expectCovered(Array(String(repeating: piece, count: 3_000).utf8))
  }

  /// Sentences hold all tokens once, in order; no byte between them is part of a token.
  private func expectCovered(_ text: [UInt8]) {
    let analysis = split(text)
    var next = 0
    for sentence in analysis.sentences {
      #expect(sentence.first == next && sentence.end > sentence.first, "\(text)")
      next = sentence.end
    }
    #expect(next == analysis.tokens.count, "\(text)")
    for (index, token) in analysis.tokens.enumerated() {
      #expect(token.start < token.end && (index == 0 || analysis.tokens[index - 1].end <= token.start), "\(text)")
    }
  }
}

/// A small deterministic source of numbers.
private struct LinearRandom {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
}
