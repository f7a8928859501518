import Testing

@testable import Attache

@Suite struct VocabularyTests {
  @Test func marksAndLettersAreTheirOwnByte() {
    let vocabulary = Vocabulary()
    for byte in UInt8(33)..<UInt8(127) where byte < 65 || byte > 90 {
      #expect(vocabulary.identifier(of: WordHash.of(byte)) == UInt32(byte))
    }
    #expect(vocabulary.identifier(of: WordHash.of("treaty")) == Vocabulary.unknown)
  }

  /// Far more words than the first table holds: identifiers stay, and stay distinct, while it grows.
  @Test func identifiersSurviveGrowth() {
    var vocabulary = Vocabulary()
    let words = (0..<100_000).map { WordHash.of("word\($0)") }
    let first = words.map { vocabulary.intern($0) }
    #expect(Set(first).count == words.count)
    #expect(words.map { vocabulary.intern($0) } == first)
    #expect(words.map { vocabulary.identifier(of: $0) } == first)
    #expect(vocabulary.count == 128 + words.count)
    #expect(vocabulary.identifier(of: WordHash.of("word100000")) == Vocabulary.unknown)
  }

  @Test func hashesAreNeverTheEmptySlot() {
    #expect((0..<10_000).allSatisfy { WordHash.of("\($0)") != 0 })
    #expect(WordHash.of("a") == WordHash.of(UInt8(ascii: "a")))
  }
}
