/// One run over all inputs, and what is told about it at the end.
final class AnnotateRun {
  /// Error messages that are printed before the rest is only counted.
  private static let printedFailures = 20
  /// Ids that are remembered to find doubled ones; memory stays flat on endless input.
  private static let rememberedIdentifiers = 1 << 20

  private let sink: any Sink
  private let workers: OrderedWorkers<Work, Output>
  /// Inputs that became error records.
  private(set) var failures = 0
  /// Whether an input that the user named doesn't exist or can't be opened.
  private(set) var isInputMissing = false
  private var documents = 0
  private var progress: Progress
  private var doubled = 0
  private var firstDoubledLine = 0
  private var identifiers: Set<Int> = []

  init(sink: any Sink, workers: OrderedWorkers<Work, Output>, showsProgress: Bool) {
    self.sink = sink
    progress = Progress(isShown: showsProgress)
    self.workers = workers
  }

  /// Annotates files, folders and `-` in order.
  func annotate(_ paths: [String], from format: InputFormat?) throws {
    defer { workers.finish() }
    let inputs = Inputs(format: format, submit: submit, beforeWaiting: drain)
    for path in paths {
      do {
        try inputs.read(path)
      } catch let failure as Failure {
        isInputMissing = true
        try submit(.failure(failure))
      }
    }
    try drain()
    try sink.close()
    progress.clear()
  }

  private func submit(_ work: Work) throws {
    while workers.isFull, let output = workers.take() { try take(output) }
    workers.submit(work)
  }

  /// Finishes what is under way, so that a person or program that waits for an answer gets it.
  private func drain() throws {
    while let output = workers.take() { try take(output) }
    try sink.flush()
  }

  private func take(_ output: Output) throws {
    try sink.write(output)
    documents += output.documents
    progress.add(documents: output.documents, bytes: output.textBytes)
    for failure in output.failures {
      failures += 1
      if failures > Self.printedFailures { continue }
      progress.clear()
      Messages.print(failure.description)
    }
    for (hash, line) in output.identifiers where identifiers.count < Self.rememberedIdentifiers {
      if identifiers.insert(hash).inserted { continue }
      if doubled == 0 { firstDoubledLine = line }
      doubled += 1
    }
  }

  /// Prints warnings and counts when there is something to tell.
  func printSummary() {
    if failures > Self.printedFailures {
      Messages.print("attache: … and \(failures - Self.printedFailures) more errors")
    }
    if doubled > 0 {
      let documents = doubled == 1 ? "1 document has" : "\(doubled) documents have"
      Messages.print("attache: warning: \(documents) the id of an earlier one, the first on line \(firstDoubledLine)")
    }
    if failures > 0 { Messages.print("attache: \(documents) annotated, \(failures) couldn't be read") }
  }
}
