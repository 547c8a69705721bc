/// Knuth's MMIX generator: a workload must be the same on every machine and in every run.
public struct LinearCongruential {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) {
    state = seed
  }

  /// A number in `0..<bound`.
  public mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
