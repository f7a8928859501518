/// Lists of integers, each kept once in one pool and known by its index.
struct ListTable<Element: FixedWidthInteger & Sendable>: Sendable {
  private var pool: [Element] = []
  private var ends: [UInt32] = []
  /// Indices plus one by the hash of their lists; 0 is an empty slot.
  private var slots: [UInt32] = []

  /// How many lists it holds.
  var count: Int { ends.count }

  /// Where `element(at:)` finds the elements of a list.
  @inline(__always)
  func range(of list: UInt32) -> Range<Int> {
    Int(list == 0 ? 0 : ends[Int(list) - 1])..<Int(ends[Int(list)])
  }

  /// An element of a range that `range(of:)` gave.
  @inline(__always)
  func element(at index: Int) -> Element { pool[index] }

  /// The index of a list, and whether it is new.
  mutating func index(of list: [Element]) -> (index: UInt32, isNew: Bool) {
    if (ends.count + 1) * 2 > slots.count { grow() }
    var slot = hash(list[...]) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = slots[slot] - 1
      if pool[range(of: known)] == list[...] { return (known, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let made = UInt32(truncatingIfNeeded: ends.count)
    pool += list
    ends.append(UInt32(truncatingIfNeeded: pool.count))
    slots[slot] = made + 1
    return (made, true)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(slots.count * 2, 256))
    for list in 0..<UInt32(ends.count) {
      var slot = hash(pool[range(of: list)]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = list + 1
    }
  }

  private func hash(_ list: ArraySlice<Element>) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for element in list {
      state = (state ^ UInt64(truncatingIfNeeded: element)) &* 0xC2B2_AE3D_27D4_EB4F
      state ^= state >> 29
    }
    return Int(truncatingIfNeeded: state >> 1)
  }
}
