import Glibc

/// A straight line through the log-odds of passing, along scores such as months.
///
///     log(θᵢ/(1 − θᵢ)) = a + b sᵢ,  variance φ nᵢθᵢ(1 − θᵢ)
///
/// Maximum likelihood by Newton's method. φ is Pearson's chi-square over M − 2, where that exceeds 1: rates that
/// wander from month to month do not pass for a trend. McCullagh & Nelder 1989, §4.5.
public struct LogisticTrend: Hashable, Sendable {
  /// b, the change of the log-odds of passing per unit of score.
  public let slope: Double
  /// The standard error of the slope, dispersion included.
  public let standardError: Double
  /// φ, at least 1.
  public let dispersion: Double
  /// P(|T| ≥ |slope|/standard error), Student's t with M − 2 degrees of freedom: small shows a trend.
  public let p: Double
  /// M − 2.
  public let freedom: Int

  /// Fits the line; the three arrays are of one length, groups without trials take no part.
  ///
  /// - Returns: `nil` where there is no such line: fewer than three groups or two scores, all passed or none did, or
  ///   *separation*, all failures lying on one side of all passes, which no finite slope fits best.
  /// - Complexity: O(groups) a step, a dozen steps.
  public init?(passes: [Int], trials: [Int], scores: [Double]) {
    precondition(passes.count == trials.count && trials.count == scores.count, "arrays of unequal length")
    let groups = trials.indices.filter { trials[$0] > 0 }.map {
      Group(passes: Double(passes[$0]), trials: Double(trials[$0]), score: scores[$0])
    }
    guard groups.count > 2, !Self.isSeparated(groups), let line = Line(through: groups) else { return nil }
    freedom = groups.count - 2
    dispersion = max(1, line.chiSquare(of: groups) / Double(freedom))
    slope = line.slope
    standardError = (dispersion / line.information).squareRoot()
    let t = slope / standardError
    let degrees = Double(freedom)
    p = SpecialFunctions.incompleteBeta(degrees / (degrees + t * t), a: degrees / 2, b: 0.5)
  }

  private struct Group {
    let passes: Double
    let trials: Double
    let score: Double
  }

  /// Whether some score has all passes on its one side and all failures on the other, itself included.
  private static func isSeparated(_ groups: [Group]) -> Bool {
    let passed = groups.filter { $0.passes > 0 }.map(\.score)
    let failed = groups.filter { $0.passes < $0.trials }.map(\.score)
    guard let firstPass = passed.min(), let lastPass = passed.max(), let firstFailure = failed.min(),
      let lastFailure = failed.max()
    else { return true }
    return lastPass <= firstFailure || lastFailure <= firstPass
  }

  /// The fitted line, about the mean score.
  private struct Line {
    private let middle: Double
    private(set) var level: Double
    private(set) var slope = 0.0
    /// The Fisher information of the slope, the level given its best value.
    private(set) var information = 0.0

    init?(through groups: [Group]) {
      let total = groups.reduce(0) { $0 + $1.trials }
      let passes = groups.reduce(0) { $0 + $1.passes }
      middle = groups.reduce(0) { $0 + $1.trials * $1.score } / total
      level = log(passes / (total - passes))
      var likelihood = logLikelihood(of: groups)
      for _ in 0..<100 {
        guard let step = step(groups) else { return nil }
        var share = 1.0
        var next = self
        var reached = -Double.infinity
        while share > 1e-10 {
          next.level = level + share * step.level
          next.slope = slope + share * step.slope
          reached = next.logLikelihood(of: groups)
          if reached >= likelihood { break }
          share /= 2
        }
        guard reached >= likelihood else { break }
        let isSettled = (next.slope - slope).magnitude <= 1e-14 * (1 + next.slope.magnitude)
        (level, slope, likelihood) = (next.level, next.slope, reached)
        if isSettled { break }
      }
      guard step(groups) != nil else { return nil }
    }

    private func rate(at score: Double) -> Double {
      1 / (1 + exp(-(level + slope * (score - middle))))
    }

    private func logLikelihood(of groups: [Group]) -> Double {
      groups.reduce(0) { sum, group in
        let odds = level + slope * (group.score - middle)
        let softplus = max(odds, 0) + log1p(exp(-odds.magnitude))
        return sum + group.passes * odds - group.trials * softplus
      }
    }

    /// Newton's step; notes the information of the slope on the way.
    private mutating func step(_ groups: [Group]) -> (level: Double, slope: Double)? {
      var (first, second) = (0.0, 0.0)
      var (one, mixed, two) = (0.0, 0.0, 0.0)
      for group in groups {
        let rate = rate(at: group.score)
        let weight = group.trials * rate * (1 - rate)
        let score = group.score - middle
        first += group.passes - group.trials * rate
        second += (group.passes - group.trials * rate) * score
        one += weight
        mixed += weight * score
        two += weight * score * score
      }
      information = two - mixed * mixed / one
      guard one > 0, information > 0, information.isFinite else { return nil }
      let slopeStep = (second - mixed * first / one) / information
      return ((first - mixed * slopeStep) / one, slopeStep)
    }

    func chiSquare(of groups: [Group]) -> Double {
      groups.reduce(0) { sum, group in
        let rate = rate(at: group.score)
        let difference = group.passes - group.trials * rate
        return sum + difference * difference / (group.trials * rate * (1 - rate))
      }
    }
  }
}
