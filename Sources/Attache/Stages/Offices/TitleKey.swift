/// The words of a title that tell which office it is, without order and small words, so that `Minister of Interior`
/// and `Interior Minister` are one.
struct TitleKey: Sendable {
  /// Index of the first word in the pool of its keys.
  var first: Int32
  /// How many words.
  var count: Int32 = 0
  /// A bit for each word; a word whose bit is missing isn't there.
  var signature: UInt64 = 0
  /// `deputy`, `vice`, `assistant` and the like.
  var isDeputy = false
}

/// The keys of a document's titles; each is made once.
struct TitleKeyPool: Sendable {
  private var words: [UInt64] = []
  private var keys: [TitleKey] = []
  /// For each name its key; -1 before it is made.
  private var numbers: [Int32] = []

  /// Forgets the last document.
  mutating func begin(names: Int) {
    words.clear()
    keys.clear()
    numbers.refill(-1, count: names)
  }

  /// The key of a Title name.
  mutating func key(_ name: Int, _ rules: TitleKeys, _ analysis: borrowing Analysis) -> TitleKey {
    if numbers[name] >= 0 { return keys[Int(numbers[name])] }
    var key = TitleKey(first: Int32(truncatingIfNeeded: words.count))
    let (first, end) = (analysis.names[name].first, analysis.names[name].end)
    for token in first..<min(end, first + 16) where analysis.tokens[token].shape.isDisjoint(with: .mark) {
      let hash = analysis.tokens[token].hash
      let rule = rules.rule(hash)
      if rule.isSkipped { continue }
      if rule.isDeputy { key.isDeputy = true }
      if rule.meaning.isEmpty { add(hash, to: &key) }
      for word in rule.meaning { add(rules.meanings[word], to: &key) }
    }
    numbers[name] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    return key
  }

  private mutating func add(_ word: UInt64, to key: inout TitleKey) {
    guard !holds(word, key) else { return }
    words.append(word)
    key.count += 1
    key.signature |= 1 << (word >> 58)
  }

  @inline(__always)
  private func holds(_ word: UInt64, _ key: TitleKey) -> Bool {
    guard key.signature & 1 << (word >> 58) != 0 else { return false }
    for index in Int(key.first)..<Int(key.first + key.count) where words[index] == word { return true }
    return false
  }

  /// How well a title alone fits an office: 3 the same words, 2 a part of them, 1 a part of a deputy's; 0 not at all.
  @inline(__always)
  func fit(_ alone: TitleKey, _ office: TitleKey) -> Int {
    guard alone.count > 0, alone.count <= office.count, alone.signature & ~office.signature == 0 else { return 0 }
    for index in Int(alone.first)..<Int(alone.first + alone.count) where !holds(words[index], office) { return 0 }
    if alone.count == office.count { return 3 }
    if alone.isDeputy != office.isDeputy { return alone.count == 1 ? 1 : 0 }
    return 2
  }
}

/// What the words of titles are worth in their keys.
struct TitleKeys: Sendable {
  /// What a word is worth.
  struct Rule {
    fileprivate let bits: UInt32
    var isSkipped: Bool { bits & 1 != 0 }
    var isDeputy: Bool { bits & 2 != 0 }
    /// The words it means, as a range of `meanings`; empty where it means itself.
    var meaning: Range<Int> { Int(bits >> 8)..<Int(bits >> 8 + bits >> 4 & 15) }
  }

  /// Words that others mean.
  let meanings: [UInt64]
  private let table: ReferentWordTable

  init() {
    var table = ReferentWordTable()
    var meanings: [UInt64] = []
    table.add(1, to: "of for the and & affairs 's new federal state union")
    table.add(2, to: "deputy vice assistant under undersecretary former associate")
    for (word, meaning) in TitleKeys.pairs {
      let words = meaning.split(separator: " ").map { WordHash.of(String($0)) }
      table.add(UInt32(meanings.count) << 8 | UInt32(words.count) << 4, to: word)
      meanings += words
    }
    self.table = table
    self.meanings = meanings
  }

  @inline(__always)
  func rule(_ hash: UInt64) -> Rule { Rule(bits: table.value(hash)) }

  private static let pairs = [
    ("defense", "defence"), ("premier", "prime minister"), ("pm", "prime minister"), ("chief", "head"),
    ("external", "foreign"), ("boss", "head"), ("premiers", "prime minister"), ("ministers", "minister"),
    ("presidents", "president"), ("home", "interior"), ("internal", "interior"), ("monarch", "king"),
    ("chairwoman", "chairman"), ("chair", "chairman"), ("chairperson", "chairman"), ("spokeswoman", "spokesman"),
    ("spokesperson", "spokesman"), ("fm", "foreign minister"), ("amb", "ambassador"), ("gen", "general"),
    ("sen", "senator"), ("sec", "secretary"),
  ]
}
