import Attache

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What each stage costs on one core: processor time, read before and after each stage of every text.
///
/// The figures drift from machine to machine and from hour to hour, so each is printed beside a plain pass over the
/// same bytes that was measured in the same round; the medians of the ratios are what can be compared.
struct StageBenchmark {
  let rounds: Int
  private let texts: [[UInt8]]
  private let pipeline: Pipeline

  /// Reads the texts of a JSON Lines file.
  init(file: String, rounds: Int) throws {
    self.rounds = rounds
    texts = try StageBenchmark.lines(of: file).compactMap { line in
      try? JSONLines.readInput(line, in: 0..<line.count).text
    }
    pipeline = try Pipeline()
  }

  /// Prints a row for each stage and one for writing JSON Lines.
  func run() throws {
    let bytes = texts.reduce(0) { $0 + $1.count }
    let names = pipeline.stages.map(\.name) + ["output", "all"]
    var costs: [[Double]] = Array(repeating: [], count: names.count)
    var ratios = costs
    // The automata are built while texts are read, once for each worker; a round before the counted ones does that.
    var analysis = Analysis()
    _ = try stageSeconds(in: &analysis)
    for _ in 0..<rounds {
      let base = passSeconds()
      let seconds = try stageSeconds(in: &analysis)
      for (index, cost) in (seconds + [seconds.reduce(0, +)]).enumerated() {
        costs[index].append(cost)
        ratios[index].append(cost / base)
      }
    }
    print("\(texts.count) texts, \(bytes) bytes, median of \(rounds) rounds; 'pass' is one pass over the bytes")
    print(row("stage", "ns/byte", "MB/s", "times a pass"))
    for (index, name) in names.enumerated() {
      let cost = StageBenchmark.median(costs[index]) / Double(bytes) * 1e9
      print(
        row(
          name, StageBenchmark.text(cost, 2), StageBenchmark.text(1000 / cost, 1),
          StageBenchmark.text(StageBenchmark.median(ratios[index]), 1)))
    }
  }

  /// Processor time of each stage and of the writer for all texts, less what reading the clock takes.
  private func stageSeconds(in analysis: inout Analysis) throws -> [Double] {
    let first = try Pipeline(
      lexicon: pipeline.lexicon, rules: pipeline.rules, stages: Array(pipeline.stages.prefix(1)))
    let others = pipeline.stages.dropFirst()
    var seconds = [Double](repeating: 0, count: others.count + 2)
    var writer = AnalysisWriter(pipeline)
    var output: [UInt8] = []
    var clock = 0.0
    for text in texts {
      var before = StageBenchmark.processorTime
      func lap() -> Double {
        let now = StageBenchmark.processorTime
        defer { before = now }
        return now - before
      }
      clock += lap()
      first.analyze(text, in: &analysis)
      seconds[0] += lap()
      for (index, stage) in others.enumerated() {
        stage.run(&analysis)
        seconds[index + 1] += lap()
      }
      output.removeAll(keepingCapacity: true)
      writer.write(analysis, id: "1", to: &output)
      seconds[others.count + 1] += lap()
    }
    return seconds.map { $0 - clock }
  }

  /// Processor time of a plain pass over all texts.
  private func passSeconds() -> Double {
    var kept = 0
    let start = StageBenchmark.processorTime
    for text in texts { kept &+= StageBenchmark.sum(of: text) }
    let end = StageBenchmark.processorTime
    if kept == -1 { print("") }
    return end - start
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func sum(of bytes: [UInt8]) -> Int {
    var state: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
    return Int(truncatingIfNeeded: state >> 1)
  }

  private static func lines(of file: String) throws -> [[UInt8]] {
    guard let handle = fopen(file, "rb") else { throw BenchmarkError(message: "\(file): can't be opened") }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, handle)
      if count == 0 { break }
      bytes += buffer[0..<count]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func text(_ value: Double, _ places: Int) -> String {
    let scale = places == 1 ? 10.0 : 100.0
    return "\((value * scale).rounded() / scale)"
  }

  private func row(_ cells: String...) -> String {
    cells.enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(0, 13 - cell.utf8.count))
      return index == 0 ? cell + gap : gap + cell
    }.joined()
  }
}

/// What stops a benchmark.
struct BenchmarkError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
