/// Joins short forms of a person's name with the full one: surname, given name or regnal name.
///
/// Two people who share a surname are never joined: a short name goes to the nearest person whom title and gender
/// allow, and stays alone where two are equally near.
struct ReferentPeople: Sendable {
  let words: ReferentWords
  /// How many people back a short name looks.
  private static let reach = 60

  /// A person's name with what it needs for comparing.
  private struct Form {
    var node: Int32
    /// Hashes of the words without particles and marks.
    var words: Range<Int>
    var gender: UInt8
    var token: Int
  }

  /// Joins the persons of a document.
  func join(_ space: inout ReferentSpace, _ titles: [OfficeStatement], _ analysis: borrowing Analysis) {
    var forms: [Form] = []
    var hashes: [UInt64] = []
    noteTitleGenders(titles, &space, analysis)
    for index in analysis.names.indices where analysis.names[index].label == .person {
      let name = analysis.names[index]
      let first = hashes.count
      for token in name.first..<name.end where isPart(analysis.tokens[token], analysis) {
        hashes.append(analysis.tokens[token].hash)
      }
      let node = Int32(truncatingIfNeeded: index)
      forms.append(
        Form(node: node, words: first..<hashes.count, gender: space.known(node).gender, token: name.first))
    }
    for index in forms.indices where !forms[index].words.isEmpty { link(index, forms, hashes, &space) }
  }

  /// A name part rather than a mark, particle in small letters or initial.
  private func isPart(_ token: Token, _ analysis: borrowing Analysis) -> Bool {
    guard token.shape.isDisjoint(with: .mark), token.shape.isDisjoint(with: .single) else { return false }
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
      space.note(Int32(truncatingIfNeeded: statement.holder)) { $0.gender = gender }
    }
  }

  private static let his = WordHash.of("his")
  private static let her = WordHash.of("her")

  /// Joins form `index` with the nearest longer form that holds all of its words.
  private func link(_ index: Int, _ forms: [Form], _ hashes: [UInt64], _ space: inout ReferentSpace) {
    let short = forms[index]
    var found: Int32 = -1
    var bestScore = 0
    var isTied = false
    for offset in 1...ReferentPeople.reach {
      for other in [index - offset, index + offset] where forms.indices.contains(other) {
        let long = forms[other]
        let fit = fit(short, long, hashes)
        guard fit > 0, ReferentPeople.agree(space.known(short.node).gender, space.known(long.node).gender) else {
          continue
        }
        let isBefore = other < index
        let score = fit * 1000 + (isBefore ? 500 : 0) - min(offset, 400)
        if found >= 0, space.isSame(found, long.node) {
          bestScore = max(bestScore, score)
        } else if score > bestScore {
          // An equal form before beats one after; two different people at the same side leave the nearer.
          isTied = false
          bestScore = score
          found = long.node
        }
      }
    }
    if found >= 0, !isTied { space.join(found, short.node) }
  }

  /// How well a short form fits a longer one: 3 the same words, 2 surname or several words, 1 first name; 0 not at all.
  private func fit(_ short: Form, _ long: Form, _ hashes: [UInt64]) -> Int {
    let (a, b) = (hashes[short.words], hashes[long.words])
    guard a.count <= b.count, !b.isEmpty else { return 0 }
    if a.elementsEqual(b) { return 3 }
    guard a.count < b.count else { return 0 }
    var at = b.startIndex
    for word in a {
      while at < b.endIndex, b[at] != word { at += 1 }
      guard at < b.endIndex else { return 0 }
      at += 1
    }
    if a.last == b.last || a.count > 1 { return 2 }
    return a.first == b.first ? 1 : a.count == 1 && b.count > 2 ? 1 : 0
  }

  /// Whether two genders may be one person's.
  static func agree(_ left: UInt8, _ right: UInt8) -> Bool { left == 0 || right == 0 || left == right }
}
