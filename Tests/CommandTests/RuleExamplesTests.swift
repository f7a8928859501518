import Testing

@testable import Attache
@testable import AttacheCommand

@Suite struct RuleExamplesTests {
  @Test(
    arguments: [
      ("[Ana] met [Bo Li].", "Ana met Bo Li.", ["Ana", "Bo Li"]), ("none", "none", []), ("[a", "a", []),
      ("a]", "a", []),
      ("é [b]", "é b", ["b"]),
    ] as [(String, String, [String])]) func bracketsMarkTheWords(example: String, text: String, words: [String])
  {
    let (bytes, spans) = RuleExamples.split(example)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(spans.map { Document(id: "", text: bytes).string($0) } == words)
  }

  @Test func examplesAreRun() throws {
    let rules = """
      rule zed
        entity: Country
        weight: 20
        match: "zed"
        yes: in [zed] now
        yes: in [zed now]
        yes: in [zee]
        no: in zed
        no: in zee

      """
    let files = [Resources.File(name: "z.rules", bytes: Array(rules.utf8))]
    let pipeline = try Pipeline(resources: Resources(files: files))
    #expect(
      RuleExamples.failures(of: pipeline).map(\.description) == [
        "z.rules:6:8: error: the example of rule 'zed' fails: wanted 'zed now', found 'zed'; change the rule, or move the brackets",
        "z.rules:7:8: error: the example of rule 'zed' fails: wanted 'zee', found nothing there; change the rule, or move the brackets",
        "z.rules:8:7: error: the example of rule 'zed' fails: found 'zed', which it must not; add a condition to the rule",
      ])
  }

  /// Rules whose examples are known to fail; an empty list is wanted.
  private static let knownFailures: Set<String> = [
    "date-month-day", "person-initials-first", "person-given-first", "organization-company", "place-word-first",
  ]

  @Test func theExamplesOfTheBuiltInRulesHold() throws {
    let failures = RuleExamples.failures(of: try Pipeline()).map(\.description)
    #expect(failures.filter { line in !Self.knownFailures.contains { line.contains("'\($0)'") } } == [])
  }
}

@Suite struct RelationExampleTests {
  @Test(
    arguments: [
      ("A met B.", "A met B.", [:]),
      ("A met B. => participant=\"A\" participant=\"B C\"", "A met B.", ["participant": ["A", "B C"]]),
      (
        "A => count=3 polarity=negated date=\"on Monday\"", "A",
        ["count": ["3"], "polarity": ["negated"], "date": ["on Monday"]]
      ),
      ("A => x=", "A", ["x": [""]]), ("A =>", "A", [:]), ("A => x", "A", [:]),
    ] as [(String, String, [String: [String]])]) func reads(line: String, text: String, wanted: [String: [String]])
  {
    let example = RelationExample(line)
    #expect(example.text == text)
    #expect(example.wanted == wanted)
  }

  /// What is stated of "Ana met her guest Bo on Monday", and the first words of the complaint.
  @Test(
    arguments: [
      ("=> participant=\"Ana\" participant=\"Bo Li\"", true, nil),
      ("=> participant=\"her guest\" participant=\"Ana\" modality=future date=Monday", true, nil),
      ("", true, nil),
      ("=> participant=\"Ana\"", true, "wanted meet(participant=\"Ana\"), found meet("),
      ("=> participant=\"Ana\" participant=\"Ana\"", true, "wanted meet("),
      ("=> attendee=\"Ana\"", true, "wanted meet(attendee=\"Ana\"), found meet("),
      ("=> polarity=negated", true, "wanted meet("),
      ("=> count=1", true, "wanted meet("),
      ("", false, "found meet(participant=\"Ana\" participant=\"her guest\"), which it must not"),
    ] as [(String, Bool, String?)]) func judges(wanted: String, isWanted: Bool, complaint: String?)
  {
    var document = Document(id: "", text: Array("Ana met her guest on Monday".utf8))
    document.referents = [
      Referent(id: "E1", label: "Person", name: "Ana"), Referent(id: "E2", label: "Person", name: "Bo Li"),
    ]
    var attributes = Relation.Attributes()
    attributes.modality = .future
    attributes.date = ByteSpan(21, 27)
    document.relations = [
      Relation(
        id: "R1", label: "meet",
        arguments: [
          .init(role: "participant", span: ByteSpan(0, 3), referent: "E1"),
          .init(role: "participant", span: ByteSpan(8, 17), referent: "E2"),
        ], attributes: attributes)
    ]
    let problem = RelationExample("x \(wanted)").problem(label: "meet", isWanted: isWanted, in: document)
    if let complaint {
      #expect(problem?.hasPrefix(complaint) == true, "\(problem ?? "nil")")
    } else {
      #expect(problem == nil)
    }
    #expect(RelationExample("x").problem(label: "visit", isWanted: false, in: document) == nil)
  }
}
