import Attache

/// A document's text with the spans of both sides, for the side-by-side view.
public struct DocumentPage: Sendable {
  /// One entity of one side.
  public struct Span: Hashable, Sendable {
    /// UTF-8 bytes, from its first piece to its last.
    public var span: ByteSpan
    /// The label after mapping.
    public var label: String
    /// Whether the other side has it exactly.
    public var isExact: Bool
  }

  /// The document's name.
  public var name: String
  /// The text's bytes.
  public var text: [UInt8]
  /// Gold entities.
  public var gold: [Span]
  /// Answers.
  public var system: [Span]
}

/// Keeps the first documents for the report.
struct PageCollector {
  private(set) var pages: [DocumentPage] = []

  mutating func add(_ document: Document, gold: SpanList, system: SpanList, labels: LabelTable, limit: Int) {
    guard pages.count < limit else { return }
    pages.append(
      DocumentPage(
        name: document.id, text: document.text, gold: spans(gold, system, labels), system: spans(system, gold, labels)))
  }

  private func spans(_ list: SpanList, _ other: SpanList, _ labels: LabelTable) -> [DocumentPage.Span] {
    var right = 0
    return list.items.map { item in
      while right < other.items.count && SpanList.order(other.items[right], other.pieces, item, list.pieces) < 0 {
        right += 1
      }
      let isExact =
        right < other.items.count && SpanList.order(other.items[right], other.pieces, item, list.pieces) == 0
      return DocumentPage.Span(
        span: ByteSpan(Int(item.start), Int(item.end)), label: labels[item.label], isExact: isExact)
    }
  }
}
