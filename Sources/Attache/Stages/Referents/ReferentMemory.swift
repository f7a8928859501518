/// Working memory of the referents stage; kept by a worker from document to document.
struct ReferentMemory: Sendable {
  /// What mentions are one, and what is known of them.
  var space = ReferentSpace()
  /// A node for each state that the text names.
  var states = StateNodes()
  /// The first name of each key that names are compared by.
  var firstNames = NodeTable()
  var bodies = ReferentBodies()
  var people = PersonForms()
  var titles = TitleKeyPool()
  var held = HeldTitles()
  /// For each name whether it is a title after a possessive pronoun (`its foreign minister`): whose it is is known
  /// later.
  var isOwned: [Bool] = []
  var offices = OfficeFinder.Memory()
  var roles = GrammaticalRoles()
  var quotes = QuoteReader()
  /// Where referents were mentioned so far.
  var traces: [ReferentTrace] = []
  /// For noun groups that don't mean what their head names: what they mean, as a range of `meant`.
  var meanings: [Meaning] = []
  var meant: [Int32] = []
  var isDone: [Bool] = []
  /// Referents that the mention at hand can't mean.
  var excluded: [Int32] = []
  /// Referents that a plural group can mean, the latest first.
  var candidates: [PluralCandidate] = []
  /// Referents that a plural group means.
  var found: [Int32] = []
  /// For each node the number of its referent; -1 is none.
  var numbers: [Int32] = []

  /// What a noun group means: one node, or more for a plural group; none where it means what its head names.
  struct Meaning: Sendable {
    var first: Int32 = 0
    var count: Int32 = 0
  }

  /// A referent that a plural group can mean.
  struct PluralCandidate: Sendable {
    var root: Int32
    var role: GrammaticalRoles.Role
    /// How many sentences back.
    var distance: Int
  }
}
