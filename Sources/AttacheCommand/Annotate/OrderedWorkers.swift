import Dispatch
import Synchronization

/// Does pieces of work on several threads and hands the results back in the order in which the work came.
///
/// The caller's thread submits and takes; at most `window` pieces are under way, so memory stays bounded. With one job
/// everything happens on the caller's thread. Threads start when the second piece comes, so that one page starts none.
final class OrderedWorkers<Work: Sendable, Result: Sendable> {
  private struct State {
    var waiting: [(number: Int, work: Work)] = []
    var results: [Int: Result] = [:]
    var isFinished = false
  }

  /// Shared with the worker threads; they touch nothing else.
  private final class Shared: Sendable {
    let state = Mutex(State())
    let hasWork = DispatchSemaphore(value: 0)
    let hasResult = DispatchSemaphore(value: 0)
  }

  private let shared = Shared()
  private let jobs: Int
  private let process: @Sendable (Work) -> Result
  private var submitted = 0
  private var taken = 0
  private var runs = false

  /// Makes workers that do nothing yet.
  init(jobs: Int, process: @escaping @Sendable (Work) -> Result) {
    self.jobs = jobs
    self.process = process
  }

  /// Whether a result must be taken before more work is submitted.
  var isFull: Bool { submitted - taken >= (jobs == 1 ? 1 : jobs * 3) }

  /// Gives work to the next free thread.
  func submit(_ work: Work) {
    let number = submitted
    submitted += 1
    if jobs == 1 {
      let result = process(work)
      shared.state.withLock { $0.results[number] = result }
      return
    }
    if number > 0 { start() }
    shared.state.withLock { $0.waiting.append((number, work)) }
    shared.hasWork.signal()
  }

  /// The next result in order; waits for it. Nil when everything submitted was taken.
  func take() -> Result? {
    guard taken < submitted else { return nil }
    let number = taken
    taken += 1
    while true {
      if let result = shared.state.withLock({ $0.results.removeValue(forKey: number) }) { return result }
      if runs {
        shared.hasResult.wait()
      } else if let next = shared.state.withLock({ $0.waiting.popLast() }) {
        // The only piece so far: no thread is worth its start.
        return process(next.work)
      }
    }
  }

  /// Ends the threads; results that weren't taken are dropped.
  func finish() {
    shared.state.withLock {
      $0.isFinished = true
      $0.waiting.removeAll()
    }
    for _ in 0..<jobs { shared.hasWork.signal() }
  }

  private func start() {
    if runs { return }
    runs = true
    // The first piece was put down before there were threads; its signal is still there.
    for worker in 0..<jobs {
      DispatchQueue(label: "attache.worker.\(worker)").async { [shared, process] in
        while true {
          shared.hasWork.wait()
          let next = shared.state.withLock { state -> (number: Int, work: Work)? in
            state.isFinished || state.waiting.isEmpty ? nil : state.waiting.removeFirst()
          }
          guard let next else {
            if shared.state.withLock({ $0.isFinished }) { return }
            continue
          }
          let result = process(next.work)
          shared.state.withLock { $0.results[next.number] = result }
          shared.hasResult.signal()
        }
      }
    }
  }
}
