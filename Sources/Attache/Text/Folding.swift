/// Folding of letters outside ASCII to the plain letters that lexicon look-up compares.
///
/// Covers the Latin letters up to U+0259 (the ə of Azerbaijani) and U+1E00–U+1EFF from the letters' names in the Unicode Character Database
/// (`LATIN SMALL LETTER E WITH ACUTE` folds to `e`), plus the usual transcriptions ß=ss, æ=ae, ø=o, đ=d, ł=l, ı=i.
struct Folding: Sendable {
  /// What a scalar folds to, packed: up to three bytes from the low end; bit 31 is set for a capital; 0 is no letter.
  private let latin: [UInt32]
  private let additional: [UInt32]

  static let shared = Folding()

  private init() {
    var table = [UInt32](repeating: 0, count: 0x25A)
    var extra = [UInt32](repeating: 0, count: 0x100)
    for value in UInt32(0xC0)..<UInt32(0x25A) { table[Int(value)] = Folding.entry(value) }
    for value in UInt32(0x1E00)..<UInt32(0x1F00) { extra[Int(value - 0x1E00)] = Folding.entry(value) }
    latin = table
    additional = extra
  }

  /// The folded bytes of a Latin letter; 0 when the scalar isn't one.
  @inline(__always)
  func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x25A { return latin[Int(scalar)] }
    if scalar >= 0x1E00, scalar < 0x1F00 { return additional[Int(scalar - 0x1E00)] }
    return 0
  }

  private static func entry(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return 0 }
    let lower = scalar.properties.lowercaseMapping
    let capital: UInt32 = scalar.properties.isUppercase ? 1 << 31 : 0
    if let special = transcriptions[lower.unicodeScalars.first ?? scalar] { return pack(special) | capital }
    let plain = baseLetters(of: lower)
    return (plain.isEmpty ? 0x3F : pack(plain)) | capital
  }

  private static func pack(_ text: String) -> UInt32 {
    var packed: UInt32 = 0
    for (index, byte) in text.utf8.prefix(3).enumerated() { packed |= UInt32(byte) << UInt32(8 * index) }
    return packed
  }

  private static let transcriptions: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "œ": "oe", "ħ": "h", "ŋ": "n",
    "ŧ": "t", "ĸ": "k", "ſ": "s", "ə": "a", "ǝ": "a",
  ]

  private static func baseLetters(of lower: String) -> String {
    guard let name = lower.unicodeScalars.first?.properties.name else { return "" }
    let parts = name.split(separator: " ")
    guard let at = parts.firstIndex(of: "LETTER"), at + 1 < parts.count, parts[at + 1].utf8.count <= 2 else {
      return ""
    }
    return String(parts[at + 1]).lowercased()
  }
}
