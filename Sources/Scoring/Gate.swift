/// A figure of the evaluation that must reach a limit, written `NAME>=LIMIT` as in `entities.strict.f1>=0.95`.
public struct Gate: Hashable, Sendable, CustomStringConvertible {
  /// A name of `Evaluation.figures`.
  public var figure: String
  /// Between 0 and 1.
  public var limit: Double

  /// Makes a gate.
  public init(figure: String, limit: Double) {
    self.figure = figure
    self.limit = limit
  }

  /// Reads `NAME>=LIMIT`, or a limit alone for the strict F1 of the entities; limits above 1 are percentages.
  public init(parsing text: String) throws(EvaluationError) {
    var name = "entities.strict.f1"
    var number = text[...]
    if let sign = text.firstIndex(where: { $0 == ">" || $0 == "=" }) {
      name = String(text[..<sign].filter { $0 != " " })
      number = text[sign...].drop { $0 == ">" || $0 == "=" || $0 == " " }
    }
    guard let limit = Double(number.filter { $0 != "%" && $0 != " " }), limit >= 0, limit <= 100, !name.isEmpty else {
      throw EvaluationError(problems: [
        "error: '\(text)' is no gate; write a limit as 0.95, or a figure and its limit as entities.strict.f1>=0.95"
      ])
    }
    self.init(figure: name, limit: limit > 1 ? limit / 100 : limit)
  }

  /// As it is written.
  public var description: String { "\(figure)>=\(limit)" }
}

/// What became of a gate.
public struct GateResult: Hashable, Sendable {
  /// The gate.
  public var gate: Gate
  /// The figure; nil when it is undefined or unknown.
  public var value: Double?
  /// Whether the figure is defined and reaches the limit.
  public var passed: Bool
  /// Says what is wrong with a gate whose figure doesn't exist.
  public var note: String?
}
