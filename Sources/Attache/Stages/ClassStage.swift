/// Gives every token the classes that entity rules ask for: from its shape, its word and the entries that cover it.
public struct ClassStage: Stage {
  /// The name.
  public let name = "classes"
  /// Needs the lexicon matches.
  public let requires: Set<Layer> = [.tokens, .sentences, .candidates]
  /// Refines candidates.
  public let provides: Set<Layer> = [.candidates]
  private let lexicon: Lexicon
  private let words: WordTable

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    words = WordTable(lexicon)
  }

  /// Fills the class of each token.
  public func run(_ analysis: inout Analysis) {
    var classes: [ClassMask] = []
    swap(&classes, &analysis.classes)
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(analysis.tokens.count)
    for token in analysis.tokens {
      var mask = shapeClasses(token) | words.classes(of: token)
      if token.shape.contains(.number) { mask |= numberClasses(token, analysis.text) }
      classes.append(mask)
    }
    for candidate in analysis.candidates where candidate.end > candidate.first + 1 {
      let mask = words.classes.classes(of: lexicon.senses[Int(candidate.sense)], in: lexicon)
      for index in Int(candidate.first)..<Int(candidate.end) { classes[index] |= mask }
    }
    for sentence in analysis.sentences {
      if sentence.first < sentence.end { classes[sentence.first] |= TokenClass.first.bit }
      if isHeadline(sentence, analysis.tokens, classes) { discount(sentence, analysis.tokens, &classes) }
    }
    swap(&classes, &analysis.classes)
  }

  @inline(__always)
  private func shapeClasses(_ token: Token) -> ClassMask {
    let shape = Int(truncatingIfNeeded: token.shape.rawValue)
    var mask = ClassStage.shapeClasses[shape & 0x7F]
    if token.shape.isDisjoint(with: .spaceBefore) { mask |= TokenClass.tight.bit }
    guard !token.shape.isDisjoint(with: [.opaque, .clitic, .dotted]) else { return mask }
    if token.shape.contains(.opaque) { mask |= TokenClass.opaque.bit }
    if token.shape.contains(.clitic) { mask |= TokenClass.clitic.bit }
    if token.shape.contains(.dotted), token.shape.contains(.capital), token.count <= 8 {
      mask |= TokenClass.initial.bit
    }
    return mask
  }

  /// The classes of the first seven bits of a shape.
  private static let shapeClasses: [ClassMask] = (0..<128).map { bits in
    let shape = Token.Shape(rawValue: UInt32(bits))
    var mask: ClassMask = 0
    if shape.contains(.word) { mask |= TokenClass.word.bit }
    if shape.contains(.capital) {
      mask |= shape.contains(.single) ? TokenClass.initial.bit | TokenClass.capital.bit : TokenClass.capital.bit
    }
    if shape.contains(.upper) { mask |= TokenClass.upper.bit }
    if shape.contains(.mixed) { mask |= TokenClass.mixed.bit }
    if shape.contains(.number) { mask |= TokenClass.number.bit }
    if shape.contains(.mark) { mask |= TokenClass.mark.bit }
    return mask
  }

  /// Whether a number can be a year or a day of a month.
  private func numberClasses(_ token: Token, _ text: [UInt8]) -> ClassMask {
    var value = 0
    var index = Int(token.start)
    while index < Int(token.end), text[index] >= 48, text[index] <= 57, value < 10_000 {
      value = value * 10 + Int(text[index] - 48)
      index += 1
    }
    let digits = index - Int(token.start)
    if index == Int(token.end) {
      if digits == 4, value >= 1000, value < 2200 { return TokenClass.year.bit }
      return digits <= 2 && value >= 1 && value <= 31 ? TokenClass.day.bit : 0
    }
    if isDottedDate(text, Int(token.start), Int(token.end)) { return TokenClass.dateNumber.bit }
    guard Int(token.end) == index + 2, digits <= 2, value >= 1, value <= 31 else { return 0 }
    switch (text[index] | 0x20, text[index + 1] | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return TokenClass.day.bit
    default: return 0
    }
  }

  /// Whether the bytes are a day, a month and a year of four digits with full stops between them.
  private func isDottedDate(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8, end - start <= 10 else { return false }
    var parts = 0
    var digits = 0
    for index in start..<end {
      if text[index] == UInt8(ascii: ".") {
        guard digits == 1 || digits == 2 else { return false }
        parts += 1
        digits = 0
      } else {
        guard text[index] >= 48, text[index] <= 57 else { return false }
        digits += 1
      }
    }
    return parts == 2 && digits == 4
  }

  /// Whether capitals are no evidence: in headlines, but not in items of lists nor in a line that names a body (`Ministry of ...`).
  private func isHeadline(_ sentence: SentenceRange, _ tokens: [Token], _ classes: [ClassMask]) -> Bool {
    if sentence.style.contains(.upperCase) { return true }
    guard sentence.style.contains(.titleCase), sentence.style.isDisjoint(with: .item) else { return false }
    guard sentence.end - sentence.first > 2 else { return true }
    return !classes[sentence.first].has(.ministry)
      || !classes[sentence.first + 1].has(.preposition)
        && !classes[sentence.first + 1].has(.placePreposition)
  }

  /// In a headline set in capitals a capital is no evidence: common words lose it.
  private func discount(_ sentence: SentenceRange, _ tokens: [Token], _ classes: inout [ClassMask]) {
    let names = TokenClass.given.bit | TokenClass.surname.bit | TokenClass.month.bit | TokenClass.weekday.bit
    for index in sentence.first..<sentence.end where classes[index].has(.common) && classes[index] & names == 0 {
      classes[index] &= ~(TokenClass.capital.bit | TokenClass.upper.bit)
    }
  }
}
