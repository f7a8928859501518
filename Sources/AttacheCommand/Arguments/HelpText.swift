/// Help as a person reads it, made of the same table that the parser reads.
struct HelpText {
  /// Columns that a line may fill.
  private static let width = 100

  let command: Command

  var text: String {
    var lines: [String] = []
    let name = command.name.isEmpty ? "attache" : "attache \(command.name)"
    lines += Self.wrap(command.about.isEmpty ? command.summary : command.about, indent: 0)
    lines.append("")
    lines.append("Usage: \(name)" + usageTail)
    if !command.subcommands.isEmpty {
      lines += ["", "Commands:"]
      lines += Self.table(command.subcommands.map { ($0.word, $0.summary) })
    }
    lines += ["", "Options:"]
    lines += Self.table((command.options + [.help]).map { ($0.heading, Self.help(of: $0)) })
    if !command.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in command.examples { lines += ["  \(example.line)", "      \(example.meaning)"] }
    }
    if !command.subcommands.isEmpty { lines += ["", "'\(name) COMMAND --help' tells more about a command."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private var usageTail: String {
    if !command.subcommands.isEmpty { return " COMMAND …" }
    return (command.operands.map { " \($0)" } ?? "") + (command.options.isEmpty ? "" : " [OPTION…]")
  }

  private static func help(of option: Option) -> String {
    var help = option.help
    if !option.choices.isEmpty { help += " One of: \(option.choices.joined(separator: ", "))." }
    if option.repeats { help += " May be repeated." }
    return help
  }

  /// Two columns; the second is wrapped.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let column = min((rows.map(\.0.count).max() ?? 0) + 4, 32)
    return rows.flatMap { heading, text in
      var lines = wrap(text, indent: column)
      let first = "  " + heading
      if first.count + 2 > column {
        lines.insert(first, at: 0)
      } else if !lines.isEmpty {
        lines[0] = first + lines[0].dropFirst(first.count)
      }
      return lines
    }
  }

  private static func wrap(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, indent + line.count + 1 + word.count > width {
          lines.append(margin + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return lines + [line.isEmpty ? "" : margin + line]
    }
  }
}
