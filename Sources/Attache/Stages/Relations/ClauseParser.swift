/// Finds the clauses of a sentence in one pass over its phrases: no parse tree, every decision by the nearest words.
struct ClauseParser: Sendable {
  let words: ClauseWords

  /// Where a run of phrases belongs: the sentence, a relative clause, a quotation or a subordinate clause.
  struct Context {
    var free: [[Int]] = []
    var lastClause = -1
    var lastFinite = -1
    var antecedent: [Int] = []
    var isRelative = false
    var isConditional = false
    var parent = -1
    var linker: UInt32 = 0
    var leading: [Phrase] = []
    var dates: [Int] = []
    var waiting: [Int] = []
  }

  /// The result of a sentence.
  struct Result {
    var clauses: [Clause] = []
    /// Prepositional phrases in text order, wherever they belong.
    var phrases: [Phrase] = []
    /// For a noun group the one who stands for it: `a delegation led by X`.
    var standIns: [Int: Int] = [:]
  }

  /// The clauses of one sentence's items.
  func parse(_ range: Range<Int>, _ analysis: borrowing Analysis) -> Result {
    var result = Result()
    result.clauses.reserveCapacity(range.reduce(1) { $0 + (analysis.items[$1].kind == .verb ? 1 : 0) })
    var stack = [Context()]
    var index = range.lowerBound
    var isQuoted = false
    var quoteStart = -1
    var quotation: Range<Int>?
    while index < range.upperBound {
      let item = analysis.items[index]
      var next = index + 1
      switch item.kind {
      case .mention: next = addMention(at: index, range, &stack, &result, analysis)
      case .date:
        let top = stack.count - 1
        if stack[top].lastClause >= 0 {
          result.clauses[stack[top].lastClause].dates.append(item.index)
        } else {
          stack[top].dates.append(item.index)
        }
      case .verb:
        addVerb(at: index, range, &stack, &result, analysis)
        result.clauses[result.clauses.count - 1].quotation = quotation
      case .open: next = closing(index, range, analysis)
      case .comma: popRelative(at: index, range, &stack, analysis)
      case .relative where !isContent(index, range, analysis):
        pushRelative(at: index, range, &stack, analysis)
      case .subordinator where isObjectRelative(index, range, analysis):
        pushRelative(at: index, range, &stack, analysis)
      case .subordinator, .relative:
        let word = analysis.tokens[item.first].word
        var context = Context()
        context.parent = stack[stack.count - 1].lastClause
        context.linker = word
        context.isConditional = words.isConditional(word)
        if stack.count < 16 { stack.append(context) }
      case .quote:
        isQuoted.toggle()
        if isQuoted {
          quoteStart = item.end
        } else if quoteStart >= 0, quoteStart < item.first {
          quotation = quoteStart..<item.first
        }
        if isQuoted, startsClause(index, range, analysis), stack.count < 16 {
          var context = Context()
          context.parent = stack[stack.count - 1].lastClause
          stack.append(context)
        } else if !isQuoted, stack.count > 1, !stack[stack.count - 1].isRelative {
          stack.removeLast()
        }
      case .stop:
        if !words.isDash(analysis.tokens[item.first].word) { stack = [Context()] }
      default: break
      }
      index = next
    }
    finish(&result, range, analysis)
    for index in result.clauses.indices { result.clauses[index].end = range.upperBound }
    for index in result.clauses.indices.dropFirst() {
      result.clauses[index - 1].end = result.clauses[index].item
    }
    return result
  }

  /// What only the whole sentence tells: inverted subjects, objects shared by coordinated verbs, stand-ins.
  func finish(_ result: inout Result, _ range: Range<Int>, _ analysis: borrowing Analysis) {
    for index in result.clauses.indices {
      let clause = result.clauses[index]
      let group = analysis.verbGroups[clause.verb]
      let isFinite = group.form == .finite && clause.link != .reduced
      if isFinite, !clause.isPassive, clause.subjects.isEmpty, isInverted(clause, range, analysis) {
        result.clauses[index].subjects = clause.objects
        result.clauses[index].objects = clause.secondObjects
        result.clauses[index].secondObjects = []
        for earlier in 0..<index where result.clauses[earlier].subjects.isEmpty {
          result.clauses[earlier].subjects = clause.objects
        }
      }
      if clause.isPassive, clause.link == .reduced, words.isLeading(group.lemma), let group = clause.subjects.first,
        let agent = clause.phrases.first(where: { words.isBy($0.preposition) })?.mentions.first
      {
        result.standIns[group] = agent
      }
    }
    for index in result.clauses.indices.dropLast().reversed() {
      let (clause, next) = (result.clauses[index], result.clauses[index + 1])
      guard clause.item < next.item else { continue }
      let between = analysis.items[(clause.item + 1)..<next.item]
      if clause.objects.isEmpty, clause.phrases.isEmpty || clause.phrases.allSatisfy(\.isFronted),
        !next.objects.isEmpty,
        !clause.isPassive, !next.isPassive, clause.subjects == next.subjects, !between.isEmpty,
        between.allSatisfy({ $0.kind == .comma || $0.kind == .conjunction || $0.kind == .adverb })
      {
        result.clauses[index].objects = next.objects
      }
    }
  }

  /// `"…," vowed X`, `Present were X and Y`: the subject follows the verb.
  func isInverted(_ clause: Clause, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard let first = clause.objects.first, analysis.mentions[first].isActor else { return false }
    guard clause.item > range.lowerBound else { return false }
    let before = analysis.items[clause.item - 1].kind
    return before == .quote || before == .comma || words.isBe(analysis.verbGroups[clause.verb].lemma)
  }

  /// The item after the bracket that closes the one at `index`.
  func closing(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index + 1
    while at < range.upperBound, at < index + 16 {
      if analysis.items[at].kind == .close { return at + 1 }
      at += 1
    }
    return index + 1
  }

  /// Whether a quotation at `index` holds clauses of its own rather than a word or two.
  func startsClause(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    var at = index + 1
    var hasMention = false
    while at < range.upperBound, analysis.items[at].kind != .quote {
      if analysis.items[at].kind == .mention { hasMention = true }
      if analysis.items[at].kind == .verb, hasMention { return true }
      at += 1
    }
    return false
  }
}
