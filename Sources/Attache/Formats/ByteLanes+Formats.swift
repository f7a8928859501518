/// What formats ask of eight bytes at once.
extension ByteLanes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

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

  /// How many of eight digits, one in each byte and the first one lowest, are zeros in front of another digit.
  @inline(__always)
  static func countLeadingZeroDigits(_ digits: UInt64) -> Int { min(digits.trailingZeroBitCount >> 3, 7) }
}
