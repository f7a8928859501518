/// A word or role of a `say:`, `noun:` or `with:` line.
struct StatementPart: Sendable {
  /// The word, or the role's name.
  var text: String
  /// Whether it is a role in angle brackets.
  var isSlot: Bool
  /// Whether it stands in square brackets.
  var isOptional: Bool
  /// Offset in the line's value.
  var offset: Int
  /// Whether it is a role that two or more must fill.
  var isPair = false

  /// The words of `visits|tours`.
  var alternatives: [String] { text.split(separator: "|").map { $0.lowercased() } }
}

/// Reads statements such as `<pledger> pledges <content> [to <recipient>]`.
enum StatementParser {
  static func parse(_ text: String) -> Result<[StatementPart], PatternError> {
    var parts: [StatementPart] = []
    let bytes = Array(text.utf8)
    var index = 0
    var isOptional = false
    while index < bytes.count {
      switch bytes[index] {
      case 32, 9: index += 1
      case UInt8(ascii: "["):
        guard !isOptional else {
          return .failure(PatternError(offset: index, message: "'[' inside of '['; close the first"))
        }
        isOptional = true
        index += 1
      case UInt8(ascii: "]"):
        guard isOptional else {
          return .failure(PatternError(offset: index, message: "']' without '['; open it first"))
        }
        isOptional = false
        index += 1
      case UInt8(ascii: "<"):
        let start = index + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        guard index < bytes.count else {
          return .failure(PatternError(offset: start - 1, message: "missing '>'; close the role"))
        }
        var name = String(decoding: bytes[start..<index], as: UTF8.self).trimmed
        let isPair = name.utf8.last == UInt8(ascii: "+")
        if isPair { name = String(name.dropLast()) }
        parts.append(
          StatementPart(text: name, isSlot: true, isOptional: isOptional, offset: start - 1, isPair: isPair))
        index += 1
      default:
        let start = index
        while index < bytes.count,
          ![32, 9, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<")].contains(bytes[index])
        {
          index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        parts.append(StatementPart(text: word, isSlot: false, isOptional: isOptional, offset: start))
      }
    }
    guard !isOptional else { return .failure(PatternError(offset: bytes.count, message: "missing ']'")) }
    guard !parts.isEmpty else { return .failure(PatternError(offset: 0, message: "empty statement")) }
    return .success(parts)
  }
}
