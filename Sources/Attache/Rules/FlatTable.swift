/// A hash table from 128-bit keys to small numbers, by open addressing in flat arrays.
struct FlatTable: Sendable {
  /// What a key that isn't there gives.
  static let missing = UInt32.max

  private var slots: [Slot]
  private var mask: Int
  /// How many keys it holds.
  private(set) var count = 0

  private struct Slot: Sendable {
    var low: UInt64
    var high: UInt64
    var value: UInt32
  }

  init() {
    mask = 0
    slots = FlatTable.empty
  }

  /// One table for all that are empty, so that making one allocates nothing.
  private static let empty = [Slot(low: 0, high: 0, value: FlatTable.missing)]

  /// The value of a key, or `missing`.
  @inline(__always)
  func value(_ low: UInt64, _ high: UInt64) -> UInt32 {
    var index = FlatTable.hash(low, high) & mask
    while true {
      let slot = slots[index]
      if slot.value == FlatTable.missing || slot.low == low && slot.high == high { return slot.value }
      index = (index &+ 1) & mask
    }
  }

  /// Adds a key that isn't there.
  mutating func insert(_ low: UInt64, _ high: UInt64, _ value: UInt32) {
    if count * 2 >= mask { grow() }
    place(Slot(low: low, high: high, value: value))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = FlatTable.hash(slot.low, slot.high) & mask
    while slots[index].value != FlatTable.missing { index = (index &+ 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    mask = max(mask * 2 + 1, 1023)
    slots = [Slot](repeating: Slot(low: 0, high: 0, value: FlatTable.missing), count: mask + 1)
    for slot in old where slot.value != FlatTable.missing { place(slot) }
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 29)
  }
}
