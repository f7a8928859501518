/// The steps of a deterministic automaton that are known so far, by open addressing in one flat array.
struct StepTable: Sendable {
  /// What a step that isn't known gives.
  static let unknown = UInt32.max

  /// State, symbol and target side by side, so that a step is one word; 0 is an empty slot.
  private var slots: [UInt64]
  private var mask: Int
  /// How many steps it holds.
  private(set) var count = 0
  private static let targetBits: UInt64 = 22
  private static let symbolBits: UInt64 = 20

  init() {
    slots = StepTable.none
    mask = 0
  }

  /// One table for all that are empty, so that making one allocates nothing.
  private static let none: [UInt64] = [0]

  /// The state after a symbol, or `unknown`; states begin at 1.
  @inline(__always)
  func target(_ state: UInt32, _ symbol: UInt32) -> UInt32 {
    let key = StepTable.key(state, symbol)
    var index = StepTable.hash(key) & mask
    while true {
      let step = slots[index]
      if step >> StepTable.targetBits == key {
        return UInt32(truncatingIfNeeded: step & (1 << StepTable.targetBits - 1))
      }
      if step == 0 { return StepTable.unknown }
      index = (index &+ 1) & mask
    }
  }

  /// Adds a step that isn't known; forgets it when a number is too large for its bits.
  mutating func insert(_ state: UInt32, _ symbol: UInt32, _ target: UInt32) {
    guard state >> StepTable.targetBits == 0, target >> StepTable.targetBits == 0, symbol >> StepTable.symbolBits == 0
    else { return }
    if count * 2 >= mask { grow() }
    place(StepTable.key(state, symbol) << StepTable.targetBits | UInt64(target))
    count += 1
  }

  private mutating func place(_ step: UInt64) {
    var index = StepTable.hash(step >> StepTable.targetBits) & mask
    while slots[index] != 0 { index = (index &+ 1) & mask }
    slots[index] = step
  }

  private mutating func grow() {
    let old = slots
    mask = max(mask * 2 + 1, 1023)
    slots = [UInt64](repeating: 0, count: mask + 1)
    for step in old where step != 0 { place(step) }
  }

  @inline(__always)
  private static func key(_ state: UInt32, _ symbol: UInt32) -> UInt64 {
    UInt64(state) << symbolBits | UInt64(symbol)
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
