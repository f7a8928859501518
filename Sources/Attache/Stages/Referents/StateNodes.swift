/// For each state that a document names a node, by the state's code.
struct StateNodes: Sendable {
  /// How many slots codes have.
  static let slots = 1 << 10

  private var nodes: [Int32] = []
  private var used: [Int16] = []

  /// The slot of a code of two capital letters.
  @inline(__always)
  static func slot(of code: UInt16) -> Int { Int(code >> 8 & 31) << 5 | Int(code & 31) }

  /// Forgets the last document; before the first use as well.
  mutating func removeAll() {
    if nodes.isEmpty { nodes = [Int32](repeating: -1, count: StateNodes.slots) }
    for slot in used { nodes[Int(slot)] = -1 }
    used.removeAll(keepingCapacity: true)
  }

  /// The node of a code; when there is none it is `node` from now on.
  @inline(__always)
  mutating func first(_ code: UInt16, _ node: Int32) -> Int32 {
    let slot = StateNodes.slot(of: code)
    if nodes[slot] >= 0 { return nodes[slot] }
    nodes[slot] = node
    used.append(Int16(truncatingIfNeeded: slot))
    return node
  }
}
