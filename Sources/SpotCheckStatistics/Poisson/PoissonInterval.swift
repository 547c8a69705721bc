import CSpotCheckBoostMath

/// How an interval for the expected number of events is made.
public enum PoissonMethod: String, Hashable, Sendable, CaseIterable {
  /// The exact interval by gamma quantiles (Garwood 1936).
  case exact
  /// Byar's approximation (Breslow & Day 1987).
  case byar

  /// What public health uses: exact below ten events, else Byar's.
  public static func usual(forCount count: Int) -> PoissonMethod {
    count < 10 ? .exact : .byar
  }
}

/// Limits for an expected number of events, or for a rate of them.
public struct CountInterval: Hashable, Sendable {
  /// The lower limit, at least 0; `nil` where an approximation gives none.
  public var lower: Double?
  /// The upper limit.
  public var upper: Double

  /// Creates an interval from its limits.
  public init(lower: Double?, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of the count times `factor`, at least 0.
  func scaled(by factor: Double) -> CountInterval {
    CountInterval(lower: lower.map { $0 * factor }, upper: upper * factor)
  }
}

/// Intervals for the expected number of rare events, such as failures or complaints, from the number seen.
///
/// `count` is at least 0; `level` is the confidence, strictly between 0 and 1. No events give a lower limit of
/// exactly 0.
public enum PoissonInterval {
  /// The two-sided interval of the expected count.
  public static func interval(count: Int, level: Double, method: PoissonMethod) -> CountInterval {
    switch method {
    case .exact: exact(count: count, tail: (1 - level) / 2)
    case .byar: byar(count: Double(count), z: -SpecialFunctions.normalQuantile((1 - level) / 2))
    }
  }

  /// The interval of the rate `count / exposure`; `nil` unless `exposure` is above 0.
  ///
  /// - Parameters:
  ///   - count: Events seen.
  ///   - exposure: What they were seen in: persons, samples, months.
  ///   - level: The confidence.
  ///   - method: How the interval of the count is made.
  /// - Returns: Limits in events per unit of exposure.
  public static func rateInterval(
    count: Int, exposure: Double, level: Double, method: PoissonMethod
  ) -> CountInterval? {
    guard exposure > 0 else { return nil }
    return interval(count: count, level: level, method: method).scaled(by: 1 / exposure)
  }

  /// P(m, x) quantiles: the tail at shape x below, at shape x + 1 above.
  private static func exact(count: Int, tail: Double) -> CountInterval {
    let x = Double(count)
    return CountInterval(
      lower: count == 0 ? 0 : spotcheck_gamma_p_inv(x, tail), upper: spotcheck_gamma_q_inv(x + 1, tail))
  }

  /// x(1 − 1/(9x) − z/(3√x))³ and (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³.
  ///
  /// There is no lower limit where its cube would be negative.
  static func byar(count x: Double, z: Double) -> CountInterval {
    func limit(_ x: Double, _ z: Double) -> Double {
      let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
      return x * root * root * root
    }
    let lower = x == 0 ? 0 : limit(x, -z)
    return CountInterval(lower: lower < 0 ? nil : lower, upper: limit(x + 1, z))
  }
}
