import Testing

@testable import Attache

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("nmae", "name"), ("nam", "name"), ("Policy", "policy"), ("aliase", "aliases"), ("alias", nil),
    ("adjectiv", "adjective"),
    ("titel", "title"), ("x", nil), ("zzzzzz", nil), ("", nil),
  ]) func namesTheNearest(word: String, nearest: String?) {
    let known = ["name", "policy", "aliases", "adjective", "title"]
    #expect(Suggestion.nearest(to: word, in: known) == nearest)
    #expect(Suggestion.phrase(for: word, in: known) == (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  /// Of equally near words the first of the list.
  @Test func prefersTheFirst() {
    #expect(Suggestion.nearest(to: "cat", in: ["bat", "car"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", in: [String]()) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("meet", "met", 1),
  ]) func countsEdits(left: String, right: String, distance: Int) {
    #expect(Suggestion.editDistance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(Suggestion.editDistance(Array(right.utf8), Array(left.utf8)) == distance)
  }
}
