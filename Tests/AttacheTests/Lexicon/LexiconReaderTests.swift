import Testing

@testable import Attache

@Suite struct LexiconReaderTests {
  private static func read(_ text: String, name: String = "x.tsv") -> LexiconReader {
    var reader = LexiconReader()
    reader.read(name: name, bytes: Array(text.utf8), isUser: true)
    return reader
  }

  /// A file, and the messages about it; none for a good one.
  @Test(arguments: [
    ("#type Country\nname\tcode\nVeldara\tVE\n", []),
    ("#TYPE x\n#type Country\nname\n", ["x.tsv:1:1: error: unknown directive '#TYPE'; did you mean 'type'?"]),
    ("#type country\n#case fold\n#marks keep\n# a comment\n\nname\r\nVeldara\r\n", []),
    ("", ["x.tsv:1:1: error: no header line; write the column names, separated by tabs"]),
    ("#type Country\n\n", ["x.tsv:2:1: error: no header line; write the column names, separated by tabs"]),
    (
      "#type Contry\nname\n",
      [
        "x.tsv:1:1: error: unknown type 'Contry'; did you mean 'Country'?",
        "x.tsv:2:1: error: no '#type' line before the header; write one of: \(types)",
      ]
    ),
    ("name\nVeldara\n", ["x.tsv:1:1: error: no '#type' line before the header; write one of: \(types)"]),
    ("#typ Country\n#type Country\nname\n", ["x.tsv:1:1: error: unknown directive '#typ'; did you mean 'type'?"]),
    (
      "#type Country\n#case lower\nname\n",
      ["x.tsv:2:1: error: '#case lower' is not known; write exact, fold or upper"]
    ),
    ("#type Country\n#marks no\nname\n", ["x.tsv:2:1: error: '#marks no' is not known; write fold or keep"]),
    (
      "#type Country\ncode\tnmae\nVE\tVeldara\n",
      ["x.tsv:2:6: error: unknown column 'nmae' for type Country; did you mean 'name'?"]
    ),
    (
      "#type Surname\nname\tage\tpolcy\nMolhan\t7\tweak\n",
      [
        "x.tsv:2:6: error: unknown column 'age' for type Surname; the columns are: name, cultures, policy",
        "x.tsv:2:10: error: unknown column 'polcy' for type Surname; did you mean 'policy'?",
      ]
    ),
    ("#type Country\ncode\tnote\nVE\tx\n", ["x.tsv:2:1: error: the header has no 'name' column; add it"]),
    ("#type Title\nkind\ncivil\n", ["x.tsv:2:1: error: the header has no 'title' column; add it"]),
    (
      "#type Surname\nname\tcultures\nMolhan\txx\tweak\nSermen\n",
      ["x.tsv:3:11: error: more cells than the header's 2 columns; remove the tab or name the column"]
    ),
    (
      "#type Country\nname\tcode\nÉlbana\tve\nVeldara\tVEL\n",
      [
        "x.tsv:3:8: error: 've' is no country code; write two capital letters of ISO 3166-1, such as FR",
        "x.tsv:4:9: error: 'VEL' is no country code; write two capital letters of ISO 3166-1, such as FR",
      ]
    ),
    ("#type Surname\nname\tpolicy\n\tweak\n", ["x.tsv:3:1: error: the row has no name; fill in the first column"]),
    (
      "#type Surname\nname\tpolicy\nMolhan\tweek\nSermen\tstrong\n",
      [
        "x.tsv:3:8: error: unknown policy 'week'; did you mean 'weak'?",
        "x.tsv:4:8: error: unknown policy 'strong'; the policies are: \(policies)",
      ]
    ),
    ("#type Location\nname\tcountry\nSermen Bay\tVE; KA\nBalt\tSX-U\n", []),
  ]) func tellsMistakes(text: String, messages: [String]) {
    #expect(Self.read(text).diagnostics.map(\.description) == messages)
  }

  private static let types = LexiconType.allCases.map(\.name).joined(separator: ", ")
  private static let policies = SensePolicy.words.map(\.0).joined(separator: ", ")

  /// File names that need no `#type` line.
  @Test(arguments: [
    ("countries.tsv", LexiconType.country), ("my/titles.tsv", .title), ("/a/b/given-names.tsv", .givenName),
    ("stop.tsv", .stop), ("places.tsv", .location), ("organisations.tsv", .organization),
  ]) func knowsFilesByName(name: String, type: LexiconType) {
    let header = type.columns.first { if case .surface = $0.content { true } else { false } }?.name ?? ""
    let reader = Self.read("\(header)\nVeldara\n", name: name)
    #expect(reader.diagnostics.isEmpty)
    #expect(reader.lexicon.files.map(\.type) == [type])
  }

  @Test func readsWhatTheCellsSay() throws {
    let text = """
      \u{FEFF}#type Country
      code\tname\taliases\tadjective\tpolicy
      VE\tVeldara\tOld Veldara; Veldár\tVeldaran\t
      KA\tKarvel\t\t\tweak; fold
      """
    let lexicon = Self.read(text).lexicon
    #expect(lexicon.entries.indices.map { lexicon.name(of: UInt32($0)) } == ["Veldara", "Karvel"])
    #expect(lexicon.entries.indices.map { lexicon.code(of: UInt32($0)) } == ["VE", "KA"])
    #expect(lexicon.entries.indices.map { lexicon.source(of: UInt32($0)).description } == ["x.tsv:3", "x.tsv:4"])
    #expect(lexicon.senses.map(\.role) == [.name, .alias, .alias, .adjective, .name])
    #expect(lexicon.senses.map(\.entry) == [0, 0, 0, 0, 1])
    #expect(try #require(lexicon.senses.last).policy == [.user, .weak, .foldCase])
  }

  /// The good rows of a file with mistakes are read, so that one run tells all of them.
  @Test func goesOnAfterAMistake() {
    let reader = Self.read("#type Surname\nname\tpolicy\nA\tb\tc\nMolhan\nB\tnever\nSermen\n")
    #expect(reader.diagnostics.map(\.line) == [3, 5])
    #expect(reader.lexicon.entries.count == 3)
  }

  /// A verb has its regular forms unless its cells give others.
  @Test func inflectsVerbs() {
    let lexicon = Self.read("#type Verb\nlemma\tpast\tparticiple\nmeet\tmet\tmet\n").lexicon
    let roles = lexicon.senses.map { "\($0.role)" }
    #expect(roles.sorted() == ["gerund", "name", "participle", "past", "third"])
    #expect(lexicon.vocabulary.identifier(of: WordHash.of("meeted")) == Vocabulary.unknown)
    #expect(lexicon.vocabulary.identifier(of: WordHash.of("meeting")) != Vocabulary.unknown)
  }

  /// Entries of a type are found in all files of that type, and by one class of several in their tag.
  @Test func findsEntriesByTypeAndClass() {
    var reader = LexiconReader()
    for (name, text) in [
      ("a.tsv", "#type Verb\nlemma\tclass\nsay\tspeech\nplan\tfuture; speech\n"),
      ("b.tsv", "#type Noun\nnoun\tclass\nspeech\tspeech\n"), ("c.tsv", "#type Verb\nlemma\tclass\ngo\tmotion\n"),
    ] { reader.read(name: name, bytes: Array(text.utf8), isUser: true) }
    let lexicon = reader.takeLexicon()
    #expect(lexicon.entries(of: .verb, inClass: "speech").map { lexicon.name(of: $0) } == ["say", "plan"])
    #expect(lexicon.entries(of: .verb, inClass: "motion").map { lexicon.source(of: $0).description } == ["c.tsv:3"])
    #expect(reader.lexicon.entries.isEmpty)
  }
}
