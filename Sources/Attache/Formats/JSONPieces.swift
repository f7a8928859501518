/// The parts of records that a pipeline writes again and again, rendered once: labels, roles and sources.
struct JSONPieces: Sendable {
  /// A piece, as a range of the pool.
  struct Piece: Sendable {
    var start: Int
    var count: Int
  }

  /// All pieces, one after the other, with room for a word behind the last.
  private(set) var pool: [UInt8] = []
  /// For each `NameLabel` its text.
  private(set) var labels: [Piece] = []
  /// For each kind of a mention its text.
  private(set) var kinds: [Piece] = []
  /// For each lexicon file the beginning of a source string: `"names.tsv`.
  private(set) var files: [Piece] = []
  /// For each entity rule its source string.
  private(set) var entityRules: [Piece] = []
  /// For each relation rule `"meet","cameo":"040"`.
  private(set) var relationLabels: [Piece] = []
  /// For each relation rule its source string.
  private(set) var relationRules: [Piece] = []
  /// For each role its name as a string.
  private(set) var roles: [Piece] = []

  init(lexicon: Lexicon, rules: RuleBook) {
    labels = NameLabel.allCases.map { add(Array($0.text.utf8)) }
    kinds = [DocumentReferents.Kind.name, .title, .pronoun, .description].map { add(Array("\($0)".utf8)) }
    files = lexicon.files.map { add(JSONPieces.string($0.name).dropLast()) }
    entityRules = rules.entities.rules.indices.map { rule in
      add(JSONPieces.string(rules.source(ofEntityRule: UInt32(truncatingIfNeeded: rule)).description)[...])
    }
    for rule in rules.relations.rules {
      relationLabels.append(
        add(JSONPieces.string(rule.label) + Array(",\"cameo\":".utf8) + JSONPieces.string(rule.cameo)))
      relationRules.append(add(JSONPieces.string(rules.blocks[rule.block].source.description)[...]))
    }
    roles = rules.roles.map { add(JSONPieces.string($0)[...]) }
    pool.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
  }

  private static func string(_ text: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.putString(text)
    return bytes
  }

  private mutating func add(_ bytes: some Collection<UInt8>) -> Piece {
    let piece = Piece(start: pool.count, count: bytes.count)
    pool.append(contentsOf: bytes)
    return piece
  }
}

extension ByteWriter {
  /// Appends a piece of a pool.
  @inline(__always)
  mutating func put(_ piece: JSONPieces.Piece, of pool: RawSpan) {
    var offset = 0
    while offset < piece.count {
      put(word: pool.word(at: piece.start &+ offset), length: min(8, piece.count &- offset))
      offset &+= 8
    }
  }
}
