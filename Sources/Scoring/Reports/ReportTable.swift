/// A table of a report, before it is written in a format.
struct ReportTable {
  var title: String
  /// Column names; the first column and those in `textColumns` hold text, the others numbers.
  var columns: [String]
  var rows: [[String]] = []
  var textColumns: Set<Int> = [0]
  /// What a reader must know about the figures.
  var note: String?
  /// Name of the section in HTML.
  var anchor: String

  init(_ title: String, anchor: String, columns: [String], textColumns: Set<Int> = [0], note: String? = nil) {
    self.title = title
    self.anchor = anchor
    self.columns = columns
    self.textColumns = textColumns
    self.note = note
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Precision, recall and F1 in per cent.
  static func cells(_ score: Score) -> [String] {
    [Numbers.percent(score.precision), Numbers.percent(score.recall), Numbers.percent(score.f1)]
  }

  static func cells(_ hits: HitCount) -> [String] {
    [String(hits.correct), String(hits.spurious), String(hits.missing)] + cells(hits.score)
  }

  static let hitColumns = ["TP", "FP", "FN", "P", "R", "F1"]
}
