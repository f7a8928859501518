/// One decoded Unicode scalar, or a broken byte.
struct DecodedScalar {
  /// The scalar's value; U+FFFD for a broken byte.
  var value: UInt32
  /// Bytes used: 1 to 4; 1 for a broken byte.
  var length: Int
}

/// Decodes the scalar at `index`; every byte that begins no well-formed sequence counts as one U+FFFD.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> DecodedScalar {
  let first = UInt32(bytes[index])
  if first < 0x80 { return DecodedScalar(value: first, length: 1) }
  let broken = DecodedScalar(value: 0xFFFD, length: 1)
  let left = bytes.count - index
  if first >= 0xC2, first < 0xE0 {
    guard left >= 2, bytes[index + 1] & 0xC0 == 0x80 else { return broken }
    return DecodedScalar(value: (first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), length: 2)
  }
  if first >= 0xE0, first < 0xF0 {
    guard left >= 3, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return broken }
    let value = (first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    guard value >= 0x800, value < 0xD800 || value > 0xDFFF else { return broken }
    return DecodedScalar(value: value, length: 3)
  }
  if first >= 0xF0, first < 0xF5 {
    guard left >= 4, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80
    else { return broken }
    let high = (first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    let value = high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
    guard value >= 0x10000, value <= 0x10FFFF else { return broken }
    return DecodedScalar(value: value, length: 4)
  }
  return broken
}
