/// Converts between byte and code point offsets of one text.
///
/// Built in one pass; then every lookup looks at 64 bytes at most, in any order. For plain ASCII it is the identity.
/// Broken bytes count as `CodePoints` says.
public struct CodePointIndex: Sendable {
  /// Bytes between two checkpoints.
  private static let stride = 64

  private let text: [UInt8]
  private let isASCII: Bool
  /// Code points that start before each checkpoint.
  private var counts: [Int] = []
  /// How far after its checkpoint the first code point starts: 0 to 3 bytes.
  private var skips: [UInt8] = []
  /// The text's length in code points.
  public private(set) var count = 0

  /// Reads the text once.
  public init(_ text: [UInt8]) {
    self.text = text
    isASCII = CodePoints.isASCII(text)
    if isASCII {
      count = text.count
      return
    }
    counts.reserveCapacity(text.count / Self.stride + 1)
    skips.reserveCapacity(text.count / Self.stride + 1)
    var index = 0
    var checkpoint = 0
    var seen = 0
    while index < text.count {
      if index >= checkpoint {
        counts.append(seen)
        skips.append(UInt8(truncatingIfNeeded: index &- checkpoint))
        checkpoint &+= Self.stride
      }
      index &+= max(CodePoints.length(text, at: index, end: text.count), 1)
      seen &+= 1
    }
    count = seen
  }

  /// The number of code points that start before the byte offset; offsets outside of the text give its ends.
  public func codePoint(ofByte byte: Int) -> Int {
    if byte <= 0 { return 0 }
    if byte >= text.count { return count }
    if isASCII { return byte }
    let block = byte / Self.stride
    guard block < counts.count else { return count }
    var index = block &* Self.stride &+ Int(skips[block])
    var seen = counts[block]
    while index < byte {
      index &+= max(CodePoints.length(text, at: index, end: text.count), 1)
      seen &+= 1
    }
    return seen
  }

  /// The byte offset at which the code point starts; nil outside of `0...count`.
  public func byte(ofCodePoint codePoint: Int) -> Int? {
    guard codePoint >= 0, codePoint <= count else { return nil }
    if isASCII { return codePoint }
    if codePoint == count { return text.count }
    var low = 0
    var high = counts.count
    while low &+ 1 < high {
      let middle = (low &+ high) / 2
      if counts[middle] <= codePoint { low = middle } else { high = middle }
    }
    var index = low &* Self.stride &+ Int(skips[low])
    var seen = counts[low]
    while seen < codePoint {
      index &+= max(CodePoints.length(text, at: index, end: text.count), 1)
      seen &+= 1
    }
    return index
  }

  /// The byte span of the code points `start..<end`; nil unless `0 <= start <= end <= count`.
  public func bytes(_ start: Int, _ end: Int) -> ByteSpan? {
    guard start <= end, let first = byte(ofCodePoint: start), let last = byte(ofCodePoint: end) else { return nil }
    return ByteSpan(first, last)
  }
}
