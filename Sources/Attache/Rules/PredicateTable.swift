/// The distinct tests of all patterns of a rule book.
struct PredicateTable: Sendable {
  /// The tests in the order they were added.
  private(set) var predicates: [Predicate] = []
  /// The classes that a test asks about; the others don't tell tokens apart.
  private(set) var classes: ClassMask = 0
  private var indices: [Predicate: UInt16] = [:]

  /// The index of a test, new when it wasn't there.
  mutating func index(of predicate: Predicate) -> UInt16 {
    if let known = indices[predicate] { return known }
    let made = UInt16(truncatingIfNeeded: predicates.count)
    indices[predicate] = made
    predicates.append(predicate)
    classes |= predicate.required | predicate.any | predicate.forbidden
    return made
  }
}
