/// Tells offices from ranks and honorifics by the kinds of titles.tsv.
struct TitleKinds: Sendable {
  private let lexicon: Lexicon
  /// Words that are a rank or honorific by themselves.
  private let ranks: [Bool]
  /// For each tag of the lexicon what titles of that kind are.
  private let kinds: [Kind]

  private enum Kind: UInt8, Sendable { case office, rank, honorific }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let kinds = lexicon.tags.map { tag -> Kind in
      tag == "honorific" || tag == "academic" ? .honorific : TitleKinds.isRank(tag) ? .rank : .office
    }
    var found = [Bool](repeating: false, count: lexicon.vocabulary.count)
    lexicon.forEachSenseOfOneWord { word, _, sense in
      let tag = lexicon.entries[Int(sense.entry)].tag
      if sense.type == .title, kinds[Int(tag)] != .office { found[Int(word)] = true }
    }
    let identifier = { (word: String) in lexicon.vocabulary.identifier(of: WordHash.of(word)) }
    for word in ["king", "queen", "emperor", "sultan", "emir", "pope", "commander", "commandant", "commissioner"] {
      found[Int(identifier(word))] = false
    }
    self.kinds = kinds
    ranks = found
  }

  private static func isRank(_ kind: String) -> Bool {
    switch kind {
    case "military", "police", "honorific", "academic", "royal", "religious": true
    default: false
    }
  }

  /// Whether a title is an office: any of its words is more than a rank or honorific.
  func isOffice(_ name: Name, _ analysis: borrowing Analysis) -> Bool {
    if let entry = name.entry, lexicon.entries[Int(entry)].type == .title {
      let kind = kinds[Int(lexicon.entries[Int(entry)].tag)]
      if kind == .honorific { return false }
      if name.end - name.first > 1, kind == .office { return true }
    }
    for token in name.first..<name.end where analysis.tokens[token].shape.contains(.word) {
      let word = Int(analysis.tokens[token].word)
      if word >= ranks.count || !ranks[word] { return true }
    }
    return false
  }
}
