/// The benchmarks by name.
///
///     AttacheBenchmarks scoring
///     AttacheBenchmarks stages FILE.jsonl [ROUNDS]
let words = Array(CommandLine.arguments.dropFirst())
do {
  switch words.first {
  case "scoring": ScoringBenchmark.run()
  case "stages" where words.count > 1:
    try StageBenchmark(file: words[1], rounds: words.count > 2 ? Int(words[2]) ?? 5 : 5).run()
  default: print("usage: AttacheBenchmarks scoring | stages FILE.jsonl [ROUNDS]")
  }
} catch {
  print("error: \(error)")
}
