import Testing

@testable import Attache

@Suite struct TrieTests {
  @Test func findsWhatWasPut() {
    var trie = Trie()
    let new = trie.makeChild(of: Trie.root, 200)
    let york = trie.makeChild(of: new, 201)
    #expect(new != Trie.none && york != Trie.none && new != york)
    #expect(trie.makeChild(of: Trie.root, 200) == new)
    #expect(trie.makeChild(of: new, 201) == york)
    #expect(trie.first(200) == new)
    #expect(trie.child(of: new, 201) == york)
    #expect(trie.child(of: york, 201) == Trie.none)
    #expect(trie.first(201) == Trie.none)
    #expect(trie.first(.max) == Trie.none)
  }

  @Test func sensesFormAList() {
    var trie = Trie()
    let node = trie.makeChild(of: Trie.root, 7)
    #expect(trie.firstSense(of: node) == Sense.none)
    #expect(trie.push(4, at: node) == Sense.none)
    #expect(trie.push(9, at: node) == 4)
    #expect(trie.firstSense(of: node) == 9)
  }

  /// Chains of words drawn at random, against a dictionary of the same chains.
  @Test(arguments: 0..<8) func growsWithoutLoss(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var trie = Trie()
    var known: [[UInt32]: UInt32] = [:]
    for _ in 0..<20_000 {
      let chain = (0...random.below(3)).map { _ in UInt32(1 + random.below(300)) }
      var node = Trie.root
      for length in chain.indices {
        node = trie.makeChild(of: node, chain[length])
        let prefix = Array(chain[...length])
        #expect(known[prefix] == nil || known[prefix] == node)
        known[prefix] = node
      }
    }
    #expect(Set(known.values).count == known.count)
    for (chain, node) in known {
      var found = trie.first(chain[0])
      for word in chain.dropFirst() { found = trie.child(of: found, word) }
      #expect(found == node)
    }
  }
}
