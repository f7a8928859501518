/// Writing JSON straight into bytes: the caller states the structure, so nothing is built that is thrown away again.
extension [UInt8] {
  /// Appends text that is JSON already.
  @inline(__always)
  mutating func put(_ json: String) {
    append(contentsOf: json.utf8)
  }

  /// Appends a decimal number.
  mutating func put(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var magnitude = number.magnitude
    let start = count
    repeat {
      let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
      magnitude = quotient
    } while magnitude > 0
    self[start...].reverse()
  }

  /// Appends a JSON string, or `null`.
  mutating func putString(_ string: String?) {
    guard let string else { return put("null") }
    let isPlain = string.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isPlain else {
      let bytes = [UInt8](string.utf8)
      return putString(bytes, 0, bytes.count)
    }
    append(UInt8(ascii: "\""))
    append(contentsOf: string.utf8)
    append(UInt8(ascii: "\""))
  }

  /// Appends the bytes from `start` to `end` as a JSON string, with U+FFFD for every broken byte.
  ///
  /// The range is cut to what lies inside of `bytes`.
  mutating func putString(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let end = Swift.min(Swift.max(end, 0), bytes.count)
    var index = Swift.min(Swift.max(start, 0), end)
    append(UInt8(ascii: "\""))
    var plain = index
    while index < end {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
        index &+= 1
        continue
      }
      let length = byte < 0x80 ? 0 : CodePoints.length(bytes, at: index, end: end)
      if length > 0 {
        index &+= length
        continue
      }
      append(contentsOf: bytes[plain..<index])
      if byte < 0x80 { putEscape(byte) } else { append(contentsOf: CodePoints.replacement) }
      index &+= 1
      plain = index
    }
    append(contentsOf: bytes[plain..<end])
    append(UInt8(ascii: "\""))
  }

  private mutating func putEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    default:
      put("u00")
      for digit in [byte >> 4, byte & 15] {
        append(digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &+ digit &- 10)
      }
    }
  }
}
