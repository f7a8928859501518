import Testing

@testable import Attache

@Suite struct RelationFormTests {
  private static let verbs =
    "#type Verb\n#case fold\nlemma\tthird\tpast\tparticiple\tgerund\nmeet\t\tmet\tmet\nswear\t\tswore\tsworn\n"
  private static let nouns = "#type Noun\n#case fold\nnoun\tplural\tclass\ntalk\ttalks\tevent meeting\n"

  /// The statement and `off:` line of a rule, and its forms.
  @Test(arguments: [
    (
      "say: <who> meets <who>", "passive",
      [
        "active Ana Bekova met Tom Okello.", "coordination Ana Bekova and Mara Ilves met Tom Okello.",
        "relative Ana Bekova, who met Tom Okello, spoke on Monday.",
        "infinitive Ana Bekova planned to meet Tom Okello.",
        "gerund Ana Bekova left after meeting Tom Okello.", "headline Ana Bekova meets Tom Okello",
        "passive off Tom Okello was met by Ana Bekova.", "reduced Tom Okello, met by Ana Bekova, was in the news.",
        "reciprocal Ana Bekova and Tom Okello met.",
      ]
    ),
    (
      "say: <who> swears-in <person> [as <post>]", "active, coordination, relative, infinitive, gerund, reduced",
      [
        "active off Ana Bekova swore in Ivo Tamm as defence minister.",
        "coordination off Ana Bekova and Mara Ilves swore in Ivo Tamm as defence minister.",
        "relative off Ana Bekova, who swore in Ivo Tamm as defence minister, spoke on Monday.",
        "infinitive off Ana Bekova planned to swear in Ivo Tamm as defence minister.",
        "gerund off Ana Bekova left after swearing in Ivo Tamm as defence minister.",
        "headline Ana Bekova swears in Ivo Tamm as defence minister",
        "passive Ivo Tamm was sworn in as defence minister by Ana Bekova.",
        "reduced off Ivo Tamm, sworn in as defence minister by Ana Bekova, was in the news.",
      ]
    ),
    (
      "noun: <who>'s talk with|between <who>", "light",
      [
        "nominal Ana Bekova's talk with Tom Okello was in the news.",
        "light off Ana Bekova held a talk with Tom Okello.",
        "fronted In a talk with Tom Okello, Ana Bekova spoke of peace.",
      ]
    ),
  ]) func sentences(statement: String, off: String, wanted: [String]) throws {
    let rules = "rule a\n  relation: r\n  roles: who actor, person person, post post\n  off: \(off)\n  \(statement)\n"
    let files = [("v.tsv", Self.verbs), ("n.tsv", Self.nouns), ("r.rules", rules)]
    let pipeline = try Pipeline(
      resources: Resources(files: files.map { Resources.File(name: $0.0, bytes: Array($0.1.utf8)) }))
    let forms = RelationForm.forms(of: "r", in: pipeline)
    #expect(forms.map { "\($0.shape.rawValue)\($0.isOff ? " off" : "") \($0.sentence)" } == wanted)
    #expect(forms.allSatisfy { $0.line == 5 && $0.name == "a" })
    #expect(RelationForm.forms(of: "x", in: pipeline).isEmpty)
    #expect(RelationForm.names(in: pipeline) == ["a", "r"])
  }
}
