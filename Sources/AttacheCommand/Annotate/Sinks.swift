/// Where the output of a run goes.
protocol Sink {
  func write(_ output: Output) throws
  /// Writes what is still held.
  func flush() throws
  /// Flushes and ends.
  func close() throws
}

/// Records, one after the other.
struct StreamSink: Sink {
  private let stream: OutputStream

  init(_ stream: OutputStream) { self.stream = stream }

  func write(_ output: Output) throws { try stream.write(output.bytes) }
  func flush() throws { try stream.flush() }
  func close() throws { try stream.close() }
}

/// A document as brat keeps it.
struct BratFiles: Sendable {
  /// Path below the folder, without ending.
  var name: String
  var text: [UInt8]
  var annotations: [UInt8]

  init(name: String, text: [UInt8], annotations: [UInt8]) {
    self.name = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
    self.text = text
    self.annotations = annotations
  }

  /// A file name for any id: no folders, no control characters, not hidden, not too long.
  static func name(for id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let isUnsafe = scalar == "/" || scalar == "\\" || scalar == ":" || scalar.value < 0x20 || scalar.value == 0x7F
      name.unicodeScalars.append(isUnsafe || name.isEmpty && scalar == "." ? "_" : scalar)
      if name.utf8.count > 200 { break }
    }
    return name.isEmpty ? "document" : name
  }
}

/// A folder with a text and an annotation file for each document; without folder, the annotations of one document.
final class BratSink: Sink {
  private let folder: String?
  private let output = OutputStream.standard()
  private let error: (String) -> UsageError
  private let mayReplace: Bool
  private var names: Set<String> = []

  init(folder: String?, mayReplace: Bool, error: @escaping (String) -> UsageError) throws {
    self.folder = folder
    self.mayReplace = mayReplace
    self.error = error
    guard let folder else { return }
    try SystemCalls.makeFolder(folder)
    if try SystemCalls.status(of: folder).kind != .folder { throw error("'\(folder)' is no folder; brat needs one") }
  }

  func write(_ output: Output) throws {
    for files in output.files { try write(files) }
  }

  private func write(_ files: BratFiles) throws {
    guard let folder else {
      guard names.isEmpty else { throw error("brat needs a folder for more than one document: --output FOLDER") }
      names.insert(files.name)
      return try output.write(files.annotations)
    }
    var name = files.name
    var number = 1
    while !names.insert(name).inserted {
      number += 1
      name = "\(files.name)-\(number)"
    }
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    if let slash = name.lastIndex(of: "/") { try SystemCalls.makeFolder(folder + "/" + name[..<slash]) }
    // They may be somebody's gold.
    if !mayReplace, (try? SystemCalls.status(of: path + ".ann")) != nil {
      throw error("'\(path).ann' is there already; write to another folder, or give --force")
    }
    try write(files.text, to: path + ".txt")
    try write(files.annotations, to: path + ".ann")
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputStream.file(path)
    try file.write(bytes)
    try file.close()
  }

  func flush() throws { try output.flush() }
  func close() throws { try output.close() }
}
