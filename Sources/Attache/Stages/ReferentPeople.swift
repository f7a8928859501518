/// Joins short forms of a person's name with the full one: surname, given name or regnal name.
///
/// Two people who share a surname are never joined: a short name goes to the nearest person whom title and gender
/// allow.
struct ReferentPeople: Sendable {
  let words: ReferentWords
  private let keys = TitleKeys()
  /// How many people back a short name looks.
  private static let reach = 60

  /// A person's name with what it needs for comparing.
  private struct Form {
    var node: Int32
    /// Hashes of the words without particles and marks.
    var words: Range<Int>
    var last: UInt64
    /// Offices that stand beside the name.
    var titles: [TitleKey]
  }

  /// Joins the persons of a document.
  func join(_ space: inout ReferentSpace, _ titles: [OfficeStatement], _ analysis: borrowing Analysis) {
    var forms: [Form] = []
    var hashes: [UInt64] = []
    var offices: [Int: [TitleKey]] = [:]
    for statement in titles where statement.holder >= 0 && statement.isOffice {
      offices[statement.holder, default: []].append(keys.key(analysis.names[statement.title], analysis))
    }
    noteTitleGenders(titles, &space, analysis)
    for index in analysis.names.indices where analysis.names[index].label == .person {
      let name = analysis.names[index]
      let first = hashes.count
      for token in name.first..<name.end where isPart(analysis.tokens[token], analysis) {
        hashes.append(analysis.tokens[token].hash)
      }
      let node = Int32(truncatingIfNeeded: index)
      forms.append(
        Form(
          node: node, words: first..<hashes.count, last: hashes.count > first ? hashes[hashes.count - 1] : 0,
          titles: offices[index] ?? []))
    }
    for index in forms.indices where !forms[index].words.isEmpty { link(index, forms, hashes, &space) }
  }

  /// A name part rather than a mark, particle in small letters or initial.
  private func isPart(_ token: Token, _ analysis: borrowing Analysis) -> Bool {
    guard token.shape.isDisjoint(with: .mark), token.shape.isDisjoint(with: .single),
      !ReferentPeople.particles.contains(token.hash)
    else { return false }
    return token.shape.contains(.capital) || token.shape.contains(.caseless) || token.count > 4
  }

  private func noteTitleGenders(
    _ titles: [OfficeStatement], _ space: inout ReferentSpace, _ analysis: borrowing Analysis
  ) {
    for statement in titles where statement.holder >= 0 {
      let name = analysis.names[statement.title]
      let first = analysis.tokens[name.first].word
      var gender: UInt8 = 0
      if analysis.tokens[name.first].hash == ReferentPeople.his { gender = UInt8(ascii: "m") }
      if analysis.tokens[name.first].hash == ReferentPeople.her { gender = UInt8(ascii: "f") }
      if gender == 0, name.end - name.first <= 2 { gender = words.gender(analysis.tokens[name.end - 1].word) }
      if gender == 0, name.end - name.first <= 2 { gender = words.gender(first) }
      guard gender != 0 else { continue }
      space.note(Int32(truncatingIfNeeded: statement.holder)) { ($0.gender, $0.isGenderSure) = (gender, true) }
    }
  }

  private static let particles = Set(
    "de van der von bin al el la da dos du di ter ten le bint ibn del den zu ul".split(separator: " ").map {
      WordHash.of(String($0))
    })
  private static let his = WordHash.of("his")
  private static let her = WordHash.of("her")

  /// Joins form `index` with the nearest longer form that holds all of its words, else with the nearest equal one.
  private func link(_ index: Int, _ forms: [Form], _ hashes: [UInt64], _ space: inout ReferentSpace) {
    let short = forms[index]
    var found: Int32 = -1
    var bestScore = 0
    for offset in 1...ReferentPeople.reach {
      for other in [index - offset, index + offset] where forms.indices.contains(other) {
        let long = forms[other]
        guard short.last == long.last || long.words.count > short.words.count else { continue }
        let fit = fit(short, long, hashes)
        guard fit > 0 else { continue }
        let (a, b) = (space.known(short.node), space.known(long.node))
        let isClash = !ReferentPeople.agree(a.gender, b.gender)
        if isClash, a.isGenderSure && b.isGenderSure || fit < 3 { continue }
        let score =
          fit * 500 - (isClash ? 300 : 0) + agreement(short, long) + (other < index ? 200 : 0) - min(offset, 100)
        if score > bestScore { (found, bestScore) = (long.node, score) }
      }
    }
    if found >= 0 { space.join(found, short.node) }
  }

  /// What the titles of two names say: the same office, different offices, or nothing.
  private func agreement(_ short: Form, _ long: Form) -> Int {
    if short.titles.isEmpty { return 0 }
    if long.titles.isEmpty { return 0 }
    for title in short.titles where long.titles.contains(where: { TitleKeys.fit(title, $0) > 0 }) { return 400 }
    return -400
  }

  /// How well a short form fits another one: 3 surname or several words, 2 first name, 1 the same words; 0 not at all.
  private func fit(_ short: Form, _ long: Form, _ hashes: [UInt64]) -> Int {
    let (a, b) = (hashes[short.words], hashes[long.words])
    guard a.count <= b.count, !b.isEmpty else { return 0 }
    if a.elementsEqual(b) { return 1 }
    guard a.count < b.count else { return 0 }
    var at = b.startIndex
    for word in a {
      while at < b.endIndex, b[at] != word { at += 1 }
      guard at < b.endIndex else { return 0 }
      at += 1
    }
    if a.last == b.last || a.count > 1 { return 3 }
    return a.first == b.first || b.count > 2 ? 2 : 0
  }

  /// Whether two genders may be one person's.
  static func agree(_ left: UInt8, _ right: UInt8) -> Bool { left == 0 || right == 0 || left == right }
}
