extension Tokenizer {
  /// The token at `start` when it is a word of up to 31 ASCII letters or one ASCII mark, as nearly all are; nil when
  /// what stands there needs a closer look.
  @inline(__always)
  func plainToken(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Token? {
    let byte = bytes[start]
    return (byte | 0x20) &- 97 < 26 ? plainWord(bytes, start, end) : plainMark(bytes, start, end)
  }

  @inline(__always)
  private func plainWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Token? {
    var index = start
    var hash = WordHash.seed
    var capitals: UInt32 = 0
    while true {
      let lanes = loadLanes(bytes, at: index, end: end)
      let letters = ByteLanes.letters(lanes)
      let count = ByteLanes.countBefore(~letters & ByteLanes.highBits)
      let large = letters & ~(lanes << 2)
      let small = lanes | ByteLanes.smallBits
      if count == 8 {
        guard index - start < 24 else { return nil }
        capitals |= ByteLanes.packed(large) &<< UInt32(truncatingIfNeeded: index - start)
        hash = WordHash.mix(hash, small)
        index += 8
        continue
      }
      let own = ByteLanes.first(count)
      if count > 0 {
        capitals |= ByteLanes.packed(large & own) &<< UInt32(truncatingIfNeeded: index - start)
        hash = WordHash.mix(hash, small & own)
        index += count
      }
      let next = UInt8(truncatingIfNeeded: lanes &>> UInt64(truncatingIfNeeded: count * 8))
      guard Tokenizer.endsWord(next) || endsWord(bytes, start, index, end) else { return nil }
      let length = index - start
      return Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), word: Vocabulary.unknown,
        capitals: capitals, hash: WordHash.finish(hash, length), shape: Tokenizer.shape(capitals, length))
    }
  }

  /// The shape of a word of up to 31 ASCII letters.
  @inline(__always)
  private static func shape(_ capitals: UInt32, _ length: Int) -> Token.Shape {
    var shape: Token.Shape = length == 1 ? [.word, .single] : .word
    guard capitals != 0 else { return shape }
    if capitals & 1 != 0 { shape.insert(.capital) }
    let all = (UInt32(1) &<< UInt32(truncatingIfNeeded: length)) &- 1
    if capitals == all {
      if length > 1 { shape.insert(.upper) }
    } else if capitals & (capitals &+ 1) != 0 {
      shape.insert(.mixed)
    }
    return shape
  }

  /// Whether a byte after ASCII letters ends the word whatever follows: white space and most marks.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    // All but digits, letters outside ASCII and ' . : @
    byte < 64 ? endingBytes &>> UInt64(byte) & 1 != 0 : byte &- 65 < 63
  }

  /// A bit for each ASCII byte below 64 that ends a word whatever follows.
  private static let endingBytes: UInt64 = ~(0x3FF << 48 | 1 << 39 | 1 << 46 | 1 << 58)

  /// Whether a word of ASCII letters ends before an apostrophe, full stop or colon.
  private func endsWord(_ bytes: Span<UInt8>, _ start: Int, _ index: Int, _ end: Int) -> Bool {
    let next = index + 1 < end ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case UInt8(ascii: "'"): return !continuesAfterApostrophe(bytes, index, 1, end)
    case UInt8(ascii: ":"): return next != UInt8(ascii: "/")
    case UInt8(ascii: "."):
      // One letter may be the first of U.S., `www.` begins an address, and small letters may be a domain.
      let mayBeAddress = index - start == 3 && bytes[start] | 0x20 == UInt8(ascii: "w")
      return index - start > 1 && !mayBeAddress && next &- 97 >= 26
    default: return false
    }
  }

  @inline(__always)
  private func plainMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Token? {
    let byte = bytes[start]
    guard Tokenizer.isPlainMark(byte) else { return nil }
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"), start + 1 < end, bytes[start + 1] == byte { return nil }
    return Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start + 1), word: UInt32(byte),
      capitals: 0, hash: WordHash.of(byte), shape: .mark)
  }

  /// Whether an ASCII byte is a mark that stands for itself: none of # @ ' `, which may begin something longer.
  @inline(__always)
  private static func isPlainMark(_ byte: UInt8) -> Bool {
    guard byte < 127 else { return false }
    return byte < 64
      ? plainMarks.low &>> UInt64(byte) & 1 != 0 : plainMarks.high &>> UInt64(byte &- 64) & 1 != 0
  }

  /// A bit for each of the first and the second 64 ASCII bytes that is a plain mark.
  private static let plainMarks: (low: UInt64, high: UInt64) = (
    ~0xFFFF_FFFF & ~(0x3FF << 48 | 1 << 32 | 1 << 35 | 1 << 39),
    ~(0x7FF_FFFE | 0x7FF_FFFE << 32 | 1 | 1 << 32 | 1 << 63)
  )
}
