import Attache
import Scoring

SystemCalls.ignoreClosedPipes()
SystemCalls.exit(run(Array(CommandLine.arguments.dropFirst())))

/// Runs one command line.
func run(_ words: [String]) -> ExitCode {
  do {
    let (command, rest) = try Commands.find(words)
    let arguments = try Arguments(rest, of: command)
    if arguments.has(.help) { return try print(HelpText(command: command).text) }
    if arguments.has(Commands.version) { return try print("attache \(attacheVersion)\n") }
    if !command.subcommands.isEmpty { throw arguments.error("which command?") }
    return try command.run(arguments)
  } catch {
    return report(error)
  }
}

/// Prints what is no record but was asked for.
func print(_ text: String) throws -> ExitCode {
  let output = OutputStream.standard()
  try output.write(text)
  try output.close()
  return .success
}

/// Tells what went wrong and how the command ends.
func report(_ error: any Error) -> ExitCode {
  switch error {
  case let error as UsageError:
    let name = error.command.isEmpty ? "attache" : "attache \(error.command)"
    Messages.print("\(name): error: \(error.message)\nTry '\(name) --help'.")
    return .usage
  case let error as LoadError:
    Messages.print(error.description)
    return .badData
  case let error as EvaluationError:
    Messages.print(error.description)
    return .badData
  case let failure as Failure:
    Messages.print(failure.description)
    return .noInput
  case let error as IOError:
    if error.isClosedPipe { return .success }
    Messages.print(error.description)
    return .inputOutput
  default:
    Messages.print("attache: error: \(error)")
    return .failure
  }
}
