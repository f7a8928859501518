import Testing

@testable import Attache

@Suite struct FoldingTests {
  /// The folded letters of a scalar, and whether it is a capital.
  private static func folded(_ letter: Unicode.Scalar) -> (letters: String, isCapital: Bool) {
    let packed = Folding.shared.fold(letter.value)
    let bytes = (0..<3).map { UInt8(truncatingIfNeeded: (packed & 0x7FFF_FFFF) >> (8 * $0)) }.filter { $0 != 0 }
    return (String(decoding: bytes, as: UTF8.self), packed >> 31 == 1)
  }

  /// A row of letters and the plain letters that they fold to.
  @Test(arguments: [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặə", "a"), ("ßẞ", "ss"), ("æ", "ae"), ("ɓ", "b"), ("çćĉċč", "c"), ("ďđðɗḍ", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"), ("ĝğġģ", "g"), ("ĥħḥ", "h"), ("ìíîïĩīĭįıịỉ", "i"), ("ķ", "k"), ("ĺļľł", "l"),
    ("ñńņňŋṅ", "n"), ("òóôõöøōŏőơọỏốồổỗộớờởỡợ", "o"), ("œ", "oe"), ("ŕŗř", "r"), ("śŝşšșſṣ", "s"), ("ţťŧțṭ", "t"),
    ("þ", "th"), ("ùúûüũūŭůűųưụủứừửữự", "u"), ("ŵ", "w"), ("ýÿŷỳỵỷỹ", "y"), ("źżžẓ", "z"),
  ]) func foldsLatin(letters: String, plain: String) {
    for letter in letters.unicodeScalars { #expect(Self.folded(letter).letters == plain, "\(letter)") }
  }

  @Test(arguments: ["À", "Ç", "Đ", "İ", "Ł", "Ñ", "Ø", "Ş", "Þ", "Ü", "Ž", "Ế"] as [Unicode.Scalar])
  func seesCapitals(letter: Unicode.Scalar) {
    #expect(Self.folded(letter).isCapital)
  }

  @Test(arguments: ["à", "ç", "đ", "ı", "ß", "þ", "ế"] as [Unicode.Scalar])
  func seesSmallLetters(letter: Unicode.Scalar) {
    #expect(!Self.folded(letter).isCapital)
  }

  /// Signs, other scripts and values outside of Unicode are no Latin letters.
  @Test(arguments: [0xD7, 0xF7, 0x370, 0x416, 0x5D0, 0x627, 0x5916, 0xFFFD, 0x1F600, 0x110000, .max] as [UInt32])
  func leavesTheRestAlone(value: UInt32) {
    #expect(Folding.shared.fold(value) == 0)
  }
}
