import Testing

@testable import Attache

struct LexiconLintTests {
  static let cases: [(rows: [(file: String, text: String)], wanted: [String])] = [
    (
      [("own.tsv", "#type Location\nname\tpolicy\nKarvel\t\nKarvel\tweak\n")],
      ["own.tsv:4:1: warning: 'Karvel' has another policy at own.tsv:3; keep one of the two rows"]
    ),
    (
      [("own.tsv", "#type Location\nname\tpolicy\nSummit\tweak\n"), ("stop.tsv", "#type Stop\nword\nSummit\n")],
      ["own.tsv:3:1: warning: 'Summit' is a stop word at stop.tsv:3, which hides it; remove 'weak', or the stop word"]
    ),
    ([("own.tsv", "#type Location\nname\tpolicy\nKarvel\t\nSermen\t\n")], []),
  ]

  @Test(arguments: cases)
  func tellsRowsThatContradict(_ rows: [(file: String, text: String)], _ wanted: [String]) throws {
    let files = rows.map { Resources.File(name: $0.file, bytes: Array($0.text.utf8)) }
    let pipeline = try Pipeline(resources: Resources(files: files))
    #expect(LexiconLint.warnings(in: pipeline.lexicon).map(\.description) == wanted)
  }
}
