/// Reads the patterns of entity rules: `{title}+ ({given} | {initial} ".") {capital & !stop}{1,3}`.
struct PatternParser {
  /// The most often that a part may repeat; `*` and `+` mean up to this.
  static let mostRepeats = 8

  /// The vocabulary of marks alone: words in quotation marks are known by their hash.
  private static let marks = Vocabulary()

  private let bytes: [UInt8]
  private var index = 0
  private let definitions: [String: Pattern]
  private let vocabulary: Vocabulary

  /// A parser whose quoted words get the identifiers of `vocabulary`, which must hold them (see `quotedWords`).
  init(_ text: String, definitions: [String: Pattern], vocabulary: Vocabulary) {
    bytes = Array(text.utf8)
    self.definitions = definitions
    self.vocabulary = vocabulary
  }

  /// The hashes of the words between quotation marks, so that they can be interned before parsing.
  static func quotedWords(of text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 1 {
      var tokens: [Token] = []
      Tokenizer().tokenize(Array(piece.utf8).span, vocabulary: PatternParser.marks, into: &tokens)
      hashes += tokens.map(\.hash)
    }
    return hashes
  }

  /// The pattern, or where and why it isn't one.
  mutating func parse() throws(PatternError) -> Pattern {
    let pattern = try choice(depth: 0)
    if let byte = peek() {
      throw wrong("unexpected '\(Character(Unicode.Scalar(byte)))'; close what was opened before it")
    }
    return pattern
  }

  private func wrong(_ message: String) -> PatternError { PatternError(offset: index, message: message) }

  private mutating func peek() -> UInt8? {
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func choice(depth: Int) throws(PatternError) -> Pattern {
    guard depth < 32 else { throw wrong("more than 32 open brackets; write the pattern flatter") }
    var options = [try sequence(depth: depth)]
    while peek() == UInt8(ascii: "|") {
      index += 1
      options.append(try sequence(depth: depth))
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence(depth: Int) throws(PatternError) -> Pattern {
    var parts: [Pattern] = []
    while let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let part = try atom(depth: depth)
      parts.append(try repeated(part))
    }
    guard !parts.isEmpty else { throw wrong("nothing to match here; write {class}, \"word\" or a group") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom(depth: Int) throws(PatternError) -> Pattern {
    switch bytes[index] {
    case UInt8(ascii: "("):
      index += 1
      let inner = try choice(depth: depth + 1)
      guard peek() == UInt8(ascii: ")") else { throw wrong("missing ')'; close the group") }
      index += 1
      return inner
    case UInt8(ascii: "{"): return .token(try predicate())
    case UInt8(ascii: "\""): return try literal()
    case UInt8(ascii: "$"):
      index += 1
      let name = word()
      guard let found = definitions[name] else {
        let hint = Suggestion.phrase(for: name, in: definitions.keys)
        throw wrong("unknown definition '$\(name)'\(hint.isEmpty ? "; write 'define \(name) = …' before it" : hint)")
      }
      return found
    default: throw wrong("expected {class}, \"word\", $definition or '('; words stand in quotation marks")
    }
  }

  private mutating func literal() throws(PatternError) -> Pattern {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    guard index < bytes.count else { throw wrong("missing closing quotation mark") }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    var tokens: [Token] = []
    Tokenizer().tokenize(Array(text.utf8).span, vocabulary: PatternParser.marks, into: &tokens)
    guard !tokens.isEmpty else { throw wrong("empty quotation marks; write a word") }
    let parts = tokens.map {
      Pattern.token(Predicate(word: $0.shape.contains(.mark) ? $0.word : vocabulary.identifier(of: $0.hash)))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, bytes[index] | 0x20 >= 97 && bytes[index] | 0x20 <= 122 || bytes[index] == 45 {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func predicate() throws(PatternError) -> Predicate {
    index += 1
    var result = Predicate()
    while true {
      guard let byte = peek() else { throw wrong("missing '}'; close the class") }
      let isNegated = byte == UInt8(ascii: "!")
      if isNegated { index += 1 }
      _ = peek()
      var mask = try tokenClass().bit
      var isAlternative = false
      while peek() == UInt8(ascii: "|") {
        index += 1
        _ = peek()
        mask |= try tokenClass().bit
        isAlternative = true
      }
      if isNegated {
        result.forbidden |= mask
      } else if isAlternative {
        guard result.any == 0 else { throw wrong("two lists with '|' in one class; use a group ( … | … )") }
        result.any = mask
      } else {
        result.required |= mask
      }
      switch peek() {
      case UInt8(ascii: "&"): index += 1
      case UInt8(ascii: "}"):
        index += 1
        return result
      default: throw wrong("expected '&', '|' or '}'")
      }
    }
  }

  private mutating func tokenClass() throws(PatternError) -> TokenClass {
    let name = word()
    guard let found = TokenClass.named(name) else {
      let hint = Suggestion.phrase(for: name, in: TokenClass.allCases.map(\.text))
      throw wrong("unknown class '\(name)'\(hint.isEmpty ? "; `attache explain --classes` lists them" : hint)")
    }
    return found
  }

  private mutating func repeated(_ part: Pattern) throws(PatternError) -> Pattern {
    guard index < bytes.count else { return part }
    switch bytes[index] {
    case UInt8(ascii: "?"):
      index += 1
      return .repeated(part, 0...1)
    case UInt8(ascii: "*"):
      index += 1
      return .repeated(part, 0...PatternParser.mostRepeats)
    case UInt8(ascii: "+"):
      index += 1
      return .repeated(part, 1...PatternParser.mostRepeats)
    case UInt8(ascii: "{"):
      guard index + 1 < bytes.count, bytes[index + 1] >= 48, bytes[index + 1] <= 57 else { return part }
      index += 1
      let least = try number()
      var most = least
      if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
        index += 1
        most = try number()
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { throw wrong("expected '}' after the number") }
      index += 1
      guard least <= most, most <= PatternParser.mostRepeats, most > 0 else {
        throw wrong("a part may repeat up to \(PatternParser.mostRepeats) times; write {least,most}")
      }
      return .repeated(part, least...most)
    default: return part
    }
  }

  private mutating func number() throws(PatternError) -> Int {
    var value = 0
    let start = index
    while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57, index - start < 4 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    guard index > start else { throw wrong("expected a number; every repetition has a bound") }
    return value
  }
}
