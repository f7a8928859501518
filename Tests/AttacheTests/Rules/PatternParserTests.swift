import Testing

@testable import Attache

@Suite struct PatternParserTests {
  private static let definitions: [String: Pattern] = ["NAME": .token(Predicate(required: TokenClass.capital.bit))]

  private static func parse(_ text: String) throws(PatternError) -> Pattern {
    var vocabulary = Vocabulary()
    for hash in PatternParser.quotedWords(of: text) { _ = vocabulary.intern(hash) }
    var parser = PatternParser(text, definitions: definitions, vocabulary: vocabulary)
    return try parser.parse()
  }

  /// A pattern as a person can compare it: tests in order, `.` for one after the other.
  private static func shown(_ pattern: Pattern) -> String {
    switch pattern {
    case .token(let predicate): shown(predicate)
    case .sequence(let parts): "(" + parts.map(shown).joined(separator: ".") + ")"
    case .choice(let parts): "(" + parts.map(shown).joined(separator: "|") + ")"
    case .repeated(let part, let times): shown(part) + "{\(times.lowerBound),\(times.upperBound)}"
    }
  }

  private static func shown(_ predicate: Predicate) -> String {
    let names = { (mask: ClassMask) in TokenClass.allCases.filter { mask.has($0) }.map(\.text) }
    let tests =
      names(predicate.required).map { "+" + $0 } + names(predicate.any).map { "?" + $0 }
      + names(predicate.forbidden).map { "-" + $0 }
    return tests.joined() + (predicate.word == 0 ? "" : "w\(predicate.word)")
  }

  @Test(arguments: [
    ("{capital}", "+capital"),
    ("{ capital & !stop }", "+capital-stop"),
    ("{given|surname & !stop & !common}", "?given?surname-stop-common"),
    ("{!given|surname}", "-given-surname"),
    ("$NAME {number}", "(+capital.+number)"),
    ("{day} | {month} {year}", "(+day|(+month.+year))"),
    ("({day} | {month}) {year}", "((+day|+month).+year)"),
    ("{day}? {month}* {year}+", "(+day{0,1}.+month{0,8}.+year{1,8})"),
    ("{day}{2} {month}{1,3}", "(+day{2,2}.+month{1,3})"),
    ("{day} {month}", "(+day.+month)"),
    ("\"of\"", "w128"),
    ("\"Of The\"", "(w128.w129)"),
    ("\",\" \"$\"", "(w44.w36)"),
  ]) func reads(text: String, pattern: String) throws {
    #expect(Self.shown(try Self.parse(text)) == pattern)
  }

  /// The place that the message means is marked with `‸`.
  @Test(arguments: [
    ("‸", "nothing to match here; write {class}, \"word\" or a group"),
    ("{day} | ‸", "nothing to match here; write {class}, \"word\" or a group"),
    ("(‸)", "nothing to match here; write {class}, \"word\" or a group"),
    ("({day}‸", "missing ')'; close the group"),
    ("{day}‸)", "unexpected ')'; close what was opened before it"),
    ("{day‸", "expected '&', '|' or '}'"),
    ("{day &‸", "missing '}'; close the class"),
    ("{captal‸}", "unknown class 'captal'; did you mean 'capital'?"),
    ("{day & !‸}", "unknown class ''; `attache explain --classes` lists them"),
    ("{day ‸year}", "expected '&', '|' or '}'"),
    ("{day|year & month|era‸}", "two lists with '|' in one class; use a group ( … | … )"),
    ("‸president {capital}", "expected {class}, \"word\", $definition or '('; words stand in quotation marks"),
    ("{day} ‸?", "expected {class}, \"word\", $definition or '('; words stand in quotation marks"),
    ("\"of‸", "missing closing quotation mark"),
    ("\"\"‸", "empty quotation marks; write a word"),
    ("$NAMES‸", "unknown definition '$NAMES'; did you mean 'NAME'?"),
    ("$PLACE‸", "unknown definition '$PLACE'; write 'define PLACE = …' before it"),
    ("{day}{2,1}‸", "a part may repeat up to 8 times; write {least,most}"),
    ("{day}{9}‸", "a part may repeat up to 8 times; write {least,most}"),
    ("{day}{0}‸", "a part may repeat up to 8 times; write {least,most}"),
    ("{day}{1,‸}", "expected a number; every repetition has a bound"),
    ("{day}{1‸ ,2}", "expected '}' after the number"),
  ]) func tellsMistakes(marked: String, message: String) {
    let before = marked.prefix { $0 != "‸" }
    do throws(PatternError) {
      _ = try Self.parse(marked.replacing("‸", with: ""))
      Issue.record("'\(marked)' was accepted")
    } catch {
      #expect(error.message == message)
      #expect(error.offset == before.utf8.count)
    }
  }

  @Test func bracketsAreBounded() {
    let nested = { (depth: Int) in
      String(repeating: "(", count: depth) + "{day}" + String(repeating: ")", count: depth)
    }
    #expect(throws: Never.self) { try Self.parse(nested(31)) }
    #expect(throws: PatternError.self) { try Self.parse(nested(32)) }
    #expect(throws: PatternError.self) { try Self.parse(nested(100_000)) }
  }

  @Test func everyClassHasItsOwnName() {
    for tokenClass in TokenClass.allCases { #expect(TokenClass.named(tokenClass.text) == tokenClass) }
  }
}
