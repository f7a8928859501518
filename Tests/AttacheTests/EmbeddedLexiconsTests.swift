import Foundation
import Testing

@testable import Attache

/// A lexicon file is added to the folder in one place and to the table of the C target in another; this ties them.
@Suite struct EmbeddedLexiconsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Lexicons")

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".rules") }.sorted()
  }

  @Test func everyFileOfTheFolderIsInTheBinary() throws {
    #expect(Resources.embedded.files.map(\.name) == (try Self.names()))
  }

  @Test func theBytesAreThoseOfTheFolder() throws {
    for file in Resources.embedded.files {
      let bytes = Array(try Data(contentsOf: Self.folder.appending(path: file.name)))
      #expect(file.bytes == bytes, "\(file.name) differs from the folder; build again")
      #expect(!file.isUser)
    }
  }

  @Test func theyLoadWithoutAMistake() throws {
    let pipeline = try Pipeline()
    #expect(pipeline.lexicon.files.count + Resources.embedded.files.count { $0.holdsRules } == (try Self.names().count))
    #expect(pipeline.warnings.filter { $0.severity == .error }.isEmpty)
  }

  /// What the README of the lexicons promises of every file.
  @Test func filesAreSortedAndClean() throws {
    for file in Resources.embedded.files where !file.holdsRules {
      #expect(!file.bytes.contains(13), "\(file.name) has a carriage return")
      #expect(file.bytes.last == 10, "\(file.name) has no newline at its end")
      #expect(!file.bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(file.name) begins with a byte order mark")
      #expect(String(validating: file.bytes, as: UTF8.self) != nil, "\(file.name) is no UTF-8")
    }
  }
}
