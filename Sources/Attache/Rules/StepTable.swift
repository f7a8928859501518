/// The steps of a deterministic automaton that are known so far, by open addressing in one flat array.
struct StepTable: Sendable {
  /// What a step that isn't known gives.
  static let unknown = UInt32.max

  private var slots: [Step]
  private var mask: Int
  /// How many steps it holds.
  private(set) var count = 0

  private struct Step: Sendable {
    var state: UInt32
    var symbol: UInt32
    var target: UInt32
  }

  init() {
    slots = StepTable.none
    mask = 0
  }

  /// One table for all that are empty, so that making one allocates nothing.
  private static let none = [Step(state: 0, symbol: 0, target: unknown)]

  /// The state after a symbol, or `unknown`.
  @inline(__always)
  func target(_ state: UInt32, _ symbol: UInt32) -> UInt32 {
    var index = StepTable.hash(state, symbol) & mask
    while true {
      let step = slots[index]
      if step.state == state && step.symbol == symbol || step.target == StepTable.unknown { return step.target }
      index = (index &+ 1) & mask
    }
  }

  /// Adds a step that isn't known.
  mutating func insert(_ state: UInt32, _ symbol: UInt32, _ target: UInt32) {
    if count * 2 >= mask { grow() }
    place(Step(state: state, symbol: symbol, target: target))
    count += 1
  }

  private mutating func place(_ step: Step) {
    var index = StepTable.hash(step.state, step.symbol) & mask
    while slots[index].target != StepTable.unknown { index = (index &+ 1) & mask }
    slots[index] = step
  }

  private mutating func grow() {
    let old = slots
    mask = max(mask * 2 + 1, 1023)
    slots = [Step](repeating: StepTable.none[0], count: mask + 1)
    for step in old where step.target != StepTable.unknown { place(step) }
  }

  @inline(__always)
  private static func hash(_ state: UInt32, _ symbol: UInt32) -> Int {
    let key = UInt64(state) << 32 | UInt64(symbol)
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
