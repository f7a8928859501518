/// How the command ends; the numbers above 1 are those of sysexits.h.
enum ExitCode: Int32 {
  /// Every input was answered, if by an error record.
  case success = 0
  /// `--strict` met an error record, a check found a mistake, or a gate failed.
  case failure = 1
  /// Wrong arguments.
  case usage = 64
  /// A lexicon or rule file has a mistake.
  case badData = 65
  /// An input doesn't exist or can't be opened.
  case noInput = 66
  /// Reading or writing failed.
  case inputOutput = 74
}
