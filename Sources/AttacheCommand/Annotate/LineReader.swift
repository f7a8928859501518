/// Reads a stream in batches of whole lines; memory is bounded by the longest line.
struct LineReader {
  /// A batch, or what stands for a line that is too long.
  enum Batch: Equatable {
    /// Whole lines; only the last line of the input may lack its line feed.
    case lines([UInt8], firstLine: Int)
    case tooLong(line: Int)
  }

  /// Bytes asked for in one read, and the least size of a batch while more is there: so few that a batch and what is
  /// written for it stay in the processor's cache.
  static let chunk = 64 << 10
  /// The longest line or text that is read.
  static let limit = 256 << 20

  private let descriptor: Int32
  private let path: String
  private let limit: Int
  private var pending: [UInt8] = []
  /// Where the last whole line of `pending` ends.
  private var whole = 0
  private var line = 1
  private var isAtStart = true
  private var isAtEnd = false
  /// Inside of a line that was too long.
  private var isSkipping = false

  /// - Parameter start: Bytes of the stream that were read before.
  init(descriptor: Int32, path: String, start: [UInt8] = [], limit: Int = LineReader.limit) {
    self.descriptor = descriptor
    self.path = path
    self.limit = limit
    pending = start
    look(from: 0)
  }

  /// The next batch; nil at the end. `beforeWaiting` is called before a read that may take long.
  mutating func next(beforeWaiting: () throws -> Void) throws -> Batch? {
    while true {
      let waits = !isAtEnd && !SystemCalls.isReadable(descriptor)
      if whole > 0, isAtEnd || waits || pending.count >= Self.chunk { return take(whole) }
      if isAtEnd { return pending.isEmpty ? nil : take(pending.count) }
      if whole == 0, pending.count > limit {
        pending = []
        isSkipping = true
        return .tooLong(line: line)
      }
      if waits { try beforeWaiting() }
      let start = pending.count
      isAtEnd = try SystemCalls.read(descriptor, path: path, into: &pending, limit: Self.chunk) == 0
      look(from: start)
    }
  }

  /// Looks at what was read last.
  private mutating func look(from start: Int) {
    var start = start
    if isAtStart, pending.count >= 3 {
      isAtStart = false
      // A byte order mark marks the file, it is no part of the first line.
      if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
        pending.removeFirst(3)
        start = max(0, start - 3)
      }
    }
    if isSkipping {
      guard let feed = SystemCalls.lineFeed(in: pending, from: 0, to: pending.count) else {
        pending.removeAll(keepingCapacity: true)
        return
      }
      pending.removeFirst(feed + 1)
      isSkipping = false
      line += 1
      start = 0
    }
    if let feed = pending[start...].lastIndex(of: UInt8(ascii: "\n")) { whole = feed + 1 }
  }

  private mutating func take(_ count: Int) -> Batch {
    let rest = Array(pending[count...])
    pending.removeLast(rest.count)
    let batch = pending
    pending = rest
    whole = 0
    let first = line
    var start = 0
    while let feed = SystemCalls.lineFeed(in: batch, from: start, to: batch.count) {
      line &+= 1
      start = feed &+ 1
    }
    return .lines(batch, firstLine: first)
  }
}
