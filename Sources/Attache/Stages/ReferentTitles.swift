/// Titles and the people who hold them: `Bahrain's Interior Minister`, `the minister`, `the Minister of Interior`.
struct ReferentTitles: Sendable {
  private let keys = TitleKeys()
  /// How many offices back a title alone looks.
  private static let reach = 40

  /// An office that somebody holds.
  private struct Held {
    var key: TitleKey
    var node: Int32
    var of: Int32
    var code: UInt16
    var isOffice: Bool
  }

  /// Joins titles with their holders and notes the offices.
  func join(_ space: inout ReferentSpace, _ titles: [OfficeStatement], _ analysis: borrowing Analysis) {
    for statement in titles where statement.holder >= 0 {
      space.join(Int32(truncatingIfNeeded: statement.holder), Int32(truncatingIfNeeded: statement.title))
    }
  }

  /// Joins titles that stand alone with the person who holds them in this document, or with one another.
  func joinAlone(
    _ space: inout ReferentSpace, _ titles: [OfficeStatement], owned: Set<Int>, _ analysis: borrowing Analysis
  ) {
    var held: [Held] = []
    var later = heldOffices(titles, &space, analysis)
    later.reverse()
    for statement in titles {
      let node = Int32(truncatingIfNeeded: statement.title)
      let key = keys.key(analysis.names[statement.title], analysis)
      let (of, code) = side(statement, &space)
      if statement.holder >= 0 {
        if !later.isEmpty { later.removeLast() }
        held.append(Held(key: key, node: node, of: of, code: code, isOffice: statement.isOffice))
      } else if !space.known(node).isPlural, !owned.contains(statement.title) {
        let wanted = Held(key: key, node: node, of: of, code: code, isOffice: statement.isOffice)
        if let holder = nearest(wanted, held.suffix(ReferentTitles.reach).reversed(), &space)
          ?? nearest(wanted, later.suffix(ReferentTitles.reach).reversed(), &space, least: 2)
        {
          space.join(holder, node)
        }
        held.append(wanted)
      }
      let isNew = statement.holder >= 0 || space.known(node).office < 0
      if statement.isOffice, isNew, statement.holder >= 0 || !space.known(node).isPlural {
        let root = space.root(node)
        space.offices.append(
          ReferentSpace.Office(
            holder: root, title: Int32(truncatingIfNeeded: statement.title), of: of, code: code,
            status: statement.status))
        if space.facts[Int(root)].office < 0 || space.offices[Int(space.facts[Int(root)].office)].of < 0 && of >= 0 {
          let number = Int32(truncatingIfNeeded: space.offices.count - 1)
          space.note(root) { $0.office = number }
        }
        if of >= 0, space.facts[Int(root)].side < 0 { space.note(root) { $0.side = of } }
      }
    }
  }

  private func heldOffices(
    _ titles: [OfficeStatement], _ space: inout ReferentSpace, _ analysis: borrowing Analysis
  ) -> [Held] {
    titles.compactMap { statement in
      guard statement.holder >= 0 else { return nil }
      let (of, code) = side(statement, &space)
      return Held(
        key: keys.key(analysis.names[statement.title], analysis), node: Int32(truncatingIfNeeded: statement.title),
        of: of, code: code, isOffice: statement.isOffice)
    }
  }

  private func side(_ statement: OfficeStatement, _ space: inout ReferentSpace) -> (Int32, UInt16) {
    guard statement.of >= 0 else { return (-1, 0) }
    let node = space.root(Int32(truncatingIfNeeded: statement.of))
    return (node, space.facts[Int(node)].code)
  }

  /// The best holder for a title: same words before fewer words, then the nearest; nil when none fits.
  private func nearest(
    _ wanted: Held, _ held: some Sequence<Held>, _ space: inout ReferentSpace, least: Int = 1
  ) -> Int32? {
    var best: Int32?
    var bestScore = 0
    for other in held {
      let fit = TitleKeys.fit(wanted.key, other.key)
      guard fit >= least, isCompatible(wanted, other, &space) else { continue }
      // A country that both name is worth more than a longer title.
      let isSameSide = wanted.of >= 0 && other.of >= 0
      let score = (isSameSide ? 4 : 0) + (fit == 3 ? 2 : fit)
      if score > bestScore { (best, bestScore) = (other.node, score) }
    }
    return best
  }

  private func isCompatible(_ wanted: Held, _ other: Held, _ space: inout ReferentSpace) -> Bool {
    guard wanted.of >= 0 else { return true }
    let side = other.of >= 0 ? space.root(other.of) : space.known(other.node).side
    guard side >= 0 else { return true }
    if space.isSame(wanted.of, side) { return true }
    let code = space.known(side).code
    return wanted.code != 0 && wanted.code == code
  }
}
