import Attache
import Testing

@testable import Scoring

@Suite("The gate over a real run")
struct GateTests {
  /// The lexicons of the binary without the line of a country.
  private func resources(without code: String?) -> Resources {
    var resources = Resources.embedded
    for index in resources.files.indices where resources.files[index].name.hasSuffix("countries.tsv") {
      let lines = String(decoding: resources.files[index].bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { line in code.map { !line.hasPrefix($0 + "\t") } ?? true }
      resources.files[index].bytes = Array(kept.joined(separator: "\n").utf8)
    }
    return resources
  }

  @Test("fails when a lexicon line is deleted, and the comparison names what broke")
  func deletedLine() throws {
    let gold = [
      marked("Talks between [Country Uruguay] and [Country Norway] ended.", id: "one"),
      marked("A delegation of [Country Norway] left for [Country Chile].", id: "two"),
    ]
    let options = try plain { $0.gates = [try Gate(parsing: "entities.Country.recall>=1")] }
    func run(without code: String?) throws -> [Document] {
      let pipeline = try Pipeline(resources: resources(without: code))
      return gold.map { pipeline.annotate(id: $0.id, text: $0.text) }
    }
    let whole = try run(without: nil)
    #expect(try evaluate(gold: gold, system: whole, options: options).passed)
    let broken = try evaluate(gold: gold, system: try run(without: "UY"), baseline: whole, options: options)
    #expect(!broken.passed)
    let lost = broken.comparison?.changes.filter { $0.kind == .lost && !$0.isRelation } ?? []
    #expect(lost.map { "\($0.document) \($0.label) \($0.text)" } == ["one Country Uruguay"])
  }
}
