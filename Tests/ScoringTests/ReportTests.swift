import Attache
import Foundation
import Testing

@testable import Scoring

@Suite("Reports")
struct ReportTests {
  /// One document with entities of three labels, a relation, referents and sentences, and a run with mistakes.
  static func sample(_ options: EvaluationOptions = plain()) throws -> Evaluation {
    var gold = marked("[P#E1 Ána <Ruiz>] met [P#E2 Lim] & co in [L Oslo].", id: "first")
    gold.refer("E1", "Ána <Ruiz>")
    gold.refer("E2", "Lim")
    gold.sentences = [ByteSpan(0, gold.text.count)]
    var system = gold
    gold.relate("meet", "met", ["participant=Lim@E2"])
    system.entities[1].label = "O"
    system.entities[1].source = Source(file: "names|all.tsv", line: 3)
    system.entities.removeLast()
    let other = marked("[L Rome] and \"[P Bo]\"", id: "second\u{1}")
    return try evaluate(gold: [gold, other], system: [system, other], options: options)
  }

  @Test("numbers")
  func numbers() {
    #expect(Numbers.percent(nil) == "n/a")
    #expect(Numbers.percent(0) == "0.0")
    #expect(Numbers.percent(1) == "100.0")
    #expect(Numbers.percent(2.0 / 3) == "66.7")
    #expect(Numbers.percent(0.99951) == "100.0")
    #expect(Numbers.fixed(-0.25, 2) == "-0.25")
    #expect(Numbers.fixed(-0.001, 2) == "0.00")
    #expect(Numbers.fixed(12.05, 0) == "12")
    #expect(Numbers.fixed(.nan, 1) == "n/a")
  }

  @Test("the table for a terminal")
  func table() throws {
    let text = try ReportTests.sample().render(as: .table)
    #expect(
      text.hasPrefix(
        """
        2 documents, 5 gold entities, 4 answers, 1 gold relations, 0 answers
        duplicates dropped: entities 0 gold, 0 system; relations 0 gold, 0 system
        n/a: 0/0, undefined

        ENTITIES
        scheme        COR  INC  PAR  MIS  SPU  POS  ACT     P     R    F1  95% of F1
        strict          3    1    0    1    0    5    4  75.0  60.0  66.7
        boundary        4    0    0    1    0    5    4  100.0  80.0  88.9
        """.replacingOccurrences(of: "    4  75.0", with: "    4   75.0")
          .replacingOccurrences(of: "ACT     P ", with: "ACT      P "))
    )
    #expect(text.contains("wrong sense chosen"))
    #expect(!(try ReportTests.sample().render(as: .table, mistakes: 0)).contains("\nMISTAKES\n"))
  }

  @Test("Markdown escapes what it would read as markup")
  func markdown() throws {
    let text = try ReportTests.sample().render(as: .markdown)
    #expect(text.contains("## Entities\n\n| scheme | COR |"))
    #expect(text.contains("names\\|all.tsv:3"))
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"))
    }
  }

  @Test("JSON is one object with every figure; undefined is null")
  func json() throws {
    var options = plain()
    options.rounds = 200
    let text = try ReportTests.sample(options).render(as: .json)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [String: Any])
    #expect(figures["entities.strict.f1"] as? Double == 0.666667)
    #expect(figures["relations.resolved.precision"] is NSNull)
    let documents = try #require(object["documents"] as? [[String: Any]])
    #expect(documents.map { $0["id"] as? String } == ["first", "second\u{1}"])
    let intervals = try #require(object["intervals"] as? [String: [String: Double]])
    #expect(intervals["entities.strict.f1"]?["rounds"] == 200)
    let mistakes = try #require(object["mistakes"] as? [[String: Any]])
    let sense = try #require(mistakes.first { $0["cause"] as? String == "wrong sense chosen" })
    #expect((sense["gold"] as? [String: Any])?["text"] as? String == "Lim")
  }

  @Test("HTML loads nothing, escapes text and holds the text of the gold")
  func html() throws {
    let text = try ReportTests.sample().render(as: .html)
    #expect(text.contains("Ána &lt;Ruiz&gt;"))
    #expect(!text.contains("<Ruiz>"))
    #expect(!text.contains("\u{1}"))
    for outside in ["http:", "https:", "src=", "@import", "url("] { #expect(!text.contains(outside), "\(outside)") }
    for tag in ["section", "table", "article", "details", "form", "div", "mark", "span"] {
      let open = text.components(separatedBy: "<\(tag)").count
      #expect(open == text.components(separatedBy: "</\(tag)>").count, "\(tag)")
    }
  }

  @Test(
    "nested and crossing spans are cut into stretches",
    arguments: [
      ("a[P b]c", "a{P}c"), ("[T [C a] b]", "{T C}{T}"), ("ab", "ab"), ("[P ab]", "{P}"), ("a[P b][L c]", "a{P}{L}"),
    ])
  func highlight(_ text: String, _ expected: String) {
    let document = marked(text)
    let spans = document.entities.map { DocumentPage.Span(span: $0.span, label: $0.label, isExact: true) }
    var html = HTMLText.highlight(document.text, spans, colours: [:])
    for entry in html.matches(of: /<mark class="c0" title="([^"]*)"[^>]*>[^<]*<\/mark>/).reversed() {
      html.replaceSubrange(entry.range, with: "{\(entry.1.replacing(", ", with: " "))}")
    }
    #expect(html == expected)
  }
}
