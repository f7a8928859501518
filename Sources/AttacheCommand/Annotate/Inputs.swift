/// Finds the inputs that the user named and cuts them into work.
struct Inputs {
  /// Nil: by the ending of the name, else by the first byte.
  let format: InputFormat?
  /// Takes each piece in order.
  let submit: (Work) throws -> Void
  /// Called before a read that may take long.
  let beforeWaiting: () throws -> Void

  /// Reads a file, a folder or `-`.
  ///
  /// - Throws: `Failure` when the input itself doesn't exist or can't be opened; what fails inside of a folder becomes work.
  func read(_ path: String) throws {
    if path == "-" {
      try readStream(0, path: "standard input", file: nil)
      return
    }
    do {
      switch try SystemCalls.status(of: path).kind {
      case .folder: try readFolder(path)
      case .file, .other: try readFile(path, name: path.split(separator: "/").last.map(String.init) ?? path)
      }
    } catch let error as IOError {
      throw Failure(code: "unreadable", message: error.reason, file: path)
    }
  }

  private func readFile(_ path: String, name: String) throws {
    let known = format ?? InputFormat(path: path)
    if known == .text || known == .brat {
      // Opened here only to tell at once that it can't be.
      SystemCalls.closeFile(try SystemCalls.openForReading(path))
      try submit(.file(path: textPath(path), name: name))
      return
    }
    let descriptor = try SystemCalls.openForReading(path)
    defer { SystemCalls.closeFile(descriptor) }
    try readStream(descriptor, path: path, file: path)
  }

  /// Every file below the folder, in byte order of the names; hidden ones are left out.
  private func readFolder(_ folder: String) throws {
    var pending = [folder]
    while let path = pending.popLast() {
      let name = String(path.dropFirst(folder.count).drop { $0 == "/" })
      do {
        switch try SystemCalls.status(of: path).kind {
        case .folder:
          // A link to a folder could lead round in a circle.
          if path != folder, SystemCalls.isLink(path) { continue }
          let names = try SystemCalls.names(in: path).filter { !$0.hasPrefix(".") }
          let base = path.hasSuffix("/") ? path : path + "/"
          pending += names.reversed().map { base + $0 }
        case .file:
          if isWanted(path) { try readFile(path, name: name) }
        case .other: continue
        }
      } catch let error as IOError where !error.isClosedPipe {
        try submit(.failure(Failure(code: "unreadable", message: error.reason, file: path)))
      }
    }
  }

  /// Whether a file of a folder is an input: annotations and files of other kinds are not.
  private func isWanted(_ path: String) -> Bool {
    let known = InputFormat(path: path)
    switch format {
    case nil: return known == .text || known == .jsonl
    case .text: return known != .brat
    case .jsonl: return known == .jsonl
    case .brat: return known == .text
    }
  }

  /// The text beside a brat annotation file.
  private func textPath(_ path: String) -> String {
    path.hasSuffix(".ann") ? String(path.dropLast(4)) + ".txt" : path
  }

  private func readStream(_ descriptor: Int32, path: String, file: String?) throws {
    var start: [UInt8] = []
    if format == .text || format == .brat {
      try readText(descriptor, path: path, file: file, start)
      return
    }
    if format == nil, file.flatMap(InputFormat.init(path:)) == nil {
      start = try firstBytes(descriptor, path: path)
      if start.isEmpty { return }
      if !looksLikeJSON(start) {
        try readText(descriptor, path: path, file: file, start)
        return
      }
    }
    var reader = LineReader(descriptor: descriptor, path: path, start: start)
    while let batch = try reader.next(beforeWaiting: beforeWaiting) {
      switch batch {
      case .lines(let bytes, let firstLine): try submit(.lines(bytes, firstLine: firstLine, file: file))
      case .tooLong(let line):
        let message = "the line is longer than \(LineReader.limit >> 20) MiB"
        try submit(.failure(Failure(code: "too-long", message: message, file: file, line: line)))
      }
    }
  }

  private func firstBytes(_ descriptor: Int32, path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while !bytes.contains(where: { !isBlank($0) }), bytes.count < LineReader.chunk {
      if try SystemCalls.read(descriptor, path: path, into: &bytes, limit: LineReader.chunk) == 0 { break }
    }
    return bytes
  }

  private func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.first { !isBlank($0) } == UInt8(ascii: "{")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private func readText(_ descriptor: Int32, path: String, file: String?, _ start: [UInt8]) throws {
    if let text = try Inputs.readAll(descriptor, path: path, start: start) {
      try submit(.text(text, id: file ?? "stdin"))
    } else {
      try submit(.failure(Inputs.tooLong(file: file)))
    }
  }

  /// Everything up to the end; nil when it is more than a document may have.
  static func readAll(_ descriptor: Int32, path: String, start: [UInt8] = []) throws -> [UInt8]? {
    var bytes = start
    while try SystemCalls.read(descriptor, path: path, into: &bytes, limit: LineReader.chunk) > 0 {
      if bytes.count > LineReader.limit { return nil }
    }
    return bytes
  }

  static func tooLong(file: String?) -> Failure {
    let message = "the text is longer than \(LineReader.limit >> 20) MiB; split it, or give its parts as JSON Lines"
    return Failure(code: "too-long", message: message, file: file)
  }
}
