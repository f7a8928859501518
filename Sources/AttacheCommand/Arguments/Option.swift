/// One option of a command: what the parser accepts, the help prints and the shell completes.
struct Option: Sendable {
  /// The name after two dashes.
  var name: String
  /// The letter after one dash.
  var letter: Character?
  /// What stands for the value in help texts; nil for an option without one.
  var value: String?
  /// The values it may have; empty for any.
  var choices: [String] = []
  /// Whether it may be given more than once.
  var repeats = false
  /// One or two sentences.
  var help: String

  init(
    _ name: String, _ letter: Character? = nil, value: String? = nil, choices: [String] = [], repeats: Bool = false,
    help: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.choices = choices
    self.repeats = repeats
    self.help = help
  }

  /// As the help prints it: `-o, --output PATH`.
  var heading: String {
    (letter.map { "-\($0), " } ?? "    ") + "--\(name)" + (value.map { " \($0)" } ?? "")
  }

  /// Every command has it.
  static let help = Option("help", "h", help: "Print this help.")
}

/// One command or subcommand of `attache`.
struct Command: Sendable {
  /// What follows `attache`, such as `lexicon list`.
  var name: String
  /// One line for the list of commands.
  var summary: String
  /// Arguments as the help prints them, such as `[FILE…]`; nil when it takes none.
  var operands: String?
  /// How many arguments it takes.
  var operandCount: ClosedRange<Int> = 0...0
  /// Words that its arguments may be; shells complete files where there are none.
  var operandChoices: [String] = []
  /// What it does, in paragraphs.
  var about: String = ""
  var options: [Option] = []
  /// Command lines and what they do.
  var examples: [(line: String, meaning: String)] = []
  var subcommands: [Command] = []
  /// Runs it; errors become messages and exit codes in one place.
  var run: @Sendable (Arguments) throws -> ExitCode = { _ in .success }

  /// The last word of the name.
  var word: String { name.split(separator: " ").last.map(String.init) ?? "attache" }
}
