/// One line of an annotation file, cut into its fields but not yet understood.
struct BratLine {
  /// A word of a line.
  struct Word {
    var text: String
    /// Code points, counted from 1.
    var column: Int
  }

  var number: Int
  /// `T1`, `E3`, `*`, …
  var id: String
  /// The label or name, then offsets, roles or targets.
  var words: [Word]
  /// What stands after the second tab: a surface, a name, a note.
  var rest: [UInt8]
  var restColumn: Int

  /// The first letter of the id.
  var kind: Unicode.Scalar { id.unicodeScalars.first ?? " " }
}

/// Cuts an annotation file into lines and fields.
struct BratLines {
  private let bytes: [UInt8]
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Every line that has the shape of an annotation.
  mutating func parse() -> [BratLine] {
    var lines: [BratLine] = []
    var firstLines: [String: Int] = [:]
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      number += 1
      let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var end = feed
      while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if end > start, let line = parse(start, end, number) {
        let first = line.id == "*" || line.kind == "#" ? nil : firstLines[line.id]
        if let first {
          report(number, 1, "\(line.id) stands twice, first on line \(first); give each annotation a number of its own")
        } else {
          firstLines[line.id] = number
          lines.append(line)
        }
      }
      start = feed + 1
    }
    return lines
  }

  private mutating func parse(_ start: Int, _ end: Int, _ number: Int) -> BratLine? {
    let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t"))
    let id = String(decoding: bytes[start..<(tab ?? end)], as: UTF8.self)
    guard let tab, tab > start else {
      report(number, 1, "expected an annotation such as 'T1', a tab, a label and offsets; found no tab after the id")
      return nil
    }
    guard let kind = id.utf8.first, "TERAMN#*".utf8.contains(kind), !id.utf8.contains(0x20) else {
      report(number, 1, "unknown kind of annotation '\(id)'; ids begin with T, E, R, A, M, N, # or *")
      return nil
    }
    let second = bytes[(tab + 1)..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
    var words: [BratLine.Word] = []
    var column = CodePointIndex(Array(bytes[start...tab])).count + 1
    var position = tab + 1
    while position < second {
      let stop = bytes[position..<second].firstIndex(of: UInt8(ascii: " ")) ?? second
      let text = String(decoding: bytes[position..<stop], as: UTF8.self)
      if stop > position { words.append(BratLine.Word(text: text, column: column)) }
      column += text.unicodeScalars.count + 1
      position = stop + 1
    }
    guard !words.isEmpty else {
      report(number, column, "'\(id)' has no label after the tab")
      return nil
    }
    let rest = second < end ? Array(bytes[(second + 1)..<end]) : []
    return BratLine(number: number, id: id, words: words, rest: rest, restColumn: column)
  }

  private mutating func report(_ line: Int, _ column: Int, _ message: String) {
    diagnostics.append(Diagnostic(file: file, line: line, column: column, message))
  }
}
