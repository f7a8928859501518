/// What may fill a role.
struct SlotType: OptionSet, Sendable {
  let rawValue: UInt16
  static let person = SlotType(rawValue: 1)
  static let state = SlotType(rawValue: 2)
  static let organization = SlotType(rawValue: 4)
  static let place = SlotType(rawValue: 8)
  static let group = SlotType(rawValue: 16)
  static let document = SlotType(rawValue: 32)
  static let event = SlotType(rawValue: 64)
  static let other = SlotType(rawValue: 128)
  /// An infinitive or `that` clause.
  static let clause = SlotType(rawValue: 256)
  /// A capital or seat that stands for its government.
  static let seat = SlotType(rawValue: 512)
  /// A title as a post (`named X defence minister`).
  static let post = SlotType(rawValue: 1024)

  /// The names that a `roles:` line uses.
  static let named: [(String, SlotType)] = [
    ("actor", [.person, .state, .organization, .group, .seat]), ("person", .person), ("state", [.state, .seat]),
    ("organization", .organization), ("place", [.place, .state]), ("group", .group), ("document", .document),
    ("event", .event), ("thing", [.document, .event, .other, .place, .group]), ("clause", .clause), ("post", .post),
    ("any", [.person, .state, .organization, .place, .group, .document, .event, .other, .seat, .post]),
  ]
}

/// A role with what may fill it.
struct Slot: Sendable {
  /// Index into `RuleBook.roles`.
  var role: UInt16
  /// What may fill it.
  var types: SlotType
  /// Whether the role's value is text and has no referent.
  var isText: Bool
  /// Whether two or more must fill it (`<participant+>`).
  var isPair = false
}

/// A slot that a preposition leads.
struct PhraseSlot: Sendable {
  var prepositions: [UInt32]
  var slot: Slot
  var isOptional: Bool
}

/// A compiled `say:` line: one verb with its slots; the shapes are derived from it when it is matched.
struct VerbFrame: Sendable {
  var rule: Int
  var line: Int
  /// The verb's entry.
  var lemma: UInt32
  /// Words right after the verb that belong to it (`sworn in`).
  var particles: [UInt32] = []
  var subject: Slot?
  var object: Slot?
  var second: Slot?
  var phrases: [PhraseSlot] = []
  /// Words that must stand in the clause (`by phone`): each a list of alternatives.
  var fixed: [[UInt32]] = []
  /// Head nouns that the object must have (`reaches an agreement`); empty is no demand.
  var objectNouns: [UInt32] = []
}

/// A compiled `noun:` line: an event noun with its slots.
struct NounFrame: Sendable {
  var rule: Int
  var line: Int
  /// The noun's entry.
  var noun: UInt32
  /// Who does it: its owner, the subject of a light verb or of the clause.
  var owner: Slot?
  var phrases: [PhraseSlot] = []
}

/// A compiled `with:` line: words that lead a role anywhere in the clause (`in the presence of`).
struct Adjunct: Sendable {
  var words: [UInt32]
  var slot: Slot
}

/// A compiled relation rule.
struct RelationRule: Sendable {
  var block: Int
  var label: String
  var cameo: String?
  /// The shapes that the rule switches off.
  var off: Set<RelationShape> = []
  var adjuncts: [Adjunct] = []
  /// The roles of the rule by name.
  var roles: [String: Slot] = [:]
  /// The role whose documents are counted.
  var counted: UInt16?
  /// Prepositions after the verb that make it another one (`condemned to death`).
  var unless: [UInt32] = []
  /// Whether a date or place names the event itself rather than the content.
  var note = ""
}

/// The shapes that are derived from one statement.
public enum RelationShape: String, CaseIterable, Sendable {
  case active, passive, reciprocal, coordination, relative, reduced, infinitive, gerund, nominal, light, fronted,
    headline
}

/// The relation rules of a rule book, by trigger.
public struct RelationRules: Sendable {
  var rules: [RelationRule] = []
  var verbs: [UInt32: [VerbFrame]] = [:]
  var nouns: [UInt32: [NounFrame]] = [:]

  /// Verbs that only an actor can do and that have an object: of a treaty that `signed` follows, it was signed.
  var performed: Set<UInt32> {
    let thing: SlotType = [.document, .event]
    return Set(
      verbs.filter { _, frames in
        frames.contains { $0.object != nil }
          && frames.allSatisfy { $0.subject?.types.isDisjoint(with: thing) ?? false }
      }.keys)
  }
}
