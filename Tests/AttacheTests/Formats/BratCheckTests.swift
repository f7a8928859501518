import Testing

@testable import Attache

@Suite struct BratCheckTests {
  private static let text = "Ana met Bo. He left."
  private static let lines = [
    "T1\tSentence 0 11\tAna met Bo.", "T2\tPerson 0 3\tAna", "T3\tmeet 4 7\tmet", "T4\tPerson 8 10\tBo",
    "T5\tSentence 12 20\tHe left.", "T6\tMention 12 14\tHe", "E1\tmeet:T3 participant:T2 participant2:T4",
    "A1\tpolarity E1 negated", "*\tEquiv T4 T6",
  ]

  private func messages(_ lines: [String], text: String = text) -> [String] {
    let annotations = Array(lines.joined(separator: "\n").utf8)
    return Brat.check(text: Array(text.utf8), annotations: annotations, file: "d.ann").map(\.description)
  }

  @Test func soundGoldPasses() { #expect(messages(Self.lines) == []) }

  /// A line of the sound file, what stands in its place, and the only message.
  @Test(arguments: [
    (2, "T2\tPersn 0 3\tAna", "2:4: error: 'Persn' is no label; did you mean 'Person'?"),
    (
      2, "T2\tAnimal 0 3\tAna",
      "2:4: error: 'Animal' is no label; use one of Person, Title, Country, Nationality, Organization, Location, Date, "
        + "Money, Sentence, Mention, Text, agree, appoint, call, condemn, host, meet, office, pledge, praise, sign, visit"
    ),
    (4, "T4\tPerson 2 10\ta met Bo", "4:11: error: T4 overlaps T2 on line 2; entities are flat, keep one"),
    (4, "T4\tPerson 7 10\t Bo", "4:11: error: T4 begins or ends with white space; move its offsets"),
    (6, "T6\tMention 8 14\tBo. He", "6:12: error: T6 isn't inside of one sentence; move it or the sentence's ends"),
    (9, "T7\tMention 12 14\tHe\n*\tEquiv T4 T6 T7", "9:12: error: T7 repeats T6 on line 6; take one out"),
    (7, "", "3:4: error: no event uses the trigger T3; add its E line or take it out"),
    (7, "E1\tmet:T3 participant:T2", "7:4: error: 'met' is no relation; did you mean 'meet'?"),
    (
      7, "E1\tmeet:T3 visitor:T2",
      "7:12: error: 'visitor' is no role of meet; use one of participant, attendee, date, place, topic, attribution"
    ),
    (7, "E1\tmeet:T3 particpant2:T2", "7:12: error: 'particpant' is no role of meet; did you mean 'participant'?"),
    (8, "A1\tpolarty E1 negated", "8:4: error: 'polarty' is no attribute; did you mean 'polarity'?"),
    (
      5, "T5\tSentence 15 20\tleft.",
      "5:13: error: words before sentence T5 belong to no sentence; add one or move its start"
    ),
    (
      5, "T5\tSentence 12 19\tHe left",
      "5:13: error: words after sentence T5 belong to no sentence; add one or move its end"
    ),
    (5, "T5\tSentence 10 20\t. He left.", "5:13: error: sentence T5 overlaps the one before; move its start"),
  ]) func tellsWhatTheGuidelineForbids(line: Int, text: String, message: String) {
    var lines = Self.lines
    lines[line - 1] = text
    // Mistakes that follow from the same line are fine, the first one names it.
    #expect(messages(lines).contains("d.ann:" + message))
  }
}
