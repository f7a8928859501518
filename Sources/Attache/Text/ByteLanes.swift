/// Eight bytes of text in one integer, the first byte lowest, so that one operation looks at all of them.
///
/// A set of bytes is given as the highest bit of each lane; see Warren, *Hacker's Delight*, on searching words.
enum ByteLanes {
  /// The highest bit of every lane.
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// The bit of every lane that tells small letters from capitals.
  static let smallBits: UInt64 = 0x2020_2020_2020_2020

  /// The lanes that hold an ASCII letter.
  @inline(__always)
  static func letters(_ lanes: UInt64) -> UInt64 {
    let small = (lanes | smallBits) & ~highBits
    // No sum goes over 0x9E, so that nothing is carried into the next lane.
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let pastZ = small &+ 0x0505_0505_0505_0505
    return fromA & ~pastZ & ~lanes & highBits
  }

  /// The lanes that hold one byte. A lane after one that does may be reported wrongly; the first never is.
  @inline(__always)
  static func matches(_ lanes: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = lanes ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & highBits
  }

  /// How many lanes stand before the first one of a set: 8 when it is empty.
  @inline(__always)
  static func countBefore(_ set: UInt64) -> Int { set.trailingZeroBitCount >> 3 }

  /// The bits of the first `count` lanes, of at most seven.
  @inline(__always)
  static func first(_ count: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1 }

  /// A set of lanes as eight bits, the first lane lowest.
  @inline(__always)
  static func packed(_ set: UInt64) -> UInt32 {
    // The factor moves the bit of lane i to bit 56 + i; no two products fall on the same bit.
    UInt32(truncatingIfNeeded: ((set >> 7) &* 0x0102_0408_1020_4080) >> 56)
  }

  /// The index of the first `byte` from `index` on, or `end`.
  @inline(__always)
  static func index(of byte: UInt8, in bytes: Span<UInt8>, from index: Int, to end: Int) -> Int {
    var at = index
    while at < end {
      let found = matches(loadLanes(bytes, at: at, end: end), byte)
      if found != 0 { return min(at + countBefore(found), end) }
      at += 8
    }
    return end
  }
}
