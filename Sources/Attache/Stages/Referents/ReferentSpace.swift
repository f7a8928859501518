/// The mentions of a document while coreference joins them: a union-find over names and noun groups, with what is
/// known of each set.
///
/// Node `i` is name `i` for the first nodes and noun group `i - nameCount` for the rest; the earliest node of a set
/// is its root.
struct ReferentSpace: Sendable {
  /// What is known of a set of mentions.
  struct Facts: Sendable {
    var label: NameLabel = .title
    /// Whether a name, not a description, gives the label.
    var isNamed = false
    /// Whether a title or pronoun tells the gender, not a given name alone.
    var isGenderSure = false
    /// More than one person or thing (`the foreign ministers of Egypt and Jordan`).
    var isPlural = false
    /// `m`, `f` or 0.
    var gender: UInt8 = 0
    /// How well label and name name the set; less is better.
    var rank: UInt8 = 8
    var code: UInt16 = 0
    /// The longest name, in tokens; empty is none.
    var nameFirst: Int32 = 0
    var nameEnd: Int32 = 0
    /// The person's first office in `offices`, or -1.
    var office: Int32 = -1
    /// The country or body that the person speaks for; a node, or -1.
    var side: Int32 = -1
  }

  /// An office of a set.
  struct Office: Sendable {
    var holder: Int32
    /// Index of the Title name.
    var title: Int32
    /// Node of the country or organisation; -1 is none.
    var of: Int32
    /// Code of the country where `of` has none or isn't in the text.
    var code: UInt16
    var status: OfficeRecord.Status
  }

  private(set) var nameCount = 0
  private var parents: [Int32] = []
  private(set) var facts: [Facts] = []
  var offices: [Office] = []

  /// Forgets the last document.
  mutating func reset(names: Int, groups: Int) {
    nameCount = names
    facts.clear()
    offices.clear()
    let count = names + groups
    facts.append(contentsOf: repeatElement(Facts(), count: count))
    if parents.count < count { parents.append(contentsOf: repeatElement(0, count: count - parents.count)) }
    var span = parents.mutableSpan
    for node in 0..<count { span[node] = Int32(truncatingIfNeeded: node) }
  }

  /// Says what a name tells of its referent; only before it is joined with others.
  mutating func describe(_ name: Int, _ told: Facts) { facts[name] = told }

  var count: Int { facts.count }

  /// The set that a node belongs to.
  @inline(__always)
  mutating func root(_ node: Int32) -> Int32 {
    let parent = parents[Int(node)]
    if parent == node { return node }
    return parents[Int(parent)] == parent ? parent : shortened(node)
  }

  /// The root of a node that is deep in its set; the path to it is cut short.
  @inline(never)
  private mutating func shortened(_ node: Int32) -> Int32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  /// What is known of a node's set.
  @inline(__always)
  mutating func known(_ node: Int32) -> Facts { facts[Int(root(node))] }

  @inline(__always)
  mutating func isSame(_ left: Int32, _ right: Int32) -> Bool { root(left) == root(right) }

  /// Makes two sets one.
  mutating func join(_ left: Int32, _ right: Int32) {
    let (a, b) = (root(left), root(right))
    guard a != b else { return }
    let (keep, drop) = a < b ? (a, b) : (b, a)
    parents[Int(drop)] = keep
    ReferentSpace.merge(facts[Int(drop)], into: &facts[Int(keep)])
  }

  /// Changes what is known of a node's set.
  @inline(__always)
  mutating func note(_ node: Int32, _ change: (inout Facts) -> Void) {
    let root = Int(root(node))
    change(&facts[root])
    facts[root].rank = ReferentSpace.rank(facts[root])
  }

  @inline(__always)
  static func rank(_ facts: Facts) -> UInt8 {
    guard facts.isNamed else { return 8 }
    switch facts.label {
    case .person: return 0
    case .country: return 1
    case .organization: return 2
    case .nationality: return 3
    case .location: return 4
    case .money: return 5
    case .date: return 6
    case .title: return 7
    }
  }

  private static func merge(_ second: Facts, into first: inout Facts) {
    if second.rank < first.rank
      || second.rank == first.rank && second.nameEnd - second.nameFirst > first.nameEnd - first.nameFirst
    {
      (first.label, first.isNamed, first.rank) = (second.label, second.isNamed, second.rank)
      (first.nameFirst, first.nameEnd) = (second.nameFirst, second.nameEnd)
    }
    if first.code == 0 { first.code = second.code }
    if !first.isGenderSure, second.gender != 0, first.gender == 0 || second.isGenderSure {
      (first.gender, first.isGenderSure) = (second.gender, second.isGenderSure)
    }
    if first.office < 0 { first.office = second.office }
    if first.side < 0 { first.side = second.side }
    first.isPlural = first.isPlural || second.isPlural
  }
}

extension ReferentSpace {
  /// The node of a noun group: its head name's, or its own.
  @inline(__always)
  func node(_ index: Int, _ analysis: borrowing Analysis) -> Int32 {
    let own = Int32(truncatingIfNeeded: nameCount + index)
    let kind = analysis.mentions[index].kind
    guard kind == .name || kind == .title else { return own }
    let person = analysis.mentions[index].person
    if person >= 0 { return person }
    let limit = Int32(truncatingIfNeeded: nameCount)
    let title = analysis.mentions[index].title
    if title >= 0, title < limit { return title }
    let organization = analysis.mentions[index].organization
    if organization >= 0, organization < limit { return organization }
    let country = analysis.mentions[index].country
    if country >= 0, country < limit { return country }
    let location = analysis.mentions[index].location
    return location >= 0 && location < limit ? location : own
  }
}
