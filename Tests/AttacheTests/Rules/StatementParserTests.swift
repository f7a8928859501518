import Testing

@testable import Attache

@Suite struct StatementParserTests {
  /// Roles in angle brackets, words as they are, what may be missing in square brackets; each with its offset.
  @Test(arguments: [
    ("<visitor> visits <destination>", "0<visitor> 10visits 17<destination>"),
    ("<visitor> visits|tours <destination>", "0<visitor> 10visits|tours 23<destination>"),
    (
      "<party> agrees [on|to <content>] [with <party>]", "0<party> 8agrees 16[on|to] 22[<content>] 34[with] 39[<party>]"
    ),
    ("< visitor >  visits", "0<visitor> 13visits"),
    ("<visitor>'s visit", "0<visitor> 9's 12visit"),
    ("a<b>c", "0a 1<b> 4c"),
  ]) func reads(text: String, parts: String) throws {
    let found = try StatementParser.parse(text).get().map { part in
      let name = part.isSlot ? "<\(part.text)>" : part.text
      return "\(part.offset)" + (part.isOptional ? "[\(name)]" : name)
    }
    #expect(found.joined(separator: " ") == parts)
  }

  @Test func wordsHaveAlternatives() throws {
    let parts = try StatementParser.parse("Visits|tours").get()
    #expect(parts.map(\.alternatives) == [["visits", "tours"]])
  }

  /// The place that the message means is marked with `‸`.
  @Test(arguments: [
    ("‸", "empty statement"),
    ("‸   ", "empty statement"),
    ("‸<visitor visits", "missing '>'; close the role"),
    ("<a> signs [with <b>‸", "missing ']'"),
    ("<a> signs [with ‸[<b>]]", "'[' inside of '['; close the first"),
    ("<a> signs <b>‸]", "']' without '['; open it first"),
  ]) func tellsMistakes(marked: String, message: String) {
    let before = marked.prefix { $0 != "‸" }
    switch StatementParser.parse(marked.replacing("‸", with: "")) {
    case .success: Issue.record("'\(marked)' was accepted")
    case .failure(let error):
      #expect(error.message == message)
      #expect(error.offset == before.utf8.count)
    }
  }
}
