/// What to mend, as members of the report's JSON object.
struct DiagnosisJSON {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  func write(_ json: inout JSONWriter) {}
}
