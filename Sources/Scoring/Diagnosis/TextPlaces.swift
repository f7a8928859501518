import Attache

/// Turns byte offsets of one text into code points, lines and surroundings.
struct TextPlaces {
  private let text: [UInt8]
  /// Code points and line breaks before every `stride` bytes.
  private var codePoints: [Int] = []
  private var lineBreaks: [Int] = []

  private static let stride = 1024

  init(_ text: [UInt8]) {
    self.text = text
    var points = 0
    var breaks = 0
    for (offset, byte) in text.enumerated() {
      if offset % TextPlaces.stride == 0 {
        codePoints.append(points)
        lineBreaks.append(breaks)
      }
      if byte & 0xc0 != 0x80 { points += 1 }
      if byte == 0x0a { breaks += 1 }
    }
  }

  func codePoint(_ offset: Int) -> Int { count(offset, codePoints) { $0 & 0xc0 != 0x80 } }

  /// Counted from 1.
  func line(_ offset: Int) -> Int { 1 + count(offset, lineBreaks) { $0 == 0x0a } }

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

  private func count(_ offset: Int, _ table: [Int], _ counts: (UInt8) -> Bool) -> Int {
    let offset = min(max(0, offset), text.count)
    guard !table.isEmpty else { return 0 }
    let block = min(offset / TextPlaces.stride, table.count - 1)
    var total = table[block]
    for byte in text[block * TextPlaces.stride..<offset] where counts(byte) { total += 1 }
    return total
  }
}
