/// The generator xoshiro256\*\*, which gives the same numbers for the same state on every machine.
///
/// 256 bits of state, period 2²⁵⁶ − 1. It is no cipher: whoever knows the state knows every number to come,
/// which is what a draw that others shall replay needs.
///
/// Source: D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM Transactions on
/// Mathematical Software 47 (2021), 36.
public struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// The name by which records know the generator.
  public static let name = "xoshiro256**"

  /// Creates a generator from its whole state.
  ///
  /// All zeros, from which the recurrence never comes free, stand for a first word of 1.
  public init(state first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    state = (first | second | third | fourth == 0 ? 1 : first, second, third, fourth)
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, by: 45)
    return result
  }

  /// Draws a whole number of `0..<bound`, each with the same probability.
  ///
  /// The high half of bits × bound, where the low half is not among the 2⁶⁴ mod bound least values; else anew.
  ///
  /// Source: D. Lemire, *Fast random integer generation in an interval*, ACM Transactions on Modeling and
  /// Computer Simulation 29 (2019), 3.
  ///
  /// - Parameter bound: At least 1.
  /// - Returns: The number.
  /// - Complexity: O(1), expected.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound >= 1, "nothing lies below \(bound)")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let surplus = (0 &- width) % width
      while product.low < surplus { product = next().multipliedFullWidth(by: width) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  private static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
