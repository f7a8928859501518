/// A possible entity of a sentence with the evidence for it.
struct Arc: Sendable {
  /// Index of the first token.
  var first: Int32
  /// Index after the last token.
  var end: Int32
  /// Evidence of the whole span; arcs without positive evidence are never chosen.
  var weight: Int32
  /// The lexicon row or rule behind it.
  var source: Source
  /// Packed ISO code.
  var code: UInt16 = 0
  /// `m`, `f` or 0.
  var gender: UInt8 = 0
  /// What it would be; nil blocks other readings of a word that is no name.
  var label: NameLabel?

  /// What made an arc.
  struct Source: Sendable {
    /// A row's index, or a rule's counted down from -2.
    private let number: Int32

    /// Neither a row nor a rule.
    static let none = Source(number: -1)
    private init(number: Int32) { self.number = number }
    init(entry: UInt32) { number = Int32(truncatingIfNeeded: entry) }
    init(rule: Int) { number = -2 &- Int32(truncatingIfNeeded: rule) }

    /// The lexicon row.
    var entry: UInt32? { number >= 0 ? UInt32(number) : nil }
    /// The entity rule.
    var rule: UInt32? { number <= -2 ? UInt32(-2 &- number) : nil }
  }

  @inline(__always)
  init(
    _ first: Int, _ end: Int, _ label: NameLabel?, weight: Int32, _ source: Source, code: UInt16 = 0, gender: UInt8 = 0
  ) {
    self.first = Int32(truncatingIfNeeded: first)
    self.end = Int32(truncatingIfNeeded: end)
    self.weight = weight
    self.source = source
    self.code = code
    self.gender = gender
    self.label = label
  }

  /// The factor that makes evidence for each token to evidence of a span.
  @inline(__always)
  static func length(_ first: Int, _ end: Int) -> Int32 { Int32(truncatingIfNeeded: min(end - first, 64)) }
}
