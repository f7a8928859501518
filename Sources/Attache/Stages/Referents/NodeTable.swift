/// The first node of each key, by open addressing; slots of earlier documents are told by their generation.
struct NodeTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var node: Int32 = -1
    var generation: UInt32 = 0
  }

  private var slots: [Slot] = []
  private var generation: UInt32 = 0

  /// Forgets the last document and makes room for so many keys.
  mutating func begin(keys: Int) {
    if generation == UInt32.max || slots.count < max(keys * 2, 256) {
      var size = max(slots.count, 256)
      while size < keys * 2 { size *= 2 }
      slots = [Slot](repeating: Slot(), count: size)
      generation = 0
    }
    generation += 1
  }

  /// The node of a key; when there is none it is `node` from now on.
  @inline(__always)
  mutating func first(_ key: UInt64, _ node: Int32) -> Int32 {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[index].generation == generation {
      if slots[index].key == key { return slots[index].node }
      index = (index &+ 1) & mask
    }
    slots[index] = Slot(key: key, node: node, generation: generation)
    return node
  }
}
