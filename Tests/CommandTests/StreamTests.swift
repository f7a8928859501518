import Foundation
import Testing

@testable import AttacheCommand

/// A folder that goes away with the test.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("attache-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }
}

@Suite struct LineReaderTests {
  /// Batches of a file as `line number: bytes`, lines too long as `line number: -`.
  private func batches(_ bytes: [UInt8], limit: Int = LineReader.limit) throws -> [String] {
    let scratch = try ScratchFolder()
    let path = try scratch.write("x", bytes)
    let descriptor = try SystemCalls.openForReading(path)
    defer { SystemCalls.closeFile(descriptor) }
    var reader = LineReader(descriptor: descriptor, path: path, limit: limit)
    var result: [String] = []
    while let batch = try reader.next(beforeWaiting: {}) {
      switch batch {
      case .lines(let bytes, let line): result.append("\(line): \(String(decoding: bytes, as: UTF8.self))")
      case .tooLong(let line): result.append("\(line): -")
      }
    }
    return result
  }

  @Test(
    arguments: [
      ("", []), ("a", ["1: a"]), ("a\n", ["1: a\n"]), ("\n", ["1: \n"]), ("a\nb\n\nc", ["1: a\nb\n\n", "4: c"]),
      ("a\r\nb", ["1: a\r\n", "2: b"]), ("\u{FEFF}a\n", ["1: a\n"]), ("\u{FEFF}", []), ("é", ["1: é"]),
      ("ab", ["1: ab"]),
      ("a\n\u{FEFF}b\n", ["1: a\n\u{FEFF}b\n"]),
    ] as [(String, [String])]) func cutsLines(text: String, wanted: [String]) throws
  {
    #expect(try batches(Array(text.utf8)) == wanted)
  }

  @Test func linesLongerThanAReadStayWhole() throws {
    let long = String(repeating: "x", count: LineReader.chunk + 5)
    #expect(try batches(Array("a\n\(long)\nb\n".utf8)) == ["1: a\n", "2: \(long)\nb\n"])
  }

  @Test func linesOverTheLimitAreSkipped() throws {
    let long = String(repeating: "x", count: LineReader.chunk * 2)
    #expect(try batches(Array("a\n\(long)\nb\n\(long)".utf8), limit: 1000) == ["1: a\n", "2: -", "3: b\n", "4: -"])
  }
}

@Suite struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 7]) func resultsComeInOrder(jobs: Int) {
    let workers = OrderedWorkers<Int, Int>(jobs: jobs) { number in
      // Uneven work, so that the threads overtake one another.
      (0..<(number % 7 * 1000)).reduce(number) { sum, step in step < 0 ? sum + 1 : sum }
    }
    defer { workers.finish() }
    var results: [Int] = []
    for number in 0..<500 {
      while workers.isFull, let result = workers.take() { results.append(result) }
      workers.submit(number)
      if number % 100 == 99 { while let result = workers.take() { results.append(result) } }
    }
    while let result = workers.take() { results.append(result) }
    #expect(results == Array(0..<500))
    #expect(workers.take() == nil)
  }

  @Test func onePieceOfWorkIsDone() {
    let workers = OrderedWorkers<Int, Int>(jobs: 4) { $0 * 2 }
    workers.submit(21)
    #expect(workers.take() == 42)
    workers.submit(4)
    workers.submit(5)
    #expect([workers.take(), workers.take(), workers.take()] == [8, 10, nil])
    workers.finish()
  }
}

@Suite struct NamesTests {
  @Test(
    arguments: [
      ("a.txt", .text), ("a.b/c", nil), ("x/a.JSONL", .jsonl), ("a.ndjson", .jsonl), ("a.ann", .brat), (".txt", nil),
      ("a.", nil), ("", nil), ("a.pdf", nil),
    ] as [(String, InputFormat?)]) func endingsTellTheFormat(path: String, format: InputFormat?)
  {
    #expect(InputFormat(path: path) == format)
  }

  @Test(arguments: [
    ("a", "a"), ("a/b", "a_b"), ("../x", "_._x"), ("", "document"), (".hidden", "_hidden"), ("a\u{0}\nb", "a__b"),
    ("é:\\", "é__"),
  ]) func anyIdentifierGivesAFileName(id: String, name: String) { #expect(BratFiles.name(for: id) == name) }
}
