/// What the matchers know of one sentence.
struct SentenceFrame {
  /// Its clauses.
  var clauses: [Clause]
  /// Its prepositional phrases in text order.
  var phrases: [Phrase]
  /// For a noun group the one who stands for it: `a delegation led by X`.
  var standIns: [Int: Int]
  /// Its tokens.
  var tokens: Range<Int>
  /// Its items.
  var items: Range<Int>

  /// The groups with stand-ins put in their place.
  func resolved(_ mentions: [Int]) -> [Int] {
    standIns.isEmpty ? mentions : mentions.map { standIns[$0] ?? $0 }
  }
}
