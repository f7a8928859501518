import Attache

/// The commands of `attache`.
enum Commands {
  static let version = Option("version", help: "Print the version.")

  static let root = Command(
    name: "", summary: "Annotates diplomatic and security news by rules and lexicons",
    about: """
      Attaché annotates diplomatic and security news with people, titles, countries, organisations, places, dates and \
      the relations between them, by rules and lexicons alone.
      """,
    options: [version],
    subcommands: [
      Annotate.command, Evaluate.command, LexiconCommand.command, Check.command, Explain.command, Completion.command,
    ])

  /// Finds the command that the words name; the rest are its arguments.
  static func find(_ words: [String]) throws -> (command: Command, rest: [String]) {
    var command = root
    var words = words[...]
    while !command.subcommands.isEmpty {
      guard let word = words.first, !word.hasPrefix("-") else { break }
      guard let next = command.subcommands.first(where: { $0.word == word }) else {
        let hint = Suggestion.phrase(for: word, in: command.subcommands.map(\.word))
        throw UsageError(command: command.name, message: "unknown command '\(word)'\(hint)")
      }
      command = next
      words.removeFirst()
    }
    return (command, Array(words))
  }
}
