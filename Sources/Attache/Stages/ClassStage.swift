/// Gives every token the classes that entity rules ask for: from its shape, its word and the entries that cover it.
public struct ClassStage: Stage {
  /// The name.
  public let name = "classes"
  /// Needs the lexicon matches.
  public let requires: Set<Layer> = [.tokens, .sentences, .candidates]
  /// Refines candidates.
  public let provides: Set<Layer> = [.candidates]
  private let lexicon: Lexicon
  private let wordClasses: WordClasses

  /// Makes the stage for a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    wordClasses = WordClasses(lexicon)
  }

  /// Fills the class of each token.
  public func run(_ analysis: inout Analysis) {
    var classes: [ClassMask] = []
    swap(&classes, &analysis.classes)
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(analysis.tokens.count)
    for token in analysis.tokens { classes.append(shapeClasses(token) | lexicalClasses(token)) }
    for candidate in analysis.candidates where candidate.end > candidate.first + 1 {
      let mask = wordClasses.classes(of: lexicon.senses[Int(candidate.sense)], in: lexicon)
      for index in Int(candidate.first)..<Int(candidate.end) { classes[index] |= mask }
    }
    for sentence in analysis.sentences {
      if sentence.first < sentence.end { classes[sentence.first] |= TokenClass.first.bit }
      if !sentence.style.isDisjoint(with: [.titleCase, .upperCase]) { discount(sentence, analysis.tokens, &classes) }
    }
    swap(&classes, &analysis.classes)
  }

  @inline(__always)
  private func shapeClasses(_ token: Token) -> ClassMask {
    let shape = token.shape
    var mask: ClassMask = 0
    if shape.contains(.word) { mask |= TokenClass.word.bit }
    if shape.contains(.capital) {
      mask |= shape.contains(.single) ? TokenClass.initial.bit | TokenClass.capital.bit : TokenClass.capital.bit
      if shape.contains(.dotted), token.count <= 8 { mask |= TokenClass.initial.bit }
    }
    if shape.contains(.upper) { mask |= TokenClass.upper.bit }
    if shape.contains(.mixed) { mask |= TokenClass.mixed.bit }
    if shape.contains(.number) { mask |= TokenClass.number.bit }
    if shape.contains(.mark) { mask |= TokenClass.mark.bit }
    if shape.contains(.opaque) { mask |= TokenClass.opaque.bit }
    if shape.contains(.clitic) { mask |= TokenClass.clitic.bit }
    if shape.isDisjoint(with: .spaceBefore) { mask |= TokenClass.tight.bit }
    return mask
  }

  @inline(__always)
  private func lexicalClasses(_ token: Token) -> ClassMask {
    let word = Int(token.word)
    guard word < wordClasses.anyCase.count else { return 0 }
    let any = wordClasses.anyCase[word]
    return token.shape.contains(.capital) ? any | wordClasses.capitalized[word] : any
  }

  /// In a headline set in capitals a capital is no evidence: common words lose it.
  private func discount(_ sentence: SentenceRange, _ tokens: [Token], _ classes: inout [ClassMask]) {
    let names = TokenClass.given.bit | TokenClass.surname.bit
    for index in sentence.first..<sentence.end where classes[index].has(.common) && classes[index] & names == 0 {
      classes[index] &= ~(TokenClass.capital.bit | TokenClass.upper.bit)
    }
  }
}
