/// The arguments of a document's relations with the spans that they have as mentions of their referents.
struct DocumentArguments: Sendable {
  /// One argument of a relation.
  struct Argument: Sendable {
    /// Index into the rule book's role names.
    var role: UInt16
    /// Index into `Analysis.referents`; -1 is none.
    var referent: Int32
    var mention: DocumentReferents.Mention
  }

  /// The arguments of all relations, relation by relation.
  private(set) var all: [Argument] = []
  private var ends: [Int32] = []

  /// The arguments of a relation as a range of `all`.
  func range(of relation: Int) -> Range<Int> {
    guard ends.indices.contains(relation) else { return 0..<0 }
    return (relation == 0 ? 0 : Int(ends[relation - 1]))..<Int(ends[relation])
  }

  /// Forgets the document before.
  mutating func begin() {
    all.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Ends the arguments of one relation.
  mutating func endRelation() { ends.append(Int32(truncatingIfNeeded: all.count)) }

  /// Adds an argument, but no second one of a role for one referent (`Minister of Justice and Deputy Prime Minister
  /// Lee`): a name goes before a title.
  mutating func add(_ argument: ArgumentRecord, _ mention: DocumentReferents.Mention, _ analysis: Analysis) {
    let new = Argument(role: argument.role, referent: argument.referent, mention: mention)
    if argument.referent >= 0 {
      for index in Int(ends.last ?? 0)..<all.count
      where all[index].referent == argument.referent && all[index].role == argument.role {
        if isPerson(argument.tokens, analysis) { all[index] = new }
        return
      }
    }
    all.append(new)
  }

  private func isPerson(_ tokens: Range<Int>, _ analysis: Analysis) -> Bool {
    var low = 0
    var high = analysis.names.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.names[middle].first < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < analysis.names.count && analysis.names[low].first == tokens.lowerBound
      && analysis.names[low].label == .person
  }

  /// An argument as a mention of its referent: a description without its article, but `the two sides` whole, where each
  /// of them is meant.
  static func mention(_ argument: ArgumentRecord, _ analysis: Analysis) -> DocumentReferents.Mention {
    let tokens = argument.tokens
    let whole = DocumentBuilder.span(tokens, analysis)
    guard argument.referent >= 0, let index = group(of: tokens, analysis) else { return .init(whole, .description) }
    let group = analysis.mentions[index]
    if group.kind == .pronoun { return .init(whole, .pronoun) }
    if group.referents.count > 1 {
      return .init(DocumentBuilder.span(group.first..<group.end, analysis), .description)
    }
    if group.kind == .title { return .init(whole, .title) }
    guard group.kind == .description, tokens.count > 1 else { return .init(whole, .description) }
    let first = start(of: group)
    return .init(DocumentBuilder.span(first..<max(tokens.upperBound, first + 1), analysis), .description)
  }

  /// The noun group that an argument's tokens are, or are the head of.
  private static func group(of tokens: Range<Int>, _ analysis: Analysis) -> Int? {
    var low = 0
    var high = analysis.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.mentions[middle].first <= tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    while low > 0, tokens.lowerBound - analysis.mentions[low - 1].first < 12 {
      low -= 1
      if analysis.mentions[low].first == tokens.lowerBound, analysis.mentions[low].end == tokens.upperBound {
        return low
      }
      if analysis.mentions[low].headFirst == tokens.lowerBound, analysis.mentions[low].headEnd == tokens.upperBound {
        found = low
      }
    }
    return found
  }

  private static func start(of group: NounGroup) -> Int {
    let isArticle = group.determiner == .definite || group.determiner == .indefinite
    return isArticle && group.first < group.headFirst ? group.first + 1 : group.first
  }

  /// A description without its article; what a group means together keeps it (`the two sides`).
  static func span(of group: NounGroup, _ analysis: Analysis) -> ByteSpan {
    let first = start(of: group)
    return DocumentBuilder.span(first..<max(group.headEnd, first + 1), analysis)
  }
}
