/// A half-open range of UTF-8 byte offsets into a document's text.
///
/// Every offset inside the engine is a byte offset; formats convert at the boundary to the unit they need.
public struct ByteSpan: Hashable, Comparable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset after the last byte; never less than `start`.
  public var end: Int

  /// Makes the span `start..<end`; an `end` before `start` gives an empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Length in bytes.
  public var count: Int { end - start }

  /// Whether both spans share at least one byte; touching spans don't overlap.
  public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies inside this span.
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, then by end.
  public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}

/// The lexicon line or rule that made an annotation, printed as `file:line`.
public struct Source: Hashable, Sendable, CustomStringConvertible {
  /// Name of the lexicon or rule file, as the user gave it.
  public var file: String
  /// Line in `file`, counted from 1; 0 when the source isn't a file.
  public var line: Int

  /// Makes a source from a file name and a line counted from 1.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `file:line`, or the file alone where there is no line.
  public var description: String { line > 0 ? "\(file):\(line)" : file }
}
