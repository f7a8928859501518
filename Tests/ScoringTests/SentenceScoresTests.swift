import Attache
import Testing

@testable import Scoring

@Suite("Sentence scores")
struct SentenceScoresTests {
  /// A document whose sentences are in angle brackets.
  private func split(_ text: String) -> Document {
    var bytes: [UInt8] = []
    var start = 0
    var sentences: [ByteSpan] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): start = bytes.count
      case UInt8(ascii: ">"): sentences.append(ByteSpan(start, bytes.count))
      default: bytes.append(byte)
      }
    }
    var document = Document(id: "d", text: bytes)
    document.sentences = sentences
    return document
  }

  @Test(
    "exact spans and ends",
    arguments: [
      ("<A b.> <C d.>", "<A b.> <C d.>", [2, 0, 0], [2, 0, 0]),
      ("<A b.> <C d.>", "<A b. C d.>", [0, 1, 2], [1, 0, 1]),
      ("<A b. C d.>", "<A b.> <C d.>", [0, 2, 1], [1, 1, 0]),
      ("<A b.> <C d.>", "<A b.>< C d.>", [1, 1, 1], [2, 0, 0]),
      ("<A b.> <C d.>", "A b. C d.", [0, 0, 2], [0, 0, 2]),
    ])
  func scores(_ gold: String, _ system: String, _ exact: [Int], _ ends: [Int]) throws {
    let scores = try evaluate(gold: [split(gold)], system: [split(system)], options: plain()).sentences
    #expect([scores.exact.correct, scores.exact.spurious, scores.exact.missing] == exact)
    #expect([scores.boundaries.correct, scores.boundaries.spurious, scores.boundaries.missing] == ends)
  }

  @Test("gold without sentences is not scored")
  func none() throws {
    let scores = try evaluate(gold: [split("A b.")], system: [split("<A b.>")], options: plain()).sentences
    #expect(scores.documents == 0)
    #expect(scores.exact == HitCount())
  }

  @Test(
    "tiling",
    arguments: [
      ("<A b.> <C d.>", [0, 0, 0, 0]), ("<A b. >C d.", [0, 0, 1, 1]), ("<A b.>\n\n", [0, 0, 0, 0]),
      ("A <b.> <C> d", [0, 0, 0, 2]), ("<><A b.>", [0, 1, 0, 0]),
    ])
  func tiling(_ text: String, _ expected: [Int]) {
    var errors = TilingErrors()
    errors.add(split(text))
    #expect([errors.overlapping, errors.unsound, errors.untrimmed, errors.gaps] == expected)
  }

  @Test("overlapping sentences and sentences outside of the text")
  func unsound() {
    var document = Document(id: "d", text: Array("A b. C d.".utf8))
    document.sentences = [ByteSpan(0, 4), ByteSpan(2, 9), ByteSpan(5, 40), ByteSpan(-2, 4)]
    var errors = TilingErrors()
    errors.add(document)
    #expect([errors.overlapping, errors.unsound, errors.untrimmed, errors.gaps] == [1, 2, 0, 0])
  }
}
