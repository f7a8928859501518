import Attache

/// Finds the lexicon lines of words, as the pipeline finds them in a text.
struct LexiconFinder {
  private let pipeline: Pipeline
  private let tables: [LexiconTable]

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    tables = pipeline.lexicon.files.map { LexiconTable($0.bytes) }
  }

  /// A line for each sense, in lexicon order: place, type, role, policy and row, separated by tabs.
  func lines(for word: String) -> [String] {
    var senses: Set<UInt32> = []
    // The pipeline respects letter case; a person who looks a word up need not.
    for variant in [word, word.lowercased(), capitalised(word), word.uppercased()] {
      var analysis = Analysis()
      pipeline.analyze(Array(variant.utf8), in: &analysis)
      for candidate in analysis.candidates where candidate.first == 0 && candidate.end == analysis.tokens.count {
        senses.insert(candidate.sense)
      }
    }
    return senses.sorted().map(line)
  }

  /// The nearest entry of any lexicon.
  func suggestion(for word: String) -> String? {
    Suggestion.nearest(
      to: word, in: pipeline.lexicon.entries.indices.lazy.map { pipeline.lexicon.name(of: UInt32($0)) })
  }

  /// A sense as one line.
  func line(_ sense: UInt32) -> String {
    let lexicon = pipeline.lexicon
    let sense = lexicon.senses[Int(sense)]
    let entry = lexicon.entries[Int(sense.entry)]
    let source = lexicon.source(of: sense.entry)
    return [
      source.description, entry.type.name, "\(sense.role)", Self.words(of: sense.policy),
      row(Int(entry.file), Int(entry.line)),
    ].joined(separator: "\t")
  }

  /// The filled cells of a row, each with its column.
  private func row(_ file: Int, _ line: Int) -> String {
    let table = tables[file]
    // Rows are in line order, but blank lines leave gaps.
    guard let row = table.rows.first(where: { $0.line == line }) else { return "" }
    return zip(table.columns, row.cells).filter { !$0.1.isEmpty }.map { "\($0)=\($1)" }.joined(separator: " | ")
  }

  private func capitalised(_ word: String) -> String {
    word.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private static func words(of policy: SensePolicy) -> String {
    let names: [(SensePolicy, String)] = [
      (.foldCase, "fold"), (.keepMarks, "marks"), (.weak, "weak"), (.context, "context"), (.needsTitle, "title"),
      (.notInitial, "not-initial"), (.upper, "upper"), (.user, "user"),
    ]
    let words = names.filter { policy.contains($0.0) }.map(\.1)
    return words.isEmpty ? "-" : words.joined(separator: "; ")
  }
}
