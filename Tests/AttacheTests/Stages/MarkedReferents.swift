import Testing

@testable import Attache

/// A text whose mentions are marked: `[1|Omar Aziz] left. [1|He] slept.` Equal numbers are one referent, others differ;
/// `[1+2|They]` means both; `[0|it]` means nobody named by another mark.
struct MarkedText {
  /// A marked mention in bytes.
  struct Mark {
    var span: ByteSpan
    var numbers: [Int]
  }

  private(set) var text: [UInt8] = []
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var open: (start: Int, numbers: [Int])?
    var digits: [UInt8]?
    for byte in marked.utf8 {
      if byte == UInt8(ascii: "[") {
        digits = []
      } else if let seen = digits {
        if byte == UInt8(ascii: "|") {
          let numbers = String(decoding: seen, as: UTF8.self).split(separator: "+").compactMap { Int($0) }
          open = (text.count, numbers)
          digits = nil
        } else {
          digits = seen + [byte]
        }
      } else if byte == UInt8(ascii: "]"), let mark = open {
        marks.append(Mark(span: ByteSpan(mark.start, text.count), numbers: mark.numbers))
        open = nil
      } else {
        text.append(byte)
      }
    }
  }
}

/// What the standard pipeline makes of marked mentions.
enum MarkedReferents {
  static let pipeline = Result { try Pipeline() }

  /// What differs from the marks; empty when nothing does.
  static func differences(_ marked: String) throws -> [String] {
    let pipeline = try pipeline.get()
    let wanted = MarkedText(marked)
    var analysis = Analysis()
    pipeline.analyze(wanted.text, in: &analysis)
    var found: [Int: Int32] = [:]
    var differences: [String] = []
    for mark in wanted.marks {
      let surface = String(decoding: wanted.text[mark.span.start..<mark.span.end], as: UTF8.self)
      let referents = referents(of: mark.span, analysis)
      guard !referents.isEmpty else {
        differences.append("'\(surface)' is no mention")
        continue
      }
      if mark.numbers.count > 1 {
        let expected = Set(mark.numbers.compactMap { found[$0] })
        if Set(referents) != expected { differences.append("'\(surface)' means \(names(referents, analysis))") }
        continue
      }
      let number = mark.numbers.first ?? 0
      if number == 0 {
        if found.values.contains(referents[0]) {
          differences.append("'\(surface)' means \(names(referents, analysis))")
        }
      } else if let known = found[number] {
        if referents != [known] {
          differences.append("'\(surface)' means \(names(referents, analysis)), not \(names([known], analysis))")
        }
      } else {
        if found.values.contains(referents[0]) {
          differences.append("'\(surface)' is joined with \(names(referents, analysis))")
        }
        found[number] = referents[0]
      }
    }
    return differences
  }

  private static func names(_ referents: [Int32], _ analysis: Analysis) -> String {
    referents.map { referent in
      guard analysis.referents.indices.contains(Int(referent)) else { return "nothing" }
      let record = analysis.referents[Int(referent)]
      let span = DocumentBuilder.span(record.nameFirst..<max(record.nameFirst, record.nameEnd), analysis)
      return String(decoding: analysis.text[span.start..<span.end], as: UTF8.self)
    }.joined(separator: " and ")
  }

  /// The referents of the name or noun group on a span.
  private static func referents(of span: ByteSpan, _ analysis: Analysis) -> [Int32] {
    for name in analysis.names where DocumentBuilder.span(name.first..<name.end, analysis) == span {
      return [name.referent]
    }
    for group in analysis.mentions {
      let isSpan =
        DocumentBuilder.span(group.first..<group.end, analysis) == span
        || DocumentBuilder.span(group.headFirst..<group.headEnd, analysis) == span
      if isSpan { return group.referents.isEmpty ? [group.referent] : Array(analysis.referents(of: group)) }
    }
    return []
  }
}
