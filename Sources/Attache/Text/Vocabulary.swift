/// The words that lexicons and rules hold, as small identifiers.
///
/// A word is known by the hash of its folded form. Identifiers below 128 are single ASCII bytes.
public struct Vocabulary: Sendable {
  /// The identifier of every word that no lexicon holds.
  public static let unknown: UInt32 = 0
  /// More words than this are unknown: an identifier has 24 bits.
  static let mostWords = 1 << 24

  /// Pairs of a word's hash and identifier in the slot that the low bits of the hash name, or behind it.
  private var slots: [HashedWord]
  private var mask: Int
  /// The hash of every identifier, for a larger table.
  private var hashes: [UInt64]
  /// Differs between vocabularies that hold different words, so that memories of look-ups aren't mixed up.
  public private(set) var signature: UInt64 = 0
  /// One more than the largest identifier in use.
  public private(set) var count: Int

  /// Makes a vocabulary of the ASCII bytes alone.
  public init() {
    mask = (1 << 9) - 1
    slots = [HashedWord](repeating: HashedWord.none, count: mask + 1)
    count = 128
    hashes = [UInt64](repeating: 0, count: count)
    for byte in UInt8(33)..<UInt8(127) where byte < 65 || byte > 90 {
      let hash = WordHash.of(byte)
      hashes[Int(byte)] = hash
      slots[freeSlot(for: hash)] = HashedWord(hash: hash, identifier: UInt32(byte))
    }
  }

  /// The identifier of a folded form's hash, or `unknown`.
  @inline(__always)
  public func identifier(of hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found.isOf(hash) { return found.identifier }
      if found.isNone { return Vocabulary.unknown }
      slot = (slot &+ 1) & mask
    }
  }

  /// The identifier of a folded form's hash, new when it wasn't there.
  @inline(__always)
  public mutating func intern(_ hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found.isOf(hash) { return found.identifier }
      if found.isNone { return insert(hash, at: slot) }
      slot = (slot &+ 1) & mask
    }
  }

  /// Appends the identifiers of hashes, new where they weren't there.
  ///
  /// Some words at a time are looked for in their first slot before any is added, so that the reads that miss the
  /// processor's cache wait for the memory together and not one by one.
  mutating func intern(_ words: Span<UInt64>, into identifiers: inout [UInt32]) {
    identifiers.reserveCapacity(identifiers.count + words.count)
    var first = 0
    while first < words.count {
      let end = min(first + 64, words.count)
      let place = identifiers.count
      for index in first..<end {
        let found = slots[Int(truncatingIfNeeded: words[index]) & mask]
        identifiers.append(found.isOf(words[index]) ? found.identifier : Vocabulary.unknown)
      }
      for index in first..<end where identifiers[place + index - first] == Vocabulary.unknown {
        identifiers[place + index - first] = intern(words[index])
      }
      first = end
    }
  }

  private mutating func insert(_ hash: UInt64, at slot: Int) -> UInt32 {
    guard count < Vocabulary.mostWords else { return Vocabulary.unknown }
    let identifier = UInt32(count)
    count += 1
    slots[slot] = HashedWord(hash: hash, identifier: identifier)
    hashes.append(hash)
    signature = (signature &* 31) ^ hash
    if count * 4 > (mask + 1) * 3 { grow(to: mask * 2 + 2) }
    return identifier
  }

  private func freeSlot(for hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while !slots[slot].isNone { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Makes room for so many words, so that interning them moves nothing.
  mutating func reserveCapacity(_ words: Int) {
    var size = mask + 1
    while size * 3 < min(words, Vocabulary.mostWords) * 4 { size *= 2 }
    if size > mask + 1 { grow(to: size) }
    hashes.reserveCapacity(words)
  }

  /// Moves all words to a table of `size` slots, a power of two.
  private mutating func grow(to size: Int) {
    let old = slots
    mask = size - 1
    slots = [HashedWord](repeating: HashedWord.none, count: size)
    for word in old where !word.isNone {
      let hash = hashes[Int(word.identifier)]
      slots[freeSlot(for: hash)] = HashedWord(hash: hash, identifier: word.identifier)
    }
  }
}

/// A word's identifier with the part of its hash that the slot doesn't tell.
struct HashedWord: Sendable {
  /// The highest 40 bits of the hash, whose first is always set, and 24 bits of identifier.
  private let bits: UInt64

  /// No word.
  static let none = HashedWord(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(hash: UInt64, identifier: UInt32) { bits = hash & ~0xFF_FFFF | UInt64(identifier) & 0xFF_FFFF }

  /// Whether it is the word of a hash.
  @inline(__always)
  func isOf(_ hash: UInt64) -> Bool { (bits ^ hash) >> 24 == 0 }

  /// Whether it is no word.
  @inline(__always)
  var isNone: Bool { bits == 0 }

  @inline(__always)
  var identifier: UInt32 { UInt32(truncatingIfNeeded: bits & 0xFF_FFFF) }
}
