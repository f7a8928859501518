import Attache

/// One side's relations of one document, mapped, without duplicates, with what the comparison asks for looked up.
struct PreparedRelations {
  struct Argument: Hashable {
    var role: String
    var span: ByteSpan
    /// Label of the entity on that very span; nil for none.
    var entity: String?
    /// Index into `Document.referents`, -1 for none.
    var referent: Int
    /// `Referent.id`, to order arguments by; empty for none.
    var referentID: String
    /// Whether the role takes a stretch of text.
    var isTextRole: Bool
    /// Whether the value is a stretch of text: the role says so, or there is no referent and no entity.
    var isText: Bool
  }

  struct Item: Hashable {
    var label: String
    var trigger: ByteSpan?
    var arguments: [Argument]
    var attributes: Relation.Attributes
    /// From the first byte of trigger and arguments to the last.
    var extent: ByteSpan
    /// Index into `Document.relations`.
    var index: Int
  }

  private(set) var items: [Item] = []
  private(set) var duplicates = 0

  init(_ document: Document, side: LabelMap.Side, options: EvaluationOptions) {
    guard !document.relations.isEmpty else { return }
    var entities: [ByteSpan: Int] = [:]
    for (index, entity) in document.entities.enumerated() {
      if let other = entities[entity.span], PreparedRelations.precedes(document.entities[other], entity) { continue }
      entities[entity.span] = index
    }
    var referents: [String: Int] = [:]
    for (index, referent) in document.referents.enumerated() { referents[referent.id] = index }
    var seen: Set<Item> = []
    for (index, relation) in document.relations.enumerated() {
      guard let label = options.labelMap.relation(relation.label, side: side) else { continue }
      let arguments = relation.arguments.compactMap { argument -> Argument? in
        guard let role = options.labelMap.role(argument.role, side: side) else { return nil }
        let entity = entities[argument.span].map { document.entities[$0] }
        let referentID = argument.referent ?? entity?.referent ?? ""
        let referent = referents[referentID] ?? -1
        let entityLabel = entity.flatMap { options.labelMap.entity($0.label, side: side) }
        let isTextRole = options.textRoles.contains(role)
        return Argument(
          role: options.canonicalRole(role, of: label), span: argument.span, entity: entityLabel,
          referent: referent, referentID: referentID, isTextRole: isTextRole,
          isText: isTextRole || referent < 0 && entity == nil)
      }
      var item = Item(
        label: label, trigger: relation.trigger, arguments: PreparedRelations.unique(arguments),
        attributes: relation.attributes, extent: PreparedRelations.extent(relation.trigger, arguments), index: 0)
      guard seen.insert(item).inserted else {
        duplicates += 1
        continue
      }
      item.index = index
      items.append(item)
    }
    items.sort(by: PreparedRelations.precedes)
  }

  private static func unique(_ arguments: [Argument]) -> [Argument] {
    var result: [Argument] = []
    for argument in arguments.sorted(by: precedes) where result.last != argument { result.append(argument) }
    return result
  }

  private static func precedes(_ a: Argument, _ b: Argument) -> Bool {
    if a.role != b.role { return a.role < b.role }
    if a.span != b.span { return a.span < b.span }
    if a.referentID != b.referentID { return a.referentID < b.referentID }
    return (a.entity ?? "") < (b.entity ?? "")
  }

  /// Which of two entities on one span an argument is taken to mean.
  private static func precedes(_ a: Entity, _ b: Entity) -> Bool {
    a.label != b.label ? a.label < b.label : (a.referent ?? "") <= (b.referent ?? "")
  }

  /// An order that doesn't depend on the order of the input.
  private static func precedes(_ a: Item, _ b: Item) -> Bool {
    if a.label != b.label { return a.label < b.label }
    if a.extent != b.extent { return a.extent < b.extent }
    let left = a.trigger ?? ByteSpan(0, 0)
    let right = b.trigger ?? ByteSpan(0, 0)
    if left != right { return left < right }
    for (x, y) in zip(a.arguments, b.arguments) where x != y { return precedes(x, y) }
    if a.arguments.count != b.arguments.count { return a.arguments.count < b.arguments.count }
    return key(a.attributes) < key(b.attributes)
  }

  private static func key(_ attributes: Relation.Attributes) -> String {
    let spans = [attributes.date, attributes.place, attributes.topic, attributes.attribution]
    return "\(attributes.polarity) \(attributes.modality) \(attributes.count ?? -1) \(attributes.status ?? "") "
      + spans.map { $0.map { "\($0.start)-\($0.end)" } ?? "" }.joined(separator: " ")
  }

  private static func extent(_ trigger: ByteSpan?, _ arguments: [Argument]) -> ByteSpan {
    var spans = arguments.map(\.span)
    if let trigger { spans.append(trigger) }
    guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return ByteSpan(0, 0) }
    return ByteSpan(start, end)
  }
}

extension EvaluationOptions {
  /// The first by name of the roles that may change places with this one.
  func canonicalRole(_ role: String, of relation: String) -> String {
    guard let group = symmetricRoles[relation], group.contains(role) else { return role }
    return group.min() ?? role
  }
}
