/// The report for a terminal.
struct TableReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  func text() -> String {
    evaluation.entities.rows.map { "\($0.label) \(Numbers.percent($0.counts.exact.score.f1))" }.joined(separator: "\n")
  }
}
