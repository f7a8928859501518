/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, and the same numbers on every machine.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 up to but not `limit`, which is below 2^32; biased by less than `limit` / 2^32.
  mutating func index(below limit: Int) -> Int { Int(((next() >> 32) &* UInt64(limit)) >> 32) }
}
