import Testing

@testable import Attache

/// Each line is a sentence and the offices that it states: holder, title, country or body, status.
@Suite struct OfficeTests {
  @Test(arguments: [
    ("Kenya's foreign minister, Amina Oduor, left.", ["Amina Oduor|foreign minister|Kenya|"]),
    ("Tor Lunde, the Norwegian finance minister, left.", ["Tor Lunde|finance minister|Norwegian|"]),
    ("US Secretary of Homeland Security Dana Cole left.", ["Dana Cole|Secretary of Homeland Security|US|"]),
    ("President Maia Ferri of Moldova left.", ["Maia Ferri|President|Moldova|"]),
    ("The former deputy speaker of Senegal, Awa Ndiaye, left.", ["Awa Ndiaye|deputy speaker|Senegal|former"]),
    ("Mali's acting vice president, Issa Coulibaly, left.", ["Issa Coulibaly|vice president|Mali|acting"]),
    ("French Ambassador to Chad Luc Barre left.", ["Luc Barre|Ambassador|French|"]),
    (
      "Ishaq Noor, the Pakistani deputy prime minister and foreign minister, left.",
      ["Ishaq Noor|deputy prime minister|Pakistani|", "Ishaq Noor|foreign minister|Pakistani|"]
    ),
    (
      "Marlow, who is both deputy prime minister and defence minister of Australia, left.",
      ["Marlow|deputy prime minister|Australia|", "Marlow|defence minister|Australia|"]
    ),
    ("Washington's envoy, Ada Moss, left.", ["Ada Moss|envoy|Washington|"]),
    ("Taiwan, whose foreign minister, Lin Chia-mei, left, stayed.", ["Lin Chia-mei|foreign minister|Taiwan|"]),
    ("King Frederik X of Denmark left.", ["Frederik X|King|Denmark|"]),
    ("The mayor of Quito, Inés Rueda, waved.", []),
    ("General Paul Sarr and Prime Minister Tom Reedy left.", []),
    ("Chile named Rosa Paz ambassador to Sweden.", []),
    ("Prime Minister Kenji Mori met his Italian counterpart, Paola Ferri.", []),
  ])
  func relations(_ text: String, _ expected: [String]) throws {
    let document = try MarkedReferents.pipeline.get().annotate(id: "x", text: Array(text.utf8))
    let offices = document.relations.filter { $0.label == "office" }.map { relation in
      relation.arguments.map { document.string($0.span) }.joined(separator: "|") + "|"
        + (relation.attributes.status ?? "")
    }
    #expect(offices == expected)
    #expect(document.relations.allSatisfy { $0.source != nil })
  }

  /// A text, the person and the offices of the person's referent.
  @Test(arguments: [
    (
      "Japan's prime minister, Kenji Mori, met his Italian counterpart, Paola Ferri.", "Paola Ferri",
      "prime minister@IT"
    ),
    ("Bahrain's Interior Minister Omar Aziz left. The minister slept.", "Omar Aziz", "Interior Minister@BH"),
  ])
  func referents(_ text: String, _ name: String, _ offices: String) throws {
    let document = try MarkedReferents.pipeline.get().annotate(id: "x", text: Array(text.utf8))
    let referent = document.referents.first { $0.name == name }
    #expect(referent?.offices.map { "\($0.title)@\($0.code ?? "")" }.joined(separator: ", ") == offices)
  }
}
