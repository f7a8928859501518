/// A trie over word identifiers: edges in one hash table, the first level as an array.
struct Trie: Sendable {
  /// The node without words.
  static let root: UInt32 = 0
  /// No node.
  static let none: UInt32 = 0

  private var firstLevel: [UInt32] = []
  private var keys: [UInt64]
  private var children: [UInt32]
  private var mask: Int
  private var edgeCount = 0
  /// The head of each node's list of senses.
  private(set) var firstSense: [UInt32] = [Sense.none]

  init() {
    mask = (1 << 15) - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    children = [UInt32](repeating: 0, count: mask + 1)
  }

  /// The node below the root; `none` when no entry starts with the word.
  @inline(__always)
  func first(_ word: UInt32) -> UInt32 {
    Int(word) < firstLevel.count ? firstLevel[Int(word)] : Trie.none
  }

  /// The node below `node`; `none` when no entry goes on with the word.
  @inline(__always)
  func child(of node: UInt32, _ word: UInt32) -> UInt32 {
    let key = UInt64(node) << 32 | UInt64(word)
    var slot = Trie.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot &+ 1) & mask
    }
    return Trie.none
  }

  /// The node for a word below a node, made when it isn't there.
  mutating func makeChild(of node: UInt32, _ word: UInt32) -> UInt32 {
    if node == Trie.root {
      if Int(word) >= firstLevel.count {
        firstLevel.append(contentsOf: repeatElement(Trie.none, count: Int(word) + 1 - firstLevel.count))
      }
      if firstLevel[Int(word)] == Trie.none { firstLevel[Int(word)] = makeNode() }
      return firstLevel[Int(word)]
    }
    let known = child(of: node, word)
    if known != Trie.none { return known }
    if edgeCount * 2 > mask { grow() }
    let made = makeNode()
    insert(UInt64(node) << 32 | UInt64(word), made)
    return made
  }

  /// For each node whether an edge leaves it; `none` is false.
  func nodesWithChildren() -> [Bool] {
    var result = [Bool](repeating: false, count: firstSense.count)
    for key in keys where key != 0 { result[Int(key >> 32)] = true }
    result[Int(Trie.none)] = false
    return result
  }

  /// Puts a sense at the head of a node's list and returns the sense that was there.
  mutating func push(_ sense: UInt32, at node: UInt32) -> UInt32 {
    let before = firstSense[Int(node)]
    firstSense[Int(node)] = sense
    return before
  }

  private mutating func makeNode() -> UInt32 {
    firstSense.append(Sense.none)
    return UInt32(firstSense.count - 1)
  }

  private mutating func insert(_ key: UInt64, _ child: UInt32) {
    var slot = Trie.slot(key) & mask
    while keys[slot] != 0 { slot = (slot &+ 1) & mask }
    keys[slot] = key
    children[slot] = child
    edgeCount += 1
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    mask = mask * 2 + 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    children = [UInt32](repeating: 0, count: mask + 1)
    edgeCount = 0
    for slot in oldKeys.indices where oldKeys[slot] != 0 { insert(oldKeys[slot], oldChildren[slot]) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
