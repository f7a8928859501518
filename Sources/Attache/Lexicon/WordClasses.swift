/// The token classes that the lexicon gives to single words, as tables over word identifiers.
struct WordClasses: Sendable {
  /// Classes of a word in any letter case.
  private(set) var anyCase: [ClassMask]
  /// Classes that count only when the word begins with a capital, as the entry does.
  private(set) var capitalized: [ClassMask]
  /// Classes of words in a run that matches an entry of several words, by entry type and tag.
  private let tagClasses: [[ClassMask]]

  /// Makes the tables for a lexicon whose vocabulary is complete.
  init(_ lexicon: Lexicon) {
    anyCase = [ClassMask](repeating: 0, count: lexicon.vocabulary.count)
    capitalized = anyCase
    tagClasses = LexiconType.allCases.map { type in
      lexicon.tags.map { WordClasses.classes(ofTag: $0, in: type) }
    }
    for word in UInt32(0)..<UInt32(lexicon.vocabulary.count) {
      lexicon.forEachSense(ofWord: word) { _, sense in
        let mask = classes(of: sense, in: lexicon)
        let isWritten = sense.policy.contains(.foldCase) || lexicon.capitals[Int(sense.capitals)] == 0
        if isWritten { anyCase[Int(word)] |= mask } else { capitalized[Int(word)] |= mask }
      }
    }
    addSurnames(of: lexicon)
    for word in lexicon.commonWords { anyCase[Int(word)] |= TokenClass.common.bit }
  }

  /// The last word of a public figure's name is a surname that texts use alone.
  private mutating func addSurnames(of lexicon: Lexicon) {
    let tokenizer = Tokenizer()
    var tokens: [Token] = []
    for entry in lexicon.entries where entry.type == .person {
      let start = Int(entry.nameStart)
      let bytes = Array(lexicon.files[Int(entry.file)].bytes[start..<(start + Int(entry.nameLength))])
      tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(bytes.span, vocabulary: lexicon.vocabulary, into: &tokens)
      guard tokens.count > 1, let last = tokens.last, last.shape.contains(.capital), last.count > 2 else { continue }
      capitalized[Int(last.word)] |= TokenClass.surname.bit
    }
  }

  /// The classes that a sense gives to the tokens it matches.
  func classes(of sense: Sense, in lexicon: Lexicon) -> ClassMask {
    let entry = lexicon.entries[Int(sense.entry)]
    let isWeak = !sense.policy.isDisjoint(with: [.weak, .context])
    let tag = tagClasses[Int(entry.type.rawValue)][Int(entry.tag)]
    switch entry.type {
    case .country:
      switch sense.role {
      case .adjective, .people: return TokenClass.nationality.bit
      case .capital, .government: return TokenClass.place.bit
      default: return TokenClass.country.bit
      }
    case .givenName: return isWeak ? TokenClass.givenWeak.bit : TokenClass.given.bit
    case .surname: return isWeak ? TokenClass.surnameWeak.bit : TokenClass.surname.bit
    case .person: return TokenClass.person.bit
    case .title:
      let honorific = tag & TokenClass.honorific.bit
      return (isWeak ? TokenClass.titleContext.bit : TokenClass.title.bit) | honorific
    case .location: return isWeak ? TokenClass.placeWeak.bit : TokenClass.place.bit
    case .organization: return isWeak ? TokenClass.organizationWeak.bit : TokenClass.organization.bit
    case .currency:
      if sense.role == .symbol { return TokenClass.currencySymbol.bit }
      return isWeak ? TokenClass.currencyWeak.bit : TokenClass.currency.bit
    case .stop: return TokenClass.stop.bit
    case .dateWord: return isWeak ? tag | TokenClass.dateWeak.bit : tag
    case .common: return TokenClass.common.bit
    case .titleWord:
      guard isWeak, tag.has(.titleHead) || tag.has(.titleRank) else { return tag }
      return tag & ~(TokenClass.titleHead.bit | TokenClass.titleRank.bit) | TokenClass.titleHeadWeak.bit
    case .organizationWord:
      guard isWeak else { return tag }
      var mask = tag & TokenClass.companySuffix.bit
      if tag.has(.organizationHead) { mask |= TokenClass.organizationHeadWeak.bit }
      if tag.has(.organizationFirst) { mask |= TokenClass.organizationFirstWeak.bit }
      return mask
    case .particle, .placeWord, .word, .verb, .noun: return tag
    case .abbreviation: return 0
    }
  }

  /// The classes named by a tag such as `prehead; portfolio`, which may mean different things in different files.
  private static func classes(ofTag tag: String, in type: LexiconType) -> ClassMask {
    tag.split(separator: ";").reduce(0) { mask, part in
      let name = part.trimmed
      if let found = special["\(type.name):\(name)"] { return mask | found.bit }
      guard !isForeign(type) else { return mask }
      return mask | (TokenClass.named(name)?.bit ?? 0)
    }
  }

  /// Types whose tags are words of other stages, which only look like token classes.
  private static func isForeign(_ type: LexiconType) -> Bool { type == .verb || type == .noun }

  private static let special: [String: TokenClass] = [
    "Particle:between": .particle, "TitleWord:modifier": .titleModifier, "TitleWord:prehead": .titlePrehead,
    "TitleWord:head": .titleHead, "TitleWord:rank": .titleRank, "PlaceWord:before": .placeBefore,
    "PlaceWord:after": .placeAfter, "DateWord:number": .numberWord, "DateWord:modifier": .dateModifier,
    "DateWord:relative": .relativeDate,
    "OrganizationWord:head": .organizationHead, "OrganizationWord:modifier": .organizationFirst,
    "OrganizationWord:first": .organizationFirst, "OrganizationWord:company-suffix": .companySuffix,
  ]
}
