/// What gold may hold: the labels and roles of the annotation guideline.
enum Guideline {
  static let entityLabels = [
    "Person", "Title", "Country", "Nationality", "Organization", "Location", "Date", "Money",
  ]
  static let attributeRoles = ["date", "place", "topic", "attribution"]
  static let attributes = ["polarity", "modality", "count", "status"]
  /// Relation and its roles.
  static let roles: [String: [String]] = [
    "meet": ["participant", "attendee"], "visit": ["visitor", "destination"], "host": ["host", "guest"],
    "call": ["participant"], "sign": ["signatory", "document"], "agree": ["party", "content"],
    "pledge": ["pledger", "recipient", "content"], "appoint": ["appointer", "appointee", "position"],
    "praise": ["speaker", "target"], "condemn": ["speaker", "target"], "office": ["holder", "title", "of"],
  ]
}

extension Brat {
  /// Holds gold against the annotation guideline: labels, roles, overlaps, stray triggers, sentences that tile the text.
  ///
  /// What `read` reports, such as surfaces that aren't in the text, isn't repeated.
  public static func check(text: [UInt8], annotations: [UInt8], file: String) -> [Diagnostic] {
    var lines = BratLines(annotations, file: file)
    var checker = BratChecker(text: text, file: file)
    checker.check(lines.parse())
    return checker.diagnostics
  }
}

private struct BratChecker {
  let text: [UInt8]
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var builder: BratBuilder

  init(text: [UInt8], file: String) {
    self.text = text
    self.file = file
    builder = BratBuilder(Document(id: file, text: text), file: file)
  }

  mutating func check(_ lines: [BratLine]) {
    builder.build(lines)
    let spots = builder.spotsInOrder
    var used: Set<String> = []
    for line in lines {
      switch line.kind {
      case "T": checkLabel(line)
      case "E": checkEvent(line)
      case "A", "M":
        checkChoice(line, line.words[0], line.words[0].text, Guideline.attributes, "attribute")
      default: break
      }
      if line.kind != "T" {
        for word in line.words {
          if let id = word.text.split(separator: ":").last { used.insert(String(id)) }
        }
      }
    }
    for spot in spots {
      checkEdges(spot)
      if Guideline.roles[spot.label] != nil, !used.contains(spot.line.id) {
        report(spot.line, 0, "no event uses the trigger \(spot.line.id); add its E line or take it out")
      }
    }
    checkRepeats(spots, lines.filter { $0.kind == "*" })
    checkOverlaps(spots.filter { Guideline.entityLabels.contains($0.label) })
    checkSentences(spots)
  }

  private mutating func checkLabel(_ line: BratLine) {
    let special = [Brat.sentenceLabel, Brat.mentionLabel, Brat.textLabel]
    let labels = Guideline.entityLabels + special + Guideline.roles.keys.sorted()
    checkChoice(line, line.words[0], line.words[0].text, labels, "label")
  }

  private mutating func checkEvent(_ line: BratLine) {
    let label = String(line.words[0].text.prefix { $0 != ":" })
    guard let roles = Guideline.roles[label] else {
      checkChoice(line, line.words[0], label, Guideline.roles.keys.sorted(), "relation")
      return
    }
    for word in line.words.dropFirst() {
      let name = word.text.prefix { $0 != ":" }
      let role = String(name.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
      checkChoice(line, word, role, roles + Guideline.attributeRoles, "role of \(label)")
    }
  }

  private mutating func checkChoice(
    _ line: BratLine, _ word: BratLine.Word, _ text: String, _ choices: [String], _ what: String
  ) {
    if choices.contains(text) { return }
    let hint = Suggestion.phrase(for: text, in: choices)
    let advice = hint.isEmpty ? "; use one of \(choices.joined(separator: ", "))" : hint
    diagnostics.append(
      Diagnostic(file: file, line: line.number, column: word.column, "'\(text)' is no \(what)\(advice)"))
  }

  private mutating func checkEdges(_ spot: BratBuilder.Spot) {
    for fragment in spot.fragments where fragment.count > 0 && fragment.end <= text.count {
      if isBlank(text[fragment.start]) || isBlank(text[fragment.end - 1]) {
        report(spot.line, 1, "\(spot.line.id) begins or ends with white space; move its offsets")
      }
    }
  }

  /// Two mentions may stand on the same words only when they mean different things.
  private mutating func checkRepeats(_ spots: [BratBuilder.Spot], _ groups: [BratLine]) {
    var groupOf: [String: Int] = [:]
    for group in groups {
      for word in group.words.dropFirst() { groupOf[word.text] = group.number }
    }
    for (left, right) in zip(spots, spots.dropFirst())
    where left.span == right.span && left.label == right.label && left.label != Brat.textLabel {
      guard groupOf[left.line.id] == groupOf[right.line.id] else { continue }
      if left.label == Brat.mentionLabel, groupOf[left.line.id] == nil { continue }
      report(right.line, 1, "\(right.line.id) repeats \(left.line.id) on line \(left.line.number); take one out")
    }
  }

  private mutating func checkOverlaps(_ entities: [BratBuilder.Spot]) {
    for (left, right) in zip(entities, entities.dropFirst()) where left.span.overlaps(right.span) {
      report(
        right.line, 1,
        "\(right.line.id) overlaps \(left.line.id) on line \(left.line.number); entities are flat, keep one")
    }
  }

  private mutating func checkSentences(_ spots: [BratBuilder.Spot]) {
    let sentences = spots.filter { $0.label == Brat.sentenceLabel }
    guard let last = sentences.last else { return }
    var end = 0
    for sentence in sentences {
      if sentence.span.start < end {
        report(sentence.line, 1, "sentence \(sentence.line.id) overlaps the one before; move its start")
      } else if text[end..<sentence.span.start].contains(where: { !isBlank($0) }) {
        report(
          sentence.line, 1, "words before sentence \(sentence.line.id) belong to no sentence; add one or move its start"
        )
      }
      end = max(end, sentence.span.end)
    }
    if text[end...].contains(where: { !isBlank($0) }) {
      report(last.line, 1, "words after sentence \(last.line.id) belong to no sentence; add one or move its end")
    }
    var current = sentences[...]
    for spot in spots where spot.label != Brat.sentenceLabel {
      while let first = current.first, first.span.end <= spot.span.start { current.removeFirst() }
      if let first = current.first, !first.span.contains(spot.span) {
        report(spot.line, 1, "\(spot.line.id) isn't inside of one sentence; move it or the sentence's ends")
      }
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private mutating func report(_ line: BratLine, _ word: Int, _ message: String) {
    let column = word < line.words.count ? line.words[word].column : 1
    diagnostics.append(Diagnostic(file: file, line: line.number, column: column, message))
  }
}
