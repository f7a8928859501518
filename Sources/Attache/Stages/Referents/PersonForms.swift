/// The persons' names of a document with what they need for being compared.
struct PersonForms: Sendable {
  /// A person's name.
  struct Form: Sendable {
    var node: Int32
    /// Hashes of the words without particles and marks, as a range of `hashes`.
    var first: Int32
    var count: Int32 = 0
    /// The first statement of an office beside the name; -1 is none.
    var statement: Int32 = -1
    /// A bit for each word; a word whose bit is missing isn't there.
    var signature: UInt64 = 0
    var last: UInt64 = 0
  }

  private(set) var forms: [Form] = []
  private var hashes: [UInt64] = []
  /// For each name the first statement of an office that it holds; -1 is none.
  private var firstStatements: [Int32] = []
  /// For each statement the next one of the same holder; -1 is none.
  private(set) var nextStatements: [Int32] = []

  /// Forgets the last document and takes the statements of this one.
  mutating func begin(names: Int, _ statements: [OfficeStatement]) {
    forms.clear()
    hashes.clear()
    firstStatements.refill(-1, count: names)
    nextStatements.refill(-1, count: statements.count)
    for index in statements.indices.reversed() where statements[index].holder >= 0 && statements[index].isOffice {
      nextStatements[index] = firstStatements[statements[index].holder]
      firstStatements[statements[index].holder] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Adds the next person's name.
  mutating func add(_ index: Int, _ analysis: borrowing Analysis) {
    var form = Form(node: Int32(truncatingIfNeeded: index), first: Int32(truncatingIfNeeded: hashes.count))
    form.statement = firstStatements[index]
    for token in analysis.names[index].first..<analysis.names[index].end {
      let hash = analysis.tokens[token].hash
      guard PersonForms.isPart(analysis.tokens[token].shape, analysis.tokens[token].count, hash) else { continue }
      hashes.append(hash)
      form.signature |= 1 << (hash >> 58)
      form.last = hash
      form.count += 1
    }
    forms.append(form)
  }

  /// A name part rather than a mark, particle in small letters or initial.
  @inline(__always)
  private static func isPart(_ shape: Token.Shape, _ count: Int, _ hash: UInt64) -> Bool {
    guard shape.isDisjoint(with: [.mark, .single]), particles.value(hash) == 0 else { return false }
    return !shape.isDisjoint(with: [.capital, .caseless]) || count > 4
  }

  private static let particles = {
    var table = ReferentWordTable()
    table.add(1, to: "de van der von bin al el la da dos du di ter ten le bint ibn del den zu ul")
    return table
  }()

  /// How well a short form fits another one: 3 surname or several words, 2 first name, 1 the same words; 0 not at all.
  @inline(__always)
  func fit(_ short: Form, _ other: Int) -> Int {
    guard short.signature & ~forms[other].signature == 0, short.count <= forms[other].count else { return 0 }
    return fit(short, forms[other])
  }

  private func fit(_ short: Form, _ long: Form) -> Int {
    guard long.count > 0 else { return 0 }
    let (a, b) = (Int(short.first), Int(long.first))
    let (shortCount, longCount) = (Int(short.count), Int(long.count))
    if shortCount == longCount {
      for index in 0..<shortCount where hashes[a + index] != hashes[b + index] { return 0 }
      return 1
    }
    var at = 0
    for index in 0..<shortCount {
      while at < longCount, hashes[b + at] != hashes[a + index] { at += 1 }
      guard at < longCount else { return 0 }
      at += 1
    }
    if short.last == long.last || shortCount > 1 { return 3 }
    return hashes[a] == hashes[b] || longCount > 2 ? 2 : 0
  }
}
