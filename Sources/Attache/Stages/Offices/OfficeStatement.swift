/// What stands around a Title name: who holds it, of what country or body, and whether still.
struct OfficeStatement: Sendable {
  /// Index of the Title name.
  var title: Int
  /// Index of the Person name, or -1.
  var holder = -1
  /// Noun group that holds it where no Person name does (`She is the chair of the Council`), or -1.
  var holderGroup = -1
  /// Index of the name of the country, demonym or body, or -1.
  var of = -1
  /// How it is held.
  var status = OfficeRecord.Status.current
  /// By a form of `be`.
  var isPredicated = false
  /// An office rather than a rank or honorific.
  var isOffice = true
}
