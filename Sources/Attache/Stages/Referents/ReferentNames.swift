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

  /// What a name says of its referent.
  @inline(__always)
  func facts(of index: Int, _ analysis: borrowing Analysis) -> ReferentSpace.Facts {
    let name = analysis.names[index]
    var facts = ReferentSpace.Facts()
    facts.label = name.label
    facts.isNamed = name.label != .title
    facts.nameFirst = Int32(truncatingIfNeeded: name.first)
    facts.nameEnd = Int32(truncatingIfNeeded: name.end)
    if name.label == .country || name.label == .nationality { facts.code = name.code }
    facts.gender = name.gender
    if name.label == .person, name.gender == 0 { facts.gender = gender(of: name, analysis) }
    facts.rank = ReferentSpace.rank(facts)
    return facts
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
  func join(_ memory: inout ReferentMemory, _ analysis: borrowing Analysis) {
    memory.firstNames.begin(keys: analysis.names.count)
    memory.bodies.removeAll()
    for index in analysis.names.indices {
      let name = analysis.names[index]
      guard name.label != .title else { continue }
      if name.label == .organization { memory.bodies.add(index, name, analysis) }
      if name.label == .person, name.end - name.first == 1 { continue }
      let node = Int32(truncatingIfNeeded: index)
      let first = memory.firstNames.first(key(of: name, analysis), node)
      if first != node { memory.space.join(first, node) }
      if name.label == .organization { joinAbbreviation(index, &memory.space, analysis) }
    }
  }

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
