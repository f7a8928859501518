/// Finds rows of a user's lexicons that other rows hide or contradict.
public enum LexiconLint {
  /// One warning for each row of a user's file that is written again with another policy, or that a stop word hides.
  ///
  /// Both places are named. Rows of the built-in lexicons are compared with those of the user, not with each other.
  public static func warnings(in lexicon: Lexicon) -> [Diagnostic] {
    var warnings: Set<Diagnostic> = []
    for head in lexicon.trie.firstSense where head != Sense.none {
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

  /// The later row of the two is the one to mend, unless only the other is the user's.
  private static func warning(_ one: Sense, _ other: Sense, _ lexicon: Lexicon) -> Diagnostic? {
    let (late, early) = one.entry > other.entry ? (one, other) : (other, one)
    let (row, rival) = late.policy.contains(.user) ? (late, early) : (early, late)
    let (type, rivalType) = (lexicon.entries[Int(row.entry)].type, lexicon.entries[Int(rival.entry)].type)
    let name = lexicon.name(of: row.entry)
    let place = lexicon.source(of: row.entry)
    let rivalPlace = lexicon.source(of: rival.entry)
    let hasSameCase = lexicon.capitals[Int(row.capitals)] == lexicon.capitals[Int(rival.capitals)]
    var message: String?
    if type == rivalType, hasSameCase, row.policy.subtracting(.user) != rival.policy.subtracting(.user) {
      message = "'\(name)' has another policy at \(rivalPlace); keep one of the two rows"
    } else if rivalType == .stop, type != .stop, !rival.policy.contains(.weak), row.policy.contains(.weak) {
      message = "'\(name)' is a stop word at \(rivalPlace), which hides it; remove 'weak', or the stop word"
    } else if type == .stop, rivalType != .stop, !row.policy.contains(.weak), !rival.policy.contains(.weak), hasSameCase
    {
      message = "'\(name)' is a name at \(rivalPlace), which goes before the stop word; remove one of the two rows"
    }
    return message.map { Diagnostic(file: place.file, line: place.line, severity: .warning, $0) }
  }
}
