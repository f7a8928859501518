/// Runs the entity rules over a sentence.
struct EntityMatcher: Sendable {
  let rules: EntityRules

  /// Adds an arc for every match inside `bounds`: for each rule and start the longest whose surroundings fit.
  func run(over bounds: Range<Int>, tokens: [Token], classes: [ClassMask], work: inout NameMemory) {
    guard !rules.rules.isEmpty, !bounds.isEmpty else { return }
    var cache = LazyAutomaton()
    swap(&cache, &work.automaton)
    defer { swap(&cache, &work.automaton) }
    cache.trim()
    work.symbols.removeAll(keepingCapacity: true)
    for index in bounds {
      let word = tokens[index].word
      let named = Int(word) < rules.namedWords.count && rules.namedWords[Int(word)]
      work.symbols.append(cache.symbol(classes[index], named ? word : 0, of: rules.automaton))
    }
    for first in bounds {
      var state = cache.begin(work.symbols[first - bounds.lowerBound], of: rules.automaton)
      guard state != LazyAutomaton.dead else { continue }
      work.longest.removeAll(keepingCapacity: true)
      var index = first + 1
      while state != LazyAutomaton.dead {
        for accepted in cache.accepted(by: state) {
          note(cache.pattern(at: accepted), first, index, bounds, tokens, classes, &work.longest)
        }
        guard index < bounds.upperBound else { break }
        state = cache.step(state, work.symbols[index - bounds.lowerBound], of: rules.automaton)
        index += 1
      }
      for match in work.longest where match.end > first {
        let rule = rules.rules[Int(match.rule)]
        let length = Int32(truncatingIfNeeded: min(match.end - first, 64))
        work.add(
          Arc(first: first, end: match.end, label: rule.label, weight: rule.weight * length, rule: UInt32(match.rule)))
      }
    }
  }

  /// Notes a match that fits its surroundings; what stands before is looked at once for each rule and start.
  @inline(__always)
  private func note(
    _ number: Int16, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ tokens: [Token], _ classes: [ClassMask],
    _ longest: inout [(rule: Int16, end: Int)]
  ) {
    let rule = rules.rules[Int(number)]
    var slot = 0
    while slot < longest.count, longest[slot].rule != number { slot += 1 }
    if slot == longest.count {
      let fits =
        (rule.before.isEmpty || matches(rule.before, tokens, classes, at: first - 1, step: -1, in: bounds))
        && !matches(rule.notBefore, tokens, classes, at: first - 1, step: -1, in: bounds)
      longest.append((number, fits ? first : -1))
    }
    guard longest[slot].end >= 0 else { return }
    guard rule.after.isEmpty || matches(rule.after, tokens, classes, at: end, step: 1, in: bounds),
      !matches(rule.notAfter, tokens, classes, at: end, step: 1, in: bounds)
    else { return }
    longest[slot].end = end
  }

  @inline(__always)
  private func matches(
    _ lines: Range<Int32>, _ tokens: [Token], _ classes: [ClassMask], at start: Int, step: Int, in bounds: Range<Int>
  ) -> Bool {
    var line = lines.lowerBound
    while line < lines.upperBound {
      if rules.contexts.matches(line, tokens, classes, at: start, step: step, in: bounds) { return true }
      line += 1
    }
    return false
  }
}
