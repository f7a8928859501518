/// The benchmarks by name; without one, all of them.
let benchmarks = ["scoring": { ScoringBenchmark.run() }]
let wanted = CommandLine.arguments.dropFirst()
for (name, run) in benchmarks.sorted(by: { $0.key < $1.key }) where wanted.isEmpty || wanted.contains(name) { run() }
