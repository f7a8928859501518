import Attache

/// The arguments were wrong: what is wrong, and what to do.
struct UsageError: Error, Equatable {
  /// The command that was meant, as far as it was understood.
  var command: String
  var message: String
}

/// What the user wrote after the name of a command.
struct Arguments: Sendable {
  /// The command that was chosen.
  let command: Command
  /// Arguments that are no options, in order.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Whether an option without value was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option; the last one where it was given twice.
  func value(_ option: Option) -> String? { values[option.name]?.last }

  /// Every value of an option that repeats, in order.
  func values(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option that takes a whole number.
  func integer(_ option: Option, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw error("--\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }

  /// An error of this command.
  func error(_ message: String) -> UsageError { UsageError(command: command.name, message: message) }

  /// Reads a command line.
  ///
  /// Options stand anywhere; `--name=value`, `--name value`, `-n value`, `-nvalue` and `-ab` are read; `--` ends the
  /// options; a lone `-` is an argument.
  init(_ words: [String], of command: Command) throws {
    self.command = command
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      } else if word.hasPrefix("--") {
        try readLong(word, &words)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word, &words)
      } else {
        operands.append(word)
      }
    }
    if !has(.help) { try checkOperands() }
  }

  private mutating func readLong(_ word: String, _ words: inout ArraySlice<String>) throws {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let names = command.options.map(\.name) + [Option.help.name]
    guard let option = (command.options + [.help]).first(where: { $0.name == name }) else {
      let hint = Suggestion.nearest(to: name, in: names).map { "; did you mean '--\($0)'?" } ?? ""
      throw error("unknown option '--\(name)'\(hint)")
    }
    if option.value == nil {
      guard parts.count == 1 else { throw error("--\(name) takes no value") }
      try set(option, "")
    } else if parts.count == 2 {
      try set(option, String(parts[1]))
    } else {
      try set(option, try nextValue(of: option, &words))
    }
  }

  private mutating func readShort(_ word: String, _ words: inout ArraySlice<String>) throws {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = (command.options + [.help]).first(where: { $0.letter == letter }) else {
        throw error("unknown option '-\(letter)'" + (word.count > 2 ? " in '\(word)'" : ""))
      }
      if option.value == nil {
        try set(option, "")
      } else if letters.isEmpty {
        try set(option, try nextValue(of: option, &words))
      } else {
        try set(option, String(letters))
        return
      }
    }
  }

  private func nextValue(of option: Option, _ words: inout ArraySlice<String>) throws -> String {
    let wanted = option.value ?? ""
    guard let value = words.first else { throw error("--\(option.name) needs a value: --\(option.name) \(wanted)") }
    if value.hasPrefix("-"), value != "-" {
      throw error("--\(option.name) needs a value; if '\(value)' is it, write --\(option.name)=\(value)")
    }
    words.removeFirst()
    return value
  }

  private mutating func set(_ option: Option, _ value: String) throws {
    if option.value != nil, !option.choices.isEmpty, !option.choices.contains(value) {
      let hint = Suggestion.phrase(for: value, in: option.choices)
      throw error("--\(option.name) is one of \(option.choices.joined(separator: ", ")), not '\(value)'\(hint)")
    }
    if option.value != nil, !option.repeats, values[option.name] != nil {
      throw error("--\(option.name) is given twice; give it once")
    }
    values[option.name, default: []].append(value)
  }

  private func checkOperands() throws {
    if operands.count < command.operandCount.lowerBound {
      throw error("something is missing: \(command.operands ?? "")")
    }
    if operands.count > command.operandCount.upperBound {
      throw error("too much: '\(operands[command.operandCount.upperBound])'")
    }
    if let wrong = operands.first(where: { !command.operandChoices.isEmpty && !command.operandChoices.contains($0) }) {
      let hint = Suggestion.phrase(for: wrong, in: command.operandChoices)
      throw error("expected one of \(command.operandChoices.joined(separator: ", ")), not '\(wrong)'\(hint)")
    }
  }
}
