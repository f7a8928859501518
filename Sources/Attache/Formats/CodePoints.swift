/// UTF-8 sequences, well-formed by Unicode's table 3-7 or broken.
///
/// Every byte that isn't part of a well-formed sequence counts as one code point of its own and is written as U+FFFD.
/// So offsets don't depend on how a decoder groups broken bytes, on which decoders differ.
public enum CodePoints {
  /// U+FFFD REPLACEMENT CHARACTER in UTF-8.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The length in bytes of the well-formed sequence at `index`; 0 where there is none before `end`.
  @inline(__always)
  static func length(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    if lead < 0xC2 || lead > 0xF4 { return 0 }
    guard index &+ 1 < end else { return 0 }
    let second = bytes[index &+ 1]
    if lead < 0xE0 { return isContinuation(second) ? 2 : 0 }
    guard index &+ 2 < end, isContinuation(bytes[index &+ 2]) else { return 0 }
    if lead < 0xF0 {
      // E0 would be overlong below A0, ED a surrogate above 9F.
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard index &+ 3 < end, isContinuation(bytes[index &+ 3]) else { return 0 }
    let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }

  /// Whether the bytes hold no byte above 7F.
  static func isASCII(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span.bytes
    var seen: UInt64 = 0
    var index = 0
    while index &+ 8 <= bytes.count {
      seen |= span.word(at: index)
      index &+= 8
    }
    while index < bytes.count {
      seen |= UInt64(bytes[index])
      index &+= 1
    }
    return seen & ByteLanes.highBits == 0
  }

  /// The offset of the first byte that isn't part of a well-formed sequence; nil in well-formed UTF-8.
  public static func firstBroken(in bytes: [UInt8]) -> Int? {
    let span = bytes.span.bytes
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count {
        let plain = ByteLanes.countBefore(span.word(at: index) & ByteLanes.highBits)
        index &+= plain
        if plain == 8 { continue }
      }
      let length = length(bytes, at: index, end: bytes.count)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  /// The bytes with U+FFFD in place of every broken one.
  public static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard let first = firstBroken(in: bytes) else { return bytes }
    var result = Array(bytes[..<first])
    var index = first
    while index < bytes.count {
      let length = length(bytes, at: index, end: bytes.count)
      if length == 0 {
        result += replacement
        index &+= 1
      } else {
        result += bytes[index..<index &+ length]
        index &+= length
      }
    }
    return result
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
