/// Gathers the hash, capitals and shape of a word while it is scanned.
struct WordBuilder {
  var shape: Token.Shape = []
  private(set) var lettersSinceDot = 0
  private var hash = WordHash()
  private var letters: UInt32 = 0
  private var capitals: UInt32 = 0
  private var capitalCount: UInt32 = 0
  private var smallCount: UInt32 = 0

  @inline(__always)
  mutating func addASCII(letter: UInt8) {
    note(capital: letter & 0x20 == 0)
    hash.add(letter | 0x20)
  }

  @inline(__always)
  mutating func add(digit: UInt8) {
    shape.insert(.digit)
    hash.add(digit)
  }

  /// Adds a byte that is no letter of its own.
  @inline(__always)
  mutating func add(other: UInt8) {
    hash.add(other)
  }

  /// Adds a letter outside ASCII by its packed folded bytes.
  mutating func add(folded: UInt32) {
    note(capital: folded & (1 << 31) != 0)
    var rest = folded & 0x7FFF_FFFF
    while rest != 0 {
      hash.add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func addCaseless() {
    letters &+= 1
    lettersSinceDot += 1
    shape.insert(.caseless)
  }

  mutating func addDot() {
    lettersSinceDot = 0
    shape.insert(.dotted)
    hash.add(0x2E)
  }

  @inline(__always)
  private mutating func note(capital: Bool) {
    if capital {
      if letters < 32 { capitals |= 1 << letters }
      if smallCount > 0 { shape.insert(.mixed) }
      capitalCount &+= 1
    } else {
      smallCount &+= 1
    }
    letters &+= 1
    lettersSinceDot &+= 1
  }

  func token(_ start: Int, _ end: Int) -> Token {
    var shape = shape
    if letters > 0 { shape.insert(.word) }
    if letters == 1 { shape.insert(.single) }
    if capitals & 1 != 0, shape.isDisjoint(with: .number) { shape.insert(.capital) }
    if capitalCount >= 2, smallCount == 0 { shape.insert(.upper) }
    return Token(
      start: UInt32(start), end: UInt32(end), word: Vocabulary.unknown, capitals: capitals,
      hash: hash.value, shape: shape)
  }
}
