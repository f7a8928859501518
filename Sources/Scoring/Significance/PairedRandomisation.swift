/// The approximate randomisation test of two runs over the same documents (Noreen 1989; Yeh 2000).
enum PairedRandomisation {
  /// The share of random swaps of whole documents after which the runs differ in F1 at least as much as they do;
  /// nil when F1 is undefined or no round is wanted.
  static func pValue(_ one: [HitCount], _ other: [HitCount], rounds: Int, seed: UInt64) -> Double? {
    guard rounds > 0, one.count == other.count else { return nil }
    let left = sum(one)
    let right = sum(other)
    guard let before = left.score.f1, let after = right.score.f1 else { return nil }
    let observed = (before - after).magnitude
    // Documents on which both runs count the same don't change whichever way they are swapped.
    let changed = one.indices.filter { one[$0] != other[$0] }
    guard !changed.isEmpty else { return 1 }
    let firsts = changed.map { one[$0] }
    let seconds = changed.map { other[$0] }
    var random = RandomSource(seed: seed)
    var asLarge = 0
    for _ in 0..<rounds {
      var a = left
      var b = right
      var bits: UInt64 = 0
      for index in firsts.indices {
        if index & 63 == 0 { bits = random.next() }
        if bits & 1 == 1 {
          move(firsts[index], seconds[index], &a)
          move(seconds[index], firsts[index], &b)
        }
        bits >>= 1
      }
      let difference = ((a.score.f1 ?? 0) - (b.score.f1 ?? 0)).magnitude
      // Equal counts added in another order may differ in the last bit.
      if difference >= observed - 1e-12 { asLarge += 1 }
    }
    return Double(asLarge + 1) / Double(rounds + 1)
  }

  private static func sum(_ counts: [HitCount]) -> HitCount {
    var sum = HitCount()
    for hits in counts { sum += hits }
    return sum
  }

  private static func move(_ taken: HitCount, _ given: HitCount, _ sum: inout HitCount) {
    sum.correct += given.correct - taken.correct
    sum.possible += given.possible - taken.possible
    sum.actual += given.actual - taken.actual
  }
}
