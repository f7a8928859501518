/// Reads the rows of one lexicon file (tab-separated, see Lexicons/README.md); knows of no other file, so that many can
/// be read at the same time.
struct LexiconRowReader {
  private var rows = LexiconRows()
  private let tokenizer = Tokenizer()
  private var tokens: [Token] = []
  private var cellBuffer: [(content: ColumnContent, start: Int, end: Int)] = []
  /// Tags and policies by the hash of their cell: few cells are unlike.
  private var knownTags: [UInt64: UInt16] = [:]
  private var lastTag: (key: UInt64, tag: UInt16) = (0, 0)
  private var knownPolicies: [UInt64: (added: SensePolicy, removesFold: Bool)] = [:]

  /// The rows of a file and what is wrong with it.
  static func rows(name: String, bytes: [UInt8], isUser: Bool) -> LexiconRows {
    var reader = LexiconRowReader()
    reader.read(name, bytes, isUser: isUser)
    return reader.rows
  }

  /// The layout of the file being read.
  private struct Layout {
    var name: String
    var type: LexiconType
    var columns: [ColumnContent] = []
    var names: [String] = []
    var policy: SensePolicy
  }

  /// Reads one file; what is wrong is added to `rows.diagnostics` and the other rows go on.
  private mutating func read(_ name: String, _ bytes: [UInt8], isUser: Bool) {
    var directives = Directives(name: name)
    var layout: Layout?
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      var end = ByteLanes.index(of: 10, in: bytes.span, from: start, to: bytes.count)
      let next = end + 1
      if end > start, bytes[end - 1] == 13 { end -= 1 }
      if end > start {
        if bytes[start] == UInt8(ascii: "#"), layout == nil {
          rows.diagnostics += directives.read(String(decoding: bytes[start..<end], as: UTF8.self), line: line)
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
      rows.diagnostics.append(
        Diagnostic(file: name, line: max(line, 1), "no header line; write the column names, separated by tabs"))
    }
  }

  private mutating func makeLayout(
    _ name: String, _ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ directives: Directives, isUser: Bool
  ) -> Layout? {
    guard let type = directives.type ?? LexiconFileNames.type(of: name) else {
      let known = LexiconType.allCases.map(\.name).joined(separator: ", ")
      rows.diagnostics.append(
        Diagnostic(file: name, line: line, "no '#type' line before the header; write one of: \(known)"))
      return nil
    }
    var policy = directives.policy(for: type)
    if isUser { policy.insert(.user) }
    var layout = Layout(name: name, type: type, policy: policy)
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
        rows.diagnostics.append(
          Diagnostic(
            file: name, line: line, column: column,
            "unknown column '\(cell)' for type \(type.name)\(hint.isEmpty ? "; the columns are: \(list)" : hint)"))
      }
      column += cell.unicodeScalars.count + 1
    }
    guard layout.columns.count == layout.names.count,
      rows.diagnostics.last?.file != name || rows.diagnostics.last?.line != line
    else { return nil }
    let hasName = layout.columns.contains { if case .surface = $0 { true } else { false } }
    guard hasName else {
      let needed = known.first { if case .surface = $0.content { true } else { false } }?.name ?? "name"
      rows.diagnostics.append(Diagnostic(file: name, line: line, "the header has no '\(needed)' column; add it"))
      return nil
    }
    rows.file = LexiconFile(name: name, bytes: bytes, type: type)
    rows.reserveCapacity(bytes.count)
    return layout
  }

  private mutating func readRow(_ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int, _ layout: Layout) {
    var entry = LexiconEntry(
      file: 0, type: layout.type, gender: 0, line: UInt32(line), tag: 0, code: 0, nameStart: 0, nameLength: 0)
    var policy = layout.policy
    var cells: [(content: ColumnContent, start: Int, end: Int)] = []
    swap(&cells, &cellBuffer)
    defer { swap(&cells, &cellBuffer) }
    cells.removeAll(keepingCapacity: true)
    var cellStart = start
    while cellStart <= end {
      let cellEnd = ByteLanes.index(of: 9, in: bytes.span, from: cellStart, to: end)
      guard cells.count < layout.columns.count else {
        rows.diagnostics.append(
          Diagnostic(
            file: layout.name, line: line, column: column(bytes, start, cellStart),
            "more cells than the header's \(layout.columns.count) columns; remove the tab or name the column"))
        return
      }
      cells.append((layout.columns[cells.count], cellStart, cellEnd))
      cellStart = cellEnd + 1
    }
    for cell in cells where cell.end > cell.start {
      switch cell.content {
      case .code:
        guard readCode(bytes, cell.start, cell.end, &entry) else {
          let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
          rows.diagnostics.append(
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
      rows.diagnostics.append(
        Diagnostic(file: layout.name, line: line, "the row has no name; fill in the first column"))
      return
    }
    entry.nameStart = UInt32(first.start)
    entry.nameLength = UInt16(truncatingIfNeeded: first.end - first.start)
    let identifier = UInt32(truncatingIfNeeded: rows.entries.count)
    rows.entries.append(entry)
    for cell in cells where cell.end > cell.start {
      if case .surface(let role) = cell.content {
        readSurfaces(bytes, cell.start, cell.end, role, policy, identifier, layout.type)
      }
    }
    if layout.type == .verb {
      let lemma = String(decoding: bytes[first.start..<first.end], as: UTF8.self)
      addRegularForms(lemma, cells, policy, identifier)
    }
  }

  /// Common words are a class of words and no entries: there are many, and nothing but the class is asked of them.
  private mutating func readCommonWord(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    rows.commonWords.append(WordHash.of(bytes.span, start, end))
  }

  private func column(_ bytes: [UInt8], _ start: Int, _ at: Int) -> Int {
    bytes[start..<at].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private mutating func tag(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt16 {
    let key = WordHash.of(bytes.span, start, end)
    if key == lastTag.key { return lastTag.tag }
    let next = UInt16(truncatingIfNeeded: rows.tags.count)
    let tag = knownTags[key] ?? next
    if tag == next {
      rows.tags.append(String(decoding: bytes[start..<end], as: UTF8.self))
      knownTags[key] = tag
    }
    lastTag = (key, tag)
    return tag
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
    let key = WordHash.of(bytes.span, start, end)
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
        rows.diagnostics.append(
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
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ role: SurfaceRole, _ policy: SensePolicy, _ entry: UInt32,
    _ type: LexiconType
  ) {
    var from = start
    while from < end {
      let to = ByteLanes.index(of: UInt8(ascii: ";"), in: bytes.span, from: from, to: end)
      while from < to, bytes[from] == 0x20 { from += 1 }
      if from < to, let token = tokenizer.plainToken(bytes.span, from, to), Int(token.end) == to {
        rows.append(token)
        rows.surfaces.append(LexiconRows.Surface(entry: entry, role: role, policy: policy, count: 1))
      } else {
        add(bytes.span.extracting(from..<to), role, policy, entry, type)
      }
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
      if !isGiven { add(Array(form.utf8).span, role, policy, entry, .verb) }
    }
  }

  /// Adds one way to write an entry; of an abbreviation only the last word counts.
  private mutating func add(
    _ surface: Span<UInt8>, _ role: SurfaceRole, _ policy: SensePolicy, _ entry: UInt32, _ type: LexiconType
  ) {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(surface, vocabulary: LexiconRows.marks, into: &tokens)
    if type == .abbreviation {
      guard let last = tokens.last(where: { $0.shape.contains(.word) }) else { return }
      tokens = [last]
    }
    guard !tokens.isEmpty else { return }
    for token in tokens { rows.append(token) }
    rows.surfaces.append(
      LexiconRows.Surface(
        entry: entry, role: role, policy: policy, count: UInt32(truncatingIfNeeded: tokens.count)))
  }
}
