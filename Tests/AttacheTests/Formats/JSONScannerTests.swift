import Testing

@testable import Attache

/// What a scanner says about one JSON value: `ok`, or the error with its offset.
private func verdict(_ json: String) -> String { verdict(Array(json.utf8)) }

private func verdict(_ json: [UInt8]) -> String {
  var scanner = JSONScanner(json)
  do {
    try scanner.skipValue()
    try scanner.finish()
    return "ok"
  } catch {
    return "\(error.offset): \(error.message)"
  }
}

@Suite struct JSONScannerTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "12", "-1.5e+10", "1E5", "0.5", "1e-2", "\"\"", "\"a\"", "[]", "{}", "[[],{}]",
    " [ 1 , 2 ] ", "\t{\r\n\"a\" : [ ] }", #"{"a":{"b":[1,{"c":null}]},"d":""}"#,
    #""\u0000\ud83d\ude00\"\\\/\b\f\n\r\t""#,
    #""\ud800""#, #""\ude00\ud800x""#, "\"é €𝄞\u{7F}\"", #"{"a":1,"a":2}"#, "123456789012345678901234567890",
  ]) func accepts(json: String) { #expect(verdict(json) == "ok") }

  @Test(arguments: [
    ("", "0: expected a value, but the line ends here"),
    ("nul", "0: expected a value"),
    ("True", "0: expected a value"),
    ("01", "1: expected nothing more after the value"),
    ("1.", "2: expected a digit"),
    (".5", "0: expected a value"),
    ("-", "1: expected a digit"),
    ("+1", "0: expected a value"),
    ("1e", "2: expected a digit"),
    ("NaN", "0: expected a value"),
    ("[1,]", "3: expected a value"),
    ("[1 2]", "3: expected ',' or ']'"),
    ("[1}", "2: expected ',' or ']'"),
    ("[", "1: expected a value, but the line ends here"),
    ("[1", "2: expected ',' or ']', but the line ends here"),
    ("{,}", "1: expected a key in double quotes"),
    (#"{"a"}"#, "4: expected ':' after the key"),
    (#"{"a":}"#, "5: expected a value"),
    (#"{"a":1,}"#, "7: expected a key in double quotes"),
    (#"{a:1}"#, "1: expected a key in double quotes"),
    (#"{'a':1}"#, "1: expected a key in double quotes"),
    (#"{"a":1 "b":2}"#, "7: expected ',' or '}'"),
    (#""a"#, "2: the string isn't closed"),
    (#""\"#, "2: the string isn't closed"),
    (#""\u12"#, "5: the string isn't closed"),
    (#""\x41""#, "1: unknown escape in a string; write '\\\\' for a backslash"),
    (#""\u12G4""#, "5: expected four hexadecimal digits after \\u"),
    ("\"a\u{1}\"", "2: control character in a string; write it as an escape such as \\n"),
    ("\"a\nb\"", "2: control character in a string; write it as an escape such as \\n"),
    ("1 1", "2: expected nothing more after the value"),
    ("[] []", "3: expected nothing more after the value"),
    ("\u{FEFF}1", "0: expected a value"),
    ("// x", "0: expected a value"),
  ]) func refuses(json: String, message: String) { #expect(verdict(json) == message) }

  /// Bytes between the quotes of a string, in hexadecimal.
  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]]) func refusesBrokenUTF8(bytes: [UInt8])
  {
    #expect(verdict([0x22] + bytes + [0x22]) == "1: broken UTF-8; JSON is UTF-8 text")
  }

  @Test(arguments: [
    (#""a\u0041\n""#, "aA\n"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\u0000""#, "\0"),
    (#""\/\"\\""#, "/\"\\"),
  ]) func decodes(json: String, text: String) throws {
    var scanner = JSONScanner(Array(json.utf8))
    #expect(try scanner.readString() == text)
  }

  @Test(arguments: [
    ("0", 0), ("-7", -7), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ("9223372036854775808", nil),
    ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("null", nil),
  ]) func readsIntegers(json: String, number: Int?) {
    var scanner = JSONScanner(Array(json.utf8))
    #expect((try? scanner.readInteger()) == number)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")]) func limitsDepth(open: String, close: String) {
    let nested = { (depth: Int) in
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    #expect(verdict(nested(512)) == "ok")
    #expect(verdict(nested(513)) == "\(512 * open.utf8.count): nested more than 512 deep")
    #expect(verdict(String(repeating: open, count: 1_000_000)) == "\(512 * open.utf8.count): nested more than 512 deep")
  }

  @Test func everyPrefixOfAValueIsRefused() {
    let json = Array(#"{"a":[1.5,true,null,"é\u00e9\n"],"b":{"c":-1e5}}"#.utf8)
    for end in 0..<json.count { #expect(verdict(Array(json[..<end])) != "ok", "prefix of \(end) bytes") }
  }
}
