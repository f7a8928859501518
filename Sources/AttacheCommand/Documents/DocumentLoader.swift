import Attache

/// Reads annotated documents, brat or JSON Lines, from files and folders.
///
/// A document of a folder is named by its path below the folder without ending, one of JSON Lines by its id.
struct DocumentLoader {
  /// What was read, in byte order of the paths.
  private(set) var documents: [Document] = []
  /// Mistakes of the files; a document with mistakes is read as far as it goes.
  private(set) var diagnostics: [Diagnostic] = []
  /// Gold is also held against the guideline.
  var checksGuideline = false

  /// Reads a file or folder.
  ///
  /// - Throws: `Failure` when it doesn't exist or can't be opened.
  mutating func load(_ path: String) throws {
    do {
      if try SystemCalls.status(of: path).kind == .folder {
        try loadFolder(path)
      } else {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try loadFile(path, name: name, isNamed: true)
      }
    } catch let error as IOError {
      throw Failure(code: "unreadable", message: error.reason, file: error.path)
    }
  }

  private mutating func loadFolder(_ folder: String) throws {
    var pending = [folder]
    while let path = pending.popLast() {
      if try SystemCalls.status(of: path).kind == .folder {
        if path != folder, SystemCalls.isLink(path) { continue }
        let base = path.hasSuffix("/") ? path : path + "/"
        pending += try SystemCalls.names(in: path).filter { !$0.hasPrefix(".") }.reversed().map { base + $0 }
      } else {
        try loadFile(path, name: String(path.dropFirst(folder.count).drop { $0 == "/" }), isNamed: false)
      }
    }
  }

  /// Whether a file or folder holds annotated documents, by the names.
  func holdsDocuments(_ path: String) throws -> Bool {
    do {
      var pending = [path]
      while let path = pending.popLast() {
        if try SystemCalls.status(of: path).kind == .folder {
          let base = path.hasSuffix("/") ? path : path + "/"
          pending += try SystemCalls.names(in: path).filter { !$0.hasPrefix(".") }.map { base + $0 }
        } else if let format = InputFormat(path: path), format != .text || path.hasSuffix(".txt") {
          return true
        }
      }
      return false
    } catch let error as IOError {
      throw Failure(code: "unreadable", message: error.reason, file: error.path)
    }
  }

  private mutating func loadFile(_ path: String, name: String, isNamed: Bool) throws {
    switch InputFormat(path: path) {
    case .jsonl: readLines(try ResourceOptions.readFile(path), file: path)
    case .brat: try readBrat(path, name: name)
    case .text where isNamed: try readBrat(Self.annotationPath(path), name: name)
    case .text:
      // Beside its annotations it is read with them; alone it is no document with annotations.
      if (try? SystemCalls.status(of: Self.annotationPath(path))) == nil {
        diagnostics.append(
          Diagnostic(file: path, line: 1, "the text has no annotation file; add \(Self.annotationPath(path))"))
      }
    case nil:
      if isNamed {
        throw Failure(
          code: "format", message: "expected a folder, or a file ending in .ann, .txt or .jsonl", file: path)
      }
    }
  }

  private static func annotationPath(_ path: String) -> String { withoutEnding(path) + ".ann" }

  private mutating func readBrat(_ path: String, name: String) throws {
    let annotations = try ResourceOptions.readFile(path)
    let text = try ResourceOptions.readFile(Self.withoutEnding(path) + ".txt")
    let read = Brat.read(id: Self.withoutEnding(name), text: text, annotations: annotations, file: path)
    documents.append(read.document)
    diagnostics += read.diagnostics
    if checksGuideline { diagnostics += Brat.check(text: text, annotations: annotations, file: path) }
  }

  private mutating func readLines(_ bytes: [UInt8], file: String) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      do throws(JSONError) {
        var document = try JSONLines.readDocument(bytes, in: start..<end)
        if document.id.isEmpty { document.id = "\(file):\(line)" }
        documents.append(document)
      } catch {
        let column = CodePointIndex(Array(bytes[start..<min(max(error.offset, start), end)])).count + 1
        diagnostics.append(Diagnostic(file: file, line: line, column: column, error.message))
      }
      start = end + 1
    }
  }

  /// Gives documents the names that `names` holds where they are called by a longer path, such as a run over files.
  mutating func rename(to names: Set<String>) {
    for number in documents.indices where !names.contains(documents[number].id) {
      var rest = Self.withoutEnding(documents[number].id)[...]
      while !names.contains(String(rest)), let slash = rest.firstIndex(of: "/") { rest = rest[slash...].dropFirst() }
      if names.contains(String(rest)) { documents[number].id = String(rest) }
    }
  }

  private static func withoutEnding(_ path: String) -> String {
    for ending in [".txt", ".ann", ".text"] where path.hasSuffix(ending) { return String(path.dropLast(ending.count)) }
    return path
  }
}
