/// Reads lexicon files (tab-separated, see Lexicons/README.md) into a lexicon.
struct LexiconReader {
  private(set) var lexicon: Lexicon
  private(set) var diagnostics: [Diagnostic] = []
  private let tokenizer = Tokenizer()
  private var tokens: [Token] = []
  private var cellBuffer: [(content: ColumnContent, start: Int, end: Int)] = []
  /// Tags and policies by the hash of their cell: few cells are unlike.
  private var knownTags: [UInt64: UInt16] = [:]
  private var knownPolicies: [UInt64: (added: SensePolicy, removesFold: Bool)] = [:]

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

  /// The layout of the file being read.
  private struct Layout {
    var file: UInt16
    var name: String
    var type: LexiconType
    var columns: [ColumnContent] = []
    var names: [String] = []
    var policy: SensePolicy
  }

  /// Reads one file; what is wrong is added to `diagnostics` and the other rows go on.
  mutating func read(name: String, bytes: [UInt8], isUser: Bool) {
    var directives = Directives(name: name)
    var layout: Layout?
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == 13 { end -= 1 }
      if end > start {
        if bytes[start] == UInt8(ascii: "#"), layout == nil {
          diagnostics += directives.read(String(decoding: bytes[start..<end], as: UTF8.self), line: line)
        } else if let layout {
          if layout.type == .common {
            readCommonWord(bytes, start, end)
          } else if bytes[start] != UInt8(ascii: "#") {
            readRow(bytes, start, end, line, layout)
          }
        } else {
          layout = makeLayout(name, bytes, start, end, line, directives, isUser: isUser)
          if layout == nil { return }
        }
      }
      start = next
    }
    if layout == nil {
      diagnostics.append(
        Diagnostic(file: name, line: max(line, 1), "no header line; write the column names, separated by tabs"))
    }
  }

  private mutating func makeLayout(
    _ name: String, _ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ directives: Directives, isUser: Bool
  ) -> Layout? {
    guard let type = directives.type ?? LexiconFileNames.type(of: name) else {
      let known = LexiconType.allCases.map(\.name).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(file: name, line: line, "no '#type' line before the header; write one of: \(known)"))
      return nil
    }
    var policy = directives.policy(for: type)
    if isUser { policy.insert(.user) }
    var layout = Layout(file: UInt16(truncatingIfNeeded: lexicon.files.count), name: name, type: type, policy: policy)
    let known = type.columns
    var column = 1
    for cell in String(decoding: bytes[start..<end], as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false)
    {
      let title = cell.lowercased()
      if let found = known.first(where: { $0.name == title }) {
        layout.columns.append(found.content)
        layout.names.append(title)
      } else {
        let hint = Suggestion.phrase(for: title, in: known.map(\.name))
        let list = known.map(\.name).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            file: name, line: line, column: column,
            "unknown column '\(cell)' for type \(type.name)\(hint.isEmpty ? "; the columns are: \(list)" : hint)"))
      }
      column += cell.unicodeScalars.count + 1
    }
    guard layout.columns.count == layout.names.count, diagnostics.last?.file != name || diagnostics.last?.line != line
    else { return nil }
    let hasName = layout.columns.contains { if case .surface = $0 { true } else { false } }
    guard hasName else {
      let needed = known.first { if case .surface = $0.content { true } else { false } }?.name ?? "name"
      diagnostics.append(Diagnostic(file: name, line: line, "the header has no '\(needed)' column; add it"))
      return nil
    }
    lexicon.files.append(LexiconFile(name: name, bytes: bytes, type: type))
    return layout
  }

  private mutating func readRow(_ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ layout: Layout) {
    var entry = LexiconEntry(
      file: layout.file, type: layout.type, gender: 0, line: UInt32(line), tag: 0, code: 0, nameStart: 0, nameLength: 0)
    var policy = layout.policy
    var cells: [(content: ColumnContent, start: Int, end: Int)] = []
    swap(&cells, &cellBuffer)
    defer { swap(&cells, &cellBuffer) }
    cells.removeAll(keepingCapacity: true)
    var cellStart = start
    var index = start
    while index <= end {
      if index == end || bytes[index] == 9 {
        guard cells.count < layout.columns.count else {
          diagnostics.append(
            Diagnostic(
              file: layout.name, line: line, column: column(bytes, start, cellStart),
              "more cells than the header's \(layout.columns.count) columns; remove the tab or name the column"))
          return
        }
        cells.append((layout.columns[cells.count], cellStart, index))
        cellStart = index + 1
      }
      index += 1
    }
    for cell in cells where cell.end > cell.start {
      switch cell.content {
      case .code:
        guard readCode(bytes, cell.start, cell.end, &entry) else {
          let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
          diagnostics.append(
            Diagnostic(
              file: layout.name, line: line, column: column(bytes, start, cell.start),
              "'\(text)' is no country code; write two capital letters of ISO 3166-1, such as FR"))
          return
        }
      case .gender: entry.gender = bytes[cell.start]
      case .tag: entry.tag = tag(bytes, cell.start, cell.end)
      case .policy: readPolicy(bytes, cell.start, cell.end, line, column(bytes, start, cell.start), layout, &policy)
      case .surface, .note: break
      }
    }
    guard let first = cells.first(where: { if case .surface = $0.content { $0.end > $0.start } else { false } }) else {
      diagnostics.append(
        Diagnostic(file: layout.name, line: line, "the row has no name; fill in the first column"))
      return
    }
    entry.nameStart = UInt32(first.start)
    entry.nameLength = UInt16(truncatingIfNeeded: first.end - first.start)
    let identifier = UInt32(lexicon.entries.count)
    lexicon.entries.append(entry)
    for cell in cells where cell.end > cell.start {
      if case .surface(let role) = cell.content { readSurfaces(bytes, cell.start, cell.end, role, policy, identifier) }
    }
    if layout.type == .verb {
      let lemma = String(decoding: bytes[first.start..<first.end], as: UTF8.self)
      addRegularForms(lemma, cells, policy, identifier)
    }
  }

  /// Common words are a class of words and no entries: there are many, and nothing but the class is asked of them.
  private mutating func readCommonWord(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    lexicon.commonWords.append(lexicon.vocabulary.intern(WordHash.of(bytes.span, start, end)))
  }

  /// Keeps the last word of the row just cut into tokens with the row's class.
  private mutating func addAbbreviation(_ entry: UInt32) {
    guard let token = tokens.last(where: { $0.shape.contains(.word) }) else { return }
    lexicon.abbreviations.append(
      Abbreviation(
        word: lexicon.vocabulary.intern(token.hash), tag: lexicon.entries[Int(entry)].tag,
        isCapital: token.shape.contains(.capital)))
  }

  private func column(_ bytes: [UInt8], _ start: Int, _ at: Int) -> Int {
    bytes[start..<at].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    WordHash.of(bytes.span, start, end)
  }

  private mutating func tag(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt16 {
    let key = hash(bytes, start, end)
    if let known = knownTags[key] { return known }
    let made = lexicon.intern(tag: String(decoding: bytes[start..<end], as: UTF8.self))
    knownTags[key] = made
    return made
  }

  private func readCode(_ bytes: [UInt8], _ start: Int, _ end: Int, _ entry: inout LexiconEntry) -> Bool {
    let isCapital = { (byte: UInt8) in byte >= 65 && byte <= 90 }
    guard end - start >= 2, isCapital(bytes[start]), isCapital(bytes[start + 1]) else { return false }
    if end - start > 2, bytes[start + 2] != UInt8(ascii: ";"), bytes[start + 2] != UInt8(ascii: "-") { return false }
    entry.code = UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
    return true
  }

  private mutating func readPolicy(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ column: Int, _ layout: Layout,
    _ policy: inout SensePolicy
  ) {
    let key = hash(bytes, start, end)
    let change = knownPolicies[key] ?? policyChange(bytes, start, end, line, column, layout)
    if let change {
      knownPolicies[key] = change
      if change.removesFold { policy.remove(.foldCase) }
      policy.formUnion(change.added)
    }
  }

  /// What a policy cell changes; nil, and a diagnostic, when a word of it is unknown.
  private mutating func policyChange(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ column: Int, _ layout: Layout
  ) -> (added: SensePolicy, removesFold: Bool)? {
    var change = (added: SensePolicy(), removesFold: false)
    for word in String(decoding: bytes[start..<end], as: UTF8.self).split(whereSeparator: { $0 == ";" || $0 == " " }) {
      guard let known = SensePolicy.words.first(where: { $0.0 == word }) else {
        let hint = Suggestion.phrase(for: String(word), in: SensePolicy.words.map(\.0))
        let list = SensePolicy.words.map(\.0).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            file: layout.name, line: line, column: column,
            "unknown policy '\(word)'\(hint.isEmpty ? "; the policies are: \(list)" : hint)"))
        return nil
      }
      if word == "exact" { change.removesFold = true } else { change.added.formUnion(known.1) }
    }
    return change
  }

  private mutating func readSurfaces(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ role: SurfaceRole, _ policy: SensePolicy, _ entry: UInt32
  ) {
    var from = start
    while from < end {
      var to = from
      while to < end, bytes[to] != UInt8(ascii: ";") { to += 1 }
      add(bytes.span.extracting(from..<to), role, policy, entry)
      from = to + 1
    }
  }

  private mutating func addRegularForms(
    _ lemma: String, _ cells: [(content: ColumnContent, start: Int, end: Int)], _ policy: SensePolicy, _ entry: UInt32
  ) {
    for (role, form) in Inflection.regularForms(of: lemma) {
      let isGiven = cells.contains {
        if case .surface(let given) = $0.content { given == role && $0.end > $0.start } else { false }
      }
      if !isGiven { add(Array(form.utf8).span, role, policy, entry) }
    }
  }

  /// Adds one way to write an entry.
  private mutating func add(_ surface: Span<UInt8>, _ role: SurfaceRole, _ policy: SensePolicy, _ entry: UInt32) {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(surface, vocabulary: lexicon.vocabulary, into: &tokens)
    guard !tokens.isEmpty else { return }
    if lexicon.entries[Int(entry)].type == .abbreviation { return addAbbreviation(entry) }
    var node = Trie.root
    let capitals = UInt32(lexicon.capitals.count)
    for token in tokens {
      let isKnown = token.word != Vocabulary.unknown && token.word != Mark.other
      node = lexicon.trie.makeChild(of: node, isKnown ? token.word : lexicon.vocabulary.intern(token.hash))
      lexicon.capitals.append(token.capitals)
    }
    let identifier = UInt32(lexicon.senses.count)
    let next = lexicon.trie.push(identifier, at: node)
    let type = lexicon.entries[Int(entry)].type
    lexicon.senses.append(Sense(entry: entry, role: role, type: type, policy: policy, capitals: capitals, next: next))
    lexicon.senseWords.append(tokens.count == 1 ? node : Vocabulary.unknown)
  }
}
