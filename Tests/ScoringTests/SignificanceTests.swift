import Attache
import Testing

@testable import Scoring

@Suite("Significance")
struct SignificanceTests {
  private func random(_ dice: inout Dice, documents: Int) -> [HitCount] {
    (0..<documents).map { _ in
      let correct = dice.roll(9)
      return HitCount(correct: correct, possible: correct + dice.roll(4), actual: correct + dice.roll(4))
    }
  }

  @Test("one seed, one interval; it holds the figure")
  func intervals() throws {
    var dice = Dice(11)
    for _ in 0..<20 {
      let documents = random(&dice, documents: 30)
      let one = Bootstrap(rounds: 1_000, seed: 5).intervals(documents)
      #expect(one == Bootstrap(rounds: 1_000, seed: 5).intervals(documents))
      #expect(one != Bootstrap(rounds: 1_000, seed: 6).intervals(documents))
      var sum = HitCount()
      for hits in documents { sum += hits }
      let interval = try #require(one.f1)
      let value = try #require(sum.score.f1)
      #expect(interval.low <= value && value <= interval.high)
      #expect(interval.rounds == 1_000)
    }
  }

  @Test("equal documents leave nothing to chance; too few or undefined ones give no interval")
  func degenerate() {
    let same = [HitCount](repeating: HitCount(correct: 3, possible: 4, actual: 6), count: 25)
    let intervals = Bootstrap(rounds: 200, seed: 1).intervals(same)
    #expect(intervals.precision == Interval(low: 0.5, high: 0.5, rounds: 200))
    #expect(intervals.recall == Interval(low: 0.75, high: 0.75, rounds: 200))
    #expect(Bootstrap(rounds: 200, seed: 1).intervals([same[0]]).f1 == nil)
    #expect(Bootstrap(rounds: 0, seed: 1).intervals(same).f1 == nil)
    #expect(Bootstrap(rounds: 200, seed: 1).intervals([HitCount(), HitCount()]).f1 == nil)
  }

  @Test("documents of any size are drawn without overflow")
  func large() {
    for size in [1, 500_000, 5_000_000, 1 << 40] {
      let documents = [HitCount](repeating: HitCount(correct: size, possible: size, actual: 2 * size), count: 9)
      #expect(
        Bootstrap(rounds: 50, seed: 1).intervals(documents).precision == Interval(low: 0.5, high: 0.5, rounds: 50))
    }
  }

  @Test("the randomisation test against all swaps")
  func exact() throws {
    var dice = Dice(12)
    for round in 0..<10 {
      let one = random(&dice, documents: 8)
      let other = one.map {
        HitCount(
          correct: min($0.possible, $0.actual, $0.correct + dice.roll(2)), possible: $0.possible, actual: $0.actual)
      }
      func f1(_ swaps: Int, _ first: [HitCount], _ second: [HitCount]) -> Double {
        var sum = HitCount()
        for index in first.indices { sum += swaps >> index & 1 == 1 ? second[index] : first[index] }
        return sum.score.f1 ?? 0
      }
      let observed = abs(f1(0, one, other) - f1(0, other, one))
      let asLarge = (0..<256).count { abs(f1($0, one, other) - f1($0, other, one)) >= observed - 1e-12 }
      let p = try #require(PairedRandomisation.pValue(one, other, rounds: 20_000, seed: 3))
      #expect(abs(p - Double(asLarge) / 256) < 0.015, "round \(round)")
    }
  }

  @Test("a run against itself, and a run that is better everywhere")
  func extremes() throws {
    let good = [HitCount](repeating: HitCount(correct: 9, possible: 10, actual: 10), count: 20)
    let bad = [HitCount](repeating: HitCount(correct: 5, possible: 10, actual: 10), count: 20)
    #expect(PairedRandomisation.pValue(good, good, rounds: 100, seed: 1) == 1)
    #expect(try #require(PairedRandomisation.pValue(good, bad, rounds: 10_000, seed: 1)) < 0.001)
    #expect(PairedRandomisation.pValue([HitCount()], [HitCount()], rounds: 100, seed: 1) == nil)
    #expect(PairedRandomisation.pValue(good, bad, rounds: 0, seed: 1) == nil)
  }
}
