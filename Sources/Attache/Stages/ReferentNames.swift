/// The most precise pass: the same name, a country by any of its names, one body by its names in the lexicon.
struct ReferentNames: Sendable {
  let lexicon: Lexicon
  private let givenGender: [UInt8]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    var genders = [UInt8](repeating: 0, count: lexicon.vocabulary.count)
    lexicon.forEachSenseOfOneWord { word, _, sense in
      guard sense.type == .givenName else { return }
      let gender = lexicon.entries[Int(sense.entry)].gender
      if gender == UInt8(ascii: "m") || gender == UInt8(ascii: "f") { genders[Int(word)] = gender }
    }
    givenGender = genders
  }

  /// Notes what each name says of its referent.
  func describe(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    for index in analysis.names.indices {
      let name = analysis.names[index]
      space.note(Int32(truncatingIfNeeded: index)) { facts in
        facts.label = name.label
        facts.isNamed = name.label != .title
        facts.name = name.first..<name.end
        facts.code = code(of: name)
        facts.gender = name.gender
        if name.label == .person, facts.gender == 0 { facts.gender = gender(of: name, analysis) }
      }
    }
  }

  /// The ISO code that a name of a state has.
  private func code(of name: Name) -> UInt16 {
    name.label == .country || name.label == .nationality ? name.code : 0
  }

  /// The gender of the first given name.
  private func gender(of name: Name, _ analysis: borrowing Analysis) -> UInt8 {
    guard name.end - name.first > 1 else { return 0 }
    for token in name.first..<(name.end - 1) {
      let word = Int(analysis.tokens[token].word)
      if word < givenGender.count, givenGender[word] != 0 { return givenGender[word] }
    }
    return 0
  }

  /// Joins names that are certainly one referent.
  func join(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    var seen: [UInt64: Int32] = [:]
    for index in analysis.names.indices {
      let name = analysis.names[index]
      guard name.label != .title else { continue }
      if name.label == .person, name.end - name.first == 1 { continue }
      let node = Int32(truncatingIfNeeded: index)
      let key = key(of: name, analysis)
      if let first = seen[key] { space.join(first, node) } else { seen[key] = node }
      if name.label == .organization { joinAbbreviation(index, &space, analysis) }
    }
  }

  /// `EU`, `E.U.` and `European Union`: capitals that are the initials of a longer name, nearest first.
  func joinInitials(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    var bodies: [(name: Int, letters: [UInt8], isShort: Bool)] = []
    for index in analysis.names.indices where analysis.names[index].label == .organization {
      let name = analysis.names[index]
      let isShort = name.end == name.first + 1 && isInitials(analysis.tokens[name.first])
      let letters = isShort ? letters(of: name, analysis) : initials(of: name, analysis)
      if letters.count > 1, letters.count < 9 { bodies.append((index, letters, isShort)) }
    }
    for (at, body) in bodies.enumerated() where body.isShort {
      for offset in 1..<40 {
        let other = [at - offset, at + offset].first { place in
          bodies.indices.contains(place) && !bodies[place].isShort && bodies[place].letters == body.letters
        }
        guard let other else { continue }
        space.join(Int32(truncatingIfNeeded: bodies[other].name), Int32(truncatingIfNeeded: body.name))
        break
      }
    }
  }

  private func isInitials(_ token: Token) -> Bool {
    token.count < 16 && !token.shape.isDisjoint(with: [.upper, .dotted])
  }

  /// The capitals of a short name.
  private func letters(of name: Name, _ analysis: borrowing Analysis) -> [UInt8] {
    let token = analysis.tokens[name.first]
    return analysis.text[Int(token.start)..<Int(token.end)].filter { $0 >= 65 && $0 <= 90 }
  }

  /// The first letters of a name's capitalised words.
  private func initials(of name: Name, _ analysis: borrowing Analysis) -> [UInt8] {
    var found: [UInt8] = []
    for token in name.first..<name.end where analysis.tokens[token].shape.contains(.capital) {
      found.append(analysis.text[Int(analysis.tokens[token].start)])
    }
    return found
  }

  /// `the Council` after `Ministerial Council`: a capitalised part of a longer name, nearest before, else after.
  func joinShortBodies(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    var bodies: [Int] = []
    for index in analysis.names.indices where analysis.names[index].label == .organization { bodies.append(index) }
    for (at, index) in bodies.enumerated() {
      let short = analysis.names[index]
      guard short.end - short.first <= 2, analysis.tokens[short.first].shape.isDisjoint(with: .upper) else { continue }
      var offset = 1
      search: while offset <= 24 {
        for other in [at - offset, at + offset] where bodies.indices.contains(other) {
          guard holds(analysis.names[bodies[other]], short, analysis) else { continue }
          space.join(Int32(truncatingIfNeeded: bodies[other]), Int32(truncatingIfNeeded: index))
          break search
        }
        offset += 1
      }
    }
  }

  /// Whether a longer name ends with the short one, or goes on with `of` or `for` behind it.
  private func holds(_ long: Name, _ short: Name, _ analysis: borrowing Analysis) -> Bool {
    let length = short.end - short.first
    guard long.end - long.first > length else { return false }
    var start = long.first
    while start + length <= long.end {
      var same = 0
      while same < length, analysis.tokens[start + same].hash == analysis.tokens[short.first + same].hash { same += 1 }
      if same == length {
        let next = start + length
        return next == long.end || analysis.tokens[next].hash == ReferentNames.of
          || analysis.tokens[next].hash == ReferentNames.for
      }
      start += 1
    }
    return false
  }

  private static let of = WordHash.of("of")
  private static let `for` = WordHash.of("for")

  private func key(of name: Name, _ analysis: borrowing Analysis) -> UInt64 {
    switch name.label {
    case .country, .nationality: if name.code != 0 { return 1 << 32 | UInt64(name.code) }
    case .organization: if let entry = name.entry { return 2 << 32 | UInt64(entry) }
    case .location:
      if let entry = name.entry, lexicon.entries[Int(entry)].type == .location { return 3 << 32 | UInt64(entry) }
    default: break
    }
    return ReferentNames.hash(of: name, analysis) ^ UInt64(name.label.rawValue) << 56
  }

  /// The hash of a name's words; marks inside don't count.
  static func hash(of name: Name, _ analysis: borrowing Analysis) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for token in name.first..<name.end where analysis.tokens[token].shape.isDisjoint(with: .mark) {
      hash = (hash ^ analysis.tokens[token].hash) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash
  }

  /// `African Union (AU)`: a body and the initials right after it.
  private func joinAbbreviation(_ index: Int, _ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    guard index > 0 else { return }
    let (long, short) = (analysis.names[index - 1], analysis.names[index])
    guard long.label == .organization, short.first == long.end + 1, short.end == short.first + 1,
      analysis.tokens[long.end].word == 40, analysis.tokens[short.first].shape.contains(.upper)
    else { return }
    let first = analysis.text[Int(analysis.tokens[long.first].start)]
    guard first == analysis.text[Int(analysis.tokens[short.first].start)] else { return }
    space.join(Int32(truncatingIfNeeded: index - 1), Int32(truncatingIfNeeded: index))
  }
}
