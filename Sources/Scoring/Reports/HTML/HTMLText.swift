/// Text as HTML.
enum HTMLText {
  /// Characters with a meaning in HTML, and those it can't hold, are replaced.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\r": result += " "
      case "\u{0}"..."\u{1f}", "\u{7f}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with its spans marked; nested and crossing spans are cut into stretches that name all their labels.
  static func highlight(_ text: [UInt8], _ spans: [DocumentPage.Span], colours: [String: Int]) -> String {
    var cuts: Set<Int> = [0, text.count]
    for span in spans {
      cuts.insert(min(max(0, span.span.start), text.count))
      cuts.insert(min(max(0, span.span.end), text.count))
    }
    let edges = cuts.sorted()
    // The outer one of two that begin together comes first, so that the inner one gives the colour.
    let ordered = spans.sorted {
      $0.span.start != $1.span.start ? $0.span.start < $1.span.start : $0.span.end > $1.span.end
    }
    var html = ""
    var next = 0
    var active: [DocumentPage.Span] = []
    for (start, end) in zip(edges, edges.dropFirst()) {
      active.removeAll { $0.span.end <= start }
      var begins: [String] = []
      while next < ordered.count && ordered[next].span.start <= start {
        if ordered[next].span.end > start {
          active.append(ordered[next])
          begins.append(ordered[next].label)
        }
        next += 1
      }
      let words = escape(String(decoding: text[start..<end], as: UTF8.self))
      guard let last = active.last else {
        html += words
        continue
      }
      let labels = active.map { $0.label + ($0.isExact ? "" : " (differs)") }.joined(separator: ", ")
      let isExact = active.allSatisfy(\.isExact)
      let tag = begins.isEmpty ? "" : " data-l=\"\(escape(begins.joined(separator: " ")))\""
      html +=
        "<mark class=\"c\(colours[last.label, default: 0] % 8)\(isExact ? "" : " x")\" "
        + "title=\"\(escape(labels))\"\(tag)>\(words)</mark>"
    }
    return html
  }
}
