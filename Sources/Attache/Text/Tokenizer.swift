/// Cuts bytes into tokens in one pass; never fails, whatever the bytes are.
public struct Tokenizer: Sendable {
  private let folding = Folding.shared

  /// Makes a tokenizer.
  public init() {}

  /// Appends the tokens of `bytes`; words that the vocabulary doesn't hold get `Vocabulary.unknown`.
  ///
  /// Texts longer than `UInt32.max` bytes are cut there.
  public func tokenize(_ bytes: Span<UInt8>, vocabulary: borrowing Vocabulary, into tokens: inout [Token]) {
    var recent = RecentWords(count: 0)
    tokenize(bytes, vocabulary: vocabulary, recent: &recent, into: &tokens)
  }

  /// Appends the tokens of `bytes`, looking words up in `recent` before the vocabulary.
  func tokenize(
    _ bytes: Span<UInt8>, vocabulary: borrowing Vocabulary, recent: inout RecentWords, into tokens: inout [Token]
  ) {
    let first = tokens.count
    cut(bytes, into: &tokens)
    identify(&tokens, from: first, vocabulary, &recent)
  }

  /// Gives words their identifiers: a pass of its own, as the look-ups that miss the processor's cache then wait for
  /// the memory together and not one by one.
  private func identify(
    _ tokens: inout [Token], from first: Int, _ vocabulary: borrowing Vocabulary, _ recent: inout RecentWords
  ) {
    var tokens = tokens.mutableSpan
    for index in first..<tokens.count where tokens[index].word == Vocabulary.unknown {
      let word = recent.identifier(of: tokens[index].hash, vocabulary)
      let isMark = tokens[index].shape.contains(.mark) && word == Vocabulary.unknown
      tokens[index].word = isMark ? Mark.other : word
    }
  }

  private func cut(_ bytes: Span<UInt8>, into tokens: inout [Token]) {
    var index = 0
    let end = min(bytes.count, Int(UInt32.max))
    while index < end {
      var gap = Token.Shape.spaceBefore
      if bytes[index] == 0x20, index + 1 < end, Tokenizer.isVisible(bytes[index + 1]) {
        index += 1
      } else {
        gap = Tokenizer.isVisible(bytes[index]) ? [] : skipGap(bytes, &index, end)
        guard index < end else { return }
      }
      var token = plainToken(bytes, index, end) ?? scan(bytes, index, end, after: tokens.last)
      token.shape.formUnion(gap)
      tokens.append(token)
      index = Int(token.end)
    }
  }

  /// Whether a byte is an ASCII letter, digit or mark.
  @inline(__always)
  private static func isVisible(_ byte: UInt8) -> Bool { byte &- 33 < 94 }

  /// Moves `index` over white space and says what kind it was.
  @inline(__always)
  private func skipGap(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Token.Shape {
    var lines = 0
    let start = index
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if CharacterClass.ofASCII(byte) != .space { break }
        if byte == 10 || (byte == 13 && !(index + 1 < end && bytes[index + 1] == 10)) { lines += 1 }
        index += 1
      } else {
        let scalar = decodeScalar(bytes, at: index)
        let kind = CharacterClass.of(scalar.value)
        guard kind == .space || kind == .ignorable else { break }
        if scalar.value == 0x2028 { lines += 1 }
        if scalar.value == 0x2029 { lines += 2 }
        index += scalar.length
      }
    }
    if index == start { return [] }
    if lines == 0 { return .spaceBefore }
    return lines == 1 ? [.spaceBefore, .lineBefore] : [.spaceBefore, .lineBefore, .blankLineBefore]
  }

  /// The token at `start`, whatever it is.
  func scan(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, after previous: Token?) -> Token {
    let byte = bytes[start]
    if byte < 0x80 {
      switch CharacterClass.ofASCII(byte) {
      case .letter: return scanWord(bytes, start, end)
      case .digit: return scanNumber(bytes, start, end)
      default: return scanMark(bytes, start, end, after: previous)
      }
    }
    let scalar = decodeScalar(bytes, at: start)
    return CharacterClass.of(scalar.value) == .letter
      ? scanWord(bytes, start, end) : scanMark(bytes, start, end, after: previous)
  }

  // MARK: words

  private func scanWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Token {
    var builder = WordBuilder()
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        switch CharacterClass.ofASCII(byte) {
        case .letter:
          builder.addASCII(letter: byte)
          index += 1
          continue
        case .digit:
          builder.add(digit: byte)
          index += 1
          continue
        default: break
        }
        if byte == 0x27, continuesAfterApostrophe(bytes, index, 1, end) {
          builder.add(other: 0x27)
          index += 1
          continue
        }
        if byte == 0x2E, let length = dottedLetters(bytes, index, end, builder) {
          builder.addDot()
          index += 1
          if length == 0 { break }
          continue
        }
        if let stop = opaqueEnd(bytes, start, index, end) { return opaque(bytes, start, stop) }
        break
      }
      let scalar = decodeScalar(bytes, at: index)
      if CharacterClass.isApostrophe(scalar.value) {
        guard continuesAfterApostrophe(bytes, index, scalar.length, end) else { break }
        builder.add(other: 0x27)
      } else {
        switch CharacterClass.of(scalar.value) {
        case .letter: add(scalar, at: index, of: bytes, to: &builder)
        case .ignorable: break
        default:
          return builder.token(start, index)
        }
      }
      index += scalar.length
    }
    return builder.token(start, index)
  }

  private func add(_ scalar: DecodedScalar, at index: Int, of bytes: Span<UInt8>, to builder: inout WordBuilder) {
    let folded = folding.fold(scalar.value)
    builder.shape.insert(.marks)
    if folded != 0, folded & 0xFF != 0x3F {
      builder.add(folded: folded)
    } else {
      builder.addCaseless()
      for offset in 0..<scalar.length { builder.add(other: bytes[index + offset]) }
    }
  }

  /// Whether the word goes on after an apostrophe at `index`: a letter follows that begins no clitic.
  func continuesAfterApostrophe(_ bytes: Span<UInt8>, _ index: Int, _ length: Int, _ end: Int) -> Bool {
    let next = index + length
    guard next < end, isLetter(bytes, next) else { return false }
    return cliticEnd(bytes, next, end) == nil
  }

  /// The end of `s`, `ll`, `ve`, `re`, `d` or `m` at `index`, when no letter follows it.
  private func cliticEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    let first = bytes[index] | 0x20
    var stop = index + 1
    switch first {
    case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): break
    case UInt8(ascii: "l"), UInt8(ascii: "v"), UInt8(ascii: "r"):
      let second = first == UInt8(ascii: "l") ? UInt8(ascii: "l") : UInt8(ascii: "e")
      guard stop < end, bytes[stop] | 0x20 == second else { return nil }
      stop += 1
    default: return nil
    }
    return stop < end && isLetterOrDigit(bytes, stop) ? nil : stop
  }

  /// For a full stop at `index` inside letters with stops (`U.S.`): how many letters follow; nil when it ends the word.
  private func dottedLetters(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ builder: WordBuilder) -> Int? {
    guard builder.lettersSinceDot == 1, builder.shape.isDisjoint(with: .digit) else { return nil }
    let next = index + 1
    if next < end, isLetter(bytes, next), next + 1 >= end || !isLetterOrDigit(bytes, next + 1) { return 1 }
    return builder.shape.contains(.dotted) ? 0 : nil
  }

  @inline(__always)
  private func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return CharacterClass.ofASCII(byte) == .letter }
    return CharacterClass.of(decodeScalar(bytes, at: index).value) == .letter
  }

  @inline(__always)
  private func isLetterOrDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    return byte < 0x80 && CharacterClass.ofASCII(byte) == .digit || isLetter(bytes, index)
  }

  // MARK: numbers

  private func scanNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Token {
    var builder = WordBuilder()
    builder.shape.insert(.number)
    var index = start
    while index < end {
      let byte = bytes[index]
      guard byte < 0x80 else { break }
      let kind = CharacterClass.ofASCII(byte)
      if kind == .digit {
        builder.add(digit: byte)
      } else if kind == .letter {
        builder.addASCII(letter: byte)
      } else if byte == 0x2E || byte == 0x2C || byte == 0x3A, index + 1 < end, bytes[index + 1] < 0x80,
        CharacterClass.ofASCII(bytes[index + 1]) == .digit, CharacterClass.ofASCII(min(bytes[index - 1], 127)) == .digit
      {
        builder.add(other: byte)
      } else {
        if let stop = opaqueEnd(bytes, start, index, end) { return opaque(bytes, start, stop) }
        break
      }
      index += 1
    }
    return builder.token(start, index)
  }

  // MARK: addresses

  /// The end of a web or mail address that runs on at `index`, after a word that began at `start`.
  private func opaqueEnd(_ bytes: Span<UInt8>, _ start: Int, _ index: Int, _ end: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: ":"):
      guard index + 2 < end, bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/") else {
        return nil
      }
    case UInt8(ascii: "@"):
      guard index + 1 < end, isLetterOrDigit(bytes, index + 1) else { return nil }
    case UInt8(ascii: "."):
      guard index - start == 3, bytes[start] | 0x20 == UInt8(ascii: "w"), bytes[start + 1] | 0x20 == UInt8(ascii: "w"),
        bytes[start + 2] | 0x20 == UInt8(ascii: "w")
      else {
        guard let stop = domainEnd(bytes, index, end) else { return nil }
        return stop < end && bytes[stop] == UInt8(ascii: "/") ? runEnd(bytes, stop, end) : stop
      }
    default: return nil
    }
    return runEnd(bytes, index, end)
  }

  /// The end of `.com` and the like at `index`; nil when the letters are no top-level domain.
  private func domainEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    var stop = index + 1
    while stop < end, bytes[stop] >= UInt8(ascii: "a"), bytes[stop] <= UInt8(ascii: "z"), stop - index < 6 { stop += 1 }
    guard stop - index >= 3, stop >= end || !isLetterOrDigit(bytes, stop) else { return nil }
    return Tokenizer.domains.contains(WordHash.of(bytes, index + 1, stop)) ? stop : nil
  }

  private static let domains = Set(["com", "org", "net", "gov", "edu", "mil", "info", "tv"].map { WordHash.of($0) })

  /// The end of the run without white space at `index`, closing marks left out.
  private func runEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var stop = index
    while stop < end, bytes[stop] >= 0x80 || CharacterClass.ofASCII(bytes[stop]) != .space { stop += 1 }
    while stop > index + 1, bytes[stop - 1] < 0x80, CharacterClass.ofASCII(bytes[stop - 1]) == .mark,
      bytes[stop - 1] != UInt8(ascii: "/")
    {
      stop -= 1
    }
    return stop
  }

  private func opaque(_ bytes: Span<UInt8>, _ start: Int, _ stop: Int) -> Token {
    return Token(
      start: UInt32(start), end: UInt32(stop), word: Mark.other, capitals: 0, hash: WordHash.of(bytes, start, stop),
      shape: .opaque)
  }

  // MARK: marks

  private func scanMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, after previous: Token?) -> Token {
    let byte = bytes[start]
    let scalar = decodeScalar(bytes, at: start)
    var stop = start + scalar.length
    var word = byte < 0x80 ? UInt32(byte) : Vocabulary.unknown
    let next = stop < end ? bytes[stop] : 0
    if CharacterClass.isApostrophe(scalar.value) {
      if stop < end, let previous, Int(previous.end) == start, previous.shape.contains(.word), isLetter(bytes, stop),
        let clitic = cliticEnd(bytes, stop, end)
      {
        return cliticToken(bytes, start, stop, clitic)
      }
      word = 39
      if next == byte, byte == 39 || byte == 96 { (stop, word) = (stop + 1, 34) }
    } else {
      switch scalar.value {
      case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x300C...0x300F: word = 34
      case 0x2D where next == 0x2D:
        while stop < end, bytes[stop] == 0x2D { stop += 1 }
        word = Mark.dash
      case 0x2010, 0x2011, 0x2212: word = 45
      case 0x2013: word = isSpaced(bytes, start, stop, end) ? Mark.dash : 45
      case 0x2014, 0x2015: word = Mark.dash
      case 0x2E where next == 0x2E:
        while stop < end, bytes[stop] == 0x2E { stop += 1 }
        word = Mark.ellipsis
      case 0x2026: word = Mark.ellipsis
      case 0x2022, 0x25CF, 0x25AA, 0xB7, 0x2043, 0x25E6: word = Mark.bullet
      case 0x23, 0x40:
        if stop < end, isLetter(bytes, stop) { return opaque(bytes, start, handleEnd(bytes, stop, end)) }
      default: break
      }
    }
    return Token(
      start: UInt32(start), end: UInt32(stop), word: word, capitals: 0, hash: WordHash.of(bytes, start, stop),
      shape: .mark)
  }

  private func cliticToken(_ bytes: Span<UInt8>, _ start: Int, _ letters: Int, _ stop: Int) -> Token {
    var hash = WordHash()
    hash.add(0x27)
    for index in letters..<stop { hash.add(bytes[index] | 0x20) }
    return Token(
      start: UInt32(start), end: UInt32(stop), word: Vocabulary.unknown, capitals: 0, hash: hash.value,
      shape: .clitic)
  }

  private func isSpaced(_ bytes: Span<UInt8>, _ start: Int, _ stop: Int, _ end: Int) -> Bool {
    start == 0 || stop >= end || bytes[start - 1] <= 32 || bytes[stop] <= 32
  }

  private func handleEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var stop = index
    while stop < end, bytes[stop] == 0x5F || isLetterOrDigit(bytes, stop) { stop += 1 }
    return stop
  }
}
