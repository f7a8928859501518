import Attache
import Testing

@testable import Scoring

@Suite("Relation scores")
struct RelationScoresTests {
  /// Ada meets Lim; a summit has a place and a document.
  private static let text = "Ada Brook met Lim in Oslo and he signed two pacts after General Brook spoke."

  private static func base(_ change: (inout Document) -> Void) -> Document {
    var result = Document(id: "d", text: Array(text.utf8))
    result.entities = [
      Entity(id: "T1", label: "Person", span: result.span(of: "Ada Brook"), referent: "E1"),
      Entity(id: "T2", label: "Person", span: result.span(of: "Lim"), referent: "E2"),
      Entity(id: "T3", label: "Location", span: result.span(of: "Oslo"), referent: "E3"),
    ]
    result.refer("E1", "Ada Brook", at: ["Ada Brook"])
    result.refer("E2", "Lim", at: ["Lim", "he "])
    result.refer("E3", "Oslo", at: ["Oslo"])
    change(&result)
    return result
  }

  private static let meeting = ["participant=Ada Brook@E1", "participant=Lim@E2"]

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var gold: @Sendable (inout Document) -> Void
    var system: @Sendable (inout Document) -> Void
    /// Right at level label, relaxed, boundary, strict, resolved, full.
    var right: [Int]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "equal", gold: { $0.relate("meet", "met", meeting) }, system: { $0.relate("meet", "met", meeting) },
      right: [1, 1, 1, 1, 1, 1]),
    Case(
      name: "order of the participants", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", meeting.reversed()) }, right: [1, 1, 1, 1, 1, 1]),
    Case(
      name: "an argument said twice", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", meeting + meeting) }, right: [1, 1, 1, 1, 1, 1]),
    Case(
      name: "other label", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("visit", "met", meeting) }, right: [0, 0, 0, 0, 0, 0]),
    Case(
      name: "an argument missing", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", ["participant=Lim@E2"]) }, right: [1, 0, 0, 0, 0, 0]),
    Case(
      name: "an argument too many", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", meeting + ["participant=Oslo@E3"]) }, right: [1, 0, 0, 0, 0, 0]),
    Case(
      name: "a participant that means nothing", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", meeting + ["participant=pacts"]) }, right: [1, 0, 0, 0, 0, 0]),
    Case(
      name: "wrong role", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", ["participant=Ada Brook@E1", "attendee=Lim@E2"]) },
      right: [1, 0, 0, 0, 0, 0]),
    Case(
      name: "shorter span of the right referent", gold: { $0.relate("meet", "met", meeting) },
      system: { $0.relate("meet", "met", ["participant=Brook@E1", "participant=Lim@E2"]) },
      right: [1, 1, 0, 0, 1, 1]),
    Case(
      name: "exact span, other entity label", gold: { $0.relate("meet", "met", meeting) },
      system: {
        $0.entities[1].label = "Organization"
        $0.relate("meet", "met", meeting)
      }, right: [1, 1, 1, 0, 1, 1]),
    Case(
      name: "pronoun resolved by its referent",
      gold: { $0.relate("sign", "signed", ["signatory=he @E2", "document=two pacts"]) },
      system: { $0.relate("sign", "signed", ["signatory=Lim@E2", "document=pacts"]) }, right: [1, 0, 0, 0, 1, 1]),
    Case(
      name: "pronoun resolved to another",
      gold: { $0.relate("sign", "signed", ["signatory=he @E2"]) },
      system: { $0.relate("sign", "signed", ["signatory=he @E1"]) }, right: [1, 1, 1, 1, 0, 0]),
    Case(
      name: "name contained in whole words",
      gold: { $0.relate("sign", "signed", ["signatory=he @E1"]) },
      system: {
        $0.refer("E9", "General Brook")
        $0.referents[0].name = "Adam"
        $0.referents[0].mentions = []
        $0.referents[3].name = "Brook"
        $0.relate("sign", "signed", ["signatory=General Brook@E9"])
      }, right: [1, 0, 0, 0, 1, 1]),
    Case(
      name: "text that doesn't overlap leaves the referents right",
      gold: { $0.relate("sign", "signed", ["signatory=Lim@E2", "document=two pacts"]) },
      system: { $0.relate("sign", "signed", ["signatory=Lim@E2", "document=spoke"]) }, right: [1, 0, 0, 0, 1, 1]),
    Case(
      name: "polarity", gold: { $0.relate("meet", "met", meeting) { $0.polarity = .negated } },
      system: { $0.relate("meet", "met", meeting) }, right: [1, 1, 1, 1, 1, 0]),
    Case(
      name: "count", gold: { $0.relate("sign", "signed", ["signatory=Lim@E2"]) { $0.count = 2 } },
      system: { $0.relate("sign", "signed", ["signatory=Lim@E2"]) }, right: [1, 1, 1, 1, 1, 0]),
    Case(
      name: "elsewhere in the text", gold: { $0.relate("meet", "met", ["participant=Lim@E2"]) },
      system: { $0.relate("meet", "spoke", ["participant=General Brook@E2"]) }, right: [0, 0, 0, 0, 0, 0]),
    Case(
      name: "two events pair with their own",
      gold: {
        $0.relate("meet", "met", meeting)
        $0.relate("meet", "spoke", ["participant=Ada Brook@E1", "participant=General Brook@E1"])
      },
      system: {
        $0.relate("meet", "spoke", ["participant=General Brook@E1", "participant=Ada Brook@E1"])
        $0.relate("meet", "met", meeting)
      }, right: [2, 2, 2, 2, 2, 2]),
  ]

  @Test("relations at every level", arguments: cases)
  func levels(_ item: Case) throws {
    let gold = RelationScoresTests.base(item.gold)
    let system = RelationScoresTests.base(item.system)
    let scores = try evaluate(gold: [gold], system: [system], options: plain()).relations
    #expect(scores.total.levels.map(\.hits.correct) == item.right)
    for (_, hits) in scores.total.levels {
      #expect(hits.possible == gold.relations.count)
      #expect(hits.actual == system.relations.count)
    }
  }

  @Test("arguments are scored by role, also those of relations that were missed")
  func arguments() throws {
    let gold = RelationScoresTests.base {
      $0.relate("meet", "met", RelationScoresTests.meeting)
      $0.relate("sign", "signed", ["signatory=he @E2", "document=two pacts"])
    }
    let system = RelationScoresTests.base {
      $0.relate("meet", "met", ["participant=Brook@E1", "participant=Oslo@E3"])
    }
    let scores = try evaluate(gold: [gold], system: [system], options: plain()).relations
    #expect(scores.roles.map(\.role) == ["document", "participant", "signatory"])
    #expect(scores.roles[1].counts.resolved == HitCount(correct: 1, possible: 2, actual: 2))
    #expect(scores.roles[1].counts.boundary.correct == 0)
    #expect(scores.arguments.resolved == HitCount(correct: 1, possible: 4, actual: 2))
  }

  @Test("attributes are scored apart, on aligned relations")
  func attributes() throws {
    let gold = RelationScoresTests.base { document in
      let place = document.span(of: "in Oslo")
      document.relate("meet", "met", RelationScoresTests.meeting) {
        $0.place = place
        $0.modality = .future
      }
    }
    let system = RelationScoresTests.base { document in
      let place = document.span(of: "Oslo")
      document.relate("meet", "met", RelationScoresTests.meeting) {
        $0.place = place
        $0.polarity = .negated
        $0.count = 2
      }
    }
    let rows = try evaluate(gold: [gold], system: [system], options: plain()).relations.attributes
    func row(_ name: String) -> AttributeCounts? { rows.first { $0.name == name }?.counts }
    #expect(row("place")?.marked == HitCount(correct: 1, possible: 1, actual: 1))
    #expect(row("polarity")?.marked == HitCount(correct: 0, possible: 0, actual: 1))
    #expect(row("modality")?.marked == HitCount(correct: 0, possible: 1, actual: 0))
    #expect(row("modality")?.accuracy == 0)
    #expect(row("count")?.marked == HitCount(correct: 0, possible: 0, actual: 1))
    #expect(row("date")?.accuracy == nil)
  }

  @Test("symmetric roles of other people's gold are unordered, repeated relations dropped")
  func symmetry() throws {
    let gold = RelationScoresTests.base {
      $0.relate("meet", "met", ["Arg1=Ada Brook@E1", "Arg2=Lim@E2"])
      $0.relate("meet", "met", ["Arg1=Ada Brook@E1", "Arg2=Lim@E2"])
    }
    let system = RelationScoresTests.base { $0.relate("meet", "met", ["Arg1=Lim@E2", "Arg2=Ada Brook@E1"]) }
    let ordered = try evaluate(gold: [gold], system: [system], options: plain()).relations
    #expect(ordered.total.strict.correct == 0)
    #expect(ordered.goldDuplicates == 1)
    let free = try evaluate(
      gold: [gold], system: [system], options: plain { $0.symmetricRoles = ["meet": ["Arg1", "Arg2"]] }
    ).relations
    #expect(free.total.strict == HitCount(correct: 1, possible: 1, actual: 1))
  }

  @Test(
    "names agree in whole words",
    arguments: [
      ("Rashid Karim", "Karim", true), ("the Kingdom of Bahrain", "Bahrain", true), ("Lim’s", "Lim", true),
      ("Karimov", "Karim", false), ("ÉLAN", "élan", true), ("Lee Ann", "Ann Lee", true), ("", "Lee", false),
      ("of the", "of the", false), ("U.S.", "US", false), ("Mali", "Somali", false),
    ])
  func names(_ one: String, _ other: String, _ agree: Bool) {
    #expect(ReferentNames.agree(ReferentNames.words(one), ReferentNames.words(other)) == agree)
    #expect(ReferentNames.agree(ReferentNames.words(other), ReferentNames.words(one)) == agree)
  }
}
