import Testing

@testable import Attache

/// Entities of sentences: every bracket `[label text]` must be found with that label, and nothing else of the eight labels.
struct NameTableTests {
  static let pipeline = try? Pipeline()

  static let sentences = [
    "[Title President] [Person Daro Menkes] flew to [Location Vienna] on [Date Monday night].",
    "[Country Norway]'s [Title foreign minister], [Person Ingrid Haugland], met her [Nationality Danish] counterpart.",
    "[Title Shaikh] [Person Rashid bin Abdullah Al Khalifa] was received in [Location Manama].",
    "[Person Kim Dong-rim] said the talks had failed.",
    "The activist [Person Tarvek Molhan] was freed [Date 2 days ago].",
    "[Country US] [Title Treasury Secretary] [Person Ellen Marsh] spoke to [Organization Radio Velhar].",
    "[Nationality Italian] [Title Deputy Prime Minister] and [Title Minister of Defence] [Person Guido Castellani] resigned.",
    "The [Title Minister of Health and Population] opened a clinic in the town of [Location Karvel].",
    "The [Title Undersecretary for Nationality, Passports and Residence Affairs] spoke.",
    "The [Organization Ministry of Forests and Rural Roads] closed its office near [Location Lake Sermen].",
    "[Country Bahrain]'s [Organization Ministry of Interior] and the [Organization US Coast Guard] signed a memorandum.",
    "The loan of [Money 150 billion euro] was agreed on [Date 19 May 2025].",
    "It cost [Money $1.84] and later [Money €1.2bn].",
    "[Country China]-[Country Russia] trade grew in the [Date 1990s].",
    "He was born in [Date 1968] and left in [Date late October].",
    "[Country Georgia] and [Country Jordan] signed the pact; let us see what follows.",
    "May he rest; he may return in [Date May].",
  ]

  @Test(arguments: sentences)
  func findsExactlyTheMarkedEntities(_ marked: String) throws {
    let pipeline = try #require(NameTableTests.pipeline)
    let (text, wanted) = NameTableTests.read(marked)
    let document = pipeline.annotate(id: "test", text: Array(text.utf8))
    let found = document.entities.map { "\($0.label) \(document.string($0.span))" }
    #expect(found == wanted)
  }

  @Test func findsAgainWhatTheDocumentHasSettled() throws {
    let text = """
      The Bridge and Harbour Agency (BHA) named Tarvek Molhan director. Molhan thanked the BHA. The Agency is new.
      """
    let pipeline = try #require(NameTableTests.pipeline)
    let document = pipeline.annotate(id: "test", text: Array(text.utf8))
    let found = document.entities.filter { $0.label != "Title" }.map { "\($0.label) \(document.string($0.span))" }
    let wanted = [
      "Organization Bridge and Harbour Agency", "Organization BHA", "Person Tarvek Molhan", "Person Molhan",
      "Organization BHA", "Organization Agency",
    ]
    #expect(found == wanted)
  }

  @Test func findsTheMediaOfAFeed() throws {
    let text = "Velhar Daily\n2 days ago\n- Politics\n- Velhar Daily\nA bridge was opened in the north on Monday.\n"
    let pipeline = try #require(NameTableTests.pipeline)
    let document = pipeline.annotate(id: "test", text: Array(text.utf8))
    let found = document.entities.filter { $0.label == "Organization" }.map { document.string($0.span) }
    #expect(found == ["Velhar Daily", "Velhar Daily"])
  }

  /// Takes the brackets out and lists `label text` of each.
  static func read(_ marked: String) -> (text: String, entities: [String]) {
    var text = ""
    var entities: [String] = []
    for (index, part) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let close = part.firstIndex(of: "]"), let space = part.firstIndex(of: " ") else {
        text += part
        continue
      }
      entities.append(String(part[..<close]))
      text += part[part.index(after: space)..<close] + part[part.index(after: close)...]
    }
    return (text, entities)
  }
}
