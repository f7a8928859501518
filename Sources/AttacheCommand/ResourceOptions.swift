import Attache

/// The options that choose lexicons and rules, the same for every command.
enum ResourceOptions {
  static let lexicon = Option(
    "lexicon", "l", value: "PATH", repeats: true,
    help: "Adds a lexicon (.tsv) or rule file (.rules), or a folder of them; its entries go before the built-in ones.")
  static let rules = Option(
    "rules", "r", value: "PATH", repeats: true,
    help: "Adds a rule file or a folder of them; one named like a built-in file stands in for it.")
  static let noDefaults = Option(
    "no-default-lexicons",
    help: "Leaves the built-in lexicons and rules out; --lexicon then names a folder of your own.")

  static let all = [lexicon, rules, noDefaults]

  /// Loads what the options name.
  ///
  /// - Throws: `LoadError` for mistakes in the files, `Failure` for files that don't exist.
  static func pipeline(_ arguments: Arguments) throws -> Pipeline {
    let pipeline = try Pipeline(resources: try resources(arguments))
    for warning in pipeline.warnings { Messages.print(warning.description) }
    return pipeline
  }

  /// The files that the options name, unread by the engine.
  static func resources(_ arguments: Arguments) throws -> Resources {
    // The built-in rules go too: they name words that only the built-in lexicons have.
    let files = arguments.has(noDefaults) ? [] : Resources.embedded.files
    var given: [Resources.File] = []
    for path in arguments.values(lexicon) { given += try readSome(path, endings: [".tsv", ".rules"]) }
    for path in arguments.values(rules) {
      let found = try readSome(path, endings: [".rules"])
      if let other = found.first(where: { !$0.holdsRules }) {
        throw arguments.error("--rules takes files that end in .rules, not '\(other.name)'")
      }
      given += found
    }
    let rules = Set(given.filter(\.holdsRules).map(lastComponent))
    return Resources(files: files.filter { !rules.contains($0.name) } + given)
  }

  /// A file's name without its folders.
  static func lastComponent(_ file: Resources.File) -> String {
    file.name.split(separator: "/").last.map(String.init) ?? file.name
  }

  private static func readSome(_ path: String, endings: [String]) throws -> [Resources.File] {
    let files = try read(path, endings: endings)
    if files.isEmpty {
      let message = "the folder has no file that ends in \(endings.joined(separator: " or "))"
      throw Failure(code: "empty", message: message, file: path)
    }
    return files
  }

  /// A file, or the files of a folder with one of the endings, in byte order of their names.
  static func read(_ path: String, endings: [String]) throws -> [Resources.File] {
    do {
      if try SystemCalls.status(of: path).kind != .folder {
        return [Resources.File(name: path, bytes: try readFile(path))]
      }
      let base = path.hasSuffix("/") ? path : path + "/"
      return try SystemCalls.names(in: path).filter { name in endings.contains { name.hasSuffix($0) } }
        .map { Resources.File(name: base + $0, bytes: try readFile(base + $0)) }
    } catch let error as IOError {
      throw Failure(code: "unreadable", message: error.reason, file: error.path)
    }
  }

  /// The bytes of a file that the user named; throws `Failure`.
  static func readNamedFile(_ path: String) throws -> [UInt8] {
    do {
      return try readFile(path)
    } catch let error as IOError {
      throw Failure(code: "unreadable", message: error.reason, file: path)
    }
  }

  /// The bytes of a file; throws `IOError`.
  static func readFile(_ path: String) throws -> [UInt8] {
    let descriptor = try SystemCalls.openForReading(path)
    defer { SystemCalls.closeFile(descriptor) }
    guard let bytes = try Inputs.readAll(descriptor, path: path) else { throw Inputs.tooLong(file: path) }
    return bytes
  }
}
