/// The middle 95% of a figure over documents drawn with replacement.
public struct Interval: Hashable, Sendable {
  /// 2.5th percentile.
  public var low: Double
  /// 97.5th percentile.
  public var high: Double
  /// Rounds in which the figure was defined.
  public var rounds: Int
}

/// Intervals of precision, recall and F1.
public struct ScoreIntervals: Hashable, Sendable {
  /// Of precision.
  public var precision: Interval?
  /// Of recall.
  public var recall: Interval?
  /// Of F1.
  public var f1: Interval?
}

/// Draws documents with replacement and scores each draw (percentile bootstrap; Efron 1979).
struct Bootstrap {
  let rounds: Int
  let seed: UInt64

  func intervals(_ documents: [HitCount]) -> ScoreIntervals {
    guard rounds > 0, documents.count > 1 else { return ScoreIntervals() }
    let sums = PackedCounts(documents).map { draw(packed: $0, documents.count) } ?? draw(documents)
    return ScoreIntervals(
      precision: interval(sums.map { $0.score.precision }), recall: interval(sums.map { $0.score.recall }),
      f1: interval(sums.map { $0.score.f1 }))
  }

  /// The CoNLL average of drawn documents.
  func conll(_ documents: [CoreferenceCounts]) -> Interval? {
    guard rounds > 0, documents.count > 1 else { return nil }
    let terms = documents.map(ConllTerms.init)
    var random = RandomSource(seed: seed)
    var values: [Double?] = []
    for _ in 0..<rounds {
      var sum = ConllTerms()
      for _ in 0..<terms.count {
        let drawn = terms[random.index(below: terms.count)]
        sum.chains += drawn.chains
        sum.clusters += drawn.clusters
      }
      values.append(CoreferenceScores(sum.counts, singletons: .keep).conll)
    }
    return interval(values)
  }

  private func draw(_ documents: [HitCount]) -> [HitCount] {
    var random = RandomSource(seed: seed)
    var sums: [HitCount] = []
    for _ in 0..<rounds {
      var sum = HitCount()
      for _ in 0..<documents.count { sum += documents[random.index(below: documents.count)] }
      sums.append(sum)
    }
    return sums
  }

  /// One random number chooses two documents, one addition adds three counts: a thousand million draws take seconds.
  private func draw(packed: PackedCounts, _ count: Int) -> [HitCount] {
    var random = RandomSource(seed: seed)
    var sums: [HitCount] = []
    sums.reserveCapacity(rounds)
    let words = packed.words
    let limit = UInt64(count)
    for _ in 0..<rounds {
      var sum = HitCount()
      var left = count
      while left > 0 {
        let block = min(left, packed.block)
        left -= block
        var word: UInt64 = 0
        for _ in 0..<block / 2 {
          let bits = random.next()
          word &+= words[Int(((bits >> 32) &* limit) >> 32)]
          word &+= words[Int(((bits & 0xffff_ffff) &* limit) >> 32)]
        }
        if block % 2 == 1 { word &+= words[random.index(below: count)] }
        sum += PackedCounts.unpack(word)
      }
      sums.append(sum)
    }
    return sums
  }

  private func interval(_ values: [Double?]) -> Interval? {
    let sorted = values.compactMap { $0 }.sorted()
    guard let first = sorted.first else { return nil }
    // Below 40 values the percentile is the extreme value itself.
    let cut = sorted.count / 40
    return Interval(
      low: cut < sorted.count ? sorted[cut] : first, high: sorted[max(0, sorted.count - 1 - cut)], rounds: sorted.count)
  }
}

/// The counts of each document in one word of three 21-bit fields.
struct PackedCounts {
  private(set) var words: [UInt64] = []
  /// How many documents may be added up before a field overflows; even.
  let block: Int

  private static let limit = 1 << 21

  /// nil when a document is too large for the fields.
  init?(_ documents: [HitCount]) {
    var largest = 1
    for hits in documents { largest = max(largest, hits.possible, hits.actual) }
    guard largest < PackedCounts.limit / 4 else { return nil }
    block = (PackedCounts.limit - 1) / largest & ~1
    words.reserveCapacity(documents.count)
    for hits in documents {
      words.append(UInt64(hits.correct) << 42 | UInt64(hits.possible) << 21 | UInt64(hits.actual))
    }
  }

  static func unpack(_ word: UInt64) -> HitCount {
    let mask = UInt64(limit - 1)
    return HitCount(correct: Int(word >> 42), possible: Int(word >> 21 & mask), actual: Int(word & mask))
  }
}

/// What the CoNLL average is made of, packed so that documents add up fast.
private struct ConllTerms {
  /// MUC, then B³: recall, possible, precision, actual.
  var chains = SIMD8<Double>()
  /// CEAFe: recall, possible, precision, actual.
  var clusters = SIMD4<Double>()

  init() {}

  init(_ counts: CoreferenceCounts) {
    let (muc, bCubed, ceafe) = (counts.muc, counts.bCubed, counts.ceafe)
    chains = [
      muc.recall, muc.possible, muc.precision, muc.actual, bCubed.recall, bCubed.possible, bCubed.precision,
      bCubed.actual,
    ]
    clusters = [ceafe.recall, ceafe.possible, ceafe.precision, ceafe.actual]
  }

  var counts: CoreferenceCounts {
    typealias Ratio = CoreferenceCounts.Ratio
    var counts = CoreferenceCounts()
    counts.muc = Ratio(recall: chains[0], possible: chains[1], precision: chains[2], actual: chains[3])
    counts.bCubed = Ratio(recall: chains[4], possible: chains[5], precision: chains[6], actual: chains[7])
    counts.ceafe = Ratio(recall: clusters[0], possible: clusters[1], precision: clusters[2], actual: clusters[3])
    return counts
  }
}
