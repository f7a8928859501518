/// The mentions of a document while coreference joins them: a union-find over names and noun groups, with what is
/// known of each set.
///
/// Node `i` is name `i` for the first nodes and noun group `i - nameCount` for the rest; the earliest node of a set
/// is its root.
struct ReferentSpace {
  /// What is known of a set of mentions.
  struct Facts {
    var label: NameLabel = .title
    /// Whether a name, not a description, gives the label.
    var isNamed = false
    /// The longest name, in tokens; empty is none.
    var name = 0..<0
    var code: UInt16 = 0
    /// `m`, `f` or 0.
    var gender: UInt8 = 0
    /// Whether a title or pronoun tells the gender, not a given name alone.
    var isGenderSure = false
    /// More than one person or thing (`the foreign ministers of Egypt and Jordan`).
    var isPlural = false
    /// The person's first office in `offices`, or -1.
    var office: Int32 = -1
    /// The country or body that the person speaks for; a node, or -1.
    var side: Int32 = -1
  }

  /// An office of a set.
  struct Office {
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

  mutating func reset(names: Int, groups: Int) {
    nameCount = names
    parents.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    offices.removeAll(keepingCapacity: true)
    parents.reserveCapacity(names + groups)
    for node in 0..<(names + groups) { parents.append(Int32(truncatingIfNeeded: node)) }
    facts.append(contentsOf: repeatElement(Facts(), count: names + groups))
  }

  var count: Int { parents.count }

  /// The set that a node belongs to.
  @inline(__always)
  mutating func root(_ node: Int32) -> Int32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  /// What is known of a node's set.
  mutating func known(_ node: Int32) -> Facts { facts[Int(root(node))] }

  mutating func isSame(_ left: Int32, _ right: Int32) -> Bool { root(left) == root(right) }

  /// Makes two sets one.
  mutating func join(_ left: Int32, _ right: Int32) {
    let (a, b) = (root(left), root(right))
    guard a != b else { return }
    let (keep, drop) = a < b ? (a, b) : (b, a)
    parents[Int(drop)] = keep
    facts[Int(keep)] = ReferentSpace.merged(facts[Int(keep)], facts[Int(drop)])
  }

  /// Changes what is known of a node's set.
  mutating func note(_ node: Int32, _ change: (inout Facts) -> Void) { change(&facts[Int(root(node))]) }

  private static func rank(_ facts: Facts) -> Int {
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

  private static func merged(_ first: Facts, _ second: Facts) -> Facts {
    var best = first
    if rank(second) < rank(first) || rank(second) == rank(first) && second.name.count > first.name.count {
      (best.label, best.isNamed, best.name) = (second.label, second.isNamed, second.name)
    }
    if best.code == 0 { best.code = second.code }
    if !first.isGenderSure, second.gender != 0, first.gender == 0 || second.isGenderSure {
      (best.gender, best.isGenderSure) = (second.gender, second.isGenderSure)
    } else {
      (best.gender, best.isGenderSure) = (first.gender, first.isGenderSure)
    }
    if best.office < 0 { best.office = second.office }
    if best.side < 0 { best.side = second.side }
    best.isPlural = first.isPlural || second.isPlural
    return best
  }
}

extension ReferentSpace {
  /// The node of a noun group: its head name's, or its own.
  func node(_ index: Int, _ group: NounGroup) -> Int32 {
    let own = Int32(truncatingIfNeeded: nameCount + index)
    guard group.kind == .name || group.kind == .title else { return own }
    if group.person >= 0 { return group.person }
    for name in [group.title, group.organization, group.country, group.location] where name >= 0 {
      if Int(name) < nameCount { return name }
    }
    return own
  }
}
