/// Finds the clauses of a sentence in one pass over its phrases: no parse tree, every decision by the nearest words.
struct ClauseParser: Sendable {
  let words: ClauseWords

  /// Where a run of phrases belongs: the sentence, a relative clause, a quotation or a subordinate clause.
  private struct Context {
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
      case .relative:
        var context = Context()
        context.isRelative = true
        context.antecedent = lastMention(before: index, range, analysis).map { [$0] } ?? []
        if stack.count < 16 { stack.append(context) }
      case .subordinator:
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
  private func finish(_ result: inout Result, _ range: Range<Int>, _ analysis: borrowing Analysis) {
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
  private func isInverted(_ clause: Clause, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard let first = clause.objects.first, analysis.mentions[first].isActor else { return false }
    guard clause.item > range.lowerBound else { return false }
    let before = analysis.items[clause.item - 1].kind
    return before == .quote || before == .comma || words.isBe(analysis.verbGroups[clause.verb].lemma)
  }

  /// The item after the bracket that closes the one at `index`.
  private func closing(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    var at = index + 1
    while at < range.upperBound, at < index + 16 {
      if analysis.items[at].kind == .close { return at + 1 }
      at += 1
    }
    return index + 1
  }

  /// A comma ends a relative clause unless its verb phrase or a list goes on.
  private func popRelative(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ analysis: borrowing Analysis
  ) {
    guard stack.count > 1, stack[stack.count - 1].isRelative, stack[stack.count - 1].lastFinite >= 0 else { return }
    guard index + 1 < range.upperBound else { return }
    let next = analysis.items[index + 1].kind
    if next == .preposition || next == .mention { stack.removeLast() }
  }

  /// Whether a quotation at `index` holds clauses of its own rather than a word or two.
  private func startsClause(_ index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    var at = index + 1
    var hasMention = false
    while at < range.upperBound, analysis.items[at].kind != .quote {
      if analysis.items[at].kind == .mention { hasMention = true }
      if analysis.items[at].kind == .verb, hasMention { return true }
      at += 1
    }
    return false
  }

  private func lastMention(before index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int? {
    var at = index - 1
    while at >= range.lowerBound, at > index - 4 {
      if analysis.items[at].kind == .mention { return analysis.items[at].index }
      if analysis.items[at].kind == .verb { return nil }
      at -= 1
    }
    return nil
  }

  // MARK: noun groups

  /// The coordinated groups that begin at `index`, and the item after them.
  private func list(at index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> (members: [Int], next: Int) {
    var members = [analysis.items[index].index]
    var end = index + 1
    var at = index + 1
    while at < range.upperBound, members.count < 256 {
      var next = at
      var isLast = false
      if analysis.items[next].kind == .comma { next += 1 }
      if next < range.upperBound, analysis.items[next].kind == .conjunction {
        isLast = words.isAdditive(analysis.tokens[analysis.items[next].first].word)
        guard isLast else { break }
        next += 1
      }
      guard next > at, next < range.upperBound, analysis.items[next].kind == .mention else { break }
      let member = analysis.items[next].index
      guard isAlike(members[0], member, analysis), !(isLast && isPairOfObjects(members[0], next, range, analysis))
      else {
        break
      }
      members.append(member)
      if isLast {
        end = next + 1
        at = end
        guard at < range.upperBound, analysis.items[at].kind == .conjunction else { return (members, end) }
      } else {
        at = next + 1
      }
    }
    if end == index + 1, members.count == 2, isHeadlinePair(at, range, analysis) { return (members, at) }
    let kept = analysis.items[index..<end].reduce(0) { $0 + ($1.kind == .mention ? 1 : 0) }
    return (Array(members.prefix(max(kept, 1))), end)
  }

  /// `Japan, Italy agree`: two names and a comma right before a verb.
  private func isHeadlinePair(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard next < range.upperBound, analysis.items[next].kind == .verb, next - 3 == range.lowerBound else {
      return false
    }
    let (left, right) = (
      analysis.mentions[analysis.items[next - 3].index], analysis.mentions[analysis.items[next - 1].index]
    )
    return left.kind == .name && right.kind == .name && left.category == right.category
  }

  /// `named A minister and B judge`: the group after the conjunction has a post of its own.
  private func isPairOfObjects(_ first: Int, _ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard analysis.mentions[first].kind == .title, next + 1 < range.upperBound else { return false }
    return analysis.items[next + 1].kind == .mention
  }

  private func isAlike(_ left: Int, _ right: Int, _ analysis: borrowing Analysis) -> Bool {
    let (first, second) = (analysis.mentions[left], analysis.mentions[right])
    if first.isActor, second.isActor { return true }
    if first.kind == .pronoun || second.kind == .pronoun { return first.isActor && second.isActor }
    return first.isActor == second.isActor || first.category == .place && second.category == .state
  }

  private func addMention(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ result: inout Result, _ analysis: borrowing Analysis
  ) -> Int {
    let (members, next) = list(at: index, range, analysis)
    if index > range.lowerBound, analysis.items[index - 1].kind == .preposition,
      words.canSubordinate(analysis.tokens[analysis.items[index - 1].first].word),
      isFollowedByVerb(next, range, analysis),
      stack.count < 16
    {
      var context = Context()
      context.parent = stack[stack.count - 1].lastClause
      context.linker = analysis.tokens[analysis.items[index - 1].first].word
      context.free = [members]
      stack.append(context)
      return next
    }
    let top = stack.count - 1
    let last = stack[top].lastClause
    if index > range.lowerBound, analysis.items[index - 1].kind == .preposition {
      if last < 0, stack[top].free.isEmpty, members.count > 1, isFollowedByVerb(next, range, analysis) {
        // `According to X, A and B signed`: the phrase ends at the comma.
        addPhrase([members[0]], index, &stack, &result, range, analysis)
        return index + 1
      }
      addPhrase(members, index, &stack, &result, range, analysis)
      return next
    }
    let previous = index > range.lowerBound ? analysis.items[index - 1].kind : .stop
    if last >= 0, previous == .conjunction, addPair(members, next, range, &result, last, analysis) { return next + 1 }
    if last >= 0, previous != .comma || isAfterParenthesis(last, next, range, result, analysis),
      previous != .conjunction,
      previous != .subordinator
    {
      if result.clauses[last].objects.isEmpty || result.clauses[last].hasObjectGap,
        result.clauses[last].phrases.allSatisfy(\.isFronted) || previous == .verb
          || beginsObject(members, previous, analysis)
      {
        result.clauses[last].objects = members
        result.clauses[last].hasObjectGap = false
      } else if result.clauses[last].secondObjects.isEmpty, previous == .mention {
        result.clauses[last].secondObjects = members
      }
    }
    stack[top].free.append(members)
    return next
  }

  /// `appointed A minister and B judge`: a second pair of objects becomes a clause of its own.
  private func addPair(
    _ members: [Int], _ next: Int, _ range: Range<Int>, _ result: inout Result, _ last: Int,
    _ analysis: borrowing Analysis
  ) -> Bool {
    guard !result.clauses[last].secondObjects.isEmpty, members.count == 1, next < range.upperBound,
      analysis.items[next].kind == .mention
    else { return false }
    var twin = result.clauses[last]
    twin.objects = members
    twin.secondObjects = [analysis.items[next].index]
    result.clauses.append(twin)
    return true
  }

  /// Whether the object comes after a parenthesis between commas (`visited, for the first time, the town`).
  private func isAfterParenthesis(
    _ last: Int, _ next: Int, _ range: Range<Int>, _ result: Result, _ analysis: borrowing Analysis
  ) -> Bool {
    let clause = result.clauses[last]
    guard clause.objects.isEmpty, clause.item + 1 < range.upperBound, analysis.items[clause.item + 1].kind == .comma
    else {
      return false
    }
    return !isFollowedByVerb(next, range, analysis)
  }

  private func isFollowedByVerb(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    var at = next
    while at < range.upperBound, analysis.items[at].kind == .adverb { at += 1 }
    guard at < range.upperBound, analysis.items[at].kind == .verb else { return false }
    return analysis.verbGroups[analysis.items[at].index].form == .finite
  }

  /// Whether a group right after a phrase or date is the verb's object (`signed with Namibia a treaty`).
  private func beginsObject(_ members: [Int], _ previous: PhraseItem.Kind, _ analysis: borrowing Analysis) -> Bool {
    guard previous == .mention || previous == .date || previous == .adverb || previous == .comma,
      let first = members.first
    else {
      return false
    }
    let group = analysis.mentions[first]
    return group.determiner != .none || group.kind == .name || group.kind == .title
  }

  private func addPhrase(
    _ members: [Int], _ index: Int, _ stack: inout [Context], _ result: inout Result, _ range: Range<Int>,
    _ analysis: borrowing Analysis
  ) {
    let top = stack.count - 1
    let last = stack[top].lastClause
    let before = index - 2
    let isAfterMention = before >= range.lowerBound && analysis.items[before].kind == .mention
    var phrase = Phrase(
      preposition: analysis.tokens[analysis.items[index - 1].first].word, item: index - 1, mentions: members,
      after: isAfterMention ? analysis.items[before].index : -1)
    if last >= 0 {
      result.clauses[last].phrases.append(phrase)
    } else {
      phrase.isFronted = stack[top].free.isEmpty
      stack[top].leading.append(phrase)
    }
    result.phrases.append(phrase)
  }

  // MARK: verbs

  private func addVerb(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ result: inout Result, _ analysis: borrowing Analysis
  ) {
    let item = analysis.items[index]
    let group = analysis.verbGroups[item.index]
    var before = index - 1
    while before >= range.lowerBound, analysis.items[before].kind == .adverb || analysis.items[before].kind == .close {
      before -= 1
    }
    let previous = before >= range.lowerBound ? analysis.items[before].kind : .stop
    var clause = Clause(verb: item.index, item: index)
    clause.isPassive = group.isPassive
    var top = stack.count - 1
    clause.isConditional = stack.contains { $0.isConditional }
    switch group.form {
    case .infinitive: placeInfinitive(&clause, before, previous, stack[top], result, analysis)
    case .gerund: placeGerund(&clause, before, previous, stack[top], result, analysis)
    default:
      if isReduced(group, index, before, previous, range, stack[top], result, analysis) {
        clause.isPassive = true
        clause.link = .reduced
        clause.parent = stack[top].lastClause
        if previous == .mention {
          clause.subjects = [analysis.items[before].index]
        } else {
          clause.subjects = stack[top].free.last ?? subject(of: stack[top].lastClause, result)
        }
      } else {
        if stack[top].isRelative, stack[top].lastFinite >= 0, previous != .conjunction, stack.count > 1 {
          stack.removeLast()
          top -= 1
        }
        placeFinite(&clause, group, index, before, previous, &stack, &result, analysis)
        top = stack.count - 1
      }
    }
    if clause.link == .none || clause.link == .relative || clause.link == .complement {
      clause.phrases = stack[top].leading
      clause.dates = stack[top].dates
      stack[top].leading = []
      stack[top].dates = []
      for waiting in stack[top].waiting where result.clauses[waiting].subjects.isEmpty {
        result.clauses[waiting].subjects = clause.subjects
      }
      stack[top].waiting = []
      stack[top].lastFinite = result.clauses.count
    } else if clause.subjects.isEmpty {
      stack[top].waiting.append(result.clauses.count)
    }
    if clause.link != .reduced || stack[top].lastFinite >= 0 { stack[top].free = [] }
    stack[top].lastClause = result.clauses.count
    result.clauses.append(clause)
  }

  private func subject(of clause: Int, _ result: Result) -> [Int] {
    clause >= 0 ? result.clauses[clause].subjects : []
  }

  private func placeInfinitive(
    _ clause: inout Clause, _ before: Int, _ previous: PhraseItem.Kind, _ context: Context, _ result: Result,
    _ analysis: borrowing Analysis
  ) {
    clause.link = .infinitive
    clause.parent = context.lastClause
    guard clause.parent >= 0 else {
      if previous == .mention { clause.scopeNoun = analysis.items[before].index }
      if let free = context.free.last {
        clause.subjects = owner(of: free, analysis) ?? free
      }
      return
    }
    let parent = result.clauses[clause.parent]
    let lemma = analysis.verbGroups[parent.verb].lemma
    if previous == .mention, analysis.mentions[analysis.items[before].index].kind == .description {
      clause.scopeNoun = analysis.items[before].index
    }
    if !parent.isPassive, words.isObjectControl(lemma), !parent.objects.isEmpty {
      clause.subjects = parent.objects
    } else if !parent.isPassive, words.isObjectControl(lemma), let phrase = parent.phrases.last,
      words.isCallOn(phrase.preposition)
    {
      clause.subjects = phrase.mentions
    } else {
      clause.subjects = parent.subjects
      if clause.scopeNoun >= 0, let owner = owner(of: [clause.scopeNoun], analysis) { clause.subjects = owner }
    }
  }

  private func owner(of groups: [Int], _ analysis: borrowing Analysis) -> [Int]? {
    guard let first = groups.first, analysis.mentions[first].owner >= 0 else { return nil }
    return [Int(analysis.mentions[first].owner)]
  }

  private func placeGerund(
    _ clause: inout Clause, _ before: Int, _ previous: PhraseItem.Kind, _ context: Context, _ result: Result,
    _ analysis: borrowing Analysis
  ) {
    clause.parent = context.lastClause
    clause.link = previous == .preposition || previous == .verb ? .gerund : .participle
    if previous == .preposition || previous == .subordinator {
      clause.linker = analysis.tokens[analysis.items[before].first].word
    }
    if previous == .mention, context.lastClause < 0 || context.free.last?.last == analysis.items[before].index {
      let group = analysis.items[before].index
      if analysis.mentions[group].isActor {
        clause.subjects = context.free.last ?? [group]
        return
      }
    }
    clause.subjects = subject(of: clause.parent, result)
    if clause.subjects.isEmpty, clause.parent < 0, previous == .comma, let free = context.free.first {
      clause.subjects = free
    }
  }

  /// Whether a past form is a reduced relative (`the treaty signed by Chile`) rather than the clause's verb.
  private func isReduced(
    _ group: VerbGroup, _ index: Int, _ before: Int, _ previous: PhraseItem.Kind, _ range: Range<Int>,
    _ context: Context, _ result: Result, _ analysis: borrowing Analysis
  ) -> Bool {
    guard group.first == group.verb else { return false }
    let isUnknown = group.lemma == WordGrammar.none
    guard isUnknown || words.canBeParticiple(analysis.tokens[group.verb].word) else { return false }
    if group.form == .participle { return true }
    guard isUnknown || words.isPast(analysis.tokens[group.verb].word) else { return false }
    let next = index + 1 < range.upperBound ? analysis.items[index + 1] : nil
    let isAgentNext = next.map { $0.kind == .preposition && words.isBy(analysis.tokens[$0.first].word) } ?? false
    if isAgentNext, previous == .mention || previous == .comma { return true }
    if index == range.lowerBound { return next?.kind == .preposition }
    if previous == .comma, context.lastFinite < 0, context.lastClause < 0, !context.free.isEmpty, let next,
      next.kind != .subordinator
    {
      return laterFinite(after: index, range, analysis, acrossComma: true)
    }
    guard previous == .mention, let next, next.kind != .mention, next.kind != .verb else { return false }
    let noun = analysis.mentions[analysis.items[before].index]
    if context.lastFinite < 0 || context.lastClause < 0 {
      return laterFinite(after: index, range, analysis) && next.kind == .preposition
    }
    let lemma = analysis.verbGroups[result.clauses[context.lastClause].verb].lemma
    return !words.isSpeech(lemma) && context.isRelative == false && !noun.isActor
  }

  /// Whether the sentence's verb is still to come; `acrossComma` when a comma must stand right before it.
  private func laterFinite(
    after index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis, acrossComma: Bool = false
  ) -> Bool {
    var at = index + 1
    while at < range.upperBound, at < index + 14 {
      let item = analysis.items[at]
      if item.kind == .comma, acrossComma {
        guard at + 1 < range.upperBound, analysis.items[at + 1].kind == .verb else { return false }
        return analysis.verbGroups[analysis.items[at + 1].index].form == .finite
      }
      if item.kind == .stop || item.kind == .comma || item.kind == .subordinator || item.kind == .relative {
        return false
      }
      if item.kind == .conjunction, at + 1 < range.upperBound, analysis.items[at + 1].kind == .verb { return false }
      if item.kind == .verb { return !acrossComma && analysis.verbGroups[item.index].form == .finite }
      at += 1
    }
    return false
  }

  private func placeFinite(
    _ clause: inout Clause, _ group: VerbGroup, _ index: Int, _ before: Int, _ previous: PhraseItem.Kind,
    _ stack: inout [Context], _ result: inout Result, _ analysis: borrowing Analysis
  ) {
    let top = stack.count - 1
    let context = stack[top]
    if context.isRelative, context.lastFinite < 0, context.free.isEmpty {
      clause.link = .relative
      clause.subjects = context.antecedent
      return
    }
    if context.isRelative, context.lastFinite < 0, let own = context.free.last {
      clause.subjects = own
      clause.objects = clause.isPassive ? [] : context.antecedent
      clause.hasObjectGap = true
      clause.link = .complement
      clause.parent = stack.count > 1 ? stack[top - 1].lastClause : -1
      return
    }
    if context.lastClause >= 0,
      previous == .conjunction || previous == .comma && context.free.isEmpty
        || previous == .comma && isObject(context.free, of: context.lastClause, result)
    {
      let last = result.clauses[context.lastClause]
      if last.link == .infinitive, words.isBase(analysis.tokens[group.verb].word), group.first == group.verb {
        clause.link = .infinitive
        clause.parent = last.parent
        clause.scopeNoun = last.scopeNoun
        clause.subjects = last.subjects
      } else {
        let finite = context.lastFinite >= 0 ? context.lastFinite : context.lastClause
        clause.subjects = result.clauses[finite].subjects
        clause.parent = result.clauses[finite].parent
        clause.link = result.clauses[finite].link == .complement ? .complement : .none
        clause.linker = result.clauses[finite].linker
        let shared = analysis.verbGroups[result.clauses[finite].verb]
        if group.first == group.verb, shared.modality != .actual, words.isBase(analysis.tokens[group.verb].word) {
          clause.parent = finite
          clause.link = .adjunct
        }
      }
      return
    }
    clause.parent = context.parent
    clause.linker = context.linker
    if context.parent >= 0 { clause.link = .complement }
    guard let nearest = context.free.last else {
      clause.subjects = stack.dropLast().last { !$0.free.isEmpty }?.free.first ?? []
      if context.isRelative { clause.subjects = context.antecedent }
      return
    }
    clause.subjects = previous == .comma && context.lastFinite < 0 ? context.free[0] : nearest
    guard context.lastClause >= 0, context.lastFinite >= 0 else { return }
    let last = context.lastClause
    if result.clauses[last].objects == nearest, group.first == group.verb,
      words.isBase(analysis.tokens[group.verb].word),
      nearest.count == 1, !analysis.mentions[nearest[0]].isPlural
    {
      // `help Ukraine train pilots`: a base form after a singular is no finite verb.
      clause.link = .infinitive
      clause.parent = last
      return
    }
    if result.clauses[last].objects == nearest, words.isSpeech(analysis.verbGroups[result.clauses[last].verb].lemma) {
      result.clauses[last].objects = []
      clause.parent = last
      clause.link = .complement
    } else if result.clauses[last].objects == nearest, nearest.count > 1 {
      result.clauses[last].objects = Array(nearest.dropLast())
      clause.subjects = [nearest[nearest.count - 1]]
    } else if let phrase = result.clauses[last].phrases.last, phrase.mentions == nearest, nearest.count > 1 {
      clause.subjects = [nearest[nearest.count - 1]]
    } else if words.isSpeech(analysis.verbGroups[result.clauses[last].verb].lemma), context.free.count == 1 {
      clause.parent = last
      clause.link = .complement
    }
  }

  private func isObject(_ free: [[Int]], of clause: Int, _ result: Result) -> Bool {
    free.allSatisfy { result.clauses[clause].objects == $0 || result.clauses[clause].secondObjects == $0 }
  }
}
