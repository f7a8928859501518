import Attache

/// Why a text is annotated as it is.
struct Explanation {
  private let document: Document
  private let analysis: Analysis
  private let finder: LexiconFinder
  private let resources: Resources
  private let index: CodePointIndex

  init(pipeline: Pipeline, resources: Resources, text: [UInt8], index: CodePointIndex) {
    var analysis = Analysis()
    document = pipeline.annotate(id: "text", text: text, in: &analysis)
    self.analysis = analysis
    self.resources = resources
    self.index = index
    finder = LexiconFinder(pipeline)
  }

  /// Entities, relations and lexicon senses that touch the span.
  func text(touching span: ByteSpan) -> String {
    var lines: [String] = []
    for entity in document.entities where entity.span.overlaps(span) {
      lines.append("\(entity.label) \(quoted(entity.span))" + (entity.code.map { " (\($0))" } ?? ""))
      lines += source(entity.source)
      if let referent = document.referents.first(where: { $0.id == entity.referent }) {
        lines.append("    means \(referent.label) '\(referent.name)' with \(referent.mentions.count) mentions")
      }
    }
    for relation in document.relations where place(of: relation).overlaps(span) {
      lines.append("\(relation.label) " + (relation.trigger.map(quoted) ?? ""))
      lines += source(relation.source)
      for argument in relation.arguments {
        let name = document.referents.first { $0.id == argument.referent }?.name
        lines.append("    \(argument.role): \(quoted(argument.span))" + (name.map { " = \($0)" } ?? ""))
      }
    }
    let senses = analysis.candidates.filter { candidateSpan($0).overlaps(span) }
    if !senses.isEmpty { lines.append("Lexicon lines of these words:") }
    for candidate in senses {
      lines.append("    \(quoted(candidateSpan(candidate)))  \(finder.line(candidate.sense))")
    }
    if lines.isEmpty { lines.append("Nothing is annotated here, and no lexicon has these words.") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The place of a source, and the line that stands there.
  private func source(_ source: Source?) -> [String] {
    guard let source else { return ["    without source"] }
    guard let file = resources.files.first(where: { $0.name == source.file }) else { return ["    \(source)"] }
    let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard source.line > 0, source.line <= lines.count else { return ["    \(source)"] }
    let cells = String(decoding: lines[source.line - 1], as: UTF8.self).split(separator: "\t")
    return ["    \(source): \(cells.joined(separator: " | "))"]
  }

  /// From its first word to its last.
  private func place(of relation: Relation) -> ByteSpan {
    let spans = relation.arguments.map(\.span) + (relation.trigger.map { [$0] } ?? [])
    return ByteSpan(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
  }

  private func candidateSpan(_ candidate: Candidate) -> ByteSpan {
    guard candidate.end > candidate.first, Int(candidate.end) <= analysis.tokens.count else { return ByteSpan(0, 0) }
    return ByteSpan(analysis.tokens[Int(candidate.first)].span.start, analysis.tokens[Int(candidate.end) - 1].span.end)
  }

  private func quoted(_ span: ByteSpan) -> String {
    "'\(document.string(span))' \(index.codePoint(ofByte: span.start)):\(index.codePoint(ofByte: span.end))"
  }
}
