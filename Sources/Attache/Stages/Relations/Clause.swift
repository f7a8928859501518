/// A verb group with what stands around it: who does it, to whom, and the prepositional phrases that go with it.
struct Clause: Sendable {
  /// How the clause hangs on another one.
  enum Link: UInt8, Sendable { case none, infinitive, gerund, participle, reduced, relative, complement, adjunct }

  /// Index into `Analysis.verbGroups`.
  var verb: Int
  /// The item of the verb group.
  var item: Int
  /// Noun groups that are the grammatical subject; of a passive, what the verb is done to.
  var subjects: [Int] = []
  /// Noun groups right after the verb.
  var objects: [Int] = []
  /// Noun groups after the objects (`named X defence minister`).
  var secondObjects: [Int] = []
  /// Prepositional phrases after the verb or before the subject.
  var phrases: [Phrase] = []
  /// Dates in the clause, as indices into `Analysis.names`.
  var dates: [Int] = []
  /// The clause it hangs on; -1 is none.
  var parent = -1
  /// How it hangs on it.
  var link = Link.none
  /// The word between the parent and this clause (`without`, `that`, `if`); 0 is none.
  var linker: UInt32 = 0
  /// A noun between the parent and this clause's infinitive (`plans to visit`); -1 is none.
  var scopeNoun = -1
  /// Passive, by auxiliary or as a reduced relative.
  var isPassive = false
  /// Whether the objects are the antecedent of a relative clause (`the pact which A and B signed`).
  var hasObjectGap = false
  /// Tokens of the quotation that is said or promised.
  var quotation: Range<Int>?
  /// Under `if` or `unless`.
  var isConditional = false
  /// The item after the clause's last one.
  var end = 0
}

/// A preposition with its noun groups.
struct Phrase: Sendable {
  /// The preposition's word.
  var preposition: UInt32
  /// Its item.
  var item: Int
  /// Coordinated noun groups.
  var mentions: [Int]
  /// The noun group right before the preposition; -1 when there is none.
  var after: Int
  /// Whether it stands before the clause's subject.
  var isFronted = false
}
