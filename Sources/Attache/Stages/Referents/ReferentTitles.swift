/// The titles of a document as far as they were read, as indices of their statements.
struct HeldTitles: Sendable {
  /// Statements whose office somebody holds, in text order.
  var all: [Int32] = []
  /// Statements before the one at hand: those that somebody holds and titles alone.
  var before: [Int32] = []

  mutating func removeAll() {
    all.clear()
    before.clear()
  }
}

/// Titles and the people who hold them: `Bahrain's Interior Minister`, `the minister`, `the Minister of Interior`.
struct ReferentTitles: Sendable {
  let keys: TitleKeys
  /// How many offices back a title alone looks.
  private static let reach = 40

  /// What a title alone looks for.
  private struct Wanted {
    var key: TitleKey
    var of: Int32
    var code: UInt16
  }

  /// The holder that fits best.
  private struct Best {
    var node: Int32 = -1
    var score = 0
  }

  /// Joins titles with their holders and notes the offices.
  func join(_ space: inout ReferentSpace, _ titles: [OfficeStatement]) {
    for statement in titles where statement.holder >= 0 {
      space.join(Int32(truncatingIfNeeded: statement.holder), Int32(truncatingIfNeeded: statement.title))
    }
  }

  /// Joins titles that stand alone with the person who holds them in this document, or with one another.
  func joinAlone(_ memory: inout ReferentMemory, _ titles: [OfficeStatement], _ analysis: borrowing Analysis) {
    memory.held.removeAll()
    for index in titles.indices where titles[index].holder >= 0 {
      memory.held.all.append(Int32(truncatingIfNeeded: index))
    }
    var later = 0
    for (index, statement) in titles.enumerated() {
      let node = Int32(truncatingIfNeeded: statement.title)
      let of = statement.of >= 0 ? memory.space.root(Int32(truncatingIfNeeded: statement.of)) : -1
      let code = of >= 0 ? memory.space.facts[Int(of)].code : 0
      if statement.holder >= 0 {
        later += 1
        memory.held.before.append(Int32(truncatingIfNeeded: index))
      } else if !memory.space.known(node).isPlural, !memory.isOwned[statement.title] {
        let wanted = Wanted(key: memory.titles.key(statement.title, keys, analysis), of: of, code: code)
        let holder = holder(wanted, later: later, &memory, titles, analysis)
        if holder >= 0 { memory.space.join(holder, node) }
        memory.held.before.append(Int32(truncatingIfNeeded: index))
      }
      if statement.isOffice { noteOffice(statement, node, of, code, &memory.space) }
    }
  }

  private func noteOffice(
    _ statement: OfficeStatement, _ node: Int32, _ of: Int32, _ code: UInt16, _ space: inout ReferentSpace
  ) {
    let root = space.root(node)
    let facts = space.facts[Int(root)]
    guard statement.holder >= 0 || facts.office < 0 && !facts.isPlural else { return }
    space.offices.append(
      ReferentSpace.Office(
        holder: root, title: Int32(truncatingIfNeeded: statement.title), of: of, code: code, status: statement.status))
    if facts.office < 0 || space.offices[Int(facts.office)].of < 0 && of >= 0 {
      let number = Int32(truncatingIfNeeded: space.offices.count - 1)
      space.note(root) { $0.office = number }
    }
    if of >= 0, facts.side < 0 { space.note(root) { $0.side = of } }
  }

  /// The best holder for a title: before it, else behind it; -1 when none fits.
  private func holder(
    _ wanted: Wanted, later: Int, _ memory: inout ReferentMemory, _ titles: [OfficeStatement],
    _ analysis: borrowing Analysis
  ) -> Int32 {
    var best = Best()
    let before = memory.held.before.count
    for at in (max(0, before - ReferentTitles.reach)..<before).reversed() {
      weigh(titles[Int(memory.held.before[at])], wanted, least: 1, &best, &memory, analysis)
    }
    if best.node >= 0 { return best.node }
    for at in later..<min(memory.held.all.count, later + ReferentTitles.reach) {
      weigh(titles[Int(memory.held.all[at])], wanted, least: 2, &best, &memory, analysis)
    }
    return best.node
  }

  /// Same words count more than fewer words, then the nearest.
  private func weigh(
    _ other: OfficeStatement, _ wanted: Wanted, least: Int, _ best: inout Best, _ memory: inout ReferentMemory,
    _ analysis: borrowing Analysis
  ) {
    let key = memory.titles.key(other.title, keys, analysis)
    let fit = memory.titles.fit(wanted.key, key)
    guard fit >= least, isCompatible(wanted, other, &memory.space) else { return }
    // A country that both name is worth more than a longer title.
    let isSameSide = wanted.of >= 0 && other.of >= 0
    let score = (isSameSide ? 4 : 0) + (fit == 3 ? 2 : fit)
    if score > best.score { best = Best(node: Int32(truncatingIfNeeded: other.title), score: score) }
  }

  private func isCompatible(_ wanted: Wanted, _ other: OfficeStatement, _ space: inout ReferentSpace) -> Bool {
    guard wanted.of >= 0 else { return true }
    let side =
      other.of >= 0
      ? space.root(Int32(truncatingIfNeeded: other.of)) : space.known(Int32(truncatingIfNeeded: other.title)).side
    guard side >= 0 else { return true }
    if space.isSame(wanted.of, side) { return true }
    let code = space.known(side).code
    return wanted.code != 0 && wanted.code == code
  }
}
