/// Questions about eight bytes at once; the answers have the high bit set of each byte that they are about.
enum ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The high bit of each byte.
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes that JSON escapes: quote, backslash and control characters. Only the first one found is sure to be one.
  @inline(__always)
  static func escaped(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let control = (word &- ones &* 0x20) & ~word
    return (control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & highBits
  }

  /// The continuation bytes of UTF-8 sequences.
  @inline(__always)
  static func continuations(_ word: UInt64) -> UInt64 { word & ~(word << 1) & highBits }

  /// The high bits as the eight lowest ones, the first byte's lowest.
  @inline(__always)
  static func gathered(_ highBits: UInt64) -> UInt64 { ((highBits >> 7) &* 0x0102_0408_1020_4080) >> 56 }

  /// How many bytes stand before the first one that is marked; 8 when none is.
  @inline(__always)
  static func countBefore(_ highBits: UInt64) -> Int { highBits.trailingZeroBitCount >> 3 }

  /// How many of eight digits, one in each byte and the first one lowest, are zeros in front of another digit.
  @inline(__always)
  static func countLeadingZeroDigits(_ digits: UInt64) -> Int { min(digits.trailingZeroBitCount >> 3, 7) }
}
