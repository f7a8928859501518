/// JSON written from bytes, eight at a time.
extension ByteWriter {
  /// Appends a decimal number.
  @inline(__always)
  mutating func put(_ number: Int) {
    if number >= 0 && number < 100_000_000 { putShort(UInt64(number)) } else { putLong(number) }
  }

  /// Eight digits are worked out side by side, then the zeros in front are shifted out.
  @inline(__always)
  private mutating func putShort(_ number: UInt64) {
    if number < 10 { return put(byte: UInt8(truncatingIfNeeded: number) &+ UInt8(ascii: "0")) }
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    let digits = tens | (twos &- tens &* 10) << 8
    let zeros = ByteLanes.countLeadingZeroDigits(digits)
    put(word: (digits | 0x3030_3030_3030_3030) >> UInt64(zeros &* 8), length: 8 &- zeros)
  }

  @inline(never)
  private mutating func putLong(_ number: Int) {
    for byte in String(number).utf8 { put(byte: byte) }
  }

  /// Appends a JSON string of UTF-8 bytes in which nothing is broken; the range must lie inside of them.
  @inline(__always)
  mutating func putString(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    put(byte: UInt8(ascii: "\""))
    var index = start
    while index < end {
      guard index &+ 8 <= bytes.byteCount else {
        putLast(bytes, index, end)
        break
      }
      let word = bytes.word(at: index)
      let plain = ByteLanes.countBefore(ByteLanes.escaped(word))
      let length = min(plain, end &- index)
      put(word: word, length: length)
      index &+= length
      if plain < 8, index < end {
        putEscape(bytes.byte(at: index))
        index &+= 1
      }
    }
    put(byte: UInt8(ascii: "\""))
  }

  /// The end of the text, where no eight bytes are left.
  @inline(never)
  private mutating func putLast(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    for index in start..<end { putCharacter(bytes.byte(at: index)) }
  }

  @inline(__always)
  private mutating func putCharacter(_ byte: UInt8) {
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      putEscape(byte)
    } else {
      put(byte: byte)
    }
  }

  /// Appends a JSON string of any bytes, with U+FFFD for every broken one.
  @inline(never)
  mutating func putRepaired(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var string: [UInt8] = []
    string.putString(bytes, start, end)
    put(string.span.bytes)
  }

  /// Appends a JSON string.
  mutating func putString(_ string: String) {
    put(byte: UInt8(ascii: "\""))
    for byte in string.utf8 { putCharacter(byte) }
    put(byte: UInt8(ascii: "\""))
  }

  @inline(never)
  private mutating func putEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case UInt8(ascii: "\n"): put("\\n")
    case UInt8(ascii: "\r"): put("\\r")
    case UInt8(ascii: "\t"): put("\\t")
    default:
      put("\\u00")
      for digit in [byte >> 4, byte & 15] {
        put(byte: digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &+ digit &- 10)
      }
    }
  }
}
