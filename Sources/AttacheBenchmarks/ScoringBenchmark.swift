import Attache
import Scoring

/// Scores a made-up corpus: 100,000 documents with 3 million spans, half gold, half answers, one in six wrong.
enum ScoringBenchmark {
  /// Prints the seconds for the scores and for the bootstrap on top.
  static func run(documents count: Int = 100_000, spansPerSide: Int = 15, rounds: Int = 10_000) {
    var dice: UInt64 = 7
    var gold: [Document] = []
    var system: [Document] = []
    for number in 0..<count {
      gold.append(document(number, spansPerSide, &dice, changes: false, like: nil))
      system.append(document(number, spansPerSide, &dice, changes: true, like: gold[number]))
    }
    let plain = seconds(gold, system, rounds: 0)
    let full = seconds(gold, system, rounds: rounds)
    print(
      "scoring: \(count) documents, \(2 * count * spansPerSide) spans: \(plain) s; \(rounds) rounds: \(full - plain) s")
  }

  private static func seconds(_ gold: [Document], _ system: [Document], rounds: Int) -> Double {
    var options = EvaluationOptions()
    options.rounds = rounds
    let clock = ContinuousClock()
    let time = clock.measure {
      let evaluation = try? evaluate(gold: gold, system: system, options: options)
      print("F1", evaluation?.entities.total.exact.score.f1 ?? -1, "mistakes", evaluation?.causes.count ?? 0)
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }

  private static let labels = [
    "Person", "Title", "Country", "Nationality", "Organization", "Location", "Date", "Money",
  ]

  private static func document(
    _ number: Int, _ spans: Int, _ dice: inout UInt64, changes: Bool, like gold: Document?
  ) -> Document {
    var result = Document(id: "document-\(number)", text: gold?.text ?? text(number, spans * 40))
    result.entities.reserveCapacity(spans)
    for index in 0..<spans {
      let start = index * 40 + number % 7
      var span = ByteSpan(start, start + 5 + (number + index) % 20)
      var label = labels[(number + index * 3) % labels.count]
      if changes {
        switch roll(&dice, 18) {
        case 0: span.end += 3
        case 1: label = labels[roll(&dice, labels.count)]
        case 2: span = ByteSpan(start + 26, start + 30)
        default: break
        }
      }
      var entity = Entity(id: "T\(index)", label: label, span: span)
      if changes { entity.source = Source(file: "names.tsv", line: 1 + (number &* 31 + index) % 50_000) }
      result.entities.append(entity)
    }
    return result
  }

  private static func text(_ number: Int, _ length: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x20, count: length)
    for index in 0..<length where index % 6 != 5 { bytes[index] = UInt8(0x61 + (index &* 7 &+ number) % 26) }
    return bytes
  }

  private static func roll(_ state: inout UInt64, _ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
