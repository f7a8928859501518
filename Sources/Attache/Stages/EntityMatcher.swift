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
        for rule in cache.accepted(by: state) where fits(Int(rule), first, index, bounds, tokens, classes) {
          if let known = work.longest.firstIndex(where: { $0.rule == rule }) {
            work.longest[known].end = index
          } else {
            work.longest.append((rule, index))
          }
        }
        guard index < bounds.upperBound else { break }
        state = cache.step(state, work.symbols[index - bounds.lowerBound], of: rules.automaton)
        index += 1
      }
      for match in work.longest {
        let rule = rules.rules[Int(match.rule)]
        let length = Int32(truncatingIfNeeded: min(match.end - first, 64))
        work.add(
          Arc(first: first, end: match.end, label: rule.label, weight: rule.weight * length, rule: UInt32(match.rule)))
      }
    }
  }

  private func fits(
    _ rule: Int, _ first: Int, _ end: Int, _ bounds: Range<Int>, _ tokens: [Token], _ classes: [ClassMask]
  ) -> Bool {
    let rule = rules.rules[rule]
    if let before = rule.before, !before.matches(tokens, classes, at: first - 1, step: -1, in: bounds) { return false }
    if let after = rule.after, !after.matches(tokens, classes, at: end, step: 1, in: bounds) { return false }
    if let not = rule.notBefore, not.matches(tokens, classes, at: first - 1, step: -1, in: bounds) { return false }
    if let not = rule.notAfter, not.matches(tokens, classes, at: end, step: 1, in: bounds) { return false }
    return true
  }
}
