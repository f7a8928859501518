import Testing

@testable import Attache

@Suite struct DirectivesTests {
  /// Directive lines, the type they stand for, and the policy of a row that says nothing.
  @Test(
    arguments: [
      (["#type Country"], .country, []),
      (["#type Title"], .title, .foldCase),
      (["#type Title", "#case exact"], .title, []),
      (["#type Country", "#case fold"], .country, .foldCase),
      (["#type Organization", "#case upper", "#marks keep"], .organization, [.upper, .keepMarks]),
      (["# a comment", "#type surname", "#marks fold"], .surname, []),
    ] as [([String], LexiconType, SensePolicy)]) func setThePolicy(
      lines: [String], type: LexiconType, policy: SensePolicy
    )
  {
    var directives = Directives(name: "x.tsv")
    for (number, line) in lines.enumerated() { #expect(directives.read(line, line: number + 1).isEmpty) }
    #expect(directives.type == type)
    #expect(directives.policy(for: type) == policy)
  }

  @Test func everyTypeHasAName() {
    for type in LexiconType.allCases {
      #expect(LexiconType(name: type.name) == type)
      #expect(LexiconType(name: type.name.uppercased()) == type)
      #expect(!type.columns.isEmpty)
    }
    #expect(LexiconType(name: "") == nil)
  }
}
