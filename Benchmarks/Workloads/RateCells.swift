/// Cells of up to 9,999 trials, as they are judged in one run.
public struct RateCells: Sendable {
  /// Passes of each cell.
  public let passes: [Int]
  /// Trials of each cell.
  public let trials: [Int]
  /// The target rate of each cell.
  public let targets: [Double]

  /// Draws so many cells.
  public init(count: Int) {
    var generator = LinearCongruential(seed: 2_023)
    var passes: [Int] = []
    var trials: [Int] = []
    for _ in 0..<count {
      let n = 1 + generator.below(9_999)
      trials.append(n)
      passes.append(n - generator.below(n / 20 + 1))
    }
    self.passes = passes
    self.trials = trials
    targets = [Double](repeating: 0.96, count: count)
  }
}
