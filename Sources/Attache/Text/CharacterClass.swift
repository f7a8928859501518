/// What a byte or scalar can be part of.
enum CharacterClass: UInt8 {
  case space, letter, digit, mark, ignorable

  /// The class of an ASCII byte; control characters count as white space.
  @inline(__always)
  static func ofASCII(_ byte: UInt8) -> CharacterClass {
    if (byte | 0x20) &- 97 < 26 { return .letter }
    if byte <= 32 || byte == 127 { return .space }
    return byte &- 48 < 10 ? .digit : .mark
  }

  /// The class of a scalar outside ASCII.
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x300...0x36F: .ignorable
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8, 0x2EE, 0x370...0x1FFF: .letter
    case 0x2C00...0x2DFF, 0x3005...0x3007, 0x3021...0x3029, 0x3040...0xD7FF, 0xF900...0xFDFF: .letter
    case 0xFE70...0xFEFE, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC: .letter
    case 0x10000...0x1CFFF, 0x1E000...0x1EFFF, 0x20000...0x3FFFF: .letter
    default: .mark
    }
  }

  /// Apostrophes and the signs that transcriptions use for hamza and ayn.
  @inline(__always)
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0xB4, 0x2BB...0x2BF, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }
}
