/// Verb groups of a clause: where each belongs and who its subject is.
extension ClauseParser {
  func addVerb(
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
        } else if previous == .comma,
          isDoneToThing(group, before, previous, next(after: index, range, analysis), range, analysis)
        {
          clause.subjects = [analysis.items[before - 1].index]
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
    // `a plan to visit Oslo was dropped`: who visits isn't said.
    let isOfSubject =
      clause.link == .reduced || clause.link == .infinitive && clause.parent < 0 && clause.scopeNoun >= 0
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
    } else if clause.subjects.isEmpty, !isOfSubject {
      stack[top].waiting.append(result.clauses.count)
    }
    if !isOfSubject || stack[top].lastFinite >= 0 { stack[top].free = [] }
    stack[top].lastClause = result.clauses.count
    result.clauses.append(clause)
  }

  func subject(of clause: Int, _ result: Result) -> [Int] {
    clause >= 0 ? result.clauses[clause].subjects : []
  }

  func placeInfinitive(
    _ clause: inout Clause, _ before: Int, _ previous: PhraseItem.Kind, _ context: Context, _ result: Result,
    _ analysis: borrowing Analysis
  ) {
    clause.link = .infinitive
    clause.parent = context.lastClause
    guard clause.parent >= 0 else {
      if previous == .mention { clause.scopeNoun = analysis.items[before].index }
      if let free = context.free.last {
        let isActor = free.first.map { analysis.mentions[$0].isActor } ?? false
        let isName = free.first.map { analysis.mentions[$0].kind == .name } ?? false
        clause.subjects = isName ? free : owner(of: free, analysis) ?? (isActor ? free : [])
      }
      return
    }
    let parent = result.clauses[clause.parent]
    let lemma = analysis.verbGroups[parent.verb].lemma
    if clause.isPassive, !words.isScoping(lemma), let noun = done(before, previous, analysis) {
      // `a treaty to be signed in May`, `their meeting, to be hosted by X`
      clause.subjects = [noun]
      clause.parent = -1
      return
    }
    if parent.hasObjectGap, !parent.objects.isEmpty {
      // `the pact that A agreed to sign`: the antecedent is the object of the infinitive.
      clause.objects = parent.objects
      clause.hasObjectGap = true
    }
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

  /// The thing right before a passive infinitive.
  private func done(_ before: Int, _ previous: PhraseItem.Kind, _ analysis: borrowing Analysis) -> Int? {
    let at = previous == .comma ? before - 1 : before
    guard at >= 0, analysis.items[at].kind == .mention else { return nil }
    let noun = analysis.mentions[analysis.items[at].index]
    return noun.category == .document || noun.category == .event ? analysis.items[at].index : nil
  }

  func owner(of groups: [Int], _ analysis: borrowing Analysis) -> [Int]? {
    guard let first = groups.first, analysis.mentions[first].owner >= 0 else { return nil }
    return [Int(analysis.mentions[first].owner)]
  }

  func placeGerund(
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

  /// Whether someone who can act stands after the preposition: `by the minister`, not `by bus`.
  private func isActor(after index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard let item = next(after: index, range, analysis), item.kind == .mention else { return false }
    return analysis.mentions[item.index].isActor
  }

  private func next(after index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> PhraseItem? {
    index + 1 < range.upperBound ? analysis.items[index + 1] : nil
  }

  /// Whether a past form is a reduced relative (`the treaty signed by Chile`) rather than the clause's verb.
  func isReduced(
    _ group: VerbGroup, _ index: Int, _ before: Int, _ previous: PhraseItem.Kind, _ range: Range<Int>,
    _ context: Context, _ result: Result, _ analysis: borrowing Analysis
  ) -> Bool {
    guard group.first == group.verb else { return false }
    let isUnknown = group.lemma == WordGrammar.none
    guard isUnknown || words.canBeParticiple(analysis.tokens[group.verb].word) else { return false }
    if group.form == .participle { return true }
    // `the treaty that A and B signed in May`: the relative clause needs its verb.
    if context.isRelative, context.lastFinite < 0, !context.free.isEmpty { return false }
    guard isUnknown || words.isPast(analysis.tokens[group.verb].word) else { return false }
    let next = next(after: index, range, analysis)
    let isAgentNext = next.map { $0.kind == .preposition && words.isBy(analysis.tokens[$0.first].word) } ?? false
    let isTravel = words.isMotion(group.lemma) && !isActor(after: index + 1, range, analysis)
    if isAgentNext, !isTravel, previous == .mention || previous == .comma { return true }
    if index == range.lowerBound { return next?.kind == .preposition }
    if isDoneToThing(group, before, previous, next, range, analysis) { return true }
    if previous == .comma, context.lastFinite < 0, context.lastClause < 0, !context.free.isEmpty, let next,
      next.kind != .subordinator
    {
      return laterFinite(after: index, range, analysis, acrossComma: true)
    }
    guard previous == .mention, let next, next.kind != .mention, next.kind != .verb else { return false }
    // `Has A committed to help?`
    if context.lastClause >= 0, result.clauses[context.lastClause].item + 1 == before,
      words.isAuxiliary(analysis.tokens[analysis.verbGroups[result.clauses[context.lastClause].verb].verb].word)
    {
      return false
    }
    // `…, her office said.`
    if words.isSpeech(group.lemma), before > range.lowerBound,
      analysis.items[before - 1].kind == .comma || analysis.items[before - 1].kind == .quote
    {
      return false
    }
    let noun = analysis.mentions[analysis.items[before].index]
    // A pronoun or a person's name takes a comma before what is said of it.
    guard noun.kind != .pronoun, noun.kind != .name || noun.category != .person else { return false }
    if context.lastFinite < 0 || context.lastClause < 0 {
      return laterFinite(after: index, range, analysis) && next.kind == .preposition
    }
    let lemma = analysis.verbGroups[result.clauses[context.lastClause].verb].lemma
    return !words.isSpeech(lemma) && context.isRelative == false
      && (!noun.isActor
        || next.kind == .preposition && result.clauses[context.lastClause].objects.last == analysis.items[before].index)
  }

  /// `the truce agreed on 27 November`, `a treaty, signed in May, …`: what a thing can't do is done to it.
  private func isDoneToThing(
    _ group: VerbGroup, _ before: Int, _ previous: PhraseItem.Kind, _ next: PhraseItem?, _ range: Range<Int>,
    _ analysis: borrowing Analysis
  ) -> Bool {
    guard words.isPerformed(group.lemma) else { return false }
    var at = before
    if previous == .comma { at -= 1 }
    guard at >= range.lowerBound, analysis.items[at].kind == .mention else { return false }
    let noun = analysis.mentions[analysis.items[at].index]
    guard noun.kind == .description, noun.category == .document || noun.category == .event else { return false }
    switch next?.kind {
    case .preposition, .date, .adverb, .subordinator: return true
    case .mention: return next.map { words.isMeasure(analysis.mentions[$0.index]) } ?? false
    default: return false
    }
  }

  /// Whether the sentence's verb is still to come; `acrossComma` when a comma must stand right before it.
  func laterFinite(
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

  func placeFinite(
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
      clause.link = .relative
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
        var finite = context.lastFinite >= 0 ? context.lastFinite : context.lastClause
        if let reporting = reporting(finite, beside: group, result, analysis) { finite = reporting }
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
    if context.lastFinite < 0, context.lastClause >= 0, context.free.count > 1,
      context.free[0].contains(result.clauses[context.lastClause].scopeNoun)
    {
      // `a plan to meet X was dropped`
      clause.subjects = context.free[0]
    }
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

  /// `said that X would come and praised Y`: a plain past form after an auxiliary goes on with the reporting verb.
  private func reporting(
    _ finite: Int, beside group: VerbGroup, _ result: Result, _ analysis: borrowing Analysis
  ) -> Int? {
    let reported = result.clauses[finite]
    guard reported.link == .complement, reported.parent >= 0, !reported.isPassive else { return nil }
    let auxiliary = analysis.verbGroups[reported.verb]
    let above = analysis.verbGroups[result.clauses[reported.parent].verb]
    guard auxiliary.first != auxiliary.verb, group.first == group.verb, above.first == above.verb,
      words.isSpeech(above.lemma), words.isPast(analysis.tokens[group.verb].word),
      words.isPast(analysis.tokens[above.verb].word)
    else { return nil }
    return reported.parent
  }

  func isObject(_ free: [[Int]], of clause: Int, _ result: Result) -> Bool {
    free.allSatisfy { result.clauses[clause].objects == $0 || result.clauses[clause].secondObjects == $0 }
  }
}
