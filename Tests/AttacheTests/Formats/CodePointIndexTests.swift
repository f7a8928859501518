import Testing

@testable import Attache

@Suite struct CodePointIndexTests {
  /// Text of every kind of sequence, drawn with a fixed seed; some of it broken.
  static func samples() -> [[UInt8]] {
    var state: UInt64 = 88172645463325252
    func draw(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("\n".utf8), Array("é".utf8), Array("’".utf8), Array("😀".utf8), Array("e\u{301}".utf8),
      [0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xFF], [0],
    ]
    return (0..<200).map { number in
      let choices = number % 4 == 0 ? 2 : number % 4 == 1 ? 6 : pieces.count
      return (0..<draw(300)).flatMap { _ in pieces[draw(choices)] }
    }
  }

  @Test func offsetsRoundTrip() {
    for text in Self.samples() {
      let index = CodePointIndex(text)
      var byte = 0
      for codePoint in 0...index.count {
        #expect(index.byte(ofCodePoint: codePoint) == byte)
        #expect(index.codePoint(ofByte: byte) == codePoint)
        if byte < text.count { byte += max(1, CodePoints.length(text, at: byte, end: text.count)) }
      }
      #expect(byte == text.count)
    }
  }

  @Test func countsWhatTheWriterWrites() {
    for text in Self.samples() {
      let repaired = CodePoints.repaired(text[...])
      #expect(CodePoints.firstBroken(in: repaired) == nil)
      #expect(String(decoding: repaired, as: UTF8.self).unicodeScalars.count == CodePointIndex(text).count)
    }
  }

  @Test func offsetsOutsideOfTheText() {
    let index = CodePointIndex(Array("a€b".utf8))
    #expect([-5, 0, 1, 4, 5, 99].map(index.codePoint) == [0, 0, 1, 2, 3, 3])
    #expect([-1, 0, 1, 2, 3, 4].map(index.byte) == [nil, 0, 1, 4, 5, nil])
    #expect(index.bytes(1, 2) == ByteSpan(1, 4))
    #expect(index.bytes(2, 1) == nil)
    #expect(index.bytes(0, 4) == nil)
    #expect(CodePointIndex([]).codePoint(ofByte: 3) == 0)
  }
}
