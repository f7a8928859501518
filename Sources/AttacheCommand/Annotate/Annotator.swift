import Attache
import Synchronization

/// Turns work into output, on any thread.
final class Annotator: Sendable {
  /// The most memory that a piece of work gets before it is known what it needs.
  private static let reservedLimit = 4 << 20

  private let pipeline: Pipeline
  private let format: OutputFormat
  private let writer: AnalysisWriter
  /// Memory that waits for the next piece of work.
  private let idle = Mutex<[Memory]>([])

  /// What a thread works with and keeps from document to document.
  private struct Memory: Sendable {
    var analysis = Analysis()
    var writer: AnalysisWriter
    /// The size of what was written last; the next piece gets so much memory at once.
    var outputSize = 0
  }

  init(pipeline: Pipeline, format: OutputFormat) {
    self.pipeline = pipeline
    self.format = format
    writer = AnalysisWriter(pipeline)
  }

  /// Annotates a piece of work; what can't be read becomes error records.
  func process(_ work: Work) -> Output {
    var memory = idle.withLock { $0.popLast() } ?? Memory(writer: writer)
    var output = Output()
    output.bytes.reserveCapacity(memory.outputSize + memory.outputSize / 8)
    switch work {
    case .lines(let bytes, let firstLine, let file):
      annotateLines(bytes, firstLine, file, in: &memory, to: &output)
    case .file(let path, let name):
      do {
        let text = try Annotator.readFile(path)
        annotate(id: path, name: name, text: text, in: &memory, to: &output)
      } catch {
        fail(error, to: &output)
      }
    case .text(let text, let id): annotate(id: id, text: text, in: &memory, to: &output)
    case .failure(let failure): fail(failure, to: &output)
    }
    memory.outputSize = min(output.bytes.count, Annotator.reservedLimit)
    let kept = memory
    idle.withLock { $0.append(kept) }
    return output
  }

  private static func readFile(_ path: String) throws(Failure) -> [UInt8] {
    do {
      let descriptor = try SystemCalls.openForReading(path)
      defer { SystemCalls.closeFile(descriptor) }
      if let text = try Inputs.readAll(descriptor, path: path) { return text }
    } catch {
      let reason = (error as? IOError)?.reason ?? "\(error)"
      throw Failure(code: "unreadable", message: reason, file: path)
    }
    throw Inputs.tooLong(file: path)
  }

  private func annotateLines(
    _ bytes: [UInt8], _ firstLine: Int, _ file: String?, in memory: inout Memory, to output: inout Output
  ) {
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let end = SystemCalls.lineFeed(in: bytes, from: start, to: bytes.count) ?? bytes.count
      do throws(JSONError) {
        let input = try JSONLines.readInput(bytes, in: start..<end, memory: memory.analysis.takeText())
        if let id = input.id { output.identifiers.append((id.hashValue, line)) }
        let id = input.id ?? "\(file ?? "stdin"):\(line)"
        annotate(id: id, text: input.text, extras: input.extras, in: &memory, to: &output)
      } catch {
        let before = Array(bytes[start..<min(max(error.offset, start), end)])
        let column = CodePointIndex(before).count + 1
        fail(
          Failure(code: error.code.rawValue, message: error.message, file: file, line: line, column: column),
          to: &output)
      }
      start = end + 1
      line += 1
    }
  }

  private func annotate(
    id: String, name: String? = nil, text: [UInt8], extras: JSONLines.Extras = JSONLines.Extras(),
    in memory: inout Memory, to output: inout Output
  ) {
    output.documents += 1
    output.textBytes += text.count
    switch format {
    case .jsonl:
      pipeline.analyze(text, in: &memory.analysis)
      memory.writer.write(memory.analysis, id: id, extras: extras, to: &output.bytes)
    case .brat:
      let annotations = Brat.write(pipeline.annotate(id: id, text: text, in: &memory.analysis))
      output.files.append(BratFiles(name: name ?? BratFiles.name(for: id), text: text, annotations: annotations))
    case .terminal(let colour):
      let document = pipeline.annotate(id: id, text: text, in: &memory.analysis)
      output.bytes += TerminalView(document, colour: colour).text.utf8
    }
  }

  private func fail(_ failure: Failure, to output: inout Output) {
    output.failures.append(failure)
    if format == .jsonl {
      let place = failure.column.map { "column \($0): " } ?? ""
      JSONLines.writeError(
        code: failure.code, message: place + failure.message, file: failure.file, line: failure.line,
        to: &output.bytes)
    }
  }
}

/// How documents are written.
enum OutputFormat: Sendable, Equatable {
  case jsonl, brat
  case terminal(colour: Bool)
}

/// What a piece of work gave.
struct Output: Sendable {
  /// Records, ready to be written.
  var bytes: [UInt8] = []
  /// Documents that are written as files of their own.
  var files: [BratFiles] = []
  var documents = 0
  var textBytes = 0
  var failures: [Failure] = []
  /// Hash and line of every id that the input gave.
  var identifiers: [(hash: Int, line: Int)] = []
}
