import Testing

@testable import Attache

@Suite struct LexiconTableTests {
  private static let file =
    "#type Title\n# a comment\ntitle\tkind\nBey\tcivil\n# another\ndean\nRector\tacademic\tweak\n"

  @Test(arguments: [
    file, "title\n", "#type Title\n\ntitle\tkind\n",
  ]) func writesWhatItReads(file: String) {
    #expect(String(decoding: LexiconTable(Array(file.utf8)).bytes, as: UTF8.self) == file)
  }

  @Test func lineEndingsAndMarksAreMended() {
    let table = LexiconTable(Array("\u{FEFF}#type Title\r\ntitle\r\nBey\r\n".utf8))
    #expect(table.columns == ["title"])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "#type Title\ntitle\nBey\n")
  }

  /// A row, and the line it then stands on or that is there already.
  @Test(arguments: [
    (["agha"], "agha Bey # another dean Rector"), (["Caid", "civil", ""], "Bey # another Caid dean Rector"),
    (["zar"], "Bey # another dean Rector zar"), (["DEAN"], "line 6"), (["Rector", "x"], "line 7"),
  ]) func rowsGoToTheirPlace(cells: [String], result: String) {
    var table = LexiconTable(Array(Self.file.utf8))
    if let line = table.insert(cells) {
      #expect("line \(line)" == result)
    } else {
      #expect(table.rows.map { $0.cells[0] }.joined(separator: " ") == result)
    }
  }

  @Test func everyTypeMakesAFileThatLoads() throws {
    for type in LexiconType.allCases {
      var table = LexiconTable(type: type)
      let row = table.columns.map { $0 == "code" || $0 == "country" ? "ZU" : $0 == "policy" ? "" : "x" }
      #expect(table.insert(row) == nil)
      let file = Resources.File(name: "mine.tsv", bytes: table.bytes)
      #expect(throws: Never.self) { try Pipeline(resources: Resources(files: [file])) }
    }
  }
}
