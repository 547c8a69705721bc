import SpotCheckIngest
import SpotCheckStatistics

extension AssessmentCell {
  /// Whether a quantity is judged rather than units.
  var isOfQuantity: Bool { estimator == .studentT || estimator == .censusShare }

  /// Whether a mean must not exceed its target; a share that must not is judged by its complement.
  var isCeilingOfMean: Bool {
    estimator == .studentT && finding.comparison == Indicator.Comparison.atMost.rawValue
  }

  /// The mean at one look; `nil` where no unit has the quantity.
  func mean(at look: Look) -> MeanEstimate? { MeanEstimate(look.quantity) }

  /// Fills in the mean with its interval, or the share, in place of the pass rate.
  mutating func estimateQuantity(_ confidence: Double) {
    guard let look = looks.last else { return }
    if estimator == .studentT {
      let mean = mean(at: look)
      let interval = mean?.interval(level: confidence)
      finding.passRate = mean?.mean
      finding.lower = interval?.lowerBound
      finding.upper = interval?.upperBound
    } else {
      finding.passRate =
        CensusShare(
          passing: look.quantity.conformingSum, total: look.quantity.sum)?.share
      finding.lower = finding.passRate
      finding.upper = finding.passRate
    }
  }

  /// Fills in how the mean or share stands to the target, by exact integers.
  mutating func compareQuantity() {
    guard let target, let value = finding.passRate, let sign = signAgainstTarget else { return }
    let isAttained = isCeilingOfMean ? sign <= 0 : sign >= 0
    let shortfall = target.rate.value - target.passRate(value)
    finding.isAttained = isAttained
    finding.shortfall = isAttained ? 0 : max(0, isCeilingOfMean ? -shortfall : shortfall)
  }

  /// The sign of the mean or judged share − the target.
  private var signAgainstTarget: Int? {
    guard let target, let sums = looks.last?.quantity, sums.count > 0 else { return nil }
    guard estimator == .studentT else {
      let judged = target.judgesFailures ? sums.sum - sums.conformingSum : sums.conformingSum
      return CensusShare(passing: judged, total: sums.sum)?.sign(against: target.rate)
    }
    let left = sums.sum.multipliedFullWidth(by: Int128(target.rate.scale))
    let right = (Int128(sums.count) * QuantityTally.scale).multipliedFullWidth(by: Int128(target.rate.digits))
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }
}

extension QuantityTally {
  /// What sums are held times.
  fileprivate static let scale: Int128 = 10_000
}

extension MeanEstimate {
  /// The mean of a quantity; squared deviations are exact where Σx² − (Σx)²/n is a whole number of 128 bits.
  fileprivate init?(_ sums: QuantityTally) {
    let count = Double(sums.count)
    let scale = Double(QuantityTally.scale)
    let squares = Int128(sums.count).multipliedReportingOverflow(by: sums.sumOfSquares)
    let square = sums.sum.multipliedReportingOverflow(by: sums.sum)
    let difference =
      squares.overflow || square.overflow
      ? count * Double(sums.sumOfSquares) - Double(sums.sum) * Double(sums.sum)
      : Double(squares.partialValue - square.partialValue)
    self.init(
      count: sums.count, mean: Double(sums.sum) / count / scale,
      squaredDeviations: max(0, difference) / count / scale / scale)
  }
}
