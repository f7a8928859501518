#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A system call failed.
struct IOError: Error, CustomStringConvertible {
  /// What was read or written, as the user named it.
  var path: String
  /// The system's error number.
  var code: Int32

  /// Whether the reader of our output went away, which is no error.
  var isClosedPipe: Bool { code == EPIPE }

  /// The system's words for it.
  var reason: String { String(cString: strerror(code)) }

  var description: String { "\(path): error: \(reason)" }
}

/// What stands at a path.
struct FileStatus {
  enum Kind { case file, folder, other }
  var kind: Kind
  /// Device and number, equal for two names of one file.
  var identity: [UInt64]
}

/// The few system calls that the command needs; all of its unsafe code is here.
enum SystemCalls {
  /// Writing to a closed pipe then fails with `EPIPE` in place of ending the process.
  static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process at once; worker threads need not be waited for.
  static func exit(_ code: ExitCode) -> Never { platformExit(code.rawValue) }

  static func status(of path: String) throws -> FileStatus {
    var info = stat()
    guard stat(path, &info) == 0 else { throw IOError(path: path, code: errno) }
    return FileStatus(info)
  }

  static func status(of descriptor: Int32) -> FileStatus? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? FileStatus(info) : nil
  }

  /// Whether the path itself is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  static func openForReading(_ path: String) throws -> Int32 {
    try retry(path) { open(path, O_RDONLY | O_CLOEXEC) }
  }

  static func openForWriting(_ path: String) throws -> Int32 {
    try retry(path) { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
  }

  /// Writes beside the file and puts it in its place, so that nobody sees half of it.
  static func replaceFile(_ path: String, with bytes: [UInt8]) throws {
    let beside = path + ".new"
    let descriptor = try openForWriting(beside)
    defer { closeFile(descriptor) }
    try write(descriptor, path: beside, bytes)
    if rename(beside, path) != 0 { throw IOError(path: path, code: errno) }
  }

  static func closeFile(_ descriptor: Int32) { close(descriptor) }

  /// Makes the folder and those above it; one that exists is fine.
  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw IOError(path: path, code: errno)
    }
    try makeFolder(String(path[..<slash]))
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw IOError(path: path, code: errno) }
  }

  /// Appends what one `read` gives, `limit` bytes at most; returns the number of bytes, 0 at the end.
  static func read(_ descriptor: Int32, path: String, into bytes: inout [UInt8], limit: Int) throws -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    var got = 0
    defer { bytes.removeLast(limit - max(got, 0)) }
    repeat {
      got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { platformRead(descriptor, $0 + start, limit) } ?? 0
      }
    } while got < 0 && errno == EINTR
    if got < 0 { throw IOError(path: path, code: errno) }
    return got
  }

  static func write(_ descriptor: Int32, path: String, _ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { platformWrite(descriptor, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw IOError(path: path, code: errno) }
      written += count
    }
  }

  /// The offset of the first line feed from `start` on and before `end`; nil where there is none.
  static func lineFeed(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start >= 0, start < end, end <= bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, end - start) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether a read would return at once.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) != 0
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Names in a folder in byte order, without `.` and `..`.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw IOError(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func retry(_ path: String, _ call: () -> Int32) throws -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw IOError(path: path, code: errno) }
    }
  }
}

private let platformRead = read
private let platformWrite = write
private let platformExit = _exit

extension FileStatus {
  fileprivate init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    identity = [UInt64(truncatingIfNeeded: info.st_dev), UInt64(truncatingIfNeeded: info.st_ino)]
  }
}
