import Testing

@testable import AttacheCommand

@Suite struct ArgumentsTests {
  static let command = Command(
    name: "try", summary: "", operands: "[FILE]…", operandCount: 0...2,
    options: [
      Option("output", "o", value: "PATH", help: ""),
      Option("lexicon", "l", value: "PATH", repeats: true, help: ""),
      Option("to", value: "FORMAT", choices: ["jsonl", "brat"], help: ""),
      Option("strict", "s", help: ""),
      Option("quiet", "q", help: ""),
    ])

  /// What was understood: options in the command's order, then the operands; or the error.
  private static func shown(_ line: String) -> String {
    do {
      let words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
      let arguments = try Arguments(words, of: command)
      let options = command.options.flatMap { option -> [String] in
        if option.value == nil { return arguments.has(option) ? [option.name] : [] }
        return arguments.values(option).map { "\(option.name)=\($0)" }
      }
      return (options + (arguments.has(.help) ? ["help"] : []) + arguments.operands.map { "<\($0)>" })
        .joined(separator: " ")
    } catch {
      return "error: " + ((error as? UsageError)?.message ?? "\(error)")
    }
  }

  @Test(arguments: [
    ("", ""),
    ("a b", "<a> <b>"),
    ("-", "<->"),
    ("-o x a", "output=x <a>"),
    ("a -ox", "output=x <a>"),
    ("--output x", "output=x"),
    ("--output=x=y", "output=x=y"),
    ("--output=", "output="),
    ("--output -", "output=-"),
    ("--output=--strict", "output=--strict"),
    ("-sq a", "strict quiet <a>"),
    ("-sqo x", "output=x strict quiet"),
    ("-sqox", "output=x strict quiet"),
    ("-s -s", "strict"),
    ("-l a --lexicon b --lexicon=c", "lexicon=a lexicon=b lexicon=c"),
    ("--to brat", "to=brat"),
    ("-- --strict -x", "<--strict> <-x>"),
    ("a -- -o", "<a> <-o>"),
    ("--help a b c", "help <a> <b> <c>"),
    ("-h", "help"),
  ]) func reads(line: String, meaning: String) { #expect(Self.shown(line) == meaning) }

  @Test(arguments: [
    ("--lexcion x", "unknown option '--lexcion'; did you mean '--lexicon'?"),
    ("--xyzzy", "unknown option '--xyzzy'"),
    ("-x", "unknown option '-x'"),
    ("-sx", "unknown option '-x' in '-sx'"),
    ("--output", "--output needs a value: --output PATH"),
    ("-o", "--output needs a value: --output PATH"),
    ("-o -s", "--output needs a value; if '-s' is it, write --output=-s"),
    ("--strict=yes", "--strict takes no value"),
    ("-o a -o b", "--output is given twice; give it once"),
    ("--to brta", "--to is one of jsonl, brat, not 'brta'; did you mean 'brat'?"),
    ("--to xml", "--to is one of jsonl, brat, not 'xml'"),
    ("a b c", "too much: 'c'"),
    ("--", ""),
  ]) func refuses(line: String, message: String) {
    #expect(Self.shown(line) == (message.isEmpty ? "" : "error: \(message)"))
  }

  @Test(arguments: [
    ("1", 1), ("256", 256), ("0", nil), ("257", nil), ("-1", nil), ("two", nil), ("1.0", nil), ("", nil),
  ])
  func readsNumbers(text: String, number: Int?) throws {
    let option = Option("jobs", "j", value: "N", help: "")
    let arguments = try Arguments(["--jobs=\(text)"], of: Command(name: "try", summary: "", options: [option]))
    #expect((try? arguments.integer(option, in: 1...256)) == number)
  }

  @Test(arguments: [
    ("annotate a", "annotate", ["a"]), ("lexicon list", "lexicon list", []), ("lexicon", "lexicon", []),
    ("lexicon --help list", "lexicon", ["--help", "list"]), ("--version", "", ["--version"]), ("", "", []),
  ]) func findsCommands(line: String, name: String, rest: [String]) throws {
    let found = try Commands.find(line.split(separator: " ").map(String.init))
    #expect(found.command.name == name)
    #expect(found.rest == rest)
  }

  @Test(arguments: [
    ("anotate", "unknown command 'anotate'; did you mean 'annotate'?"),
    ("lexicon lokup", "unknown command 'lokup'; did you mean 'lookup'?"),
    ("frobnicate", "unknown command 'frobnicate'"),
  ]) func refusesCommands(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try Commands.find(line.split(separator: " ").map(String.init)) }
    #expect(error?.message == message)
  }

  @Test func everyCommandHasAnHonestTable() {
    for command in Completion.all(Commands.root) {
      let options = command.options + [.help]
      #expect(Set(options.map(\.name)).count == options.count, "\(command.name): names are unique")
      let letters = options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(command.name): letters are unique")
      #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
      for option in options { #expect(option.help.hasSuffix("."), "\(command.name) --\(option.name)") }
      for line in HelpText(command: command).text.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
    }
  }

  @Test func helpShowsTheTable() {
    let text = HelpText(
      command: Command(
        name: "try", summary: "Tries", operands: "FILE", about: "Tries things.",
        options: [
          Option("to", value: "FORMAT", choices: ["a", "b"], help: "Says how."),
          Option("lexicon", "l", value: "PATH", repeats: true, help: "Adds."),
        ], examples: [("attache try x", "tries x")])
    ).text
    #expect(
      text == """
        Tries things.

        Usage: attache try FILE [OPTION…]

        Options:
              --to FORMAT     Says how. One of: a, b.
          -l, --lexicon PATH  Adds. May be repeated.
          -h, --help          Print this help.

        Examples:
          attache try x
              tries x

        """)
  }
}
