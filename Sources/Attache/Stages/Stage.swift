/// What stages hand to one another.
public enum Layer: String, CaseIterable, Sendable {
  case tokens, sentences, candidates, names, mentions, verbGroups, referents, relations
}

/// One step of the pipeline; it reads and fills layers of an analysis.
public protocol Stage: Sendable {
  /// The name that `--help`, errors and `explain` print.
  var name: String { get }
  /// Layers that earlier stages must have provided.
  var requires: Set<Layer> { get }
  /// Layers that it fills or refines.
  var provides: Set<Layer> { get }
  /// Works on one document; never throws and never traps.
  func run(_ analysis: inout Analysis)
}

/// A pipeline whose stages can't work in their order.
public struct StageOrderError: Error, Sendable, CustomStringConvertible {
  /// The stage that lacks a layer.
  public var stage: String
  /// The layers that no earlier stage provides.
  public var missing: [Layer]

  /// `stage 'x' needs 'y', which no earlier stage provides`.
  public var description: String {
    let layers = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return "stage '\(stage)' needs \(layers), which no earlier stage provides; change the order of the stages"
  }
}
