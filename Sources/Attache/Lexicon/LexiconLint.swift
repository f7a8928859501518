/// Finds rows of a user's lexicons that other rows hide or contradict.
public enum LexiconLint {
  /// One warning for each row of a user's file that is written again with another policy, or that a stop word hides.
  ///
  /// Both places are named. Rows of the built-in lexicons are compared with those of the user, not with each other.
  public static func warnings(in lexicon: Lexicon) -> [Diagnostic] {
    var warnings: Set<Diagnostic> = []
    for head in lexicon.trie.firstSenses {
      let senses = chain(from: head, in: lexicon)
      for (index, one) in senses.enumerated() {
        for other in senses[(index + 1)...] {
          guard one.entry != other.entry, one.policy.contains(.user) || other.policy.contains(.user) else { continue }
          if let warning = warning(one, other, lexicon) { warnings.insert(warning) }
        }
      }
    }
    return warnings.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }

  private static func chain(from head: UInt32, in lexicon: Lexicon) -> [Sense] {
    var senses: [Sense] = []
    var next = head
    while next != Sense.none {
      senses.append(lexicon.senses[Int(next)])
      next = lexicon.senses[Int(next)].next
    }
    return senses
  }

  private static func warning(_ one: Sense, _ other: Sense, _ lexicon: Lexicon) -> Diagnostic? {
    let (late, early) = one.entry > other.entry ? (one, other) : (other, one)
    let hasSameCase = lexicon.capitals[Int(late.capitals)] == lexicon.capitals[Int(early.capitals)]
    let (lateType, earlyType) = (lexicon.entries[Int(late.entry)].type, lexicon.entries[Int(early.entry)].type)
    if lateType == earlyType {
      guard hasSameCase, late.policy.subtracting(.user) != early.policy.subtracting(.user) else { return nil }
      let (row, rival) = late.policy.contains(.user) ? (late, early) : (early, late)
      return tell(row, lexicon, "has another policy at \(lexicon.source(of: rival.entry)); keep one of the two rows")
    }
    guard lateType == .stop || earlyType == .stop else { return nil }
    let (name, stop) = lateType == .stop ? (early, late) : (late, early)
    guard !stop.policy.contains(.weak) else { return nil }
    let place = lexicon.source(of: stop.entry)
    if name.policy.contains(.weak) {
      return tell(name, lexicon, "is a stop word at \(place), which hides it; remove 'weak', or the stop word")
    }
    guard hasSameCase else { return nil }
    return tell(name, lexicon, "goes before the stop word at \(place); remove one of the two rows")
  }

  private static func tell(_ sense: Sense, _ lexicon: Lexicon, _ what: String) -> Diagnostic {
    let place = lexicon.source(of: sense.entry)
    return Diagnostic(
      file: place.file, line: place.line, severity: .warning, "'\(lexicon.name(of: sense.entry))' \(what)")
  }
}
