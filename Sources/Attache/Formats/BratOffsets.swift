/// Converts the offsets of an annotation file, whose writer may have counted the text in another way than it stands in the file.
///
/// brat's own tools drop a byte order mark, and some of them count CR LF as one character.
struct BratOffsets {
  private let index: CodePointIndex
  /// Bytes of the text that aren't counted, in order.
  private let removed: [Int]

  /// Every way of counting that differs for this text, the plain one first.
  static func candidates(for text: [UInt8]) -> [BratOffsets] {
    let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? [0, 1, 2] : []
    let returns = text.indices.filter { index in
      text[index] == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
    }
    var candidates = [BratOffsets(text, without: [])]
    if !mark.isEmpty { candidates.append(BratOffsets(text, without: mark)) }
    if !returns.isEmpty { candidates.append(BratOffsets(text, without: returns)) }
    if !mark.isEmpty, !returns.isEmpty { candidates.append(BratOffsets(text, without: mark + returns)) }
    return candidates
  }

  private init(_ text: [UInt8], without removed: [Int]) {
    self.removed = removed
    var counted: [UInt8] = []
    if removed.isEmpty {
      counted = text
    } else {
      counted.reserveCapacity(text.count)
      var next = removed[...]
      for (position, byte) in text.enumerated() {
        if next.first == position { next.removeFirst() } else { counted.append(byte) }
      }
    }
    index = CodePointIndex(counted)
  }

  /// Length of the text as counted here.
  var count: Int { index.count }

  /// The byte span; nil when it isn't inside of the text.
  func bytes(_ start: Int, _ end: Int) -> ByteSpan? {
    guard let span = index.bytes(start, end) else { return nil }
    if removed.isEmpty { return span }
    return ByteSpan(original(span.start, isEnd: false), original(span.end, isEnd: true))
  }

  /// The offset in the whole text; an end stays before bytes that aren't counted, a start goes behind them.
  private func original(_ counted: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = removed.count
    while low < high {
      let middle = (low + high) / 2
      let before = removed[middle] - middle
      if before < counted || before == counted && !isEnd { low = middle + 1 } else { high = middle }
    }
    return counted + low
  }
}
