/// One `rule NAME` block of a rule file, not yet compiled.
public struct RuleBlock: Sendable {
  /// The file as the user named it.
  public var file: String
  /// Line of `rule NAME`, counted from 1.
  public var line: Int
  /// The rule's name.
  public var name: String
  /// The `key: value` lines in file order.
  public var fields: [Field]
  /// Whether the file is the user's own.
  public var isUser = false

  /// One `key: value` line.
  public struct Field: Sendable {
    /// What stands before the colon.
    public var key: String
    /// What stands after it, trimmed.
    public var value: String
    /// Line, counted from 1.
    public var line: Int
    /// Column of the value's first character, counted from 1.
    public var column: Int
  }

  /// The place of the block, as annotations name it.
  public var source: Source { Source(file: file, line: line) }

  /// All fields of a key.
  public func fields(_ key: String) -> [Field] { fields.filter { $0.key == key } }

  /// The value of a key's first field.
  public func value(_ key: String) -> String? { fields.first { $0.key == key }?.value }
}

/// Cuts rule files into blocks: `rule NAME` or `define NAME = PATTERN` at the margin, `key: value` lines indented below
/// a rule, `#` comments.
public enum RuleBlockParser {
  /// The name of the blocks that `define` lines become; their one field is the definition.
  static let definition = "define"

  /// The blocks of a file, and what is wrong with its lines.
  public static func parse(
    file: String, text: String, isUser: Bool = false
  ) -> (blocks: [RuleBlock], diagnostics: [Diagnostic]) {
    var blocks: [RuleBlock] = []
    var diagnostics: [Diagnostic] = []
    var number = 0
    let withoutMark = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    for raw in withoutMark.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      number += 1
      let trimmed = raw.trimmed
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let indent = raw.prefix { $0 == " " || $0 == "\t" }.count
      if indent == 0 {
        let words = trimmed.split(separator: " ")
        if words.count > 3, words[0] == "define", words[2] == "=", let equals = trimmed.firstIndex(of: "=") {
          let value = trimmed[trimmed.index(after: equals)...]
          let column = trimmed.distance(from: trimmed.startIndex, to: equals) + 3
          let field = RuleBlock.Field(key: String(words[1]), value: value.trimmed, line: number, column: column)
          blocks.append(RuleBlock(file: file, line: number, name: definition, fields: [field], isUser: isUser))
          continue
        }
        guard words.count == 2, words[0] == "rule" else {
          let hint = Suggestion.phrase(for: String(words[0]), in: ["rule", "define"])
          diagnostics.append(
            Diagnostic(
              file: file, line: number,
              "expected 'rule NAME' or 'define NAME = …' at the margin\(hint.isEmpty ? "; indent the lines of a rule" : hint)"
            ))
          continue
        }
        blocks.append(RuleBlock(file: file, line: number, name: String(words[1]), fields: [], isUser: isUser))
      } else if let colon = trimmed.firstIndex(of: ":") {
        guard !blocks.isEmpty else {
          diagnostics.append(
            Diagnostic(
              file: file, line: number, column: indent + 1, "a line outside of a rule; write 'rule NAME' first"))
          continue
        }
        let key = trimmed[..<colon].trimmed
        let rest = trimmed[trimmed.index(after: colon)...]
        let gap = rest.prefix { $0 == " " || $0 == "\t" }.count
        let column = indent + trimmed.distance(from: trimmed.startIndex, to: colon) + 2 + gap
        blocks[blocks.count - 1].fields.append(
          RuleBlock.Field(key: key, value: rest.trimmed, line: number, column: column))
      } else {
        diagnostics.append(
          Diagnostic(
            file: file, line: number, column: indent + 1, "expected 'key: value'; add the colon after the key"))
      }
    }
    return (blocks, diagnostics)
  }
}

extension StringProtocol {
  /// Without blanks, tabs and carriage returns at both ends.
  var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 13 }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
