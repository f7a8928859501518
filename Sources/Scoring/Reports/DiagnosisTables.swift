/// The tables that say what to mend.
struct DiagnosisTables {
  let tables: [ReportTable]

  init(_ evaluation: Evaluation) { tables = [] }
}
