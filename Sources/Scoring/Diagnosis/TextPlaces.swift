import Attache

/// Turns byte offsets of one text into code points, lines and surroundings.
struct TextPlaces {
  private let text: [UInt8]
  private let codePoints: CodePointIndex
  /// Offsets of the line breaks.
  private let lineBreaks: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    codePoints = CodePointIndex(text)
    lineBreaks = text.indices.filter { text[$0] == 0x0a }
  }

  func codePoint(_ offset: Int) -> Int { codePoints.codePoint(ofByte: offset) }

  /// Counted from 1.
  func line(_ offset: Int) -> Int {
    var low = 0
    var high = lineBreaks.count
    while low < high {
      let middle = (low + high) / 2
      if lineBreaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  func string(_ span: ByteSpan) -> String {
    let start = min(max(0, span.start), text.count)
    return String(decoding: text[start..<min(max(start, span.end), text.count)], as: UTF8.self)
  }

  /// Up to `reach` bytes before an offset, cut at a word.
  func before(_ offset: Int, reach: Int = 60) -> String {
    let end = min(max(0, offset), text.count)
    var start = max(0, end - reach)
    if start > 0 { while start < end && text[start] != 0x20 && text[start] != 0x0a { start += 1 } }
    return string(ByteSpan(start, end))
  }

  /// Up to `reach` bytes after an offset, cut at a word.
  func after(_ offset: Int, reach: Int = 60) -> String {
    let start = min(max(0, offset), text.count)
    var end = min(text.count, start + reach)
    if end < text.count { while end > start && text[end - 1] != 0x20 && text[end - 1] != 0x0a { end -= 1 } }
    return string(ByteSpan(start, end))
  }
}
