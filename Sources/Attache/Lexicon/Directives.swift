/// The `#type`, `#case` and `#marks` lines at the head of a lexicon file.
struct Directives {
  let name: String
  private(set) var type: LexiconType?
  private var foldsCase: Bool?
  private var isUpper = false
  private var keepsMarks = false

  init(name: String) { self.name = name }

  /// Reads one line that starts with `#`; lines that start with `# ` are comments.
  mutating func read(_ text: String, line: Int) -> [Diagnostic] {
    let words = text.dropFirst().split(separator: " ", maxSplits: 1)
    guard !text.hasPrefix("# "), let key = words.first else { return [] }
    let value = words.count > 1 ? String(words[1]) : ""
    func wrong(_ message: String) -> [Diagnostic] { [Diagnostic(file: name, line: line, message)] }
    switch key {
    case "type":
      type = LexiconType(name: value)
      if type == nil {
        let names = LexiconType.allCases.map(\.name)
        let hint = Suggestion.phrase(for: value, in: names)
        let list = names.joined(separator: ", ")
        return wrong("unknown type '\(value)'\(hint.isEmpty ? "; the types are: \(list)" : hint)")
      }
    case "case":
      guard ["exact", "fold", "upper"].contains(value) else {
        return wrong("'#case \(value)' is not known; write exact, fold or upper")
      }
      foldsCase = value == "fold"
      isUpper = value == "upper"
    case "marks":
      guard ["fold", "keep"].contains(value) else {
        return wrong("'#marks \(value)' is not known; write fold or keep")
      }
      keepsMarks = value == "keep"
    default:
      let hint = Suggestion.phrase(for: String(key), in: ["type", "case", "marks"])
      return wrong("unknown directive '#\(key)'\(hint.isEmpty ? "; a comment starts with '# '" : hint)")
    }
    return []
  }

  /// The policy that rows have when they say nothing.
  func policy(for type: LexiconType) -> SensePolicy {
    var policy: SensePolicy = []
    if foldsCase ?? type.foldsCase { policy.insert(.foldCase) }
    if isUpper { policy.insert(.upper) }
    if keepsMarks { policy.insert(.keepMarks) }
    return policy
  }
}

/// The types of files that are named as the default lexicons are.
enum LexiconFileNames {
  /// The type that a file name stands for, so that `countries.tsv` needs no `#type` line.
  static func type(of path: String) -> LexiconType? {
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    return names[stem]
  }

  private static let names: [String: LexiconType] = [
    "countries": .country, "given-names": .givenName, "surnames": .surname, "particles": .particle, "titles": .title,
    "title-words": .titleWord, "organisations": .organization, "organisation-words": .organizationWord,
    "places": .location, "place-words": .placeWord, "people": .person, "dates": .dateWord, "currencies": .currency,
    "stop": .stop, "words": .word, "verbs": .verb, "nouns": .noun, "common-words": .common,
    "abbreviations": .abbreviation,
  ]
}
