/// A piece of work for one thread.
enum Work: Sendable {
  /// Whole lines of JSON; `file` is nil for standard input.
  case lines([UInt8], firstLine: Int, file: String?)
  /// A text file, read by the thread that annotates it; `name` is its path below the folder that the user named.
  case file(path: String, name: String)
  /// A text that was read already.
  case text([UInt8], id: String)
  /// Something that can't be read.
  case failure(Failure)
}

/// What can't be annotated, and why.
struct Failure: Error, Sendable, CustomStringConvertible {
  /// A short name of the kind of error, part of the output contract.
  var code: String
  var message: String
  /// The input as the user named it; nil for standard input.
  var file: String?
  /// Line counted from 1; nil where the whole file is meant.
  var line: Int?
  /// Column in code points, counted from 1.
  var column: Int?

  var description: String {
    var place = file ?? "stdin"
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): error: \(message)"
  }
}

/// How inputs are read.
enum InputFormat: String, CaseIterable, Sendable {
  case text, jsonl, brat

  /// By the ending of a file's name; nil where it tells nothing.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[dot...].lowercased() {
    case ".txt", ".text", ".md": self = .text
    case ".jsonl", ".ndjson", ".json": self = .jsonl
    case ".ann": self = .brat
    default: return nil
    }
  }
}
