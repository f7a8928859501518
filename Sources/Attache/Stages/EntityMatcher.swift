/// Runs the entity rules over a sentence.
struct EntityMatcher: Sendable {
  let rules: EntityRules

  /// A rule's match: longest for its rule and start whose surroundings fit.
  struct Match {
    var first: Int
    var end: Int
    var rule: UInt32
  }

  /// Calls `report` for every match inside `bounds`.
  func run(
    over bounds: Range<Int>, tokens: [Token], classes: [ClassMask], cache: inout LazyAutomaton,
    symbols: inout [UInt32], report: (Match) -> Void
  ) {
    guard !rules.rules.isEmpty else { return }
    cache.trim()
    symbols.removeAll(keepingCapacity: true)
    for index in bounds {
      let word = tokens[index].word
      let named = Int(word) < rules.namedWords.count && rules.namedWords[Int(word)]
      symbols.append(cache.symbol(classes[index], named ? word : 0, of: rules.automaton))
    }
    for first in bounds {
      var state = cache.begin(symbols[first - bounds.lowerBound], of: rules.automaton)
      var longest: [(rule: Int16, end: Int)] = []
      var index = first + 1
      while state != LazyAutomaton.dead {
        for rule in cache.accepted(by: state) where fits(Int(rule), first, index, bounds, tokens, classes) {
          if let known = longest.firstIndex(where: { $0.rule == rule }) {
            longest[known].end = index
          } else {
            longest.append((rule, index))
          }
        }
        guard index < bounds.upperBound else { break }
        state = cache.step(state, symbols[index - bounds.lowerBound], of: rules.automaton)
        index += 1
      }
      for match in longest { report(Match(first: first, end: match.end, rule: UInt32(match.rule))) }
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
