/// A lexicon file as a table of text, for looking at and editing; the pipeline reads the same files into its index.
///
/// What it doesn't change it writes back byte for byte, but for line endings, which become LF.
public struct LexiconTable: Sendable {
  /// One line below the header.
  public struct Row: Hashable, Sendable {
    /// Line in the file it was read from, counted from 1; 0 for a new row.
    public var line: Int
    /// Cells in the order of the columns; empty ones at the end may lack.
    public var cells: [String]

    /// The line as it is written.
    var text: String { cells.joined(separator: "\t") }
    /// Rows are sorted by it: the first cell, case folded.
    var key: [UInt8] { Array((cells.first ?? "").lowercased().utf8) }
  }

  /// Directives and comments above the header.
  public private(set) var preamble: [String] = []
  /// Names of the columns.
  public private(set) var columns: [String] = []
  /// Rows in file order; comments between rows are rows of one cell.
  public private(set) var rows: [Row] = []

  /// Reads a file; one without header has no columns.
  public init(_ bytes: [UInt8]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for (number, raw) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
      let text = String(decoding: line, as: UTF8.self)
      if columns.isEmpty {
        if text.isEmpty || text.hasPrefix("#") { preamble.append(text) } else { columns = Self.cells(text) }
      } else if !text.isEmpty {
        rows.append(Row(line: number + 1, cells: Self.cells(text)))
      }
    }
  }

  /// An empty table with every column of its type.
  public init(type: LexiconType) {
    preamble = ["#type \(type.name)"]
    columns = type.columns.map(\.name)
  }

  /// Cuts a line into cells.
  public static func cells(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// Inserts a row before the first that sorts after it.
  ///
  /// - Returns: the line of a row with the same first cell, when there is one; then nothing is inserted.
  public mutating func insert(_ cells: [String]) -> Int? {
    var cells = cells
    while cells.last?.isEmpty == true { cells.removeLast() }
    let row = Row(line: 0, cells: cells)
    let key = row.key
    if let same = rows.first(where: { $0.key == key }) { return same.line }
    let place = rows.firstIndex { !$0.text.hasPrefix("#") && key.lexicographicallyPrecedes($0.key) } ?? rows.count
    rows.insert(row, at: place)
    return nil
  }

  /// The file.
  public var bytes: [UInt8] {
    let lines = preamble + [columns.joined(separator: "\t")] + rows.map(\.text)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
