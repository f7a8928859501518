import Testing

@testable import Attache

@Suite struct JSONLinesTests {
  /// "Mr. Ô met 😀" with everything that a document may hold.
  static var full: Document {
    var document = Document(id: "d\"1\n", text: Array("Ô’s Ana met 😀 Bo\tin Rom on\nFri.".utf8))
    document.sentences = [ByteSpan(0, 37)]
    document.entities = [
      Entity(
        id: "T1", label: "Person", span: ByteSpan(7, 10), referent: "E1", source: Source(file: "names.tsv", line: 4)),
      Entity(id: "T2", label: "Country", span: ByteSpan(24, 27), referent: "E2", code: "IT"),
    ]
    document.entities[1].fragments = [ByteSpan(20, 22), ByteSpan(26, 29)]
    var ana = Referent(id: "E1", label: "Person", name: "Ana", gender: "female")
    ana.offices = [
      .init(title: "Premier", of: "Italy", code: "IT", status: "former"), .init(title: "Mayor"),
    ]
    ana.mentions = [.init(span: ByteSpan(7, 10), kind: "name"), .init(span: ByteSpan(0, 2), kind: "pronoun")]
    document.referents = [ana, Referent(id: "E2", label: "Country", name: "Italy", code: "IT")]
    var attributes = Relation.Attributes()
    attributes.polarity = .negated
    attributes.modality = .future
    attributes.count = 3
    attributes.date = ByteSpan(33, 36)
    attributes.place = ByteSpan(26, 29)
    attributes.topic = ByteSpan(0, 2)
    attributes.attribution = ByteSpan(7, 10)
    attributes.status = "acting"
    document.relations = [
      Relation(
        id: "R1", label: "meet", trigger: ByteSpan(11, 14), sentence: 0,
        arguments: [
          .init(role: "participant", span: ByteSpan(7, 10), referent: "E1"),
          .init(role: "topic", span: ByteSpan(15, 19)),
        ],
        attributes: attributes, cameo: "040", source: Source(file: "meet.rules", line: 12)),
      Relation(id: "R2", label: "office"),
    ]
    return document
  }

  static func line(_ document: Document) -> [UInt8] {
    var out: [UInt8] = []
    JSONLines.write(document, to: &out)
    return out
  }

  @Test func documentsRoundTrip() throws {
    let line = Self.line(Self.full)
    let read = try JSONLines.readDocument(line)
    #expect(read.entities == Self.full.entities)
    #expect(read.referents == Self.full.referents)
    #expect(read.relations == Self.full.relations)
    #expect(read.sentences == Self.full.sentences)
    #expect(read.id == Self.full.id && read.text == Self.full.text)
    #expect(Self.line(read) == line)
  }

  @Test func writesTheContract() {
    var document = Document(id: "a", text: Array("“Bo” met Al".utf8))
    document.entities = [Entity(id: "T1", label: "Person", span: ByteSpan(3, 5), referent: "E1")]
    document.relations = [
      Relation(
        id: "R1", label: "meet", trigger: ByteSpan(9, 12), sentence: 0,
        arguments: [.init(role: "participant", span: ByteSpan(3, 5), referent: "E1")])
    ]
    document.sentences = [ByteSpan(0, 15)]
    let expected =
      #"{"id":"a","text":"“Bo” met Al","unit":"codepoint","sentences":[{"start":0,"end":11}],"#
      + #""entities":[{"id":"T1","label":"Person","start":1,"end":3,"text":"Bo","referent":"E1","source":null}],"#
      + #""referents":[],"relations":[{"id":"R1","label":"meet","cameo":null,"#
      + #""trigger":{"start":5,"end":8,"text":"met"},"sentence":0,"#
      + #""arguments":[{"role":"participant","start":1,"end":3,"text":"Bo","referent":"E1"}],"#
      + #""attributes":{"polarity":"affirmed","modality":"actual"},"source":null}]}"# + "\n"
    #expect(String(decoding: Self.line(document), as: UTF8.self) == expected)
  }

  @Test func brokenBytesBecomeOneReplacementEach() throws {
    var document = Document(id: "a", text: [0xE2, 0x82, 0x41, 0xFF, 0x42, 0])
    document.entities = [Entity(id: "T1", label: "Person", span: ByteSpan(4, 5))]
    let read = try JSONLines.readDocument(Self.line(document))
    #expect(read.text == Array("\u{FFFD}\u{FFFD}A\u{FFFD}B\0".utf8))
    #expect(read.string(read.entities[0].span) == "B")
  }

  @Test func spansOutsideOfTheTextAreCut() {
    var document = Document(id: "a", text: Array("ab".utf8))
    document.entities = [Entity(id: "T1", label: "Person", span: ByteSpan(-3, 99))]
    document.sentences = [ByteSpan(5, 9)]
    let line = String(decoding: Self.line(document), as: UTF8.self)
    #expect(line.contains(#""start":0,"end":2,"text":"ab""#))
    #expect(line.contains(#""sentences":[{"start":2,"end":2}]"#))
  }

  /// Input line, the id that is written back, the members that are kept.
  @Test(arguments: [
    (#"{"id":"x","text":"t"}"#, #""x""#, ""),
    (#"{"text":"t"}"#, #""?""#, ""),
    (#"{"id":null,"text":"t"}"#, #""?""#, ""),
    (#"{"id":7,"text":"t"}"#, "7", ""),
    (#"{"text":"t","id":-1.50e3}"#, "-1.50e3", ""),
    (#"{"id":"x","text":"t","url":"h\u00e9","n":[1,{"a":null}]}"#, #""x""#, #","url":"h\u00e9","n":[1,{"a":null}]"#),
    (#"{"id":"x","text":"t","entities":[],"unit":"byte","relations":3}"#, #""x""#, ""),
    (#" { "k\n" : 1 , "text" : "t" , "id" : "x" } "#, #""x""#, #","k\n":1"#),
  ]) func keepsWhatItDoesNotKnow(line: String, id: String, kept: String) throws {
    let input = try JSONLines.readInput(Array(line.utf8))
    var out: [UInt8] = []
    JSONLines.write(Document(id: input.id ?? "?", text: input.text), extras: input.extras, to: &out)
    let empty = #""unit":"codepoint","sentences":[],"entities":[],"referents":[],"relations":[]"#
    #expect(String(decoding: out, as: UTF8.self) == "{\"id\":\(id),\"text\":\"t\",\(empty)\(kept)}\n")
  }

  @Test(arguments: [
    ("", "syntax 0: the line is empty"),
    ("  ", "syntax 2: the line is empty"),
    ("[]", "type 0: expected an object"),
    ("{}", "missing-key 0: the object has no 'text'"),
    (#"{"id":"a"}"#, "missing-key 0: the object has no 'text'"),
    (#"{"text":7}"#, "type 8: 'text' must be a string"),
    (#"{"text":null}"#, "type 8: 'text' must be a string"),
    (#"{"id":[],"text":""}"#, "type 6: 'id' must be a string or a number"),
    (#"{"id":true,"text":""}"#, "type 6: 'id' must be a string or a number"),
    (#"{"text":"","text":""}"#, "duplicate-key 18: 'text' stands twice in the object"),
    (#"{"id":1,"id":1,"text":""}"#, "duplicate-key 13: 'id' stands twice in the object"),
    (#"{"text":""}x"#, "syntax 11: expected nothing more after the value"),
  ]) func refusesLines(line: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSONLines.readInput(Array(line.utf8)) }
    #expect(error.map { "\($0.code.rawValue) \($0.offset): \($0.message)" } == message)
  }

  /// A text "Ana" with these further members.
  @Test(arguments: [
    (#""unit":"byte""#, "the unit of offsets must be \"codepoint\"; convert them first"),
    (#""entities":[{"start":0,"end":9}]"#, "span 0-9 isn't inside the text of 3 code points"),
    (#""entities":[{"start":2,"end":1}]"#, "span 2-1 isn't inside the text of 3 code points"),
    (#""entities":[{"start":0}]"#, "a span needs 'start' and 'end'"),
    (#""entities":[{"start":0,"end":2,"text":"Ana"}]"#, "span 0-2 is 'An' in the text, not 'Ana'"),
    (#""entities":{}"#, "expected an array"),
    (#""relations":[{"attributes":{"polarity":"no"}}]"#, "'polarity' must be \"affirmed\" or \"negated\""),
    (#""relations":[{"attributes":{"count":"3"}}]"#, "expected a whole number"),
  ]) func refusesAnnotations(members: String, message: String) {
    let line = Array(#"{"text":"Ana",\#(members)}"#.utf8)
    #expect(#expect(throws: JSONError.self) { try JSONLines.readDocument(line) }?.message == message)
  }

  @Test func readsSpansOfOtherTools() throws {
    let line = #"{"text":"é Ana","spans":[{"start":2,"end":5,"type":"PER","token_start":1}],"meta":{"a":1}}"#
    let document = try JSONLines.readDocument(Array(line.utf8))
    #expect(document.entities == [Entity(id: "T1", label: "PER", span: ByteSpan(3, 6))])
  }
}
