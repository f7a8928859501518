import Attache

/// `attache lexicon`.
enum LexiconCommand {
  static let type = Option(
    "type", "t", value: "TYPE", choices: LexiconType.allCases.map(\.name), help: "What the rows of a new file are.")

  static let command = Command(
    name: "lexicon", summary: "List, search and extend lexicons",
    about: "Lists the lexicon files, looks words up in them, and adds rows to files of your own.",
    subcommands: [
      Command(
        name: "lexicon list", summary: "List the lexicon and rule files that are loaded",
        about: "Prints one line for each file: its name, what its rows are, and how many there are.",
        options: ResourceOptions.all, run: list),
      Command(
        name: "lexicon lookup", summary: "Find the lexicon lines of a word or name",
        operands: "WORD…", operandCount: 1...Int.max,
        about: """
          Prints every lexicon line that has the words: its place, what it is, what the words are to it, its policy, and \
          the row. Exits with 1 when there is none.
          """,
        options: ResourceOptions.all,
        examples: [
          ("attache lexicon lookup Burma", "a former name"), ("attache lexicon lookup 'prime minister'", "a title"),
        ],
        run: lookup),
      Command(
        name: "lexicon add", summary: "Add a row to a lexicon file",
        operands: "FILE COLUMN=VALUE…", operandCount: 2...Int.max,
        about: """
          Adds one row at its place in the order of a .tsv file, and checks the file before it is written. A file that \
          doesn't exist is made; then --type says what its rows are. In place of COLUMN=VALUE a whole row may be given, \
          with tabs between the cells. Several values in a cell are separated by "; ".
          """,
        options: [type],
        examples: [
          (
            "attache lexicon add mine.tsv --type Country code=ZU name=Zubrowka adjective=Zubrowkan",
            "then: attache annotate --lexicon mine.tsv news.txt"
          )
        ],
        run: add),
    ])

  @Sendable
  private static func list(_ arguments: Arguments) throws -> ExitCode {
    let resources = try ResourceOptions.resources(arguments)
    let pipeline = try Pipeline(resources: resources)
    var lines: [[String]] = []
    for file in pipeline.lexicon.files {
      lines.append([file.name, file.type.name, "\(LexiconTable(file.bytes).rows.count)"])
    }
    var rules: [String: Int] = [:]
    for block in pipeline.rules.blocks { rules[block.file, default: 0] += 1 }
    for file in resources.files where file.holdsRules {
      lines.append([file.name, "Rules", "\(rules[file.name] ?? 0)"])
    }
    return try print(lines.map { $0.joined(separator: "\t") + "\n" }.joined())
  }

  @Sendable
  private static func lookup(_ arguments: Arguments) throws -> ExitCode {
    let finder = LexiconFinder(try ResourceOptions.pipeline(arguments))
    var result = ""
    var isComplete = true
    for word in arguments.operands {
      let lines = finder.lines(for: word)
      result += lines.map { $0 + "\n" }.joined()
      if lines.isEmpty {
        isComplete = false
        let hint = finder.suggestion(for: word).map { "; did you mean '\($0)'?" } ?? ""
        Messages.print("attache: no lexicon has '\(word)'\(hint)")
      }
    }
    let code = try print(result)
    return isComplete ? code : .failure
  }

  @Sendable
  private static func add(_ arguments: Arguments) throws -> ExitCode {
    let path = arguments.operands[0]
    var table: LexiconTable
    if (try? SystemCalls.status(of: path)) != nil {
      table = LexiconTable(try ResourceOptions.readNamedFile(path))
    } else {
      guard let type = arguments.value(type).flatMap(LexiconType.init(name:)) else {
        throw arguments.error("'\(path)' doesn't exist; give --type to make it")
      }
      table = LexiconTable(type: type)
    }
    let rows = try rows(of: Array(arguments.operands.dropFirst()), table, arguments)
    for row in rows {
      if let line = table.insert(row) {
        throw LoadError([
          Diagnostic(file: path, line: line, "'\(row.first ?? "")' is there already; edit that line")
        ])
      }
    }
    // Refused before it is written, so that a mistake leaves the file as it was.
    _ = try Pipeline(resources: Resources(files: [Resources.File(name: path, bytes: table.bytes)]))
    try SystemCalls.replaceFile(path, with: table.bytes)
    Messages.print("attache: added \(rows.count) to \(path)")
    return .success
  }

  private static func rows(of words: [String], _ table: LexiconTable, _ arguments: Arguments) throws -> [[String]] {
    if words.contains(where: { $0.contains("\t") }) { return words.map(LexiconTable.cells) }
    var row = [String](repeating: "", count: table.columns.count)
    for word in words {
      let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard pair.count == 2, let column = table.columns.firstIndex(of: pair[0]) else {
        let hint = Suggestion.phrase(for: pair[0], in: table.columns)
        let advice = hint.isEmpty ? "; the columns are \(table.columns.joined(separator: ", "))" : hint
        throw arguments.error("'\(word)' is no COLUMN=VALUE of this file\(advice)")
      }
      row[column] = pair[1]
    }
    if row.first?.isEmpty == true {
      throw arguments.error("the first column is missing; add \(table.columns[0])=…")
    }
    return [row]
  }
}
