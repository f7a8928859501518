import Testing

@testable import Attache

/// What is written straight from an analysis is what is written from its document.
@Suite struct AnalysisWriterTests {
  private static func fromDocument(_ text: [UInt8], extras: JSONLines.Extras) throws -> [UInt8] {
    var out: [UInt8] = []
    let document = try PipelineTests.standard.get().annotate(id: "é\"1", text: text)
    JSONLines.write(document, extras: extras, to: &out)
    return out
  }

  private static func extras(_ number: Int) -> JSONLines.Extras {
    var extras = JSONLines.Extras()
    if number % 2 == 1 { extras.id = Array("-7".utf8) }
    if number % 3 == 1 { extras.members = Array(#""url":"h","n":[1]"#.utf8) }
    return extras
  }

  private func expectSame(_ texts: [[UInt8]]) throws {
    let pipeline = try PipelineTests.standard.get()
    var analysis = Analysis()
    var writer = AnalysisWriter(pipeline)
    for (number, text) in texts.enumerated() {
      let extras = Self.extras(number)
      var out: [UInt8] = []
      pipeline.analyze(text, in: &analysis)
      writer.write(analysis, id: "é\"1", extras: extras, to: &out)
      let wanted = try Self.fromDocument(text, extras: extras)
      #expect(String(decoding: out, as: UTF8.self) == String(decoding: wanted, as: UTF8.self))
      #expect(out == wanted)
    }
  }

  @Test func textsOfEveryKindAreWrittenAsTheirDocuments() throws {
    try expectSame((0..<150).map { PipelineTests.text(seed: $0 + 5000) })
  }

  @Test func longTextsAreWrittenAsTheirDocuments() throws {
    try expectSame((0..<3).map { part in (0..<60).flatMap { PipelineTests.text(seed: 9000 + part * 100 + $0) } })
  }

  @Test func newsIsWrittenAsItsDocument() throws {
    try expectSame(
      [
        "",
        "Kenya’s Foreign Minister Ana Okello met her Italian counterpart, Bruno Rossi, in Nairobi on Monday.",
        "President Ana Okello and Prime Minister Bo Lee signed three memorandums. They will not visit Oslo, she said.",
        "Former Finance Minister Tom Okello said “the two sides” held talks with the European Union in Rome.\tI agree.",
      ].map { Array($0.utf8) })
  }

  @Test func numbers() {
    var numbers = [Int.min, -12, -1, 99_999_999, 100_000_000, Int.max]
    var number = 1
    while number < 100_000_000 {
      numbers += [number - 1, number, number + 1, number * 7 % 100_000_000]
      number *= 10
    }
    numbers += (0..<2000).map { $0 * 50_021 % 100_000_000 }
    for number in numbers {
      var writer = ByteWriter(capacity: 0)
      writer.put(number)
      var out: [UInt8] = []
      writer.append(to: &out)
      #expect(String(decoding: out, as: UTF8.self) == String(number))
    }
  }

  /// Every byte at every place of a word, at the end of the bytes and before.
  @Test func strings() {
    for byte in UInt8(0)..<128 {
      for place in 0..<20 {
        var text = Array("all quiet on here at sea".utf8)
        text[place] = byte
        for end in [place + 1, place + 3, text.count] {
          var writer = ByteWriter(capacity: 0)
          writer.putString(text.span.bytes, place / 2, end)
          var (out, wanted): ([UInt8], [UInt8]) = ([], [])
          writer.append(to: &out)
          wanted.putString(text, place / 2, end)
          #expect(out == wanted)
        }
      }
    }
  }
}
