import Testing

@testable import Attache

@Suite struct ByteLanesTests {
  /// Every byte in every lane, among letters and among marks.
  @Test(arguments: [UInt8(ascii: "x"), UInt8(ascii: "["), 0xFF]) func findsLetters(around: UInt8) {
    for byte in UInt8.min...UInt8.max {
      for lane in 0..<8 {
        var bytes = [UInt8](repeating: around, count: 8)
        bytes[lane] = byte
        let found = ByteLanes.packed(ByteLanes.letters(loadLanes(bytes.span, at: 0, end: 8)))
        for (lane, byte) in bytes.enumerated() {
          #expect((found >> UInt32(lane) & 1 == 1) == (CharacterClass.ofASCII(byte) == .letter))
        }
      }
    }
  }

  @Test func packsLanes() {
    for bits in UInt64(0)..<256 {
      var set: UInt64 = 0
      for lane in UInt64(0)..<8 where bits >> lane & 1 == 1 { set |= 1 << (8 * lane + 7) }
      #expect(ByteLanes.packed(set) == UInt32(bits))
      #expect(ByteLanes.countBefore(set) == min(bits.trailingZeroBitCount, 8))
    }
  }

  /// Loads near the end of the bytes and before it: zeros from `end` on.
  @Test func loadsUpToTheEnd() {
    let bytes = Array(UInt8(1)...20)
    for index in 0...20 {
      for end in index...20 {
        var wanted: UInt64 = 0
        for lane in 0..<min(8, end - index) { wanted |= UInt64(bytes[index + lane]) << UInt64(8 * lane) }
        #expect(loadLanes(bytes.span, at: index, end: end) == wanted)
      }
    }
  }

  @Test(arguments: 0..<50) func findsTheFirstByte(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let bytes = (0..<random.below(60)).map { _ in UInt8([9, 10, 8, 0x89, 0, 65][random.below(6)]) }
    for start in 0...bytes.count {
      for end in start...bytes.count {
        let wanted = bytes[start..<end].firstIndex(of: 9) ?? end
        #expect(ByteLanes.index(of: 9, in: bytes.span, from: start, to: end) == wanted)
      }
    }
  }

  /// A hash is the same byte by byte, eight at a time and by the folded string; zeros and length count.
  @Test func hashesAlike() {
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    var seen: Set<UInt64> = []
    for length in 0...26 {
      var hash = WordHash()
      for byte in letters[..<length] { hash.add(byte) }
      #expect(hash.value == WordHash.of(letters.span, 0, length))
      #expect(hash.value == WordHash.of(String(decoding: letters[..<length], as: UTF8.self)))
      hash.add(0)
      seen.formUnion([WordHash.of(letters.span, 0, length), hash.value])
    }
    #expect(seen.count == 54)
  }
}
