import Glibc

/// Whether a count is too high for the season, by the same months of past years.
///
/// A quasi-Poisson model, log μ = β₀ + β₁ t + season + log exposure, is fitted to windows about the same point
/// of `years` past years, past outbreaks are given less weight by their Anscombe residuals, and the count is
/// held against a limit for its prediction. Farrington, Andrews, Beale & Catchpole 1996; Noufaily et al. 2013.
///
/// Figures are those of R's *surveillance*, `farringtonFlexible`. After down-weighting it scales the standard
/// error of a prediction by Σ ω((y − μ)/μ)²/df, which is less than the dispersion, and so is the limit.
public struct FarringtonDetector: Hashable, Sendable {
  /// Past years compared with, at least 3.
  public var years = 5
  /// Points on either side of the same point of a year.
  public var halfWindow = 3
  /// Seasons a year is split into, the windows being one of them; 1 leaves all but the windows out.
  public var seasons = 1
  /// Points before the one judged that are left out, lest an outbreak hide itself; `halfWindow` if `nil`.
  public var recentPointsLeftOut: Int?
  /// Whether a trend is looked for; it is kept where its p is below ``trendLevel`` and it does not predict more
  /// than was ever seen.
  public var hasTrend = true
  /// The level of the trend.
  public var trendLevel = 0.05
  /// The Anscombe residual above which a past count has less weight; `nil` for even weights.
  public var outbreakThreshold: Double? = 2.58
  /// How the limit is drawn.
  public var method = PredictionMethod.power(.twoThirds)
  /// The chance of a false alarm at one point.
  public var alpha = 0.05

  /// A detector with the usual settings.
  public init() {}

  /// What is said of a point.
  public enum Verdict: Hashable, Sendable {
    /// Past years do not reach back far enough, or fewer than three are asked for.
    case notEnoughHistory
    /// No past count is above 0, the model does not fit, or it has no limit.
    case noModel
    /// A prediction, its limits, and whether the count is above them.
    case judged(Judgement)
  }

  /// A point that was judged.
  public struct Judgement: Hashable, Sendable {
    /// What the model expects.
    public let prediction: CountPrediction
    /// The limits for the count.
    public let limits: PredictionLimits
    /// β₁, the trend a point; `nil` where none is in the model.
    public let trend: Double?
    /// Whether the count is above the limit.
    public let isAlarm: Bool
  }

  /// Judges one point of a series.
  ///
  /// - Parameters:
  ///   - point: Which, from 0.
  ///   - counts: The series; past counts below 0 are missing.
  ///   - exposures: What the counts were seen in, above 0, of one length with them; empty for none.
  ///   - frequency: Points a year.
  /// - Returns: The verdict.
  public func judge(
    _ point: Int, of counts: [Int], exposures: [Double] = [], frequency: Int
  ) -> Verdict {
    precondition(exposures.isEmpty || exposures.count == counts.count, "arrays of unequal length")
    guard years >= 3, counts.indices.contains(point), counts[point] >= 0,
      point - years * frequency - halfWindow >= 0
    else { return .notEnoughHistory }
    let history = FarringtonHistory(self, point: point, frequency: frequency, counts: counts)
    let past = FarringtonModel.Past(history, counts: counts, exposures: exposures, point: point)
    guard let model = model(of: past) else { return .noModel }
    let prediction = model.prediction(exposure: exposures.isEmpty ? 1 : exposures[point])
    guard let limits = prediction.limits(count: counts[point], alpha: alpha, method: method) else {
      return .noModel
    }
    return .judged(
      Judgement(
        prediction: prediction, limits: limits, trend: model.trend,
        isAlarm: Double(counts[point]) > limits.upper))
  }

  private func model(of past: FarringtonModel.Past) -> FarringtonModel? {
    if hasTrend, let model = FarringtonModel(past, hasTrend: true, threshold: outbreakThreshold) {
      let greatest = past.counts.max() ?? 0
      if model.trendP < trendLevel, model.prediction(exposure: past.exposureNow).mean <= greatest {
        return model
      }
    }
    return FarringtonModel(past, hasTrend: false, threshold: outbreakThreshold)
  }
}
