import Testing

@testable import Attache

@Suite struct TokenizerTests {
  static func tokens(of text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    Tokenizer().tokenize(text.span, vocabulary: Vocabulary(), into: &tokens)
    return tokens
  }

  private static func word(_ text: String) throws -> Token {
    let found = tokens(of: Array(text.utf8))
    #expect(found.count == 1, "'\(text)' is one token")
    return try #require(found.first)
  }

  /// Tokens end at white space and at `¦`, which is taken out before the text is cut.
  @Test(arguments: [
    "Chen met Shoigu on Tuesday¦.",
    "Mr¦. Bo said so¦.",
    "J¦. K¦. Verrol and J.K. Verrol",
    "the U.S. and the U.S.¦-¦led force¦, e.g. at 5 a.m. today",
    "China¦'s port and Italy¦’s",
    "they¦'ll go¦, we¦'ve gone¦, she¦'d go¦, I¦'m here¦, you¦'re not",
    "don't and can’t",
    "O'Brien¦, O’Dowd¦'s and the Qur'an at Qal'at",
    "the ministers¦' meeting",
    "a state¦-¦of¦-¦the¦-¦art Sino¦-¦Russian Abd al¦-¦Rahman",
    "1,234.5 and 12:30 and 3.5 and 1,2,3",
    "2nd¦, 1990s¦, G7¦, F¦-¦16¦, COVID¦-¦19",
    "$¦1.84 or 5¦% of 10¦-¦15",
    "on 19.05.2025¦. Or 2025¦.",
    "(¦Reuters¦) [¦sic¦] a¦/¦b",
    "see https://a.org/x?y=1¦. Then www.b.net¦, c.com/d¦; news.org¦!",
    "end¦.¦Then",
    "bo@mail.org and @bo_lund on #Peace2025¦, # 5",
    "“¦We agree¦,¦” he said¦. ‘¦So¦’ it is",
    "``¦Yes¦'' he said",
    "war -- and peace — or 2019¦–¦20 – it",
    "wait¦... what¦…",
    "• one · two",
    "São Paulo¦, Erdoğan¦, Łódź¦, Cafe\u{301} Noir",
    "a\u{200B}b is one",
    "外务省 said 😀 so¦!¦?",
    "",
    " \t\n ",
  ]) func cuts(marked: String) {
    let wanted = marked.split { $0 == "¦" || $0.isWhitespace }.map(String.init)
    let text = Array(marked.replacing("¦", with: "").utf8)
    let found = Self.tokens(of: text).map { String(decoding: text[$0.span.start..<$0.span.end], as: UTF8.self) }
    #expect(found == wanted)
  }

  @Test(
    arguments: [
      ("a", [.word, .single]),
      ("A", [.word, .single, .capital]),
      ("Chen", [.word, .capital]),
      ("NATO", [.word, .capital, .upper]),
      ("McDonald", [.word, .capital, .mixed]),
      ("iPhone", [.word, .mixed]),
      ("U.S.", [.word, .capital, .upper, .dotted]),
      ("G7", [.word, .capital, .single, .digit]),
      ("7", [.number, .digit]),
      ("2nd", [.number, .digit, .word]),
      ("Erdoğan", [.word, .capital, .marks]),
      ("ÉTATS", [.word, .capital, .upper, .marks]),
      ("部", [.caseless, .marks, .word, .single]),
      (".", [.mark]),
      ("https://a.org", [.opaque]),
    ] as [(String, Token.Shape)]) func seesShapes(text: String, shape: Token.Shape) throws
  {
    #expect(try Self.word(text).shape == shape)
  }

  @Test func tellsWhatStandsBefore() {
    let gaps = Self.tokens(of: Array("a b\nc\n\nd\r\ne\r\n\r\nf\u{2029}g-h".utf8)).map {
      $0.shape.intersection([.spaceBefore, .lineBefore, .blankLineBefore])
    }
    let line: Token.Shape = [.spaceBefore, .lineBefore]
    let blank = line.union(.blankLineBefore)
    #expect(gaps == [[], .spaceBefore, line, blank, line, blank, blank, [], []])
  }

  /// Words that a lexicon must not tell apart, whatever its own policy says of them.
  @Test(arguments: [
    ("Erdoğan", "ERDOGAN"), ("São", "sao"), ("Straße", "Strasse"), ("Łódź", "lodz"), ("Ångström", "angstrom"),
    ("Qal'at", "Qal’at"), ("Qalʿat", "qal'at"), ("U.S.", "u.s."), ("Cafe\u{301}", "café"), ("Phở", "pho"),
    ("Məmmədov", "Mammadov"), ("Þór", "thor"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"), ("’s", "'S"),
  ]) func foldsToOneWord(left: String, right: String) throws {
    let prefix = left.hasPrefix("’") ? "x" : ""
    let last = { (text: String) in Self.tokens(of: Array((prefix + text).utf8)).last?.hash }
    #expect(last(left) == last(right))
  }

  @Test(arguments: [("US", "U.S."), ("resume", "resumes"), ("Bo", "Bao"), ("can't", "cant"), ("外", "务")])
  func keepsWordsApart(left: String, right: String) throws {
    #expect(try Self.word(left).hash != Self.word(right).hash)
  }

  @Test func remembersCapitals() throws {
    #expect(try Self.word("McDonald").capitals == 0b101)
    #expect(try Self.word("chen").capitals == 0)
    #expect(try Self.word(String(repeating: "A", count: 40)).capitals == .max)
  }

  /// Any bytes: tokens in order, none empty, and nothing between them but white space and invisible characters.
  @Test(arguments: 0..<200) func coversAnyBytes(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces: [[UInt8]] = [
      [0x20], [0x0A], [0], Array("a".utf8), Array("B".utf8), Array("'".utf8), Array(".".utf8), Array("-".utf8),
      Array("9".utf8), Array("’".utf8), Array("é".utf8), Array("😀".utf8), Array("://".utf8), Array("@".utf8),
      Array("\u{301}".utf8), [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xFF], Array("'s".utf8), Array("www.".utf8),
    ]
    let text = (0..<random.below(120)).flatMap { _ in pieces[random.below(pieces.count)] }
    var end = 0
    for token in Self.tokens(of: text) {
      #expect(token.span.start >= end && token.count > 0)
      #expect(isInvisible(text, end, token.span.start), "seed \(seed)")
      end = token.span.end
    }
    #expect(end <= text.count && isInvisible(text, end, text.count))
  }

  /// The quick way for plain words and marks gives what the thorough one gives, at any distance from the end.
  @Test(arguments: 0..<200) func plainTokensAreAsScanned(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = [
      "a", "Ministry", "NATO", "McDonald", "www", "constitutional", "X", "u", "'", "'s", "’", ".", "..", "com", "-",
      "--",
      ",", ":", "://", "@", "#", "`", "\"", "(", "7", "é", " ", "\n", "internationalisationofeverything",
    ]
    let text = (0..<random.below(40)).flatMap { _ in Array(pieces[random.below(pieces.count)].utf8) }
    let tokenizer = Tokenizer()
    for start in text.indices where text[start] > 32 && text[start] < 127 {
      guard let plain = tokenizer.plainToken(text.span, start, text.count) else { continue }
      let scanned = tokenizer.scan(text.span, start, text.count, after: nil)
      #expect(plain.span == scanned.span && plain.hash == scanned.hash && plain.word == scanned.word)
      #expect(plain.capitals == scanned.capitals && plain.shape == scanned.shape)
    }
  }

  private func isInvisible(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      let scalar = decodeScalar(text.span, at: index)
      let kind = scalar.value < 128 ? CharacterClass.ofASCII(UInt8(scalar.value)) : CharacterClass.of(scalar.value)
      guard kind == .space || kind == .ignorable else { return false }
      index += scalar.length
    }
    return true
  }
}

/// Draws the same numbers for the same seed, so that a failure can be repeated.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to `limit`, `limit` left out.
  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(limit, 1)))
  }
}
