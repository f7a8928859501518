/// Makes a document of the lines of an annotation file.
struct BratBuilder {
  /// A `T` line.
  struct Spot {
    var line: BratLine
    var label: String
    var fragments: [ByteSpan]
    var span: ByteSpan { ByteSpan(fragments.first?.start ?? 0, fragments.last?.end ?? 0) }
  }

  private(set) var document: Document
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private var spots: [String: Spot] = [:]
  /// Ids of `T` lines in text order.
  private var order: [String] = []
  /// The relation that each `E` and `R` line became.
  private var relationNumbers: [String: Int] = [:]
  private var triggers: Set<String> = []
  /// The trigger of each `E` line.
  private var eventTriggers: [String: String] = [:]
  /// Lines with a mistake; what points to them is left out without another message.
  private var broken: Set<String> = []
  private var referents = BratReferents()

  init(_ document: Document, file: String) {
    self.document = document
    self.file = file
  }

  mutating func build(_ lines: [BratLine]) {
    readSpots(lines.filter { $0.kind == "T" })
    let events = lines.filter { $0.kind == "E" }
    for event in events {
      let parts = event.words[0].text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      eventTriggers[event.id] = parts[1]
      if spots[parts[1]]?.label == parts[0] { triggers.insert(parts[1]) }
    }
    var codes: [String: String] = [:]
    for line in lines where line.kind == "N" { readCode(line, into: &codes) }
    readEntities(codes)
    var groups: [[String]] = []
    for line in lines where line.kind == "*" { readGroup(line, into: &groups) }
    let mentions = order.filter { isMention($0) }
    referents = BratReferents(mentions: mentions, groups: groups, spots: spots, codes: codes, in: document)
    document.referents = referents.all
    for number in document.entities.indices {
      document.entities[number].referent = referents.identifier(of: document.entities[number].id)
    }
    for line in events { readEvent(line) }
    for line in lines where line.kind == "R" { readRelation(line) }
    for line in lines where line.kind == "A" || line.kind == "M" { readAttribute(line) }
    readNotes(lines.filter { $0.kind == "#" })
    sortRelations()
  }

  /// Every `T` line without mistake, in text order.
  var spotsInOrder: [Spot] { order.compactMap { spots[$0] } }

  // MARK: Spans

  private mutating func readSpots(_ lines: [BratLine]) {
    var parsed: [(BratLine, [(Int, Int)])] = []
    for line in lines {
      if let pairs = offsets(of: line) { parsed.append((line, pairs)) } else { broken.insert(line.id) }
    }
    var best: (offsets: BratOffsets, mistakes: Int)?
    for candidate in BratOffsets.candidates(for: document.text) {
      let mistakes = parsed.count { surfaceMistake($0.0, $0.1, candidate) != nil }
      if mistakes < best?.mistakes ?? .max { best = (candidate, mistakes) }
      if mistakes == 0 { break }
    }
    guard let offsets = best?.offsets else { return }
    for (line, pairs) in parsed {
      if let mistake = surfaceMistake(line, pairs, offsets) {
        broken.insert(line.id)
        report(line, line.words[1].column, mistake)
        continue
      }
      spots[line.id] = Spot(
        line: line, label: line.words[0].text, fragments: pairs.compactMap { offsets.bytes($0.0, $0.1) })
    }
    order = spots.keys.sorted { left, right in
      guard let first = spots[left], let second = spots[right] else { return left < right }
      if first.span.start != second.span.start { return first.span.start < second.span.start }
      if first.span.end != second.span.end { return first.span.end > second.span.end }
      return first.line.number < second.line.number
    }
  }

  /// The offset pairs of a `T` line: `0 5` or `0 5;12 17`.
  private mutating func offsets(of line: BratLine) -> [(Int, Int)]? {
    let words = line.words.dropFirst()
    let text = words.map(\.text).joined(separator: " ")
    var pairs: [(Int, Int)] = []
    for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
      let numbers = piece.split(separator: " ")
      guard numbers.count == 2, let start = Int(numbers[0]), let end = Int(numbers[1]) else {
        report(
          line, words.first?.column ?? line.words[0].column,
          "'\(text)' are no offsets; write start and end, as in '\(line.words[0].text) 0 5'")
        return nil
      }
      guard start < end, start >= pairs.last?.1 ?? 0 else {
        report(line, words.first?.column ?? 1, "offsets '\(text)' don't go forward; the end comes after the start")
        return nil
      }
      pairs.append((start, end))
    }
    return pairs
  }

  private func surfaceMistake(_ line: BratLine, _ pairs: [(Int, Int)], _ offsets: BratOffsets) -> String? {
    var surface: [UInt8] = []
    for (start, end) in pairs {
      guard let span = offsets.bytes(start, end) else {
        return "\(line.id) ends at \(end), but the text has \(offsets.count) code points; correct the offsets"
      }
      surface += Array(" ".utf8) + CodePoints.repaired(document.text[span.start..<span.end])
    }
    let found = Brat.normalised(surface)
    if found == Brat.normalised(CodePoints.repaired(line.rest[...])) { return nil }
    let wanted = String(decoding: line.rest, as: UTF8.self)
    return "\(line.id) says '\(wanted)', but the text has '\(String(decoding: found, as: UTF8.self))' there; "
      + "correct the offsets"
  }

  private func isMention(_ id: String) -> Bool {
    guard let label = spots[id]?.label, !triggers.contains(id) else { return false }
    return label != Brat.sentenceLabel && label != Brat.textLabel
  }

  private mutating func readEntities(_ codes: [String: String]) {
    for id in order {
      guard let spot = spots[id] else { continue }
      if spot.label == Brat.sentenceLabel {
        document.sentences.append(spot.span)
      } else if isMention(id), spot.label != Brat.mentionLabel {
        var entity = Entity(id: id, label: spot.label, span: spot.span, code: codes[id])
        entity.fragments = spot.fragments
        document.entities.append(entity)
      }
    }
  }

  private mutating func readCode(_ line: BratLine, into codes: inout [String: String]) {
    guard line.words.count == 3 else {
      report(line, 1, "expected 'Reference', an annotation and a code, as in 'Reference T3 ISO3166:BH'")
      return
    }
    guard resolve(line.words[1], line) != nil else { return }
    let code = line.words[2].text
    if code.hasPrefix(Brat.codePrefix) { codes[line.words[1].text] = String(code.dropFirst(Brat.codePrefix.count)) }
  }

  private mutating func readGroup(_ line: BratLine, into groups: inout [[String]]) {
    guard line.words[0].text == "Equiv" else { return }
    let members = line.words.dropFirst().filter { resolve($0, line) != nil }.map(\.text)
    groups.append(members.filter(isMention))
  }

  /// The `T` line of an id; reports one that isn't there.
  private mutating func resolve(_ word: BratLine.Word, _ line: BratLine, id: String? = nil) -> Spot? {
    let id = id ?? word.text
    if let spot = spots[id] { return spot }
    if !broken.contains(id) {
      report(line, word.column, "\(id) isn't an annotation of this file; add its line or correct the number")
    }
    return nil
  }

  // MARK: Relations

  private mutating func readEvent(_ line: BratLine) {
    let parts = line.words[0].text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      report(line, line.words[0].column, "an event needs its trigger, as in 'meet:T30'")
      return
    }
    guard let trigger = resolve(line.words[0], line, id: parts[1]) else {
      broken.insert(line.id)
      return
    }
    var relation = Relation(id: line.id, label: parts[0])
    if triggers.contains(parts[1]) { relation.trigger = trigger.span }
    for word in line.words.dropFirst() {
      let pair = word.text.split(separator: ":", maxSplits: 1).map(String.init)
      guard pair.count == 2 else {
        report(
          line, word.column, "'\(word.text)' is no argument; write a role and an annotation, as in 'participant:T1'")
        continue
      }
      let role = String(pair[0].reversed().drop { $0.isASCII && $0.isNumber }.reversed())
      // An event as an argument stands for its trigger.
      let target = eventTriggers[pair[1]] ?? pair[1]
      guard let spot = resolve(word, line, id: target) else { continue }
      if !relation.attributes.setSpan(role, spot.span) { relation.arguments.append(argument(role, target, spot)) }
    }
    add(relation, at: trigger.span)
  }

  private mutating func readRelation(_ line: BratLine) {
    var relation = Relation(id: line.id, label: line.words[0].text)
    for word in line.words.dropFirst() {
      let pair = word.text.split(separator: ":", maxSplits: 1).map(String.init)
      guard pair.count == 2, let spot = resolve(word, line, id: pair[1]) else { continue }
      relation.arguments.append(argument(pair[0], pair[1], spot))
    }
    guard let first = relation.arguments.first else {
      report(line, line.words[0].column, "the relation has no arguments; write 'Arg1:T1 Arg2:T2' after its name")
      return
    }
    add(relation, at: first.span)
  }

  private func argument(_ role: String, _ id: String, _ spot: Spot) -> Relation.Argument {
    let isText = Brat.textRoles.contains(role) || spot.label == Brat.textLabel
    return Relation.Argument(role: role, span: spot.span, referent: isText ? nil : referents.identifier(of: id))
  }

  private mutating func add(_ relation: Relation, at span: ByteSpan) {
    var relation = relation
    relation.sentence = sentence(containing: span)
    relationNumbers[relation.id] = document.relations.count
    document.relations.append(relation)
  }

  /// By bisection; sentences are in text order.
  private func sentence(containing span: ByteSpan) -> Int? {
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if document.sentences[middle].end < span.end { low = middle + 1 } else { high = middle }
    }
    return low < document.sentences.count && document.sentences[low].contains(span) ? low : nil
  }

  private mutating func readAttribute(_ line: BratLine) {
    guard line.words.count >= 2 else {
      report(line, line.words[0].column, "expected an attribute and what it is of, as in 'polarity E1 negated'")
      return
    }
    let target = line.words[1]
    guard let number = relationNumbers[target.text] else {
      if spots[target.text] == nil { _ = resolve(target, line) }
      return
    }
    let value = line.words.count > 2 ? line.words[2] : target
    switch line.words[0].text {
    case "polarity":
      guard let polarity = Relation.Attributes.Polarity(rawValue: value.text) else {
        return reportChoice(line, value, ["affirmed", "negated"])
      }
      document.relations[number].attributes.polarity = polarity
    case "modality":
      guard let modality = Relation.Attributes.Modality(rawValue: value.text) else {
        return reportChoice(line, value, ["actual", "future", "hypothetical"])
      }
      document.relations[number].attributes.modality = modality
    case "count":
      guard let count = Int(value.text) else {
        return report(line, value.column, "the count must be a whole number, not '\(value.text)'")
      }
      document.relations[number].attributes.count = count
    case "status": document.relations[number].attributes.status = value.text
    default: break
    }
  }

  private mutating func readNotes(_ lines: [BratLine]) {
    var entityNumbers: [String: Int] = [:]
    for (number, entity) in document.entities.enumerated() { entityNumbers[entity.id] = number }
    for line in lines where line.words[0].text == "Source" && line.words.count > 1 {
      let source = Source(parsing: String(decoding: line.rest, as: UTF8.self))
      let target = line.words[1].text
      if let number = relationNumbers[target] {
        document.relations[number].source = source
      } else if let number = entityNumbers[target] {
        document.entities[number].source = source
      }
    }
  }

  /// By trigger, those without one by their first argument; file order where equal.
  private mutating func sortRelations() {
    let places = document.relations.map { $0.trigger ?? $0.arguments.first?.span ?? ByteSpan(0, 0) }
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    document.relations = order.map { document.relations[$0] }
  }

  // MARK: Diagnostics

  private mutating func report(_ line: BratLine, _ column: Int, _ message: String) {
    diagnostics.append(Diagnostic(file: file, line: line.number, column: column, message))
  }

  private mutating func reportChoice(_ line: BratLine, _ value: BratLine.Word, _ choices: [String]) {
    let hint = Suggestion.phrase(for: value.text, in: choices)
    report(line, value.column, "\(line.words[0].text) is one of \(choices.joined(separator: ", "))\(hint)")
  }
}
