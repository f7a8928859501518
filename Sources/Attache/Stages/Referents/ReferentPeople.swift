/// Joins short forms of a person's name with the full one: surname, given name or regnal name.
///
/// Two people who share a surname are never joined: a short name goes to the nearest person whom title and gender
/// allow.
struct ReferentPeople: Sendable {
  let words: ReferentWords
  let keys: TitleKeys
  /// How many people back a short name looks.
  private static let reach = 60

  /// Joins the persons of a document.
  func join(_ memory: inout ReferentMemory, _ titles: [OfficeStatement], _ analysis: borrowing Analysis) {
    noteTitleGenders(titles, &memory.space, analysis)
    memory.people.begin(names: analysis.names.count, titles)
    for index in analysis.names.indices where analysis.names[index].label == .person {
      memory.people.add(index, analysis)
    }
    for index in memory.people.forms.indices where memory.people.forms[index].count > 0 {
      link(index, &memory, titles, analysis)
    }
  }

  private func noteTitleGenders(
    _ titles: [OfficeStatement], _ space: inout ReferentSpace, _ analysis: borrowing Analysis
  ) {
    for statement in titles where statement.holder >= 0 {
      let (start, end) = (analysis.names[statement.title].first, analysis.names[statement.title].end)
      let first = analysis.tokens[start]
      var gender: UInt8 = 0
      if first.hash == ReferentPeople.his { gender = UInt8(ascii: "m") }
      if first.hash == ReferentPeople.her { gender = UInt8(ascii: "f") }
      if gender == 0, end - start <= 2 { gender = words.gender(analysis.tokens[end - 1].word) }
      if gender == 0, end - start <= 2 { gender = words.gender(first.word) }
      guard gender != 0 else { continue }
      space.note(Int32(truncatingIfNeeded: statement.holder)) { ($0.gender, $0.isGenderSure) = (gender, true) }
    }
  }

  private static let his = WordHash.of("his")
  private static let her = WordHash.of("her")

  /// Joins form `index` with the nearest longer form that holds all of its words, else with the nearest equal one.
  private func link(
    _ index: Int, _ memory: inout ReferentMemory, _ titles: [OfficeStatement], _ analysis: borrowing Analysis
  ) {
    let short = memory.people.forms[index]
    let count = memory.people.forms.count
    var found: Int32 = -1
    var bestScore = 0
    for offset in 1...ReferentPeople.reach {
      guard index >= offset || index + offset < count else { break }
      for isBefore in [true, false] {
        let other = isBefore ? index - offset : index + offset
        guard other >= 0, other < count else { continue }
        let fit = memory.people.fit(short, other)
        guard fit > 0 else { continue }
        let long = memory.people.forms[other]
        guard short.last == long.last || long.count > short.count else { continue }
        let (a, b) = (memory.space.known(short.node), memory.space.known(long.node))
        let isClash = !ReferentPeople.agree(a.gender, b.gender)
        if isClash, a.isGenderSure && b.isGenderSure || fit < 3 { continue }
        let score =
          fit * 500 - (isClash ? 300 : 0) + agreement(short, long, &memory, titles, analysis) + (isBefore ? 200 : 0)
          - min(offset, 100)
        if score > bestScore { (found, bestScore) = (long.node, score) }
      }
    }
    if found >= 0 { memory.space.join(found, short.node) }
  }

  /// What the titles of two names say: the same office, different offices, or nothing.
  private func agreement(
    _ short: PersonForms.Form, _ long: PersonForms.Form, _ memory: inout ReferentMemory, _ titles: [OfficeStatement],
    _ analysis: borrowing Analysis
  ) -> Int {
    guard short.statement >= 0, long.statement >= 0 else { return 0 }
    var left = short.statement
    while left >= 0 {
      let key = memory.titles.key(titles[Int(left)].title, keys, analysis)
      var right = long.statement
      while right >= 0 {
        let other = memory.titles.key(titles[Int(right)].title, keys, analysis)
        if memory.titles.fit(key, other) > 0 { return 400 }
        right = memory.people.nextStatements[Int(right)]
      }
      left = memory.people.nextStatements[Int(left)]
    }
    return -400
  }

  /// Whether two genders may be one person's.
  @inline(__always)
  static func agree(_ left: UInt8, _ right: UInt8) -> Bool { left == 0 || right == 0 || left == right }
}
