/// The words that lexicons and rules hold, as small identifiers.
///
/// A word is known by the 64-bit hash of its folded form. Identifiers below 128 are single ASCII bytes.
public struct Vocabulary: Sendable {
  /// The identifier of every word that no lexicon holds.
  public static let unknown: UInt32 = 0

  private var hashes: [UInt64]
  private var identifiers: [UInt32]
  private var mask: Int
  /// Differs between vocabularies that hold different words, so that memories of look-ups aren't mixed up.
  public private(set) var signature: UInt64 = 0
  /// One more than the largest identifier in use.
  public private(set) var count: Int

  /// Makes a vocabulary of the ASCII bytes alone.
  public init() {
    mask = (1 << 17) - 1
    hashes = [UInt64](repeating: 0, count: mask + 1)
    identifiers = [UInt32](repeating: 0, count: mask + 1)
    count = 128
    for byte in UInt8(33)..<UInt8(127) where byte < 65 || byte > 90 {
      insert(hash: WordHash.of(byte), identifier: UInt32(byte))
    }
  }

  /// The identifier of a folded form's hash, or `unknown`.
  @inline(__always)
  public func identifier(of hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = hashes[slot]
      if found == hash { return identifiers[slot] }
      if found == 0 { return Vocabulary.unknown }
      slot = (slot &+ 1) & mask
    }
  }

  /// The identifier of a folded form's hash, new when it wasn't there.
  public mutating func intern(_ hash: UInt64) -> UInt32 {
    let known = identifier(of: hash)
    if known != Vocabulary.unknown { return known }
    if count * 2 > mask { grow() }
    let identifier = UInt32(count)
    count += 1
    insert(hash: hash, identifier: identifier)
    signature = (signature &* 31) ^ hash
    return identifier
  }

  private mutating func insert(hash: UInt64, identifier: UInt32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 { slot = (slot &+ 1) & mask }
    hashes[slot] = hash
    identifiers[slot] = identifier
  }

  /// Makes room for so many words, so that interning them moves nothing.
  mutating func reserveCapacity(_ words: Int) {
    while words * 2 > mask { grow() }
  }

  private mutating func grow() {
    let (oldHashes, oldIdentifiers) = (hashes, identifiers)
    mask = mask * 2 + 1
    hashes = [UInt64](repeating: 0, count: mask + 1)
    identifiers = [UInt32](repeating: 0, count: mask + 1)
    for slot in oldHashes.indices where oldHashes[slot] != 0 {
      insert(hash: oldHashes[slot], identifier: oldIdentifiers[slot])
    }
  }
}

/// The running hash of a folded word; never 0, which marks an empty slot.
public enum WordHash {
  /// The state before the first byte.
  public static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The state after one more folded byte.
  @inline(__always)
  public static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of the bytes seen.
  @inline(__always)
  public static func finish(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ (mixed >> 32)) | 1
  }

  /// The hash of a word of one byte.
  public static func of(_ byte: UInt8) -> UInt64 { finish(step(seed, byte)) }

  /// The hash of a word that is folded already.
  public static func of(_ folded: String) -> UInt64 {
    var state = seed
    for byte in folded.utf8 { state = step(state, byte) }
    return finish(state)
  }
}
