/// Noun groups of a clause: lists, phrases, objects and free subjects.
extension ClauseParser {
  /// The coordinated groups that begin at `index`, and the item after them.
  func list(at index: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> (members: [Int], next: Int) {
    var members = [analysis.items[index].index]
    var settled = 1
    var end = afterOrigin(index + 1, range, analysis)
    var at = end
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
      if !isSecondTitle(member, of: members[members.count - 1], analysis) { members.append(member) }
      at = afterOrigin(next + 1, range, analysis)
      if isLast {
        settled = members.count
        end = at
        guard at < range.upperBound, analysis.items[at].kind == .conjunction else { return (members, end) }
      }
    }
    if settled == 1, members.count == 2, isHeadlinePair(at, range, analysis) { return (members, at) }
    if settled < members.count { members.removeSubrange(settled...) }
    return (members, end)
  }

  /// `A, the defence minister and a former judge`: the apposition goes on.
  private func isSecondTitle(_ member: Int, of person: Int, _ analysis: borrowing Analysis) -> Bool {
    let title = analysis.mentions[member]
    guard analysis.mentions[person].hasApposition, analysis.mentions[person].kind == .name, title.kind == .title,
      title.person < 0, !title.isPlural
    else { return false }
    return title.determiner == .indefinite || title.determiner == .none
  }

  /// The item after `of X` that says whose a named person is (`Ana Bekova of Chile and Tom Okello of Kenya`).
  func afterOrigin(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Int {
    guard isOrigin(next, range, analysis) else { return next }
    return next + 2
  }

  /// Whether `of` at `next` and the group after it belong to the person before.
  func isOrigin(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard next > range.lowerBound, next + 1 < range.upperBound, analysis.items[next].kind == .preposition,
      words.isOf(analysis.tokens[analysis.items[next].first].word), analysis.items[next + 1].kind == .mention,
      analysis.items[next - 1].kind == .mention
    else { return false }
    let person = analysis.mentions[analysis.items[next - 1].index]
    let origin = analysis.mentions[analysis.items[next + 1].index]
    guard person.kind == .name, person.category == .person else { return false }
    return origin.category == .state || origin.category == .organization || origin.category == .place
      || origin.category == .group
  }

  /// `Japan, Italy agree`: two names and a comma right before a verb.
  func isHeadlinePair(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard next < range.upperBound, analysis.items[next].kind == .verb, next - 3 == range.lowerBound else {
      return false
    }
    let (left, right) = (
      analysis.mentions[analysis.items[next - 3].index], analysis.mentions[analysis.items[next - 1].index]
    )
    return left.kind == .name && right.kind == .name && left.category == right.category
  }

  /// `named A minister and B judge`: the group after the conjunction has a post of its own.
  func isPairOfObjects(_ first: Int, _ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    guard analysis.mentions[first].kind == .title, next + 1 < range.upperBound else { return false }
    return analysis.items[next + 1].kind == .mention
  }

  func isAlike(_ left: Int, _ right: Int, _ analysis: borrowing Analysis) -> Bool {
    let (first, second) = (analysis.mentions[left], analysis.mentions[right])
    if first.isActor, second.isActor { return true }
    if first.kind == .pronoun || second.kind == .pronoun { return first.isActor && second.isActor }
    return first.isActor == second.isActor || first.category == .place && second.category == .state
  }

  func addMention(
    at index: Int, _ range: Range<Int>, _ stack: inout [Context], _ result: inout Result, _ analysis: borrowing Analysis
  ) -> Int {
    let (members, next) = list(at: index, range, analysis)
    if members.count == 1, isMeasureOfVerb(index, next, range, stack[stack.count - 1].lastClause, analysis) {
      return next
    }
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
      if members.count > 1, beginsClause(next - 1, range, stack[top], result, analysis) {
        // `talks with A and B, and C may sign`: the last of the list is the next verb's subject.
        addPhrase(Array(members.dropLast()), index, &stack, &result, range, analysis)
        return next - 1
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

  /// `met three times`, `meet once a year`: how often or how long, no object.
  private func isMeasureOfVerb(
    _ index: Int, _ next: Int, _ range: Range<Int>, _ last: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    guard last >= 0, words.isMeasure(analysis.mentions[analysis.items[index].index]) else { return false }
    return analysis.items[index - 1].kind != .preposition && !isFollowedByVerb(next, range, analysis)
  }

  /// Whether the last group of a list in a phrase is the subject of the verb after it.
  private func beginsClause(
    _ item: Int, _ range: Range<Int>, _ context: Context, _ result: Result, _ analysis: borrowing Analysis
  ) -> Bool {
    guard context.lastFinite >= 0, !context.isRelative, analysis.items[item].kind == .mention,
      isFollowedByVerb(item + 1, range, analysis),
      !words.isSpeech(analysis.verbGroups[result.clauses[context.lastFinite].verb].lemma)
    else { return false }
    var at = item + 1
    while analysis.items[at].kind == .adverb { at += 1 }
    let group = analysis.verbGroups[analysis.items[at].index]
    if group.first != group.verb || !words.canBeParticiple(analysis.tokens[group.verb].word) { return true }
    return analysis.items[item - 2].kind == .comma
  }

  /// `appointed A minister and B judge`: a second pair of objects becomes a clause of its own.
  func addPair(
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
  func isAfterParenthesis(
    _ last: Int, _ next: Int, _ range: Range<Int>, _ result: Result, _ analysis: borrowing Analysis
  ) -> Bool {
    let clause = result.clauses[last]
    guard clause.objects.isEmpty, clause.item + 1 < range.upperBound, analysis.items[clause.item + 1].kind == .comma
    else {
      return false
    }
    return !isFollowedByVerb(next, range, analysis)
  }

  func isFollowedByVerb(_ next: Int, _ range: Range<Int>, _ analysis: borrowing Analysis) -> Bool {
    var at = next
    while at < range.upperBound, analysis.items[at].kind == .adverb { at += 1 }
    guard at < range.upperBound, analysis.items[at].kind == .verb else { return false }
    return analysis.verbGroups[analysis.items[at].index].form == .finite
  }

  /// Whether a group right after a phrase or date is the verb's object (`signed with Namibia a treaty`).
  func beginsObject(_ members: [Int], _ previous: PhraseItem.Kind, _ analysis: borrowing Analysis) -> Bool {
    guard previous == .mention || previous == .date || previous == .adverb || previous == .comma || previous == .quote,
      let first = members.first
    else {
      return false
    }
    let group = analysis.mentions[first]
    return group.determiner != .none || group.kind == .name || group.kind == .title
  }

  func addPhrase(
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
}
