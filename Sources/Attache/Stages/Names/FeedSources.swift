/// Names of the media that a news feed was gathered from: a line of its own above a date line, written again as an item
/// of the list below it.
enum FeedSources {
  /// How many sentences below the date line the name may be written again.
  private static let reach = 4
  /// The longest name in tokens.
  private static let longest = 6
  /// Evidence for each token: above all that the words say by themselves.
  private static let quality: Int32 = 13

  /// Adds the runs of all feed sources, and an arc that vouches for each.
  static func gather(
    from work: inout NameMemory, _ analysis: borrowing Analysis, into runs: inout DocumentRuns
  ) {
    let sentences = analysis.sentences
    guard sentences.count > 2 else { return }
    for index in 0..<(sentences.count - 2) where isDateLine(index + 1, sentences, work) {
      let name = sentences[index]
      guard name.end > name.first, name.end - name.first <= longest,
        analysis.tokens[name.first].shape.contains(.capital)
      else { continue }
      let below = (index + 2)..<min(sentences.count, index + 2 + reach)
      guard below.contains(where: { isSame(sentences[$0], name, analysis.tokens) }) else { continue }
      let arc = work.vouch(Arc(name.first, name.end, .organization, weight: quality, .none))
      runs.add(name.first, name.end, .organization, quality: quality, arc: arc, analysis.tokens.span)
    }
  }

  /// Whether one date is the whole sentence.
  private static func isDateLine(_ index: Int, _ sentences: [SentenceRange], _ work: borrowing NameMemory) -> Bool {
    let chosen = work.firstChoice(of: index)
    guard let only = chosen.first, chosen.count == 1 else { return false }
    let arc = work.arcs[Int(work.chosen[only])]
    return arc.label == .date && Int(arc.first) == sentences[index].first && Int(arc.end) == sentences[index].end
  }

  /// Whether an item holds the words of the name and nothing else.
  private static func isSame(_ item: SentenceRange, _ name: SentenceRange, _ tokens: [Token]) -> Bool {
    var first = item.first
    if first < item.end, tokens[first].shape.contains(.mark) { first += 1 }
    guard item.end - first == name.end - name.first else { return false }
    for offset in 0..<(item.end - first) where tokens[first + offset].hash != tokens[name.first + offset].hash {
      return false
    }
    return true
  }
}
