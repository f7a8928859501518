import Attache

/// One side's entities of one document as integers: sorted, without duplicates.
///
/// The buffers are reused from document to document.
struct SpanList {
  struct Item {
    var start: Int32
    var end: Int32
    var label: Int32
    /// Index into `pieces` of a discontinuous entity, -1 for the usual entity of one piece.
    var pieces: Int32
    /// Index into `Document.entities`.
    var entity: Int32
  }

  private(set) var items: [Item] = []
  private(set) var pieces: [[ByteSpan]] = []
  private(set) var duplicates = 0
  /// Regions of the document where nothing is scored.
  private(set) var ignored: [ByteSpan] = []

  /// Takes the scored entities of `document`.
  mutating func read(
    _ document: borrowing Document, filter: inout LabelFilter, options: EvaluationOptions, table: inout LabelTable
  ) {
    items.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    ignored.removeAll(keepingCapacity: true)
    duplicates = 0
    for index in 0..<document.entities.count {
      switch filter.fate(of: document.entities[index].label, options: options, table: &table) {
      case .scored(let label): append(document.entities[index].fragments, label: label, entity: index)
      case .ignoredRegion: ignored.append(contentsOf: document.entities[index].fragments)
      case .dropped: break
      }
    }
    sortUnique()
  }

  /// Leaves out what overlaps one of the regions.
  mutating func remove(overlapping regions: [ByteSpan]) {
    guard !regions.isEmpty else { return }
    items.removeAll { item in regions.contains { $0.overlaps(ByteSpan(Int(item.start), Int(item.end))) } }
  }

  /// Index of an item that shares bytes with `item`, nil for none.
  func firstOverlap(of item: Item) -> Int? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].start < item.start { low = middle + 1 } else { high = middle }
    }
    // Longer spans that begin earlier stand before; real text nests a few deep at most.
    for index in max(0, low - 16)..<items.count {
      if items[index].start >= item.end { break }
      if items[index].end > item.start { return index }
    }
    return nil
  }

  private mutating func append(_ fragments: [ByteSpan], label: Int32, entity: Int) {
    guard let first = fragments.first else { return }
    var item = Item(
      start: Int32(clamping: first.start), end: Int32(clamping: first.end), label: label, pieces: -1,
      entity: Int32(clamping: entity))
    if fragments.count > 1 {
      let joined = SpanList.joined(fragments)
      if let first = joined.first, let last = joined.last {
        item.start = Int32(clamping: first.start)
        item.end = Int32(clamping: last.end)
      }
      if joined.count > 1 {
        item.pieces = Int32(clamping: pieces.count)
        pieces.append(joined)
      }
    }
    items.append(item)
  }

  /// The pieces in text order, those that touch or overlap made one.
  private static func joined(_ fragments: [ByteSpan]) -> [ByteSpan] {
    var result: [ByteSpan] = []
    for piece in fragments.sorted() {
      if let last = result.last, piece.start <= last.end {
        result[result.count - 1].end = max(last.end, piece.end)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private mutating func sortUnique() {
    let pieces = self.pieces
    if !SpanList.isSorted(items, pieces) {
      items.sort { SpanList.order($0, pieces, $1, pieces) < 0 }
    }
    var kept = 0
    for index in 0..<items.count {
      if kept > 0, SpanList.order(items[kept - 1], pieces, items[index], pieces) == 0 { continue }
      items[kept] = items[index]
      kept += 1
    }
    duplicates = items.count - kept
    items.removeLast(items.count - kept)
  }

  private static func isSorted(_ items: [Item], _ pieces: [[ByteSpan]]) -> Bool {
    var index = 1
    while index < items.count {
      if order(items[index - 1], pieces, items[index], pieces) > 0 { return false }
      index += 1
    }
    return true
  }

  /// Orders by start, end, pieces and label: negative, zero or positive.
  static func order(_ a: Item, _ aPieces: [[ByteSpan]], _ b: Item, _ bPieces: [[ByteSpan]]) -> Int {
    if a.start != b.start { return a.start < b.start ? -1 : 1 }
    if a.end != b.end { return a.end < b.end ? -1 : 1 }
    if a.pieces >= 0 || b.pieces >= 0 {
      let order = comparePieces(a, aPieces, b, bPieces)
      if order != 0 { return order }
    }
    return a.label == b.label ? 0 : a.label < b.label ? -1 : 1
  }

  /// Whether both cover the same bytes.
  static func sameSpan(_ a: Item, _ aPieces: [[ByteSpan]], _ b: Item, _ bPieces: [[ByteSpan]]) -> Bool {
    guard a.start == b.start && a.end == b.end else { return false }
    return a.pieces < 0 && b.pieces < 0 || comparePieces(a, aPieces, b, bPieces) == 0
  }

  /// Number of bytes that both cover.
  static func overlap(_ a: Item, _ aPieces: [[ByteSpan]], _ b: Item, _ bPieces: [[ByteSpan]]) -> Int {
    let whole = Int(min(a.end, b.end)) - Int(max(a.start, b.start))
    guard whole > 0 else { return 0 }
    guard a.pieces >= 0 || b.pieces >= 0 else { return whole }
    var total = 0
    for left in spans(a, aPieces) {
      for right in spans(b, bPieces) { total += max(0, min(left.end, right.end) - max(left.start, right.start)) }
    }
    return total
  }

  static func spans(_ item: Item, _ pieces: [[ByteSpan]]) -> [ByteSpan] {
    let index = Int(item.pieces)
    guard index >= 0 && index < pieces.count else { return [ByteSpan(Int(item.start), Int(item.end))] }
    return pieces[index]
  }

  private static func comparePieces(_ a: Item, _ aPieces: [[ByteSpan]], _ b: Item, _ bPieces: [[ByteSpan]]) -> Int {
    let left = spans(a, aPieces)
    let right = spans(b, bPieces)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? -1 : 1
    }
    return left.count - right.count
  }
}
