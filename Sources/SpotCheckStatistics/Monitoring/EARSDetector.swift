/// Short-memory detectors of a jump in counts, for series without past years.
///
/// Hutwagner, Thompson, Seeman & Treadwell 2003; Fricker, Hegler & Dunfee 2008.
public enum EARSMethod: String, Hashable, Sendable, CaseIterable {
  /// The mean and deviation of the counts just before.
  case c1 = "C1"
  /// The same, two points earlier, so that a slow rise does not hide itself.
  case c2 = "C2"
  /// As C2, with the excess of the two points before taken off the limit.
  case c3 = "C3"

  /// Points needed before the first that can be judged.
  func history(baseline: Int) -> Int {
    switch self {
    case .c1: baseline
    case .c2: baseline + 2
    case .c3: baseline + 4
    }
  }
}

/// What a detector says of one point of a series.
public struct CountAlarm: Hashable, Sendable {
  /// The limit, above which a count is an alarm.
  public let limit: Double
  /// Whether the count is above it.
  public let isAlarm: Bool
}

/// The EARS detectors.
///
///     C1, C2: limit = m + z s, C3: limit = max(0, m + s (z − Σ max(0, C2 − 1) of the two points before))
///
/// with mean m and sample deviation s of `baseline` counts: the last for C1, those before the last two for C2 and
/// C3. Where s is 0, C2 of a count above m is infinite, of any other 0.
public struct EARSDetector: Hashable, Sendable {
  /// Which of the three.
  public let method: EARSMethod
  /// The number of counts compared with, at least 2.
  public let baseline: Int
  /// The chance of a false alarm at one point when counts are normal.
  public let alpha: Double

  /// Creates a detector; usual are seven counts at 0.001, for C3 at 0.025.
  public init(method: EARSMethod, baseline: Int = 7, alpha: Double = 0.001) {
    precondition(baseline >= 2, "a deviation needs two counts")
    self.method = method
    self.baseline = baseline
    self.alpha = alpha
  }

  /// Every point in order; `nil` for those without enough history.
  public func judge(_ counts: [Double]) -> [CountAlarm?] {
    counts.indices.map { point in
      guard point >= method.history(baseline: baseline) else { return nil }
      let limit = limit(at: point, counts)
      return CountAlarm(limit: limit, isAlarm: counts[point] > limit)
    }
  }

  private func limit(at point: Int, _ counts: [Double]) -> Double {
    let z = -SpecialFunctions.normalQuantile(alpha)
    let recent = moments(before: method == .c1 ? point : point - 2, counts)
    guard method == .c3 else { return recent.mean + z * recent.deviation }
    let excess = [point - 2, point - 1].map { past in
      max(0, score(at: past, counts) - 1)
    }
    let total = excess[0] + excess[1]
    guard recent.deviation > 0 else { return recent.mean }
    return max(0, recent.mean + recent.deviation * (z - total))
  }

  /// C2 of a point.
  private func score(at point: Int, _ counts: [Double]) -> Double {
    let past = moments(before: point - 2, counts)
    let excess = counts[point] - past.mean
    guard past.deviation > 0 else { return excess > 0 ? .infinity : 0 }
    return excess / past.deviation
  }

  private func moments(before end: Int, _ counts: [Double]) -> (mean: Double, deviation: Double) {
    let past = counts[(end - baseline)..<end]
    let mean = past.reduce(0, +) / Double(baseline)
    let squares = past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(baseline - 1)).squareRoot())
  }
}
