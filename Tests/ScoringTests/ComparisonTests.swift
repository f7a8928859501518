import Attache
import Testing

@testable import Scoring

@Suite("Comparison with a baseline")
struct ComparisonTests {
  @Test("names exactly the spans that changed")
  func changes() throws {
    let gold = marked("[P Ána] met [P Lim] of [C Peru] in [L Oslo] on Monday, a spy of Rome")
    let before = marked("[P Ána] met Lim of [C Peru] in [P Oslo] on [D Monday], a [T spy] of Rome")
    let after = marked("Ána met [P Lim] of [C Peru] in [L Oslo] on [D Monday], a spy of [L Rome]")
    let comparison = try #require(
      try evaluate(gold: [gold], system: [after], baseline: [before], options: plain { $0.rounds = 100 }).comparison)
    #expect(
      comparison.changes.map { "\($0.kind.rawValue): \($0.label) \($0.text) \($0.start)-\($0.end)" } == [
        "broken: lost: P Ána 0-3",
        "fixed: found now: P Lim 8-11",
        "fixed: found now: L Oslo 23-27",
        "fixed: wrong answer gone: P Oslo 23-27",
        "fixed: wrong answer gone: T spy 41-44",
        "broken: new wrong answer: L Rome 48-52",
      ])
    #expect(comparison.differences[0].before == HitCount(correct: 2, possible: 4, actual: 5))
    #expect(comparison.differences[0].after == HitCount(correct: 3, possible: 4, actual: 5))
    #expect(comparison.differences[0].pValue == 1)
  }

  @Test("relations")
  func relations() throws {
    func base(_ change: (inout Document) -> Void) -> Document {
      var result = marked("[P#E1 Ana] met [P#E2 Lim] and left")
      result.refer("E1", "Ana")
      result.refer("E2", "Lim")
      change(&result)
      return result
    }
    let gold = base { $0.relate("meet", "met", ["participant=Ana@E1", "participant=Lim@E2"]) }
    let before = base { $0.relate("visit", "left", ["visitor=Ana@E1"]) }
    let comparison = try #require(
      try evaluate(gold: [gold], system: [gold], baseline: [before], options: plain()).comparison)
    #expect(comparison.changes.map(\.kind) == [.found, .removed])
    #expect(comparison.changes.map(\.text) == ["meet(participant=Ana, participant=Lim)", "visit(visitor=Ana)"])
  }

  @Test("equal runs differ in nothing, changes of 500 random runs add up")
  func sums() throws {
    var dice = Dice(21)
    for _ in 0..<500 {
      let gold = document(dice.spans(upTo: 8))
      let before = document(dice.spans(upTo: 8))
      let after = document(dice.spans(upTo: 8))
      let options = plain()
      let none = try evaluate(gold: [gold], system: [after], baseline: [after], options: options)
      #expect(none.comparison?.changes.isEmpty == true)
      let comparison = try #require(
        try evaluate(gold: [gold], system: [after], baseline: [before], options: options).comparison)
      let (old, new) = (comparison.differences[0].before, comparison.differences[0].after)
      #expect(comparison.count(.found) - comparison.count(.lost) == new.correct - old.correct)
      #expect(comparison.count(.added) - comparison.count(.removed) == new.spurious - old.spurious)
    }
  }

  @Test("the baseline must have the same documents")
  func pairing() {
    let gold = document([], id: "a")
    #expect(
      throws: EvaluationError(problems: [
        "error: document 'a' is in the gold only; add it to the baseline, empty if need be"
      ])
    ) { try evaluate(gold: [gold], system: [gold], baseline: [], options: plain()) }
  }
}
