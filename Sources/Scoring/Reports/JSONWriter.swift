/// Writes JSON by hand, in the order of the calls.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func key(_ name: String) {
    comma()
    quote(name)
    text += ":"
    needsComma = false
  }

  mutating func string(_ value: String) {
    comma()
    quote(value)
    needsComma = true
  }

  mutating func number(_ value: Int) { raw(String(value)) }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  mutating func null() { raw("null") }

  /// Six decimals; null for nil.
  mutating func number(_ value: Double?) { raw(value == nil ? "null" : Numbers.fixed(value, 6)) }

  mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }
  mutating func field(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }
  mutating func field(_ name: String, _ value: Double?) {
    key(name)
    number(value)
  }
  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    comma()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func raw(_ value: String) {
    comma()
    text += value
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { text += "," }
    needsComma = false
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1f}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
