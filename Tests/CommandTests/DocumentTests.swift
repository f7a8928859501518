import Testing

@testable import Attache
@testable import AttacheCommand

@Suite struct DocumentTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func load(_ name: String) throws -> (names: [String], problems: [String]) {
    var loader = DocumentLoader()
    try loader.load(scratch.path + "/" + name)
    let problems = loader.diagnostics.map { String($0.description.dropFirst(scratch.path.count + 1)) }
    return (loader.documents.map(\.id), problems)
  }

  @Test func foldersHoldBratAndJSONLines() throws {
    try scratch.write("g/b.txt", "x")
    try scratch.write("g/b.ann", "")
    try scratch.write("g/a/c.txt", "x")
    try scratch.write("g/a/c.ann", "")
    try scratch.write("g/d.jsonl", "{\"id\":\"j1\",\"text\":\"x\"}\n{\"id\":\"j2\",\"text\":\"\"}")
    try scratch.write("g/README.md.bak", "x")
    #expect(try load("g") == (["a/c", "b", "j1", "j2"], []))
    #expect(try load("g/b.txt") == (["b"], []))
    #expect(try load("g/b.ann") == (["b"], []))
  }

  @Test func mistakesHaveTheirPlace() throws {
    try scratch.write("g/a.txt", "Ana")
    try scratch.write("g/b.txt", "Ana")
    try scratch.write("g/b.ann", "T1\tPerson 0 2\tAna\n")
    try scratch.write("g/c.jsonl", "{\"id\":\"j\",\"text\":\"é\"}\n{\"text\":\"é\",}\n")
    let (names, problems) = try load("g")
    #expect(names == ["b", "j"])
    #expect(
      problems == [
        "g/a.txt:1:1: error: the text has no annotation file; add \(scratch.path)/g/a.ann",
        "g/b.ann:1:11: error: T1 says 'Ana', but the text has 'An' there; correct the offsets",
        "g/c.jsonl:2:13: error: expected a key in double quotes",
      ])
  }

  @Test(arguments: ["nowhere", "g/b.ann", "g/x.pdf"]) func whatCannotBeOpenedIsAFailure(name: String) throws {
    try scratch.write("g/b.ann", "")
    try scratch.write("g/x.pdf", "")
    #expect(throws: Failure.self) { try load(name) }
  }

  @Test func namesOfARunFitThoseOfTheGold() throws {
    let lines = ["gold/dev/a.txt", "b", "./c.txt", "other.txt"].map { "{\"id\":\"\($0)\",\"text\":\"\"}\n" }
    var loader = DocumentLoader()
    try loader.load(try scratch.write("run.jsonl", lines.joined()))
    loader.rename(to: ["dev/a", "b", "c"])
    #expect(loader.documents.map(\.id) == ["dev/a", "b", "c", "other.txt"])
  }
}
