import Attache
import Testing

@testable import Scoring

@Suite("What to mend")
struct DiagnosisTests {
  @Test(
    "the cause of a mistake",
    arguments: [
      ("in [L Oslo] now", "in Oslo now", Mistake.Cause.noEntry),
      ("in [L Oslo], yes, [L Oslo] now", "in [L Oslo], yes, Oslo now", .missedHere),
      ("in [L Oslo] now", "in [P Oslo] now", .wrongSense),
      ("Dr [P Ana] now", "[P Dr Ana] now", .tooLong),
      ("[P Dr Ana] now", "Dr [P Ana] now", .tooShort),
      ("[P Dr Ana] now", "Dr [P Ana now]", .shifted),
      ("the [O Bank of Peru] now", "the Bank of [C Peru] now", .shadowed),
      ("in Oslo now", "in [L Oslo] now", .spurious),
    ])
  func causes(_ gold: String, _ system: String, _ cause: Mistake.Cause) throws {
    let evaluation = try evaluate(gold: [marked(gold)], system: [marked(system)], options: plain())
    #expect(evaluation.causes == [CauseCount(cause: cause, count: 1)])
    #expect(evaluation.mistakes.map(\.cause) == [cause])
  }

  @Test("splits and merges")
  func pieces() throws {
    let split = try evaluate(gold: [marked("[P Ana Ruiz]")], system: [marked("[P Ana] [P Ruiz]")], options: plain())
    #expect(split.causes == [CauseCount(cause: .notMerged, count: 2)])
    let merged = try evaluate(gold: [marked("[P Ana] [P Ruiz]")], system: [marked("[P Ana Ruiz]")], options: plain())
    #expect(merged.causes == [CauseCount(cause: .overMerged, count: 2)])
  }

  @Test("a mistake says where it is, in code points, and what stood around it")
  func place() throws {
    let gold = marked("Élan — first line\nthe mayor of [L Ålesund] spoke at length")
    var system = marked("Élan — first line\nthe mayor of [P Ålesund] spoke at length")
    system.entities[0].source = Source(file: "people.tsv", line: 14)
    let mistake = try #require(try evaluate(gold: [gold], system: [system], options: plain()).mistakes.first)
    #expect(mistake.line == 2)
    #expect(mistake.gold == Mistake.Side(label: "L", start: 31, end: 38, text: "Ålesund", source: nil))
    #expect(mistake.system?.source?.description == "people.tsv:14")
    #expect(mistake.before.hasSuffix("the mayor of "))
    #expect(mistake.focus == "Ålesund")
    #expect(mistake.after == " spoke at length")
  }

  /// A document in which one lexicon line is right once and wrong three times, and two names are unknown.
  private func corpus() -> (gold: [Document], system: [Document]) {
    let gold = marked("[L May] is far. In May he may, in May. [P Ana Ruiz] met [P Ana Ruiz] and [O Lim].")
    var system = marked("[L May] is far. In [L May] he [L may], in [L May]. Ana Ruiz met Ana Ruiz and [P Lim].")
    for index in system.entities.indices {
      system.entities[index].source = Source(file: "places.tsv", line: index < 4 ? 7 : 9)
    }
    return ([gold], [system])
  }

  @Test("true and false positives of each source, and sources that never fired")
  func sources() throws {
    let (gold, system) = corpus()
    let known = [Source(file: "places.tsv", line: 7), Source(file: "places.tsv", line: 8)]
    let evaluation = try evaluate(gold: gold, system: system, options: plain { $0.knownSources = known })
    #expect(
      evaluation.sources == [
        SourceScore(
          source: Source(file: "places.tsv", line: 7), isRelation: false, truePositives: 1, falsePositives: 3),
        SourceScore(
          source: Source(file: "places.tsv", line: 9), isRelation: false, truePositives: 0, falsePositives: 1),
      ])
    #expect(evaluation.unusedSources == [Source(file: "places.tsv", line: 8)])
  }

  @Test("the edits that would gain most")
  func edits() throws {
    let (gold, system) = corpus()
    let edits = try evaluate(gold: gold, system: system, options: plain()).edits
    #expect(
      edits.map(\.action) == [
        "add 'Ana Ruiz' as P", "let 'Lim' be O here, not P", "take out or narrow this entry: 3 wrong, 1 right",
        "take out or narrow this entry: 1 wrong, 0 right",
      ])
    #expect(edits.map(\.gain) == [2, 2, 2, 1])
    #expect(edits[0].examples == ["d:1", "d:1"])
    #expect(edits[1].source == Source(file: "places.tsv", line: 9))
  }

  @Test("mistakes beyond the limit are counted, not kept")
  func limit() throws {
    let (gold, system) = corpus()
    let evaluation = try evaluate(gold: gold, system: system, options: plain { $0.mistakeLimit = 2 })
    #expect(evaluation.mistakes.count == 2)
    #expect(evaluation.causes.reduce(0) { $0 + $1.count } == 6)
  }

  @Test("relations that are missing, spurious, wrong in an argument or an attribute")
  func relations() throws {
    func base(_ change: (inout Document) -> Void) -> Document {
      var result = marked("[P#E1 Ana] met [P#E2 Lim], called Bo and will sign")
      result.refer("E1", "Ana")
      result.refer("E2", "Lim")
      change(&result)
      return result
    }
    let gold = base {
      $0.relate("meet", "met", ["participant=Ana@E1", "participant=Lim@E2"])
      $0.relate("call", "called", ["participant=Ana@E1", "participant=Bo"])
      $0.relate("sign", "sign", ["signatory=Ana@E1"]) { $0.modality = .future }
    }
    let system = base {
      $0.relate("meet", "met", ["participant=Ana@E1"])
      $0.relate("visit", "called", ["visitor=Ana@E1"])
      $0.relate("sign", "sign", ["signatory=Ana@E1"])
      for index in $0.relations.indices { $0.relations[index].source = Source(file: "rules", line: index + 1) }
    }
    let evaluation = try evaluate(gold: [gold], system: [system], options: plain())
    #expect(Set(evaluation.causes.map(\.cause)) == [.relationMissing, .relationSpurious, .arguments, .attributes])
    #expect(evaluation.sources.filter(\.isRelation).map(\.truePositives) == [0, 0, 1])
    let missing = try #require(evaluation.mistakes.first { $0.cause == .relationMissing })
    #expect(missing.gold?.text == "call(participant=Ana, participant=Bo)")
    let wrong = try #require(evaluation.mistakes.first { $0.cause == .attributes })
    #expect(wrong.gold?.text == "sign(signatory=Ana)[future]")
    #expect(wrong.system?.source?.description == "rules:3")
    #expect(wrong.problems == ["modality"])
    #expect(evaluation.mistakes.first { $0.cause == .arguments }?.problems == ["missing participant"])
    #expect(evaluation.edits.contains { $0.action == "mend the rule: missing participant" })
  }
}
