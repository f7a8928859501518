/// A line on the terminal that tells how far a long run is; short runs show none.
struct Progress {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isOnScreen = false
  private var documents = 0
  private var bytes = 0

  init(isShown: Bool) { self.isShown = isShown }

  /// Counts and, twice a second, prints.
  mutating func add(documents: Int, bytes: Int) {
    self.documents += documents
    self.bytes += bytes
    guard isShown, last.duration(to: .now) > .milliseconds(500) else { return }
    last = .now
    isOnScreen = true
    Messages.write(
      Self.line(documents: self.documents, bytes: self.bytes, seconds: start.duration(to: .now) / .seconds(1)))
  }

  /// Takes the line away before something else is printed.
  mutating func clear() {
    if isOnScreen { Messages.write("\r\u{1B}[K") }
    isOnScreen = false
  }

  static func line(documents: Int, bytes: Int, seconds: Double) -> String {
    let megabytes = Double(bytes) / 1_000_000
    let rate = seconds > 0 ? Int((megabytes / seconds).rounded()) : 0
    return "\r\u{1B}[K\(documents) documents, \(Int(megabytes.rounded())) MB, \(rate) MB/s"
  }
}
