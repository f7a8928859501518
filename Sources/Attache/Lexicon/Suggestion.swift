/// "Did you mean" for words that a person mistyped.
public enum Suggestion {
  /// The candidate nearest to `word` by edit distance, when it is near enough to be meant.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = editDistance(Array(word.lowercased().utf8), Array(candidate.lowercased().utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// `; did you mean 'x'?` or nothing.
  public static func phrase(for word: String, in candidates: some Sequence<String>) -> String {
    nearest(to: word, in: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
  static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      for (column, rightByte) in right.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (leftByte == rightByte ? 0 : 1))
        if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
