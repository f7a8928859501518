/// Precision, recall and F1 between 0 and 1; nil where the denominator is zero ("n/a").
public struct Score: Hashable, Sendable {
  /// Share of the system's answers that are right; nil when it gave none.
  public var precision: Double?
  /// Share of the gold that was found; nil when there is none.
  public var recall: Double?
  /// Harmonic mean of both; 0 when one of them is 0, nil when there is neither gold nor answer.
  public var f1: Double?

  /// Scores `correct` (halves allowed) against the number of gold items and of system answers.
  public init(correct: Double, possible: Int, actual: Int) {
    precision = actual > 0 ? correct / Double(actual) : nil
    recall = possible > 0 ? correct / Double(possible) : nil
    f1 = possible + actual > 0 ? 2 * correct / Double(possible + actual) : nil
  }

  init(precision: Double?, recall: Double?, f1: Double?) {
    self.precision = precision
    self.recall = recall
    self.f1 = f1
  }

  /// Scores a metric whose precision and recall have numerators of their own, as in coreference.
  public init(precision: Double?, recall: Double?) {
    self.precision = precision
    self.recall = recall
    if let precision, let recall {
      f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    } else {
      // One side is empty: nothing can be right, so F1 is 0. Both are empty: there is nothing to score.
      f1 = precision == nil && recall == nil ? nil : 0
    }
  }
}

/// What became of the gold items and the system's answers under one scheme, in the terms of MUC-5.
public struct Tally: Hashable, Sendable {
  /// Pairs that agree (COR).
  public var correct = 0
  /// Pairs that disagree (INC).
  public var incorrect = 0
  /// Pairs that agree in part (PAR); worth a half.
  public var partial = 0
  /// Gold without a partner (MIS).
  public var missing = 0
  /// Answers without a partner (SPU).
  public var spurious = 0

  /// Makes an empty tally.
  public init() {}

  /// Gold items: COR + INC + PAR + MIS (POS).
  public var possible: Int { correct + incorrect + partial + missing }
  /// Answers: COR + INC + PAR + SPU (ACT).
  public var actual: Int { correct + incorrect + partial + spurious }
  /// Precision, recall and F1 with partial pairs worth a half.
  public var score: Score {
    Score(correct: Double(correct) + 0.5 * Double(partial), possible: possible, actual: actual)
  }

  /// Adds counts to counts.
  public static func += (left: inout Tally, right: Tally) {
    left.correct += right.correct
    left.incorrect += right.incorrect
    left.partial += right.partial
    left.missing += right.missing
    left.spurious += right.spurious
  }
}

/// What GATE's AnnotationDiffer counts: pairs are sought within one label, so a wrong label is one missing and one
/// spurious.
public struct GateTally: Hashable, Sendable {
  /// Same span.
  public var correct = 0
  /// Overlapping spans.
  public var partial = 0
  /// Gold without a partner.
  public var missing = 0
  /// Answers without a partner.
  public var spurious = 0

  /// Makes an empty tally.
  public init() {}

  /// Gold items.
  public var possible: Int { correct + partial + missing }
  /// Answers.
  public var actual: Int { correct + partial + spurious }
  /// Partial pairs count as wrong.
  public var strict: Score { Score(correct: Double(correct), possible: possible, actual: actual) }
  /// Partial pairs count as right.
  public var lenient: Score { Score(correct: Double(correct + partial), possible: possible, actual: actual) }
  /// The mean of strict and lenient.
  public var average: Score {
    Score(correct: Double(correct) + 0.5 * Double(partial), possible: possible, actual: actual)
  }

  /// Adds counts to counts.
  public static func += (left: inout GateTally, right: GateTally) {
    left.correct += right.correct
    left.partial += right.partial
    left.missing += right.missing
    left.spurious += right.spurious
  }
}

/// Right answers, gold items and answers of one thing that is either right or wrong.
public struct HitCount: Hashable, Sendable {
  /// True positives.
  public var correct = 0
  /// Gold items.
  public var possible = 0
  /// Answers.
  public var actual = 0

  /// Makes an empty count.
  public init() {}

  /// Makes a count of known figures.
  public init(correct: Int, possible: Int, actual: Int) {
    self.correct = correct
    self.possible = possible
    self.actual = actual
  }

  /// False positives.
  public var spurious: Int { actual - correct }
  /// False negatives.
  public var missing: Int { possible - correct }
  /// Precision, recall and F1.
  public var score: Score { Score(correct: Double(correct), possible: possible, actual: actual) }

  /// Adds counts to counts.
  public static func += (left: inout HitCount, right: HitCount) {
    left.correct += right.correct
    left.possible += right.possible
    left.actual += right.actual
  }
}
