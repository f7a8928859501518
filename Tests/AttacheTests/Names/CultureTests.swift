import Testing

@testable import Attache

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Recall of invented names by culture, in the frames of Evaluation/cultures.
struct CultureTests {
  /// The least recall for each kind of frame: beside a title, beside other evidence, beside nothing.
  static let limits = ["title": 0.90, "context": 0.75, "bare": 0.75]

  @Test func everyCultureIsRecalled() throws {
    let pipeline = try Pipeline()
    var analysis = Analysis()
    var counts: [String: (found: Int, all: Int)] = [:]
    for name in CultureTests.rows("names.tsv") where name.count == 2 {
      for frame in CultureTests.rows("frames.tsv") where frame.count == 2 {
        let parts = frame[1].split(separator: "{}", omittingEmptySubsequences: false)
        let start = parts[0].utf8.count
        let text = parts.joined(separator: name[1])
        let document = pipeline.annotate(id: "", text: Array(text.utf8), in: &analysis)
        let span = ByteSpan(start, start + name[1].utf8.count)
        let isFound = document.entities.contains { $0.label == "Person" && $0.span == span }
        counts["\(name[0])|\(frame[0])", default: (0, 0)].found += isFound ? 1 : 0
        counts["\(name[0])|\(frame[0])", default: (0, 0)].all += 1
      }
    }
    #expect(counts.count >= 20 * CultureTests.limits.count)
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let limit = CultureTests.limits[String(key.split(separator: "|")[1])] ?? 1
      #expect(Double(count.found) >= limit * Double(count.all), "\(key): \(count.found) of \(count.all)")
    }
  }

  /// The rows below the header of a file of Evaluation/cultures.
  static func rows(_ name: String) -> [[String]] {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let file = fopen("/\(root)/Evaluation/cultures/\(name)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = fgetc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(file)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.dropFirst().map { $0.split(separator: "\t").map(String.init) }
  }
}
