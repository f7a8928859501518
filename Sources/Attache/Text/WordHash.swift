/// The running hash of a folded word.
///
/// Eight folded bytes at a time are mixed by a multiplication whose two halves are put together; the length goes into
/// the end, so that the zeros which fill up the last eight bytes make no difference.
public struct WordHash: Sendable {
  private var state = WordHash.seed
  private var lanes: UInt64 = 0
  private var count = 0

  /// The hash of nothing yet.
  init() {}

  /// Adds one folded byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    lanes |= UInt64(byte) &<< UInt64(truncatingIfNeeded: (count & 7) * 8)
    count &+= 1
    if count & 7 == 0 {
      state = WordHash.mix(state, lanes)
      lanes = 0
    }
  }

  /// The hash of the bytes added.
  @inline(__always)
  var value: UInt64 { WordHash.finish(count & 7 == 0 ? state : WordHash.mix(state, lanes), count) }

  /// The state before the first byte.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The state after up to eight bytes more, the first one lowest and zeros behind the last.
  @inline(__always)
  static func mix(_ state: UInt64, _ lanes: UInt64) -> UInt64 {
    let product = (state ^ lanes).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The hash of a state and the number of bytes in it; its highest bit is set, so that it is never 0.
  @inline(__always)
  static func finish(_ state: UInt64, _ count: Int) -> UInt64 {
    let mixed = (state ^ UInt64(truncatingIfNeeded: count)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ (mixed >> 32)) | 1 << 63
  }

  /// The hash of bytes that are folded already.
  @inline(__always)
  static func of(_ folded: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var state = seed
    var index = start
    while index < end {
      state = mix(state, loadLanes(folded, at: index, end: end))
      index += 8
    }
    return finish(state, end - start)
  }

  /// The hash of a word of one byte.
  @inline(__always)
  static func of(_ byte: UInt8) -> UInt64 { finish(mix(seed, UInt64(byte)), 1) }

  /// The hash of a word that is folded already.
  public static func of(_ folded: String) -> UInt64 {
    var hash = WordHash()
    for byte in folded.utf8 { hash.add(byte) }
    return hash.value
  }
}
