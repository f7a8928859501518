/// The words of a title that tell which office it is, without order and small words, so that `Minister of Interior`
/// and `Interior Minister` are one.
struct TitleKey: Sendable {
  /// Hashes of the words.
  var words: [UInt64] = []
  /// `deputy`, `vice`, `assistant` and the like.
  var isDeputy = false
}

/// Makes keys of titles.
struct TitleKeys: Sendable {
  private let skipped: Set<UInt64>
  private let deputies: Set<UInt64>
  private let same: [UInt64: [UInt64]]

  init() {
    let hash = { (word: Substring) in WordHash.of(String(word)) }
    skipped = Set("of for the and & affairs 's new federal state union".split(separator: " ").map(hash))
    deputies = Set("deputy vice assistant under undersecretary former associate".split(separator: " ").map(hash))
    var table: [UInt64: [UInt64]] = [:]
    let pairs = [
      ("defense", "defence"), ("premier", "prime minister"), ("pm", "prime minister"), ("chief", "head"),
      ("external", "foreign"), ("boss", "head"), ("premiers", "prime minister"), ("ministers", "minister"),
      ("presidents", "president"), ("leader", "leader"), ("home", "interior"), ("internal", "interior"),
      ("monarch", "king"), ("chairwoman", "chairman"), ("chair", "chairman"), ("chairperson", "chairman"),
      ("spokeswoman", "spokesman"), ("spokesperson", "spokesman"), ("fm", "foreign minister"), ("envoy", "envoy"),
      ("amb", "ambassador"), ("gen", "general"), ("sen", "senator"), ("sec", "secretary"),
    ]
    for (word, meaning) in pairs {
      table[WordHash.of(word)] = meaning.split(separator: " ").map { WordHash.of(String($0)) }
    }
    same = table
  }

  /// The key of a Title name.
  func key(_ name: Name, _ analysis: borrowing Analysis) -> TitleKey {
    var key = TitleKey()
    for token in name.first..<min(name.end, name.first + 16) {
      let token = analysis.tokens[token]
      guard token.shape.isDisjoint(with: .mark), !skipped.contains(token.hash) else { continue }
      if deputies.contains(token.hash) { key.isDeputy = true }
      for word in same[token.hash] ?? [token.hash] where !key.words.contains(word) { key.words.append(word) }
    }
    return key
  }

  /// How well a title alone fits an office: 3 the same words, 2 a part of them, 1 a part of a deputy's; 0 not at all.
  static func fit(_ alone: TitleKey, _ office: TitleKey) -> Int {
    guard !alone.words.isEmpty, alone.words.count <= office.words.count else { return 0 }
    for word in alone.words where !office.words.contains(word) { return 0 }
    if alone.words.count == office.words.count { return 3 }
    if alone.isDeputy != office.isDeputy { return alone.words.count == 1 ? 1 : 0 }
    return 2
  }
}
