/// A place in the discourse where a referent was mentioned.
struct ReferentTrace: Sendable {
  var node: Int32
  var sentence: Int32
  /// The head's first token.
  var token: Int32
  /// Members of one list, or who takes part in one event with it, have the same verb item.
  var verb: Int32
  var role: GrammaticalRoles.Role
  var category: NounGroup.Category
  /// In quoted speech.
  var isQuoted: Bool
  /// Only a qualifier of another noun (`US` in `US officials`).
  var isQualifier = false
  var isPlural = false
}
