import Testing

@testable import Attache

@Suite struct SentenceLimitTests {
  @Test func cutsWhatIsTooLongAndKeepsEveryToken() {
    let text = Array(String(repeating: "name, name name ", count: 1_000).utf8)
    var tokens: [Token] = []
    Tokenizer().tokenize(text.span, vocabulary: Vocabulary(), into: &tokens)
    var sentences = [SentenceRange(first: 0, end: tokens.count, style: [])]
    SentenceLimit.apply(to: &sentences, tokens)
    #expect(sentences.count > 1)
    #expect(sentences.first?.first == 0)
    #expect(sentences.last?.end == tokens.count)
    for (left, right) in zip(sentences, sentences.dropFirst()) {
      #expect(left.end == right.first)
      #expect(tokens[left.end - 1].word == UInt32(UInt8(ascii: ",")))
    }
    #expect(sentences.allSatisfy { $0.end - $0.first <= SentenceLimit.mostTokens })
  }

  @Test func leavesOrdinarySentencesAlone() {
    var sentences = [SentenceRange(first: 0, end: 40, style: []), SentenceRange(first: 40, end: 90, style: [])]
    let before = sentences
    SentenceLimit.apply(to: &sentences, [])
    #expect(sentences == before)
  }
}
