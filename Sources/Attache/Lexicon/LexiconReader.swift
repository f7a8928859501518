/// Puts the rows of lexicon files into one lexicon.
///
/// The order of the files decides: identifiers of words, entries and senses follow it, and of two senses of the same
/// words the one read last is asked first.
struct LexiconReader {
  private(set) var lexicon: Lexicon
  private(set) var diagnostics: [Diagnostic] = []
  private var identifiers: [UInt32] = []

  init(extending lexicon: Lexicon = Lexicon()) {
    self.lexicon = lexicon
    self.lexicon.reserveCapacity()
  }

  /// The lexicon read; the reader forgets it, so that nothing has to be copied when rules add words to it.
  mutating func takeLexicon() -> Lexicon {
    var taken = Lexicon()
    swap(&taken, &lexicon)
    return taken
  }

  /// Reads one file; what is wrong is added to `diagnostics` and the other rows go on.
  mutating func read(name: String, bytes: [UInt8], isUser: Bool) {
    add(LexiconRowReader.rows(name: name, bytes: bytes, isUser: isUser))
  }

  /// Adds the rows of one file.
  mutating func add(_ rows: LexiconRows) {
    diagnostics += rows.diagnostics
    guard var file = rows.file else { return }
    let number = UInt16(truncatingIfNeeded: lexicon.files.count)
    let firstEntry = UInt32(truncatingIfNeeded: lexicon.entries.count)
    file.entries = lexicon.entries.count..<(lexicon.entries.count + rows.entries.count)
    lexicon.files.append(file)
    let tags = rows.tags.map { lexicon.intern(tag: $0) }
    for var entry in rows.entries {
      entry.file = number
      entry.tag = tags[Int(entry.tag)]
      lexicon.entries.append(entry)
    }
    if file.type == .common {
      lexicon.vocabulary.intern(rows.commonWords.span, into: &lexicon.commonWords)
      return
    }
    identifiers.removeAll(keepingCapacity: true)
    lexicon.vocabulary.intern(rows.words.span, into: &identifiers)
    if file.type == .abbreviation { return addAbbreviations(rows, firstEntry) }
    addSenses(rows, firstEntry, file.type)
  }

  private mutating func addAbbreviations(_ rows: LexiconRows, _ firstEntry: UInt32) {
    for (index, surface) in rows.surfaces.enumerated() {
      lexicon.abbreviations.append(
        Abbreviation(
          word: identifiers[index], tag: lexicon.entries[Int(firstEntry + surface.entry)].tag,
          isCapital: rows.letters[index].isCapital))
    }
  }

  private mutating func addSenses(_ rows: LexiconRows, _ firstEntry: UInt32, _ type: LexiconType) {
    var index = 0
    for surface in rows.surfaces {
      let capitals = UInt32(truncatingIfNeeded: lexicon.capitals.count)
      var node = Trie.root
      for _ in 0..<surface.count {
        let letters = rows.letters[index]
        node = lexicon.trie.makeChild(of: node, letters.mark == 0 ? identifiers[index] : UInt32(letters.mark))
        lexicon.capitals.append(letters.capitals)
        index += 1
      }
      let next = lexicon.trie.push(UInt32(truncatingIfNeeded: lexicon.senses.count), at: node)
      lexicon.senses.append(
        Sense(
          entry: firstEntry + surface.entry, role: surface.role, type: type, policy: surface.policy,
          capitals: capitals, next: next))
      lexicon.senseWords.append(surface.count == 1 ? node : Vocabulary.unknown)
    }
  }
}
