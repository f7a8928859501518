/// The organisations of a document with what tells at a glance which of them can be the short form of another.
struct ReferentBodies: Sendable {
  private struct Body: Sendable {
    var name: Int32
    var first: Int32
    var length: Int32
    /// Capitals that stand for a longer name; `letters` are they, else the initials of the words.
    var isShort = false
    /// At most eight letters, or 0 for fewer than two and for more.
    var letters: UInt64 = 0
    /// A bit for each word; a word whose bit is missing isn't there.
    var signature: UInt64 = 0
    /// Not in capitals and of at most two words.
    var isPart = false
  }

  private var bodies: [Body] = []
  private var lettered: [Int32] = []

  /// Forgets the last document.
  mutating func removeAll() {
    bodies.clear()
    lettered.clear()
  }

  /// Adds the next organisation.
  mutating func add(_ index: Int, _ name: Name, _ analysis: borrowing Analysis) {
    var body = Body(
      name: Int32(truncatingIfNeeded: index), first: Int32(truncatingIfNeeded: name.first),
      length: Int32(truncatingIfNeeded: name.end - name.first))
    let shape = analysis.tokens[name.first].shape
    body.isShort =
      body.length == 1 && analysis.tokens[name.first].count < 16 && !shape.isDisjoint(with: [.upper, .dotted])
    body.isPart = body.length <= 2 && shape.isDisjoint(with: .upper)
    for token in name.first..<name.end { body.signature |= 1 << (analysis.tokens[token].hash >> 58) }
    body.letters = body.isShort ? letters(of: name, analysis) : initials(of: name, analysis)
    if body.letters > 0xFF { lettered.append(Int32(truncatingIfNeeded: bodies.count)) }
    bodies.append(body)
  }

  /// The capitals of a short name.
  private func letters(of name: Name, _ analysis: borrowing Analysis) -> UInt64 {
    let token = analysis.tokens[name.first]
    var (found, count): (UInt64, Int) = (0, 0)
    for index in Int(token.start)..<Int(token.end) where analysis.text[index] >= 65 && analysis.text[index] <= 90 {
      (found, count) = (found << 8 | UInt64(analysis.text[index]), count + 1)
    }
    return count <= 8 ? found : 0
  }

  /// The first letters of a name's capitalised words.
  private func initials(of name: Name, _ analysis: borrowing Analysis) -> UInt64 {
    var (found, count): (UInt64, Int) = (0, 0)
    for token in name.first..<name.end where analysis.tokens[token].shape.contains(.capital) {
      (found, count) = (found << 8 | UInt64(analysis.text[Int(analysis.tokens[token].start)]), count + 1)
    }
    return count <= 8 ? found : 0
  }

  /// `EU`, `E.U.` and `European Union`: capitals that are the initials of a longer name, nearest first.
  func joinInitials(_ space: inout ReferentSpace) {
    for at in lettered.indices where bodies[Int(lettered[at])].isShort {
      let short = bodies[Int(lettered[at])]
      for offset in 1..<40 {
        guard at >= offset || at + offset < lettered.count else { break }
        let other =
          isLong(at - offset, short.letters) ? at - offset : isLong(at + offset, short.letters) ? at + offset : -1
        guard other >= 0 else { continue }
        space.join(bodies[Int(lettered[other])].name, short.name)
        break
      }
    }
  }

  @inline(__always)
  private func isLong(_ place: Int, _ letters: UInt64) -> Bool {
    guard place >= 0, place < lettered.count else { return false }
    let body = Int(lettered[place])
    return bodies[body].letters == letters && !bodies[body].isShort
  }

  /// `the Council` after `Ministerial Council`: a capitalised part of a longer name, nearest before, else after.
  func joinParts(_ space: inout ReferentSpace, _ analysis: borrowing Analysis) {
    for at in bodies.indices where bodies[at].isPart {
      let short = bodies[at]
      for offset in 1...24 {
        guard at >= offset || at + offset < bodies.count else { break }
        let other =
          holds(at - offset, short, analysis) ? at - offset : holds(at + offset, short, analysis) ? at + offset : -1
        guard other >= 0 else { continue }
        space.join(bodies[other].name, short.name)
        break
      }
    }
  }

  /// Whether a longer name ends with the short one, or goes on with `of` or `for` behind it.
  @inline(__always)
  private func holds(_ place: Int, _ short: Body, _ analysis: borrowing Analysis) -> Bool {
    guard place >= 0, place < bodies.count, short.signature & ~bodies[place].signature == 0,
      bodies[place].length > short.length
    else { return false }
    return ReferentBodies.holds(bodies[place], short, analysis)
  }

  private static func holds(_ long: Body, _ short: Body, _ analysis: borrowing Analysis) -> Bool {
    let (first, length) = (Int(short.first), Int(short.length))
    let end = Int(long.first + long.length)
    var start = Int(long.first)
    while start + length <= end {
      var same = 0
      while same < length, analysis.tokens[start + same].hash == analysis.tokens[first + same].hash { same += 1 }
      if same == length {
        let next = start + length
        return next == end || analysis.tokens[next].hash == of || analysis.tokens[next].hash == `for`
      }
      start += 1
    }
    return false
  }

  private static let of = WordHash.of("of")
  private static let `for` = WordHash.of("for")
}
