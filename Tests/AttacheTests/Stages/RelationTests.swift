import Testing

@testable import Attache

/// Each line is a text and its relations: label, arguments by the names of their referents, what isn't affirmed or actual.
@Suite struct RelationTests {
  @Test(arguments: [
    // Relative clauses.
    ("The treaty that Peru and Chile signed in 2019 has expired.", ["sign(The treaty, Peru, Chile)"]),
    ("General Lea Brandt, whom King Tarek received, left.", ["host(Lea Brandt, Tarek)"]),
    ("Minister Kaia Lund, with whom he signed a pact, left.", ["sign(a pact, Kaia Lund)"]),
    ("The trip that Minister Kaia Lund made to Quito was short.", ["visit(Quito, Kaia Lund)"]),
    ("A pact initialled in 1999, by contrast, is in force.", ["sign(A pact)"]),
    // Lists, and who belongs to them.
    (
      "King Tarek met Kaia Lund of Norway and Ivo Brandt of Chile.", ["meet(Kaia Lund, Ivo Brandt, Tarek)"]
    ),
    (
      "Trade was the subject of the talks, and an accord may be signed by Peru.",
      ["sign(an accord, Peru) hypothetical"]
    ),
    (
      "Chad spoke of talks between General Lea Brandt and King Tarek.", ["meet(Lea Brandt, Tarek)"]
    ),
    ("Norway promised Malawi 4 million dollars.", ["pledge(Malawi, 4 million dollars, Norway)"]),
    ("India agreed to help Bhutan.", ["agree(help Bhutan, India)"]),
    // How often and how long is no object.
    ("King Tarek and General Lea Brandt have met three times.", ["meet(Tarek, Lea Brandt)"]),
    // Whether it happened.
    ("Did Peru sign the treaty?", ["sign(the treaty, Peru) hypothetical"]),
    ("When will the ambassador to Chad be named?", ["appoint(the ambassador to Chad) future"]),
    (
      "Russia has neither praised nor condemned the plan.",
      [
        "praise(the plan, Russia) negated", "condemn(the plan, Russia) negated",
      ]
    ),
    ("King Tarek and General Lea Brandt have yet to meet.", ["meet(Tarek, Lea Brandt) negated"]),
    ("The pact could not be signed by Peru.", ["sign(The pact, Peru) negated"]),
    ("A plan to visit Oslo was dropped by King Tarek.", ["visit(Oslo) negated future"]),
    ("India will speak when King Tarek visits Oslo next week.", ["visit(Oslo, Tarek) future"]),
    // Whose act it is.
    ("Minister Kaia Lund said that Chad would come and praised Peru.", ["praise(Peru, Kaia Lund)"]),
    ("They flew by plane to Quito.", ["visit(Quito, They)"]),
    // Other verbs and nouns of the same look.
    ("A prisoner was condemned to death.", []),
    ("Calls from Chile for a truce went unheard.", []),
    ("Critics called the summit a circus.", []),
    ("King Tarek returned to office.", []),
    ("Chad committed crimes when they were young.", []),
  ])
  func relations(_ text: String, _ expected: [String]) throws {
    let document = try MarkedReferents.pipeline.get().annotate(id: "x", text: Array(text.utf8))
    let found = document.relations.filter { $0.label != "office" }.map { relation in
      var stance = relation.attributes.polarity == .negated ? " negated" : ""
      if relation.attributes.modality != .actual { stance += " \(relation.attributes.modality)" }
      return
        "\(relation.label)(\(relation.arguments.map { document.string($0.span) }.joined(separator: ", ")))\(stance)"
    }
    #expect(found == expected)
  }

  /// A text with one relation, and its topic, place and reporter; empty is none.
  @Test(arguments: [
    (
      "Minister Kaia Lund and King Tarek discussed cooperation in fighting piracy, smuggling and fraud.",
      "cooperation in fighting piracy, smuggling and fraud", "", ""
    ),
    ("King Tarek praised Chad for opening its borders to refugees.", "opening its borders to refugees", "", ""),
    ("King Tarek met General Lea Brandt in Oslo, her office said.", "", "Oslo", "her office"),
    ("According to the ministry, King Tarek visited Oslo.", "", "Oslo", "the ministry"),
    ("King Tarek lashed out at France over the tests.", "the tests", "", ""),
  ])
  func circumstances(_ text: String, _ topic: String, _ place: String, _ reporter: String) throws {
    let document = try MarkedReferents.pipeline.get().annotate(id: "x", text: Array(text.utf8))
    let relations = document.relations.filter { $0.label != "office" }
    #expect(relations.count == 1)
    let attributes = relations.first?.attributes
    #expect((attributes?.topic.map { document.string($0) } ?? "") == topic)
    #expect((attributes?.place.map { document.string($0) } ?? "") == place)
    #expect((attributes?.attribution.map { document.string($0) } ?? "") == reporter)
  }
}
