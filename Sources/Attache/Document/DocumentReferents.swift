/// Which referents, mentions and arguments of an analysis go into its document: the one place that decides it, for
/// `Document` as well as for records that are written straight from the analysis.
///
/// A document holds the referents that an entity names or an argument means, numbered by their first mention. All lists
/// are flat and keep their memory from document to document.
struct DocumentReferents: Sendable {
  /// How a mention means its referent.
  enum Kind: UInt8, Sendable { case name, title, pronoun, description }

  /// One place of the text that means a referent.
  ///
  /// One word, so that mentions compare by place in one step; of two on one span the first kind goes first, for a name is
  /// no description.
  struct Mention: Sendable, Comparable {
    private let bits: UInt64

    init(_ span: ByteSpan, _ kind: Kind) {
      let length = UInt64(truncatingIfNeeded: min(span.count, 1 << 30 - 1))
      bits = UInt64(UInt32(truncatingIfNeeded: span.start)) << 32 | length << 2 | UInt64(kind.rawValue)
    }

    var start: Int { Int(bits >> 32) }
    var end: Int { start &+ Int(bits >> 2 & (1 << 30 - 1)) }
    var span: ByteSpan { ByteSpan(start, end) }
    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits & 3)) ?? .name }

    func isSamePlace(as other: Mention) -> Bool { bits >> 2 == other.bits >> 2 }

    static func < (left: Mention, right: Mention) -> Bool { left.bits < right.bits }
  }

  /// A mention before those of a referent stand together.
  private struct Found: Sendable {
    var record: Int32
    var mention: Mention
  }

  /// The records of `Analysis.referents` that the document holds, in its order.
  private(set) var order: [Int32] = []
  /// The arguments of the relations.
  private(set) var arguments = DocumentArguments()
  /// For each referent record its number in the document, from 1; 0 leaves it out.
  private var numbers: [Int32] = []
  /// The mentions of all records, record by record, each in text order.
  private var mentions: [Mention] = []
  /// For each record where its mentions begin and end.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var found: [Found] = []

  /// The mentions of a referent record in text order.
  func mentions(of record: Int32) -> ArraySlice<Mention> {
    guard starts.indices.contains(Int(record)) else { return [] }
    return mentions[Int(starts[Int(record)])..<Int(ends[Int(record)])]
  }

  /// The document's number of a referent record, from 1; 0 for none and for records that are left out.
  @inline(__always)
  func number(of record: Int32) -> Int {
    record >= 0 && Int(record) < numbers.count ? Int(numbers[Int(record)]) : 0
  }

  /// Gathers the mentions of all referents in place of those of the document before.
  mutating func gather(_ analysis: Analysis) {
    let count = analysis.referents.count
    found.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: count))
    for name in analysis.names where name.referent >= 0 && Int(name.referent) < count {
      ends[Int(name.referent)] &+= 1
      let span = DocumentBuilder.span(name.first..<name.end, analysis)
      found.append(Found(record: name.referent, mention: Mention(span, name.label == .title ? .title : .name)))
    }
    addGroups(analysis)
    addArguments(analysis)
    sortByRecord(count)
    sortRecords()
  }

  private mutating func addGroups(_ analysis: Analysis) {
    for index in analysis.mentions.indices {
      let record = analysis.mentions[index].referent
      guard record >= 0, Int(record) < ends.count else { continue }
      if analysis.mentions[index].owner >= 0, analysis.mentions[index].person >= 0 {
        addDescription(analysis.mentions[index], analysis)
      }
      let kind = analysis.mentions[index].kind
      // So far only names were counted: a referent that nothing names isn't told by its descriptions.
      guard kind == .pronoun || kind == .description, ends[Int(record)] > 0,
        analysis.mentions[index].referents.isEmpty
      else { continue }
      // Plural pronouns are mentions only where they are arguments: the guideline's convention.
      if kind == .pronoun, analysis.mentions[index].isPlural { continue }
      let span = DocumentArguments.span(of: analysis.mentions[index], analysis)
      found.append(Found(record: record, mention: Mention(span, kind == .pronoun ? .pronoun : .description)))
    }
  }

  /// `his Italian counterpart, Giorgia Meloni`: the description before the name.
  private mutating func addDescription(_ group: NounGroup, _ analysis: Analysis) {
    guard group.first < group.headFirst, !group.isNested, analysis.mentions.indices.contains(Int(group.owner)),
      analysis.mentions[Int(group.owner)].kind == .pronoun
    else { return }
    var end = group.first + 1
    while end < group.headFirst, analysis.tokens[end].shape.isDisjoint(with: .mark) || analysis.tokens[end].word == 45 {
      let name = analysis.names.indices.contains(group.names.lowerBound) ? group.names : 0..<0
      if name.contains(where: { analysis.names[$0].label == .title && analysis.names[$0].first == end }) { return }
      if name.contains(where: { analysis.names[$0].label == .person && analysis.names[$0].first == end }) { break }
      end += 1
    }
    guard end > group.first + 1 else { return }
    let span = DocumentBuilder.span(group.first..<end, analysis)
    found.append(Found(record: group.referent, mention: Mention(span, .description)))
  }

  /// Arguments that are no entity are mentions too: pronouns, descriptions and plural groups.
  private mutating func addArguments(_ analysis: Analysis) {
    arguments.begin()
    for relation in analysis.relations.indices {
      for argument in analysis.relations[relation].arguments {
        let mention = DocumentArguments.mention(argument, analysis)
        arguments.add(argument, mention, analysis)
        guard argument.referent >= 0, Int(argument.referent) < ends.count, mention.end > mention.start else { continue }
        found.append(Found(record: argument.referent, mention: mention))
      }
      arguments.endRelation()
    }
  }

  /// Puts the mentions of each record together and into text order, doubled ones left out.
  private mutating func sortByRecord(_ count: Int) {
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: count))
    for one in found { starts[Int(one.record)] &+= 1 }
    var place: Int32 = 0
    for record in 0..<count {
      let length = starts[record]
      starts[record] = place
      ends[record] = place
      place &+= length
    }
    if mentions.count < found.count {
      let gap = Mention(ByteSpan(0, 0), .name)
      mentions.append(contentsOf: repeatElement(gap, count: found.count - mentions.count))
    }
    for one in found {
      mentions[Int(ends[Int(one.record)])] = one.mention
      ends[Int(one.record)] &+= 1
    }
    DocumentReferents.sort(&mentions, from: starts, to: &ends)
  }

  /// Sorts the mentions of each record and leaves doubled ones out.
  private static func sort(_ mentions: inout [Mention], from starts: [Int32], to ends: inout [Int32]) {
    var mentions = mentions.mutableSpan
    for record in starts.indices where ends[record] &- starts[record] > 1 {
      ends[record] = Int32(truncatingIfNeeded: sort(&mentions, Int(starts[record])..<Int(ends[record])))
    }
  }

  /// Sorts one record's mentions and returns where they end without doubled ones.
  private static func sort(_ mentions: inout MutableSpan<Mention>, _ range: Range<Int>) -> Int {
    // Names, groups and arguments come in text order each, so little moves; many are left to a sort that is never slow.
    if range.count > 64 {
      var many: [Mention] = []
      for index in range { many.append(mentions[index]) }
      many.sort()
      for (offset, mention) in many.enumerated() { mentions[range.lowerBound &+ offset] = mention }
    } else {
      for index in range.lowerBound &+ 1..<range.upperBound {
        let mention = mentions[index]
        var place = index
        while place > range.lowerBound, mention < mentions[place &- 1] {
          mentions[place] = mentions[place &- 1]
          place &-= 1
        }
        if place != index { mentions[place] = mention }
      }
    }
    var end = range.lowerBound &+ 1
    for index in range.lowerBound &+ 1..<range.upperBound {
      let mention = mentions[index]
      if mention.isSamePlace(as: mentions[end &- 1]) { continue }
      mentions[end] = mention
      end &+= 1
    }
    return end
  }

  /// Numbers the records that have mentions by the first of them.
  private mutating func sortRecords() {
    order.removeAll(keepingCapacity: true)
    for record in starts.indices where ends[record] > starts[record] { order.append(Int32(truncatingIfNeeded: record)) }
    let (mentions, starts) = (mentions, starts)
    func goesBefore(_ left: Int32, _ right: Int32) -> Bool {
      let (a, b) = (mentions[Int(starts[Int(left)])], mentions[Int(starts[Int(right)])])
      return a.isSamePlace(as: b) ? left < right : a < b
    }
    // Most records were made in the order of their first mentions.
    if zip(order, order.dropFirst()).contains(where: { goesBefore($1, $0) }) { order.sort(by: goesBefore) }
    numbers.removeAll(keepingCapacity: true)
    numbers.append(contentsOf: repeatElement(0, count: starts.count))
    for (index, record) in order.enumerated() { numbers[Int(record)] = Int32(truncatingIfNeeded: index &+ 1) }
  }
}
