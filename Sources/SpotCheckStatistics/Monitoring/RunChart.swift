import Glibc

/// Whether points wander about their median as chance makes them, without an assumption on their distribution.
///
/// Points on the median are left out; n are useful. A signal is a longest run of more than round(log₂ n) + 3 on
/// one side, or fewer crossings of the median than the 5 % quantile of Binomial(n − 1, ½).
/// Anhøj & Olesen 2014; Schilling 2012; Chen 2010.
public struct RunChart: Hashable, Sendable {
  /// The median of all points.
  public let median: Double
  /// n, the points off the median.
  public let usefulPoints: Int
  /// The most points in a row on one side.
  public let longestRun: Int
  /// How often the points change sides.
  public let crossings: Int
  /// Whether the longest run or the crossings betray another cause than chance.
  public let hasSignal: Bool

  /// Charts a series in order; points that are not finite are left out.
  ///
  /// Without a useful point there is nothing to see, and no signal.
  public init?(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    guard let median = Self.median(of: finite) else { return nil }
    let sides = finite.filter { $0 != median }.map { $0 > median }
    var run = 0
    var longest = 0
    var crossings = 0
    for point in sides.indices {
      let isSame = point > 0 && sides[point] == sides[point - 1]
      run = isSame ? run + 1 : 1
      if point > 0, !isSame { crossings += 1 }
      longest = max(longest, run)
    }
    self.median = median
    self.usefulPoints = sides.count
    self.longestRun = longest
    self.crossings = crossings
    self.hasSignal =
      longest > Self.longestRunLimit(usefulPoints: sides.count)
      || crossings < Self.crossingsLimit(usefulPoints: sides.count)
  }

  /// The longest run that is no signal, round(log₂ n) + 3; `usefulPoints` below 1 are taken as 1.
  public static func longestRunLimit(usefulPoints: Int) -> Int {
    Int(log2(Double(max(1, usefulPoints))).rounded()) + 3
  }

  /// The fewest crossings that are no signal: the least c with P(X ≤ c) ≥ 0.05, X of Binomial(n − 1, ½).
  public static func crossingsLimit(usefulPoints: Int) -> Int {
    let chances = max(0, usefulPoints - 1)
    return (0..<chances).firstNumber {
      ExactTest.pShortfall(passes: $0, trials: chances, target: 0.5) >= 0.05
    }
  }

  private static func median(of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension Range<Int> {
  /// The first number from which on `predicate` holds; `upperBound` where it never does.
  ///
  /// It must hold for all numbers behind one for which it holds. O(log count).
  func firstNumber(where predicate: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
