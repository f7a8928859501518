/// Labels as small numbers, one numbering for both sides.
struct LabelTable {
  private(set) var names: [String] = []
  private var ids: [String: Int32] = [:]

  mutating func id(_ name: String) -> Int32 {
    if let known = ids[name] { return known }
    let id = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    ids[name] = id
    return id
  }

  subscript(_ id: Int32) -> String {
    let index = Int(id)
    return index >= 0 && index < names.count ? names[index] : "?"
  }
}

/// What becomes of one side's labels: renamed, left out, or a region where nothing is scored.
struct LabelFilter {
  enum Fate {
    case scored(Int32)
    case dropped
    case ignoredRegion
  }

  private let side: LabelMap.Side
  private var fates: [String: Fate] = [:]
  private var last: (name: String, fate: Fate)?

  init(side: LabelMap.Side) { self.side = side }

  /// The fate of a label; asked once for each distinct one, since documents hold millions of entities.
  mutating func fate(of name: String, options: EvaluationOptions, table: inout LabelTable) -> Fate {
    if let last, last.name == name { return last.fate }
    let fate = fates[name] ?? settle(name, options: options, table: &table)
    last = (name, fate)
    return fate
  }

  private mutating func settle(_ name: String, options: EvaluationOptions, table: inout LabelTable) -> Fate {
    let fate: Fate
    if options.ignoreLabels.contains(name) {
      fate = .ignoredRegion
    } else if let mapped = options.labelMap.entity(name, side: side), options.scores(label: mapped) {
      fate = .scored(table.id(mapped))
    } else {
      fate = .dropped
    }
    fates[name] = fate
    return fate
  }
}
