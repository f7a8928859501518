import Dispatch
import Synchronization

/// The results of a function for many values, in their order; computed on all cores.
func concurrentMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ body: @Sendable (Input) -> Output
) -> [Output] {
  let results = Mutex([Output?](repeating: nil, count: inputs.count))
  DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
    let result = body(inputs[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}
