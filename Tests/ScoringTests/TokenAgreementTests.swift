import Attache
import Testing

@testable import Scoring

@Suite("Agreement on tokens")
struct TokenAgreementTests {
  @Test(
    "accuracy and kappa worked out by hand",
    arguments: [
      // Ten tokens; both label one, one labels another: chance is 0.2 · 0.1 + 0.8 · 0.9.
      ("[P a] [P b] c d e f g h i j", "[P a] b c d e f g h i j", 10, 9, (0.9 - 0.74) / (1 - 0.74)),
      ("[P a] b", "[L a] b", 2, 1, (0.5 - 0.25) / (1 - 0.25)),
      ("[P a] b", "[P a] b", 2, 2, 1),
      ("a b", "a b", 2, 2, nil),
      ("", "", 0, 0, nil),
      ("[P Éva-Lü], ok!", "[P Éva]-Lü, ok!", 6, 4, (4.0 / 6 - 0.5) / (1 - 0.5)),
    ] as [(String, String, Int, Int, Double?)])
  func agreement(_ one: String, _ other: String, _ tokens: Int, _ agreeing: Int, _ kappa: Double?) throws {
    let result = try evaluate(gold: [marked(one)], system: [marked(other)], options: plain()).tokens
    #expect(result.tokens == tokens)
    #expect(result.agreeing == agreeing)
    #expect((result.kappa == nil) == (kappa == nil))
    #expect(abs((result.kappa ?? 0) - (kappa ?? 0)) < 1e-9)
  }

  @Test("the gap of a discontinuous entity has no label")
  func gap() throws {
    var gold = document([])
    gold.text = Array("a b c".utf8)
    var system = gold
    var entity = Entity(id: "T1", label: "P", span: ByteSpan(0, 1))
    entity.fragments = [ByteSpan(0, 1), ByteSpan(4, 5)]
    gold.entities = [entity]
    system.entities = [Entity(id: "T1", label: "P", span: ByteSpan(0, 5))]
    let result = try evaluate(gold: [gold], system: [system], options: plain()).tokens
    #expect(result.tokens == 3)
    #expect(result.agreeing == 2)
  }
}
