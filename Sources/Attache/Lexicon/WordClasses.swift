/// The token classes that the lexicon gives to words.
///
/// Few sets of classes are unlike, so each word has the number of a pair of sets (`WordTable`) and the pairs are in a
/// small table.
struct WordClasses: Sendable {
  /// The classes of a word.
  struct Pair: Sendable, Hashable {
    /// Those that it has in any letter case.
    var small: ClassMask = 0
    /// Those that it has when it begins with a capital.
    var capital: ClassMask = 0
  }

  private var pairs = [Pair()]
  /// Classes of words in a run that matches an entry of several words, by tag and entry type.
  private let tagClasses: [ClassMask]
  private static let types = LexiconType.allCases.count

  /// Makes the table for a lexicon whose vocabulary is complete, and the number of each word's pair.
  ///
  /// There are some hundred pairs; what goes beyond the numbers is left out.
  init(_ lexicon: Lexicon, _ numbers: inout [UInt16]) {
    numbers = [UInt16](repeating: 0, count: lexicon.vocabulary.count)
    tagClasses = WordClasses.tagClasses(lexicon)
    var joined = JoinedPairs()
    lexicon.forEachSenseOfOneWord { word, _, sense in
      let mask = classes(of: sense, in: lexicon)
      let isWritten = sense.policy.contains(.foldCase) || lexicon.capitals[Int(sense.capitals)] == 0
      add(Pair(small: isWritten ? mask : 0, capital: mask), to: &numbers[Int(word)], &joined)
    }
    addSurnames(of: lexicon, &numbers, &joined)
    let common = Pair(small: TokenClass.common.bit, capital: TokenClass.common.bit)
    for word in lexicon.commonWords { add(common, to: &numbers[Int(word)], &joined) }
  }

  /// The classes of a word by the number of its pair.
  @inline(__always)
  func set(_ number: UInt16, isCapital: Bool) -> ClassMask {
    isCapital ? pairs[Int(number)].capital : pairs[Int(number)].small
  }

  /// What is known of pairs while the table is made: few pairs are joined with few others, again and again.
  private struct JoinedPairs {
    var numbers: [Pair: UInt16] = [Pair(): 0]
    var added: [Pair] = []
    /// For each pair that was added a row with the number of its union with each other pair, plus one.
    var unions: [[UInt16]] = []
    var last = 0
  }

  private mutating func add(_ added: Pair, to number: inout UInt16, _ joined: inout JoinedPairs) {
    if joined.last >= joined.added.count || joined.added[joined.last] != added {
      joined.last = joined.added.firstIndex(of: added) ?? joined.added.count
      if joined.last == joined.added.count {
        joined.added.append(added)
        joined.unions.append([])
      }
    }
    let row = joined.last
    if Int(number) < joined.unions[row].count, joined.unions[row][Int(number)] != 0 {
      number = joined.unions[row][Int(number)] - 1
      return
    }
    let union = union(of: added, number, &joined)
    while joined.unions[row].count <= Int(number) { joined.unions[row].append(0) }
    joined.unions[row][Int(number)] = union + 1
    number = union
  }

  /// The number of the union of a pair and a numbered one; that of the latter when there are too many.
  private mutating func union(of added: Pair, _ number: UInt16, _ joined: inout JoinedPairs) -> UInt16 {
    let old = pairs[Int(number)]
    let pair = Pair(small: old.small | added.small, capital: old.capital | added.capital)
    if let known = joined.numbers[pair] { return known }
    guard pairs.count < Int(UInt16.max) else { return number }
    pairs.append(pair)
    joined.numbers[pair] = UInt16(pairs.count - 1)
    return UInt16(pairs.count - 1)
  }

  /// The last word of a public figure's name is a surname that texts use alone.
  private mutating func addSurnames(
    of lexicon: Lexicon, _ numbers: inout [UInt16], _ joined: inout JoinedPairs
  ) {
    let tokenizer = Tokenizer()
    let surname = Pair(small: 0, capital: TokenClass.surname.bit)
    var tokens: [Token] = []
    for entry in lexicon.entries where entry.type == .person {
      let start = Int(entry.nameStart)
      tokens.removeAll(keepingCapacity: true)
      let bytes = lexicon.files[Int(entry.file)].bytes
      let name = bytes.span.extracting(start..<(start + Int(entry.nameLength)))
      tokenizer.tokenize(name, vocabulary: lexicon.vocabulary, into: &tokens)
      guard tokens.count > 1, let last = tokens.last, last.shape.contains(.capital), last.count > 2 else { continue }
      add(surname, to: &numbers[Int(last.word)], &joined)
    }
  }

  /// The classes that a sense gives to the tokens it matches.
  func classes(of sense: Sense, in lexicon: Lexicon) -> ClassMask {
    let entry = lexicon.entries[Int(sense.entry)]
    let isWeak = !sense.policy.isDisjoint(with: [.weak, .context])
    let tag = tagClasses[Int(entry.tag) * WordClasses.types + Int(entry.type.rawValue)]
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

  /// The classes of every tag in every type of entry, by tag and type; 0 where no entry has both.
  private static func tagClasses(_ lexicon: Lexicon) -> [ClassMask] {
    var isUsed = [Bool](repeating: false, count: lexicon.tags.count * types)
    for entry in lexicon.entries { isUsed[Int(entry.tag) * types + Int(entry.type.rawValue)] = true }
    var classes = [ClassMask](repeating: 0, count: isUsed.count)
    for type in LexiconType.allCases {
      for (tag, name) in lexicon.tags.enumerated() where isUsed[tag * types + Int(type.rawValue)] {
        classes[tag * types + Int(type.rawValue)] = WordClasses.classes(ofTag: name, in: type)
      }
    }
    return classes
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
