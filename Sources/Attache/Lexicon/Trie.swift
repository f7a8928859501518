/// A trie over word identifiers: the first level is an array, the other edges are in one hash table.
///
/// The node below the root is named by its word. Most words that follow a name in a text don't go on with it, and a
/// small filter tells that without a look at the table.
struct Trie: Sendable {
  /// The node without words.
  static let root: UInt32 = 0
  /// No node.
  static let none: UInt32 = 0
  /// Nodes of two words and more have this bit set.
  private static let deep: UInt32 = 1 << 31
  /// Stands for a list of senses where no entry begins with the word.
  private static let absent = UInt32.max - 1

  private struct Edge: Sendable {
    var node: UInt32 = 0
    var word: UInt32 = 0
    /// `none` in an empty slot.
    var child: UInt32 = 0
  }

  /// The head of the list of senses of each word, or `absent`.
  private var wordSenses: [UInt32] = []
  /// The heads of the lists of senses of the other nodes.
  private var deepSenses: [UInt32] = []
  private var edges: [Edge]
  private var mask: Int
  /// A bit for a part of the hash of each edge.
  private var filter: [UInt64]

  init() {
    mask = (1 << 8) - 1
    edges = [Edge](repeating: Edge(), count: mask + 1)
    filter = [UInt64](repeating: 0, count: 1 << 13)
  }

  /// The node below the root; `none` when no entry starts with the word.
  @inline(__always)
  func first(_ word: UInt32) -> UInt32 {
    Int(word) < wordSenses.count && wordSenses[Int(word)] != Trie.absent ? word : Trie.none
  }

  /// The node below `node`; `none` when no entry goes on with the word.
  @inline(__always)
  func child(of node: UInt32, _ word: UInt32) -> UInt32 {
    let hash = Trie.hash(node, word)
    guard filter[Trie.filterWord(hash)] & Trie.filterBit(hash) != 0 else { return Trie.none }
    return edges[slot(of: node, word, hash)].child
  }

  /// The node for a word below a node, made when it isn't there.
  mutating func makeChild(of node: UInt32, _ word: UInt32) -> UInt32 {
    if node == Trie.root {
      if Int(word) >= wordSenses.count { fill(to: word) }
      if wordSenses[Int(word)] == Trie.absent { wordSenses[Int(word)] = Sense.none }
      return word
    }
    let hash = Trie.hash(node, word)
    var slot = slot(of: node, word, hash)
    if edges[slot].child != Trie.none { return edges[slot].child }
    if deepSenses.count * 2 > mask {
      grow(to: mask * 2 + 2)
      slot = self.slot(of: node, word, hash)
    }
    deepSenses.append(Sense.none)
    let made = Trie.deep | UInt32(truncatingIfNeeded: deepSenses.count - 1)
    edges[slot] = Edge(node: node, word: word, child: made)
    filter[Trie.filterWord(hash)] |= Trie.filterBit(hash)
    return made
  }

  /// Makes room for so many words and edges, so that adding them moves nothing.
  mutating func reserveCapacity(words: Int, edges count: Int) {
    wordSenses.reserveCapacity(words)
    deepSenses.reserveCapacity(count)
    var size = mask + 1
    while size < count * 2 { size *= 2 }
    if size > mask + 1 { grow(to: size) }
  }

  /// Calls `body` for every edge with the word that it leaves, if that is a first word, and the word that it leads to.
  @inline(__always)
  func forEachEdge(_ body: (UInt32?, UInt32) -> Void) {
    for edge in edges where edge.child != Trie.none { body(edge.node & Trie.deep == 0 ? edge.node : nil, edge.word) }
  }

  /// The head of a node's list of senses, or `Sense.none`.
  @inline(__always)
  func firstSense(of node: UInt32) -> UInt32 {
    if node & Trie.deep != 0 { return deepSenses[Int(node & ~Trie.deep)] }
    guard Int(node) < wordSenses.count, wordSenses[Int(node)] != Trie.absent else { return Sense.none }
    return wordSenses[Int(node)]
  }

  /// The heads of all lists of senses.
  var firstSenses: [UInt32] { (wordSenses + deepSenses).filter { $0 != Sense.none && $0 != Trie.absent } }

  /// Puts a sense at the head of a node's list and returns the sense that was there.
  mutating func push(_ sense: UInt32, at node: UInt32) -> UInt32 {
    let before = firstSense(of: node)
    if node & Trie.deep != 0 {
      deepSenses[Int(node & ~Trie.deep)] = sense
    } else {
      wordSenses[Int(node)] = sense
    }
    return before
  }

  private mutating func fill(to word: UInt32) {
    while wordSenses.count <= Int(word) { wordSenses.append(Trie.absent) }
  }

  private mutating func grow(to size: Int) {
    let old = edges
    mask = size - 1
    edges = [Edge](repeating: Edge(), count: size)
    for edge in old where edge.child != Trie.none {
      edges[slot(of: edge.node, edge.word, Trie.hash(edge.node, edge.word))] = edge
    }
  }

  /// The slot that holds an edge, or the empty one where it would go.
  @inline(__always)
  private func slot(of node: UInt32, _ word: UInt32, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while edges[slot].child != Trie.none {
      if edges[slot].node == node, edges[slot].word == word { break }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  @inline(__always)
  private static func hash(_ node: UInt32, _ word: UInt32) -> UInt64 {
    let mixed = (UInt64(node) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  @inline(__always)
  private static func filterWord(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 51) }

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> UInt64 { 1 &<< (hash >> 45) }
}
