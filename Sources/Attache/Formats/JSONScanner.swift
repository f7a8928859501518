/// What is wrong with a piece of JSON, and at which byte.
public struct JSONError: Error, Hashable, Sendable {
  /// What kind of mistake it is; part of the output contract.
  public enum Code: String, Sendable {
    case syntax, encoding, type
    case tooDeep = "too-deep"
    case missingKey = "missing-key"
    case duplicateKey = "duplicate-key"
    case span
  }
  /// The kind of mistake.
  public var code: Code
  /// What is wrong and what to do, without the place.
  public var message: String
  /// The offset of the mistake in the bytes that were read.
  public var offset: Int

  /// Makes an error at a byte offset.
  public init(_ code: Code, _ message: String, at offset: Int) {
    self.code = code
    self.message = message
    self.offset = offset
  }
}

/// Reads JSON (RFC 8259) from bytes, one value after the other, as its caller asks for them.
///
/// Values nest up to `depthLimit` deep, and what the caller skips is skipped without recursion, so no input can overflow the stack.
/// A lone surrogate escape such as `\ud800` reads as U+FFFD: both are one code point, so offsets stay right.
public struct JSONScanner {
  /// The deepest nesting that is read.
  public static let depthLimit = 512

  private let bytes: [UInt8]
  private let end: Int
  private var depth = 0
  /// The offset of the next byte to read.
  public private(set) var position: Int

  /// Starts at the beginning of `range`; the scanner sees nothing outside of it.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    position = range.lowerBound
    end = range.upperBound
  }

  /// The number of bytes that weren't read yet.
  var rest: Int { end &- position }

  // MARK: Structure

  /// The first byte of the next value or punctuation, after white space; nil at the end.
  public mutating func peek() -> UInt8? {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Reads an object and hands each key to `member`, which must read or skip its value.
  public mutating func readObject(
    _ member: (String, inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open("{", "an object")
    if try close("}") { return }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
      var key: [UInt8] = []
      try readString(into: &key)
      guard peek() == UInt8(ascii: ":") else { throw unexpected("':' after the key") }
      position &+= 1
      try member(String(decoding: key, as: UTF8.self), &self)
    } while try !next("}")
  }

  /// Reads an array and calls `element` before each value, which it must read or skip.
  public mutating func readArray(_ element: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    try open("[", "an array")
    if try close("]") { return }
    repeat { try element(&self) } while try !next("]")
  }

  /// Refuses anything but white space after the value.
  public mutating func finish() throws(JSONError) {
    if peek() != nil { throw unexpected("nothing more after the value") }
  }

  // MARK: Values

  /// Reads `null` if it comes next.
  public mutating func readNull() throws(JSONError) -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    try skipWord("null")
    return true
  }

  /// Reads a string, or nil for `null`.
  public mutating func readOptionalString() throws(JSONError) -> String? {
    if try readNull() { return nil }
    return try readString()
  }

  /// Reads a string.
  public mutating func readString() throws(JSONError) -> String {
    var result: [UInt8] = []
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string", .type) }
    try readString(into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads a string and appends its UTF-8 to `out`.
  public mutating func readString(into out: inout [UInt8]) throws(JSONError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string", .type) }
    position &+= 1
    while true {
      let plain = position
      try skipPlain()
      out.append(contentsOf: bytes[plain..<position])
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "\"") { return }
      try appendEscape(to: &out)
    }
  }

  /// Reads a whole number.
  public mutating func readInteger() throws(JSONError) -> Int {
    guard let first = peek(), first == UInt8(ascii: "-") || isDigit(first) else {
      throw unexpected("a whole number", .type)
    }
    let start = position
    try skipNumber()
    guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw JSONError(.type, "expected a whole number", at: start)
    }
    return number
  }

  /// Reads over the next value, whatever it is, checks it, and returns where it stood.
  @discardableResult
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    _ = peek()
    let start = position
    var open: [UInt8] = []
    while true {
      switch peek() {
      case UInt8(ascii: "{"):
        open.append(UInt8(ascii: "}"))
        guard depth + open.count <= Self.depthLimit else { throw tooDeep }
        position &+= 1
        if peek() != UInt8(ascii: "}") {
          try skipKey()
          continue
        }
      case UInt8(ascii: "["):
        open.append(UInt8(ascii: "]"))
        guard depth + open.count <= Self.depthLimit else { throw tooDeep }
        position &+= 1
        if peek() != UInt8(ascii: "]") { continue }
      default: try skipScalar()
      }
      // A value is complete: close what ends here, go on with what doesn't.
      while let closing = open.last {
        guard let byte = peek(), byte == closing || byte == UInt8(ascii: ",") else {
          throw unexpected(closing == UInt8(ascii: "}") ? "',' or '}'" : "',' or ']'")
        }
        // Right after an opening bracket only the closing one gets here.
        position &+= 1
        if byte == closing {
          open.removeLast()
        } else {
          if closing == UInt8(ascii: "}") { try skipKey() }
          break
        }
      }
      if open.isEmpty { return start..<position }
    }
  }
}

// MARK: - Pieces

extension JSONScanner {
  private mutating func open(_ bracket: Unicode.Scalar, _ what: String) throws(JSONError) {
    guard peek() == UInt8(ascii: bracket) else { throw unexpected(what, .type) }
    depth &+= 1
    guard depth <= Self.depthLimit else { throw tooDeep }
    position &+= 1
  }

  private mutating func close(_ bracket: Unicode.Scalar) throws(JSONError) -> Bool {
    guard peek() == UInt8(ascii: bracket) else { return false }
    position &+= 1
    depth &-= 1
    return true
  }

  /// After a member or element: whether the bracket closes; a comma means that it goes on.
  private mutating func next(_ bracket: Unicode.Scalar) throws(JSONError) -> Bool {
    if try close(bracket) { return true }
    guard peek() == UInt8(ascii: ",") else { throw unexpected("',' or '\(bracket)'") }
    position &+= 1
    return false
  }

  private mutating func skipKey() throws(JSONError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    try skipScalar()
    guard peek() == UInt8(ascii: ":") else { throw unexpected("':' after the key") }
    position &+= 1
  }

  private mutating func skipScalar() throws(JSONError) {
    switch peek() {
    case UInt8(ascii: "\""):
      position &+= 1
      while true {
        try skipPlain()
        let byte = bytes[position]
        position &+= 1
        if byte == UInt8(ascii: "\"") { return }
        var ignored: [UInt8] = []
        try appendEscape(to: &ignored)
      }
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): try skipNumber()
    default: throw unexpected("a value")
    }
  }

  /// Moves to the next quote or backslash of a string.
  private mutating func skipPlain() throws(JSONError) {
    while true {
      position = JSONScanner.plainEnd(bytes, from: position, to: end)
      guard position < end else { throw JSONError(.syntax, "the string isn't closed", at: end) }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 {
        throw JSONError(.syntax, "control character in a string; write it as an escape such as \\n", at: position)
      }
      let length = CodePoints.length(bytes, at: position, end: end)
      guard length > 0 else { throw JSONError(.encoding, "broken UTF-8; JSON is UTF-8 text", at: position) }
      position &+= length
    }
  }

  /// The offset of the first byte that is no ASCII or that a string can't hold as it is.
  private static func plainEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let span = bytes.span.bytes
    var index = start
    while index &+ 8 <= end {
      let word = span.word(at: index)
      let plain = ByteLanes.countBefore(ByteLanes.escaped(word) | word & ByteLanes.highBits)
      index &+= plain
      if plain < 8 { return index }
    }
    while index < end {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index &+= 1
    }
    return index
  }

  /// Decodes what follows a backslash.
  private mutating func appendEscape(to out: inout [UInt8]) throws(JSONError) {
    guard position < end else { throw JSONError(.syntax, "the string isn't closed", at: end) }
    let byte = bytes[position]
    position &+= 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var value = try readHex()
      if value & 0xFC00 == 0xD800, position &+ 1 < end,
        bytes[position] == UInt8(ascii: "\\"), bytes[position &+ 1] == UInt8(ascii: "u")
      {
        let before = position
        position &+= 2
        let low = try readHex()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 &+ (value &- 0xD800) << 10 &+ (low &- 0xDC00)
        } else {
          position = before
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.syntax, "unknown escape in a string; write '\\\\' for a backslash", at: position &- 2)
    }
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end else { throw JSONError(.syntax, "the string isn't closed", at: end) }
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
      default: throw JSONError(.syntax, "expected four hexadecimal digits after \\u", at: position)
      }
      value = value << 4 | UInt32(digit)
      position &+= 1
    }
    return value
  }

  private mutating func skipNumber() throws(JSONError) {
    if bytes[position] == UInt8(ascii: "-") { position &+= 1 }
    if position < end, bytes[position] == UInt8(ascii: "0") {
      position &+= 1
    } else {
      try skipDigits()
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position &+= 1
      try skipDigits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position &+= 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while position < end, isDigit(bytes[position]) { position &+= 1 }
    if position == start { throw JSONError(.syntax, "expected a digit", at: position) }
  }

  private mutating func skipWord(_ word: String) throws(JSONError) {
    let start = position
    for byte in word.utf8 {
      guard position < end, bytes[position] == byte else { throw JSONError(.syntax, "expected a value", at: start) }
      position &+= 1
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private var tooDeep: JSONError {
    JSONError(.tooDeep, "nested more than \(Self.depthLimit) deep", at: position)
  }

  private func unexpected(_ wanted: String, _ code: JSONError.Code = .syntax) -> JSONError {
    position < end
      ? JSONError(code, "expected \(wanted)", at: position)
      : JSONError(.syntax, "expected \(wanted), but the line ends here", at: position)
  }
}
