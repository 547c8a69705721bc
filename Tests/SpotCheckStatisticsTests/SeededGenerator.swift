/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Passes of so many trials at one rate.
  mutating func passes(of trials: Int, rate: Double) -> Int {
    let threshold = UInt64(rate * 0x1p53)
    return (0..<trials).count { _ in next() >> 11 < threshold }
  }
}

extension Double {
  /// Whether this lies within a relative tolerance of another number.
  func isNear(_ other: Double, within tolerance: Double = 1e-9) -> Bool {
    (self - other).magnitude <= tolerance * other.magnitude
  }
}
