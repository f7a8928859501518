/// Converts between byte and code point offsets of one text.
///
/// Built in one pass; then every look-up is a few instructions, in any order. For plain ASCII it is the identity.
/// Broken bytes count as `CodePoints` says.
public struct CodePointIndex: Sendable {
  /// For each byte whether a code point starts there: 64 in a word, the first one lowest. Empty for plain ASCII.
  private var starts: [UInt64] = []
  /// Code points that start before each word of `starts`.
  private var counts: [Int] = []
  private var byteCount = 0
  /// The text's length in code points.
  public private(set) var count = 0
  /// Whether the text is plain ASCII.
  private(set) var isASCII = true
  /// Whether a byte of the text is part of no well-formed sequence.
  private(set) var isBroken = false

  /// Makes the index of an empty text.
  init() {}

  /// Reads the text once.
  public init(_ text: [UInt8]) { read(text) }

  /// Reads a text in place of the one before; keeps the memory.
  mutating func read(_ text: [UInt8]) {
    starts.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    byteCount = text.count
    count = text.count
    isASCII = CodePoints.isASCII(text)
    isBroken = false
    if isASCII { return }
    isBroken = CodePoints.firstBroken(in: text) != nil
    if isBroken { readBroken(text) } else { readWellFormed(text) }
    var seen = 0
    for word in starts {
      counts.append(seen)
      seen &+= word.nonzeroBitCount
    }
    count = seen
  }

  /// Where nothing is broken a code point starts at every byte but the continuations.
  private mutating func readWellFormed(_ text: [UInt8]) {
    let bytes = text.span.bytes
    var offset = 0
    while offset &+ 64 <= text.count {
      var word: UInt64 = 0
      var part = 0
      while part < 64 {
        let continuations = ByteLanes.continuations(bytes.word(at: offset &+ part))
        word |= UInt64(ByteLanes.packed(continuations ^ ByteLanes.highBits)) << UInt64(part)
        part &+= 8
      }
      starts.append(word)
      offset &+= 64
    }
    if offset == text.count { return }
    starts.append(0)
    while offset < text.count {
      if text[offset] & 0xC0 != 0x80 { mark(offset) }
      offset &+= 1
    }
  }

  private mutating func readBroken(_ text: [UInt8]) {
    starts.append(contentsOf: repeatElement(0, count: (text.count + 63) / 64))
    var offset = 0
    while offset < text.count {
      mark(offset)
      offset &+= max(CodePoints.length(text, at: offset, end: text.count), 1)
    }
  }

  private mutating func mark(_ offset: Int) { starts[offset / 64] |= 1 << UInt64(offset % 64) }

  /// The number of code points that start before the byte offset; offsets outside of the text give its ends.
  @inline(__always)
  public func codePoint(ofByte byte: Int) -> Int {
    if byte <= 0 { return 0 }
    if byte >= byteCount { return count }
    if isASCII { return byte }
    let before = starts[byte / 64] & (1 << UInt64(byte % 64) &- 1)
    return counts[byte / 64] &+ before.nonzeroBitCount
  }

  /// Whether a code point starts at the byte offset, or the text ends there.
  @inline(__always)
  func isStart(_ byte: Int) -> Bool {
    if isASCII || byte <= 0 || byte >= byteCount { return true }
    return starts[byte / 64] >> UInt64(byte % 64) & 1 == 1
  }

  /// The byte offset at which the code point starts; nil outside of `0...count`.
  public func byte(ofCodePoint codePoint: Int) -> Int? {
    guard codePoint >= 0, codePoint <= count else { return nil }
    if isASCII { return codePoint }
    if codePoint == count { return byteCount }
    var low = 0
    var high = counts.count
    while low &+ 1 < high {
      let middle = (low &+ high) / 2
      if counts[middle] <= codePoint { low = middle } else { high = middle }
    }
    var rest = starts[low]
    for _ in counts[low]..<codePoint { rest &= rest &- 1 }
    return low &* 64 &+ rest.trailingZeroBitCount
  }

  /// The byte span of the code points `start..<end`; nil unless `0 <= start <= end <= count`.
  public func bytes(_ start: Int, _ end: Int) -> ByteSpan? {
    guard start <= end, let first = byte(ofCodePoint: start), let last = byte(ofCodePoint: end) else { return nil }
    return ByteSpan(first, last)
  }
}
