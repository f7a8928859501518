import Attache
import Testing

@testable import Scoring

/// Repeatable random cases.
struct Dice {
  private var source: RandomSource
  init(_ seed: UInt64) { source = RandomSource(seed: seed) }
  mutating func roll(_ limit: Int) -> Int { source.index(below: limit) }
  mutating func shuffle<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, roll(index + 1)) }
    return list
  }

  /// Spans that overlap, nest and repeat.
  mutating func spans(upTo count: Int, length: Int = 14, labels: [String] = ["P", "L"]) -> [(Int, Int, String)] {
    (0..<roll(count + 1)).map { _ in
      let start = roll(length - 1)
      return (start, min(length, start + 1 + roll(6)), labels[roll(labels.count)])
    }
  }
}

@Suite("Alignment")
struct AlignmentTests {
  /// The best value over all one-to-one pairings, each tried.
  private func bruteForce(_ rows: Int, _ columns: Int, _ weight: (Int, Int) -> Int) -> Int {
    func best(_ row: Int, _ free: [Int]) -> Int {
      guard row < rows else { return 0 }
      var value = best(row + 1, free)
      for column in free where weight(row, column) > 0 {
        value = max(value, weight(row, column) + best(row + 1, free.filter { $0 != column }))
      }
      return value
    }
    return best(0, Array(0..<columns))
  }

  @Test("1,000 random assignments against trying every one")
  func assignments() {
    var dice = Dice(1)
    var assignment = Assignment()
    for round in 0..<1_000 {
      let rows = 1 + dice.roll(5)
      let columns = 1 + dice.roll(5)
      let weights = (0..<rows * columns).map { _ in dice.roll(4) == 0 ? 0 : dice.roll(30) }
      let chosen = assignment.solve(rows: rows, columns: columns, weights: weights)
      var total = 0
      for (row, column) in chosen.enumerated() where column >= 0 { total += weights[row * columns + column] }
      #expect(Set(chosen.filter { $0 >= 0 }).count == chosen.filter { $0 >= 0 }.count)
      #expect(total == bruteForce(rows, columns) { weights[$0 * columns + $1] }, "round \(round)")
    }
  }

  @Test("1,000 random documents against the best of all alignments")
  func documents() throws {
    var dice = Dice(2)
    for round in 0..<1_000 {
      let gold = dice.spans(upTo: 5)
      let system = dice.spans(upTo: 5)
      let left = unique(gold)
      let right = unique(system)
      // Exact pairs, then pairs on one span, then bytes in common, then equal labels, then pairs.
      func weight(_ row: Int, _ column: Int) -> Int {
        let (a, b) = (left[row], right[column])
        let overlap = min(a.1, b.1) - max(a.0, b.0)
        guard overlap > 0 else { return 0 }
        let same = a.0 == b.0 && a.1 == b.1
        return (same && a.2 == b.2 ? 1 << 40 : 0) + (same ? 1 << 30 : 0) + overlap << 16 + (a.2 == b.2 ? 1 << 8 : 0) + 1
      }
      let best = bruteForce(left.count, right.count, weight)
      let total = try evaluate(gold: [document(gold)], system: [document(system)], options: plain()).entities.total
      #expect(total.strict.correct == best >> 40, "round \(round): \(gold) \(system)")
      #expect(total.boundary.correct == best >> 30 & 0x3ff, "round \(round): \(gold) \(system)")
      #expect(total.label.correct == best >> 8 & 0xff, "round \(round): \(gold) \(system)")
      #expect(total.partial.correct + total.partial.partial == best & 0xff, "round \(round): \(gold) \(system)")
    }
  }

  private func unique(_ spans: [(Int, Int, String)]) -> [(Int, Int, String)] {
    var result: [(Int, Int, String)] = []
    for span in spans where !result.contains(where: { $0 == span }) { result.append(span) }
    return result
  }

  @Test("hundreds of interleaved spans are paired without trying everything")
  func largeGroup() throws {
    let gold = (0..<400).map { ($0, $0 + 500, "P") }
    let system = (0..<400).map { ($0 + 1, $0 + 480, "P") }
    let total = try evaluate(
      gold: [document(gold, length: 1_000)], system: [document(system, length: 1_000)], options: plain()
    ).entities.total
    #expect(total.partial.partial == 400)
  }
}
