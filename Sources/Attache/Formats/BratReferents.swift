/// The referents that an annotation file's `Equiv` lines make of its mentions.
struct BratReferents {
  /// In text order of their first mentions.
  private(set) var all: [Referent] = []
  private var numbers: [String: Int] = [:]

  /// Labels by how well they tell what a referent is; a title or pronoun is of a person.
  private static let ranks = [
    "Person", "Country", "Organization", "Location", "Nationality", "Money", "Date", "Title", Brat.mentionLabel,
  ]
  private static let personalPronouns: Set<String> = [
    "i", "me", "my", "mine", "myself", "you", "he", "him", "his", "himself", "she", "her", "hers", "herself", "who",
    "whom",
  ]
  private static let otherPronouns: Set<String> = [
    "we", "us", "our", "ours", "ourselves", "your", "yours", "it", "its", "itself", "they", "them", "their", "theirs",
    "themselves", "which", "that", "this", "these", "those", "both", "each", "whose",
  ]

  init() {}

  /// - Parameters:
  ///   - mentions: Ids of entities and mentions in text order.
  ///   - groups: Ids that mean the same; groups that share an id are one.
  init(
    mentions: [String], groups: [[String]], spots: [String: BratBuilder.Spot], codes: [String: String],
    in document: Document
  ) {
    var parent: [String: String] = [:]
    func root(_ id: String) -> String {
      var id = id
      while let next = parent[id] { id = next }
      return id
    }
    for group in groups {
      for id in group.dropFirst() {
        let (first, other) = (root(group[0]), root(id))
        if first != other { parent[other] = first }
      }
    }
    var members: [[String]] = []
    var numberOfRoot: [String: Int] = [:]
    for id in mentions {
      let root = root(id)
      let number = numberOfRoot[root] ?? members.count
      if number == members.count {
        members.append([])
        numberOfRoot[root] = number
      }
      members[number].append(id)
      numbers[id] = number
    }
    for (number, ids) in members.enumerated() {
      all.append(Self.referent(number, ids.compactMap { id in spots[id].map { ($0, codes[id]) } }, document))
    }
  }

  /// The referent of an entity or mention.
  func identifier(of id: String) -> String? { numbers[id].map { all[$0].id } }

  private static func referent(
    _ number: Int, _ members: [(spot: BratBuilder.Spot, code: String?)], _ document: Document
  ) -> Referent {
    let label = ranks.first { label in members.contains { $0.spot.label == label } }
    let best = label ?? members.first?.spot.label ?? ""
    let names = members.filter { $0.spot.label == best }.map { document.string($0.spot.span) }
    let name = names.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? ""
    var referent = Referent(id: "E\(number + 1)", label: best, name: name)
    referent.code = members.lazy.compactMap(\.code).first
    referent.mentions = members.map { member in
      Referent.Mention(span: member.spot.span, kind: kind(of: member.spot, document))
    }
    let isPersonal = members.contains { personalPronouns.contains(document.string($0.spot.span).lowercased()) }
    if best == "Title" || best == Brat.mentionLabel && isPersonal { referent.label = "Person" }
    return referent
  }

  private static func kind(of spot: BratBuilder.Spot, _ document: Document) -> String {
    if spot.label == "Title" { return "title" }
    guard spot.label == Brat.mentionLabel else { return "name" }
    let surface = document.string(spot.span).lowercased()
    return personalPronouns.contains(surface) || otherPronouns.contains(surface) ? "pronoun" : "description"
  }
}
