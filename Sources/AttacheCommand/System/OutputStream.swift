/// A file descriptor that is written in big pieces.
final class OutputStream {
  /// Bytes that are collected before they are written.
  private static let capacity = 128 << 10

  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Standard output.
  static func standard() -> OutputStream { OutputStream(descriptor: 1, path: "standard output") }

  /// A new or emptied file.
  static func file(_ path: String) throws -> OutputStream {
    OutputStream(descriptor: try SystemCalls.openForWriting(path), path: path)
  }

  func write(_ bytes: [UInt8]) throws {
    if buffer.isEmpty && bytes.count >= Self.capacity {
      try SystemCalls.write(descriptor, path: path, bytes)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes what is still held.
  func flush() throws {
    if buffer.isEmpty { return }
    // Emptied first, so that nothing is written twice after an error.
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try SystemCalls.write(descriptor, path: path, bytes)
  }

  /// Flushes and closes the file; standard output stays open.
  func close() throws {
    try flush()
    if descriptor > 2 { SystemCalls.closeFile(descriptor) }
  }
}

/// Everything that is for a person and no record goes here: standard error.
enum Messages {
  static func print(_ message: String) { write(message + "\n") }

  /// Without a line feed.
  static func write(_ message: String) {
    // Nobody can be told that standard error is closed.
    try? SystemCalls.write(2, path: "standard error", Array(message.utf8))
  }
}
