import Testing

@testable import Attache

@Suite struct RuleBlockParserTests {
  @Test func cutsFilesIntoBlocks() {
    let text = """
      \u{FEFF}# comment
      define NAME = {capital}+

      rule person-after-title
        entity: Person
        # comment inside
        match:  {title} $NAME
      \tyes: President [Daro Menkes]: he spoke.
      rule second\r
        entity: Place\r
      """
    let (blocks, diagnostics) = RuleBlockParser.parse(file: "x.rules", text: text, isUser: true)
    #expect(diagnostics.isEmpty)
    #expect(blocks.map(\.name) == ["define", "person-after-title", "second"])
    #expect(blocks.map(\.source.description) == ["x.rules:2", "x.rules:4", "x.rules:9"])
    #expect(blocks.allSatisfy { $0.isUser })
    let shown = blocks.flatMap(\.fields).map { "\($0.line):\($0.column) \($0.key)=\($0.value)" }
    #expect(
      shown == [
        "2:15 NAME={capital}+", "5:11 entity=Person", "7:11 match={title} $NAME",
        "8:7 yes=President [Daro Menkes]: he spoke.", "10:11 entity=Place",
      ])
    #expect(blocks[1].value("match") == "{title} $NAME")
    #expect(blocks[1].value("after") == nil)
  }

  @Test(arguments: [
    ("", []),
    ("# nothing\n\n", []),
    (
      "  entity: Person\n",
      ["x.rules:1:3: error: a line outside of a rule; write 'rule NAME' first"]
    ),
    ("rule a\n  entity Person\n", ["x.rules:2:3: error: expected 'key: value'; add the colon after the key"]),
    (
      "rul a\n",
      ["x.rules:1:1: error: expected 'rule NAME' or 'define NAME = …' at the margin; did you mean 'rule'?"]
    ),
    (
      "entity: Person\n",
      ["x.rules:1:1: error: expected 'rule NAME' or 'define NAME = …' at the margin; indent the lines of a rule"]
    ),
    (
      "rule two words\nrule\ndefine X\n",
      [
        "x.rules:1:1: error: expected 'rule NAME' or 'define NAME = …' at the margin; did you mean 'rule'?",
        "x.rules:2:1: error: expected 'rule NAME' or 'define NAME = …' at the margin; did you mean 'rule'?",
        "x.rules:3:1: error: expected 'rule NAME' or 'define NAME = …' at the margin; did you mean 'define'?",
      ]
    ),
  ]) func tellsMistakes(text: String, messages: [String]) {
    #expect(RuleBlockParser.parse(file: "x.rules", text: text).diagnostics.map(\.description) == messages)
  }
}
