import Foundation
import Testing

@testable import Attache

@Suite struct BratTests {
  /// The annotation file of a text in which `{label:words}` marks the `T` lines, with further lines of `rest`.
  static func read(_ text: String, _ annotations: [String]) -> (document: Document, diagnostics: [Diagnostic]) {
    Brat.read(
      id: "d", text: Array(text.utf8), annotations: Array(annotations.joined(separator: "\n").utf8), file: "d.ann")
  }

  static let text = "Zoë met the two ministers, Ana Bo of Peru,\nin Lima. She\u{2019}s glad; he isn\u{2019}t."
  static let lines = [
    "T1\tSentence 0 51\tZoë met the two ministers, Ana Bo of Peru, in Lima.",
    "T2\tPerson 0 3\tZoë",
    "T3\tmeet 4 7\tmet",
    "T4\tMention 8 25\tthe two ministers",
    "T5\tMention 8 25\tthe two ministers",
    "T6\tTitle 16 25\tministers",
    "T7\tPerson 27 33\tAna Bo",
    "T8\tCountry 37 41\tPeru",
    "T9\tText 43 50\tin Lima",
    "T10\tLocation 46 50\tLima",
    "T11\tSentence 52 73\tShe’s glad; he isn’t.",
    "T12\tMention 52 55\tShe",
    "T13\tMention 64 66\the",
    "E1\tmeet:T3 participant:T2 participant2:T4 participant3:T5 place:T10 topic:T9",
    "E2\toffice:T6 holder:T7 title:T6 of:T8",
    "R1\tnear Arg1:T8 Arg2:T10\t",
    "A1\tpolarity E1 negated",
    "A2\tmodality E1 hypothetical",
    "A3\tcount E1 12",
    "A4\tstatus E2 former",
    "N1\tReference T8 ISO3166:PE\tPeru",
    "*\tEquiv T2 T12",
    "*\tEquiv T4 T6 T7",
    "#1\tSource T2\tnames.tsv:4",
    "#2\tSource E1\tmeet.rules:12",
  ]

  @Test func readsEveryKindOfLine() throws {
    let (document, diagnostics) = Self.read(Self.text, Self.lines)
    #expect(diagnostics == [])
    let name = { (span: ByteSpan?) in span.map(document.string) ?? "nil" }
    #expect(
      document.sentences.map(name) == ["Zoë met the two ministers, Ana Bo of Peru,\nin Lima.", "She’s glad; he isn’t."])
    #expect(
      document.entities.map { "\($0.label) \(name($0.span)) \($0.referent ?? "") \($0.code ?? "")" } == [
        "Person Zoë E1 ", "Title ministers E2 ", "Person Ana Bo E2 ", "Country Peru E4 PE", "Location Lima E5 ",
      ])
    #expect(document.entities[0].source == Source(file: "names.tsv", line: 4))
    #expect(
      document.referents.map { "\($0.id) \($0.label) \($0.name) \($0.mentions.map(\.kind).joined(separator: ","))" }
        == [
          "E1 Person Zoë name,pronoun", "E2 Person Ana Bo description,title,name",
          "E3 Mention the two ministers description", "E4 Country Peru name", "E5 Location Lima name",
          "E6 Person he pronoun",
        ])
    let shown = document.relations.map { relation in
      let arguments = relation.arguments.map { "\($0.role)=\(name($0.span))/\($0.referent ?? "-")" }
      return "\(relation.label) \(name(relation.trigger)) \(arguments.joined(separator: " "))"
    }
    #expect(
      shown == [
        "meet met participant=Zoë/E1 participant=the two ministers/E2 participant=the two ministers/E3",
        "office nil holder=Ana Bo/E2 title=ministers/- of=Peru/E4",
        "near nil Arg1=Peru/E4 Arg2=Lima/E5",
      ])
    let attributes = document.relations[0].attributes
    #expect(attributes.polarity == .negated && attributes.modality == .hypothetical && attributes.count == 12)
    #expect(name(attributes.topic) == "in Lima" && name(attributes.place) == "Lima")
    #expect(document.relations[1].attributes.status == "former")
    #expect(document.relations.map(\.sentence) == [0, 0, 0])
  }

  @Test func writesWhatItReads() {
    let (document, _) = Self.read(Self.text, Self.lines)
    let written = Brat.write(document)
    let again = Brat.read(id: "d", text: document.text, annotations: written, file: "d.ann")
    #expect(again.diagnostics == [])
    #expect(Set(String(decoding: written, as: UTF8.self).split(separator: "\n").map(String.init)) == Set(Self.lines))
    #expect(Brat.write(again.document) == written)
  }

  /// Text, surface of the one `T` line, its offsets, and the words it then stands for.
  @Test(arguments: [
    ("Ana met", "Ana", "0 3", "Ana"),
    ("A 😀 Bo", "Bo", "4 6", "Bo"),
    ("Ana\nBo", "Ana Bo", "0 6", "Ana\nBo"),
    ("Ana \n Bo", "Ana   Bo", "0 8", "Ana \n Bo"),
    ("North and South Korea", "North Korea", "0 5;16 21", "North and South Korea"),
    ("\u{FEFF}Ana", "Ana", "1 4", "Ana"),
    ("\u{FEFF}Ana", "Ana", "0 3", "Ana"),
    ("a\r\nAna Bo", "Ana Bo", "3 9", "Ana Bo"),
    ("a\r\nAna Bo", "Ana Bo", "2 8", "Ana Bo"),
    ("a\r\nAna\r\nBo", "Ana Bo", "2 8", "Ana\r\nBo"),
    ("\u{FEFF}a\r\nb\r\nAna", "Ana", "4 7", "Ana"),
  ]) func findsTheWords(text: String, surface: String, offsets: String, words: String) {
    for (mark, end) in [("", "\n"), ("\u{FEFF}", "\r\n"), ("", "")] {
      let (document, diagnostics) = Self.read(text, ["\(mark)T1\tPerson \(offsets)\t\(surface)\(end)"])
      #expect(diagnostics == [])
      #expect(document.entities.map { document.string($0.span) } == [words])
    }
  }

  /// Lines after `T1\tPerson 0 3\tAna` over the text "Ana met Bo"; the only diagnostic.
  @Test(arguments: [
    ("T2\tPerson 4 7\tBo", "2:11: error: T2 says 'Bo', but the text has 'met' there; correct the offsets"),
    ("T2\tPerson 8 11\tBo", "2:11: error: T2 ends at 11, but the text has 10 code points; correct the offsets"),
    ("T2\tPerson 8 x\tBo", "2:11: error: '8 x' are no offsets; write start and end, as in 'Person 0 5'"),
    ("T2\tPerson\tBo", "2:4: error: '' are no offsets; write start and end, as in 'Person 0 5'"),
    ("T2\tPerson 8 8\t", "2:11: error: offsets '8 8' don't go forward; the end comes after the start"),
    ("T2\tPerson 4 7;0 3\tmet Ana", "2:11: error: offsets '4 7;0 3' don't go forward; the end comes after the start"),
    ("T1\tPerson 8 10\tBo", "2:1: error: T1 stands twice, first on line 1; give each annotation a number of its own"),
    (
      "T2 Person 8 10 Bo",
      "2:1: error: expected an annotation such as 'T1', a tab, a label and offsets; found no tab after the id"
    ),
    ("X2\tPerson 8 10\tBo", "2:1: error: unknown kind of annotation 'X2'; ids begin with T, E, R, A, M, N, # or *"),
    ("T2\t\tBo", "2:4: error: 'T2' has no label after the tab"),
    ("E1\tmeet", "2:4: error: an event needs its trigger, as in 'meet:T30'"),
    ("E1\tmeet:T9", "2:4: error: T9 isn't an annotation of this file; add its line or correct the number"),
    (
      "E1\tmeet:T1 participant:T9",
      "2:12: error: T9 isn't an annotation of this file; add its line or correct the number"
    ),
    ("E1\tmeet:T1 T1", "2:12: error: 'T1' is no argument; write a role and an annotation, as in 'participant:T1'"),
    ("R1\tnear", "2:4: error: the relation has no arguments; write 'Arg1:T1 Arg2:T2' after its name"),
    ("A1\tpolarity", "2:4: error: expected an attribute and what it is of, as in 'polarity E1 negated'"),
    ("A1\tpolarity E4 negated", "2:13: error: E4 isn't an annotation of this file; add its line or correct the number"),
    ("*\tEquiv T1 T7", "2:12: error: T7 isn't an annotation of this file; add its line or correct the number"),
    (
      "N1\tReference T1\tAna",
      "2:1: error: expected 'Reference', an annotation and a code, as in 'Reference T3 ISO3166:BH'"
    ),
    (
      "E1\tmeet:T1\nA1\tpolarity E1 negatd",
      "3:16: error: polarity is one of affirmed, negated; did you mean 'negated'?"
    ),
    ("E1\tmeet:T1\nA1\tcount E1 three", "3:13: error: the count must be a whole number, not 'three'"),
  ]) func tellsMistakes(lines: String, message: String) {
    let (document, diagnostics) = Self.read("Ana met Bo", ["T1\tPerson 0 3\tAna", lines])
    #expect(diagnostics.map(\.description) == ["d.ann:" + message])
    #expect(document.entities.first?.label == "Person")
  }

  @Test func aMistakeIsToldOnce() {
    let (document, diagnostics) = Self.read(
      "Ana met Bo", ["T1\tmeet 4 7\tmeet", "E1\tmeet:T1 participant:T1", "A1\tpolarity E1 negated"])
    #expect(diagnostics.count == 1)
    #expect(document.relations.isEmpty)
  }

  @Test func writesPlainRelationsAndForeignLabels() {
    var document = JSONLinesTests.full
    document.entities[0].label = "PER"
    let again = Brat.read(id: "d", text: document.text, annotations: Brat.write(document), file: "d.ann")
    #expect(again.diagnostics == [])
    #expect(again.document.entities.map(\.label) == ["PER", "Country"])
    #expect(again.document.entities[1].fragments == document.entities[1].fragments)
    let second = Brat.write(again.document)
    let third = Brat.read(id: "d", text: document.text, annotations: second, file: "d.ann")
    #expect(Brat.write(third.document) == second)
  }

  @Test func whatHasNoWordsIsLeftOut() {
    var document = Document(id: "d", text: Array("Ana".utf8))
    document.sentences = [ByteSpan(0, 3), ByteSpan(3, 3)]
    document.entities = [
      Entity(id: "T1", label: "Person", span: ByteSpan(0, 9), code: "ZU"),
      Entity(id: "T2", label: "Person", span: ByteSpan(1, 1)),
    ]
    document.relations = [
      Relation(id: "R1", label: "meet"),
      Relation(id: "R2", label: "meet", arguments: [.init(role: "x", span: ByteSpan(0, 0))]),
      Relation(id: "R3", label: "meet", trigger: ByteSpan(2, 2), arguments: [.init(role: "x", span: ByteSpan(0, 3))]),
    ]
    document.relations[2].attributes.date = ByteSpan(-1, 2)
    #expect(
      String(decoding: Brat.write(document), as: UTF8.self)
        == "T1\tSentence 0 3\tAna\nT2\tText 0 3\tAna\nE1\tmeet:T2 x:T2\n")
  }

  @Test func theGoldRoundTrips() throws {
    let gold = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Evaluation/gold/dev").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: gold.path).filter { $0.hasSuffix(".ann") }
    #expect(!names.isEmpty)
    for name in names {
      let file = gold.appendingPathComponent(name)
      let text = [UInt8](try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("txt")))
      let annotations = [UInt8](try Data(contentsOf: file))
      #expect(Brat.check(text: text, annotations: annotations, file: name) == [])
      let first = Brat.read(id: name, text: text, annotations: annotations, file: name)
      #expect(first.diagnostics == [])
      let again = Brat.read(id: name, text: text, annotations: Brat.write(first.document), file: name)
      #expect(again.diagnostics == [], "\(name)")
      #expect(shape(again.document) == shape(first.document), "\(name)")
    }
  }

  /// Everything but the numbers of annotations.
  private func shape(_ document: Document) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: document.referents.map { ($0.id, "\($0.name) \($0.mentions)") })
    let entities = document.entities.map {
      "\($0.label) \($0.fragments) \($0.code ?? "") \(names[$0.referent ?? ""] ?? "")"
    }
    let relations = document.relations.map { relation in
      let arguments = relation.arguments.map { "\($0.role) \($0.span) \(names[$0.referent ?? ""] ?? "")" }
      return "\(relation.label) \(String(describing: relation.trigger)) \(arguments) \(relation.attributes)"
    }
    return document.sentences.map { "\($0)" } + entities.sorted() + relations.sorted()
  }
}
