import Attache

/// One thing that the system got wrong, with its place and its likely cause.
public struct Mistake: Hashable, Sendable {
  /// Why it is likely to have happened.
  public enum Cause: String, CaseIterable, Sendable {
    /// Nothing was found here, nor are these words found anywhere with that label.
    case noEntry = "no lexicon entry"
    /// Nothing was found here, though the same words are found elsewhere.
    case missedHere = "found elsewhere, missed here"
    /// The span is right, the label isn't.
    case wrongSense = "wrong sense chosen"
    /// The answer holds the gold span and more.
    case tooLong = "boundary: too long"
    /// The gold span holds the answer and more.
    case tooShort = "boundary: too short"
    /// Each has bytes that the other lacks.
    case shifted = "boundary: shifted"
    /// Several answers for one gold span.
    case notMerged = "not merged"
    /// One answer for several gold spans.
    case overMerged = "merged too much"
    /// An answer with another label and span lies on the gold.
    case shadowed
    /// Nothing in the gold.
    case spurious
    /// The gold's relation was not found.
    case relationMissing = "relation missing"
    /// A relation that the gold doesn't have there.
    case relationSpurious = "relation spurious"
    /// The relation was found, an argument is missing, wrong or too many.
    case arguments = "wrong arguments"
    /// All arguments are right; polarity, modality or count isn't.
    case attributes = "wrong attributes"

    /// Whether it is about a relation.
    public var isRelation: Bool {
      switch self {
      case .relationMissing, .relationSpurious, .arguments, .attributes: true
      default: false
      }
    }
  }

  /// One side of a mistake.
  public struct Side: Hashable, Sendable {
    /// Entity or relation label.
    public var label: String
    /// Offset of the first character, in Unicode code points.
    public var start: Int
    /// Offset after the last character, in Unicode code points.
    public var end: Int
    /// The words, or the relation written out.
    public var text: String
    /// The lexicon line or rule; nil in gold.
    public var source: Source?
  }

  /// Why.
  public var cause: Cause
  /// Name of the document.
  public var document: String
  /// Line in the document's text, counted from 1.
  public var line: Int
  /// What should be there; nil when nothing should.
  public var gold: Side?
  /// What the system wrote; nil when nothing.
  public var system: Side?
  /// What exactly is wrong with a relation, such as `missing participant` or `modality`.
  public var problems: [String]
  /// Text before the place.
  public var before: String
  /// The text of both sides together.
  public var focus: String
  /// Text after the place.
  public var after: String

  /// The cause, and for a relation what exactly is wrong.
  var summary: String { cause.rawValue + (problems.isEmpty ? "" : ": " + problems.joined(separator: ", ")) }
}

/// How often a cause occurred, kept or not.
public struct CauseCount: Hashable, Sendable {
  /// The cause.
  public var cause: Mistake.Cause
  /// Number of mistakes.
  public var count: Int
}

/// What a lexicon line or a rule got right and wrong on the gold.
public struct SourceScore: Hashable, Sendable {
  /// The line or rule.
  public var source: Source
  /// Whether it makes relations rather than entities.
  public var isRelation: Bool
  /// Exact entities, or relations whose arguments are right.
  public var truePositives: Int
  /// All other answers.
  public var falsePositives: Int
}

/// A change that would remove mistakes.
public struct Edit: Hashable, Sendable {
  /// What to do, in words.
  public var action: String
  /// The line or rule to change; nil when something is to be added.
  public var source: Source?
  /// Mistakes removed less mistakes made, a wrong label or span counting as two (one FP and one FN).
  public var gain: Int
  /// Places where it would help, as `document:line`; at most three.
  public var examples: [String]
}
