import Testing

@testable import Attache

@Suite struct PipelineTests {
  static let standard = Result { try Pipeline() }

  private struct Unfit: Stage {
    let name = "unfit"
    let requires: Set<Layer> = [.names, .tokens, .relations]
    let provides: Set<Layer> = []
    func run(_ analysis: inout Analysis) {}
  }

  @Test func anOrderThatCannotWorkIsRefused() {
    let lexicon = Lexicon()
    do {
      let stages: [any Stage] = [TokenStage(vocabulary: lexicon.vocabulary), Unfit()]
      _ = try Pipeline(lexicon: lexicon, rules: RuleBook(), stages: stages)
      Issue.record("the order was accepted")
    } catch {
      #expect(
        "\(error)"
          == "stage 'unfit' needs 'names', 'relations', which no earlier stage provides; change the order of the stages"
      )
    }
  }

  /// A text of pieces that stages look at closely, broken and cut in any place.
  static func text(seed: Int) -> [UInt8] {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = [
      "President", " ", " ", " ", "Tom Okello", "met", "the U.S.", "Secretary of State", ",", ".", "\n", "\n\n", "“",
      "”",
      "\"", "'s", "and", "signed three", "treaties", "to", "visit", "his Italian counterpart", "who", "said", "-", "(",
      ")", "150", "million euro", "Monday", "MINISTER", "of", "Kenya", "will not", "would", "if", "talks with", "it",
      "they", "both sides", "•", "é", "\u{0}", "😀", "al-", "Mr", "the", "I", "we", "by", "received", "was", ":", "—",
    ]
    var text: [UInt8] = []
    for _ in 0..<random.below(80) {
      text += Array(pieces[random.below(pieces.count)].utf8)
      if random.below(3) > 0 { text.append(32) }
      if random.below(40) == 0 { text.append(UInt8(random.below(256))) }
    }
    return text
  }

  /// Whatever the text is: spans inside of it and in order, ids that exist, a source for everything; and the same again
  /// from memory that another text was annotated in.
  @Test(arguments: 0..<60) func anyTextIsAnnotatedSoundly(seed: Int) throws {
    let pipeline = try Self.standard.get()
    let text = Self.text(seed: seed)
    var analysis = Analysis()
    _ = pipeline.annotate(id: "other", text: Self.text(seed: seed + 1000), in: &analysis)
    let document = pipeline.annotate(id: "x", text: text, in: &analysis)
    #expect(shown(document) == shown(pipeline.annotate(id: "x", text: text)))
    #expect(document.text == text)
    let whole = ByteSpan(0, text.count)
    var end = 0
    for entity in document.entities {
      #expect(entity.span.start >= end && entity.span.count > 0 && whole.contains(entity.span))
      #expect(entity.source != nil, "\(document.string(entity.span)) has no source")
      end = entity.span.end
    }
    let referents = Set(document.referents.map(\.id))
    #expect(referents.count == document.referents.count)
    #expect(document.entities.allSatisfy { $0.referent.map(referents.contains) ?? true })
    for relation in document.relations {
      #expect(relation.source != nil && !relation.arguments.isEmpty)
      #expect(relation.sentence.map(document.sentences.indices.contains) ?? true)
      for argument in relation.arguments {
        #expect(whole.contains(argument.span) && argument.span.count > 0)
        #expect(argument.referent.map(referents.contains) ?? true)
      }
    }
  }

  private func shown(_ document: Document) -> String {
    var bytes: [UInt8] = []
    JSONLines.write(document, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Input that is long in one way must not take long: were anything quadratic, this test would not end.
  @Test(arguments: ["a", ".", "“", "(", "Ana ", "and ", "Mr. ", "President of ", "met ", "who ", "\n", "1,", "U.S."])
  func longRunsEnd(piece: String) throws {
    let text = Array(String(repeating: piece, count: 20_000).utf8)
    let document = try Self.standard.get().annotate(id: "x", text: text)
    #expect(document.text.count == text.count)
  }
}
