/// A target rate τ with 1 − τ beside it, so that tails near 1 keep their digits.
struct Target {
  let rate: Double
  let complement: Double

  /// A target as it was written: both figures are nearest doubles.
  init(_ fraction: DecimalFraction) {
    self.rate = fraction.value
    self.complement = fraction.complement?.value ?? 0
  }

  /// A target as a double: where it is the nearest double to a fraction of at most 15 places, so is its complement.
  init(_ rate: Double) {
    precondition((0...1).contains(rate), "a target is a proportion: \(rate)")
    let difference = 1 - rate
    let written = (difference * 1e15).rounded() / 1e15
    self.rate = rate
    self.complement = (written - difference).magnitude <= Double.ulpOfOne / 2 ? written : difference
  }
}
