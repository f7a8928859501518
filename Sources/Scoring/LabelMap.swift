/// Renames labels before scoring, so that other people's gold and other tools' output can be compared.
///
/// Read from tab-separated lines `from<TAB>to<TAB>side`: `from` is an entity label, or `relation:label` or
/// `role:name`; `to` is its new name, `-` leaves it out; `side` is `gold`, `system` or empty for both. Lines that
/// start with `#` are comments.
public struct LabelMap: Hashable, Sendable {
  /// Whose labels a line renames.
  public enum Side: String, Sendable { case gold, system }

  enum Kind: String { case entity, relation, role }

  private var targets: [Key: String] = [:]

  private struct Key: Hashable, Sendable {
    var kind: String
    var side: Side
    var from: String
  }

  /// Renames nothing.
  public init() {}

  /// Reads the lines of a map; `file` is its name in messages.
  public init(parsing text: String, file: String) throws(EvaluationError) {
    var problems: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      guard let first = line.first, first != "#" else { continue }
      if let problem = read(line) { problems.append("\(file):\(index + 1):1: error: \(problem)") }
    }
    guard problems.isEmpty else { throw EvaluationError(problems: problems) }
  }

  private mutating func read(_ line: Substring) -> String? {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else {
      return "a label map has two columns, the label and its new name; separate them by a tab, '-' leaves a label out"
    }
    let sides: [Side]
    switch cells.count > 2 ? cells[2] : "" {
    case "": sides = [.gold, .system]
    case "gold": sides = [.gold]
    case "system": sides = [.system]
    default: return "the third column is '\(cells[2])'; write gold, system or nothing"
    }
    var kind = Kind.entity
    var from = cells[0][...]
    for other in [Kind.relation, .role] where from.hasPrefix("\(other.rawValue):") {
      kind = other
      from = from.dropFirst(other.rawValue.count + 1)
    }
    for side in sides {
      let key = Key(kind: kind.rawValue, side: side, from: String(from))
      if let earlier = targets[key], earlier != cells[1] {
        return "'\(cells[0])' is mapped to '\(earlier)' already; keep one of the lines"
      }
      targets[key] = cells[1]
    }
    return nil
  }

  /// The label's new name, nil when it is left out.
  func entity(_ label: String, side: Side) -> String? { target(label, .entity, side) }
  func relation(_ label: String, side: Side) -> String? { target(label, .relation, side) }
  func role(_ name: String, side: Side) -> String? { target(name, .role, side) }

  private func target(_ name: String, _ kind: Kind, _ side: Side) -> String? {
    guard !targets.isEmpty, let target = targets[Key(kind: kind.rawValue, side: side, from: name)] else { return name }
    return target == "-" ? nil : target
  }
}
