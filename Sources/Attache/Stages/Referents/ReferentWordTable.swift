/// What words are to coreference, as bits by the hash of their folded form: an open hash table in two flat arrays.
///
/// Words are known by their hashes where a lexicon needn't hold them.
struct ReferentWordTable: Sendable {
  private var hashes: [UInt64]
  private var values: [UInt32]
  /// A bit for some bits of each hash: most words that the table lacks are told by it, and it is small enough to stay
  /// in the processor's cache.
  private var filter = [UInt64](repeating: 0, count: 64)
  private var count = 0

  init() {
    hashes = [UInt64](repeating: 0, count: 64)
    values = [UInt32](repeating: 0, count: 64)
  }

  /// The bits of a word; 0 for a word that has none.
  @inline(__always)
  func value(_ hash: UInt64) -> UInt32 {
    guard filter[Int(hash >> 46 & 63)] & 1 << (hash >> 40 & 63) != 0 else { return 0 }
    let mask = hashes.count &- 1
    var slot = Int(truncatingIfNeeded: hash >> 16) & mask
    while true {
      let found = hashes[slot]
      if found == hash { return values[slot] }
      if found == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Adds bits to words that blanks part.
  mutating func add(_ bits: UInt32, to words: String) {
    for word in words.split(separator: " ") { add(bits, to: WordHash.of(String(word))) }
  }

  /// Adds bits to a word.
  mutating func add(_ bits: UInt32, to hash: UInt64) {
    if count * 4 >= hashes.count { grow() }
    filter[Int(hash >> 46 & 63)] |= 1 << (hash >> 40 & 63)
    let slot = slot(of: hash)
    if hashes[slot] == 0 { count += 1 }
    hashes[slot] = hash
    values[slot] |= bits
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 16) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldHashes, oldValues) = (hashes, values)
    hashes = [UInt64](repeating: 0, count: oldHashes.count * 4)
    values = [UInt32](repeating: 0, count: oldHashes.count * 4)
    for (hash, value) in zip(oldHashes, oldValues) where hash != 0 {
      let slot = slot(of: hash)
      (hashes[slot], values[slot]) = (hash, value)
    }
  }
}
