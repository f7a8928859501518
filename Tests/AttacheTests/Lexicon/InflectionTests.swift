import Testing

@testable import Attache

@Suite struct InflectionTests {
  /// Lemma, then third person, past (also the participle) and gerund.
  @Test(arguments: [
    ("visit", "visits visited visiting"),
    ("sign", "signs signed signing"),
    ("agree", "agrees agreed agreeing"),
    ("praise", "praises praised praising"),
    ("pass", "passes passed passing"),
    ("discuss", "discusses discussed discussing"),
    ("push", "pushes pushed pushing"),
    ("launch", "launches launched launching"),
    ("fix", "fixes fixed fixing"),
    ("veto", "vetoes vetoed vetoing"),
    ("carry", "carries carried carrying"),
    ("deploy", "deploys deployed deploying"),
    ("ban", "bans banned banning"),
    ("plan", "plans planned planning"),
    ("stop", "stops stopped stopping"),
    ("show", "shows showed showing"),
    ("tax", "taxes taxed taxing"),
    ("need", "needs needed needing"),
    ("die", "dies died dying"),
    ("canoe", "canoes canoed canoeing"),
  ]) func inflects(lemma: String, forms: String) {
    let found = Inflection.regularForms(of: lemma)
    #expect(found.map(\.0) == [.third, .past, .participle, .gerund])
    let wanted = forms.split(separator: " ").map(String.init)
    #expect(found.map(\.1) == [wanted[0], wanted[1], wanted[1], wanted[2]])
  }

  @Test func inflectsTheFirstWordOfAPhrase() {
    #expect(
      Inflection.regularForms(of: "call off").map(\.1) == ["calls off", "called off", "called off", "calling off"])
    #expect(Inflection.regularForms(of: "").isEmpty)
  }
}
