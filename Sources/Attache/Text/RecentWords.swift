/// The words seen last with their identifiers: a table small enough for the processor's cache in front of the
/// vocabulary, which isn't; news uses few words often.
struct RecentWords: Sendable {
  private var entries: [HashedWord]
  private let mask: Int
  private var signature: UInt64 = 0

  /// A table of `count` slots, a power of two; 0 makes one that remembers nothing.
  init(count: Int) {
    entries = Array(repeating: HashedWord.none, count: count)
    mask = count - 1
  }

  /// Forgets everything when the words come from another vocabulary.
  mutating func attach(to vocabulary: borrowing Vocabulary) {
    guard signature != vocabulary.signature else { return }
    signature = vocabulary.signature
    for index in entries.indices { entries[index] = HashedWord.none }
  }

  /// The identifier of a folded form's hash.
  @inline(__always)
  mutating func identifier(of hash: UInt64, _ vocabulary: borrowing Vocabulary) -> UInt32 {
    guard mask >= 0 else { return vocabulary.identifier(of: hash) }
    let slot = Int(truncatingIfNeeded: hash) & mask
    let known = entries[slot]
    if known.isOf(hash) { return known.identifier }
    let found = vocabulary.identifier(of: hash)
    entries[slot] = HashedWord(hash: hash, identifier: found)
    return found
  }
}
