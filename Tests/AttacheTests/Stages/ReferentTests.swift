import Testing

/// Each line is a text with its mentions marked, see `MarkedText`.
@Suite struct ReferentTests {
  @Test(
    "names of one person, state or body",
    arguments: [
      "[1|Omar Aziz] arrived. [1|Aziz] spoke first, then [2|Lena Hartwig].",
      "[1|Aziz] in Doha\n\nMinister [1|Omar Aziz] arrived on Monday.",
      "King [1|Hamad bin Isa Al Khalifa] spoke. King [1|Hamad] then left.",
      "[1|Ana de Zela] and [2|Ivo Tamm] met. [1|De Zela] left.",
      "Mr [1|Paul Sarr] met Ms [2|Awa Sarr]. Ms [2|Sarr] left.",
      "President [1|Ilham Demir] and First Lady [2|Mehriban Demir] landed. President [1|Demir] spoke.",
      "[1|Russia] objected, and the [1|Russian] side left. The [1|Russian Federation] explained.",
      "The [1|African Union] ([1|AU]) agreed; the [1|AU] will pay.",
      "The [1|European Commission] waited. The [1|Commission] agreed.",
      "[1|France] and [2|Germany] agreed.",
    ])
  func names(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "titles and who holds them",
    arguments: [
      "[1|Interior Minister] [1|Omar Aziz] came. The [1|minister] slept.",
      "Bahrain's [1|Interior Minister], [1|General] [1|Omar Aziz], met the US [2|Secretary of State], [2|Dana Cole].",
      "[1|Marek Dolny], the Polish [1|interior minister], met [2|Tor Lunde], Norway's [2|finance minister].",
      "[1|Minister of Interior] [1|Omar Aziz] spoke. The [1|Interior Minister] left.",
      "French [1|Ambassador] to Chad [1|Luc Barre] left.",
      "[1|President] [1|Maia Ferri] of Moldova met [2|Prime Minister] [2|Tom Reedy]. The [1|president] smiled.",
      "[1|Deputy Prime Minister] [1|Ugo Sarti] met [2|Prime Minister] [2|Tom Reedy]. The [2|prime minister] smiled.",
      "Kenya's [1|foreign minister], [1|Amina Oduor], met Uganda's [2|foreign minister], [2|Tom Okello]. "
        + "The Kenyan [1|foreign minister] smiled.",
      "[1|Amina Oduor], [1|foreign minister] of Kenya, and the [2|president] spoke.",
      "The [1|foreign minister] of Kenya left. The [0|defence minister] of Chad stayed.",
    ])
  func titles(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "pronouns",
    arguments: [
      "Interior Minister [1|Omar Aziz] arrived. [1|He] was tired.",
      "President [1|Bo Lindh] welcomed Queen [2|Ada]. [1|He] praised [2|her].",
      "Mr [1|Bo Lindh] met Mr [2|Tom Reedy]. [1|He] told [2|him] a story.",
      "Ms [1|Ada Moss] said [1|her] talks with Mr [2|Tom Reedy] were frank.",
      "Mr [1|Bo Lindh] spoke after [1|he] had been received.",
      "Two days after [1|she] was elected, Ms [1|Rosa Ximenes] left.",
      "[1|Qatar] said [1|it] would host [1|its] neighbours.",
      "China commended [1|Niger] for [1|its] help.",
      "The office of Prime Minister [1|Abel Tessema] denied that [1|he] had left.",
      "[1|Vivian Tan], a man of few words, left. Mr [1|Tan] said [1|he] was tired.",
      "[1|Chad] signed the accord. [0|It] was welcome.",
    ])
  func pronouns(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "groups that mean several",
    arguments: [
      "President [1|Bo Lindh] and Ms [2|Ada Moss] met. [1+2|They] left.",
      "[1|Angola] and [2|Namibia] agreed. [1+2|The two sides] signed it.",
      "[1|Malawi] and [2|Zambia] reopened a crossing. [1+2|Both countries] praised Angola.",
      "Interior Minister [1|Omar Aziz] met Justice Minister [2|Lena Hartwig]. [1+2|The two ministers] left.",
      "Prime Minister [1|Tom Reedy] met President [2|Bo Lindh]. [1+2|The two] have agreed.",
      "[1|Italy]'s foreign minister, Ugo Sarti, met [2|Malta]'s president, Tom Reedy. [1+2|The two governments] agreed.",
    ])
  func groups(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "speakers",
    arguments: [
      "\"[1|I] am tired,\" said Minister [1|Omar Aziz].",
      "\"[1|I] met Chancellor [2|Ada Moss] in Graz,\" President [1|Bo Lindh] told reporters.",
      "Minister [1|Omar Aziz] said: \"[1|I] agree.\" \"[1|I] always do.\"",
      "\"[1|We] condemn the raid,\" [1|Niger]'s foreign minister, Abdou Sani, said.",
      "\"[1|We] condemn the raid,\" said Minister [1|Omar Aziz].",
      "MOREAU: Hello.\nLUND: Did [1|you] sleep?\n[1|MOREAU]: [1|I] did.",
    ])
  func speakers(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "descriptions, counterparts and capitals",
    arguments: [
      "Prime Minister [1|Kenji Mori] met [1|his] Italian counterpart, [2|Paola Ferri].",
      "Italy's prime minister, [2|Paola Ferri], landed. Japan's prime minister, [1|Kenji Mori], met "
        + "[2|his Italian counterpart].",
      "President [1|Bo Lindh] received Prime Minister [2|Ada Moss]. [1|He] thanked [2|his guest].",
      "President [1|Bo Lindh] landed in Rome. The 57-year-old [1|leader] slept.",
      "The visit to [1|Bahrain] ended. The [1|kingdom] was satisfied.",
      "Envoy [1|Torleif Hauge] landed. [1|The Norwegian] spoke.",
      "[1|Japan] waited. [1|Tokyo] condemned the launch.",
      "The [1|Kremlin] praised the vote; [1|Russia] had asked for it.",
      "[1|Russia] invited Ms Ada Moss, and Ms Moss visited [2|Moscow].",
      "The [1|European Union] met. The [1|bloc] was satisfied.",
    ])
  func descriptions(_ text: String) throws { #expect(try MarkedReferents.differences(text) == []) }

  @Test(
    "no text traps",
    arguments: [
      "", " ", "he", "they", "The two", "his counterpart", "[", "\"I", "A: I", "Q: you", "of", "'s minister",
      "\u{FEFF}",
      "minister minister minister, minister and minister of of of",
      "He said he said he said he said \"he said\" they said",
    ])
  func robust(_ text: String) throws {
    let pipeline = try MarkedReferents.pipeline.get()
    _ = pipeline.annotate(id: "x", text: Array(text.utf8))
    let long = Array(repeating: text, count: 300).joined(separator: " ")
    _ = pipeline.annotate(id: "y", text: Array(long.utf8))
  }
}
