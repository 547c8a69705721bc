import Glibc

/// Where values lie along an axis, and the ticks that a reader expects there.
struct AxisScale: Sendable {
  /// The values at both ends.
  let domain: ClosedRange<Double>
  /// The places of both ends, in pixels; the second may be the smaller.
  let start: Double, end: Double
  /// Whether equal ratios take equal room.
  let isLogarithmic: Bool

  /// Creates a scale; a domain without extent is widened, one that reaches 0 is never logarithmic.
  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double, isLogarithmic: Bool = false) {
    let isFinite = domain.lowerBound.isFinite && domain.upperBound.isFinite
    let (low, high) = isFinite ? (domain.lowerBound, domain.upperBound) : (0, 1)
    self.isLogarithmic = isLogarithmic && low > 0
    self.start = start
    self.end = end
    if high > low {
      self.domain = low...high
    } else if self.isLogarithmic {
      self.domain = low / 2...low * 2
    } else {
      self.domain = low - 0.5...low + 0.5
    }
  }

  /// The place of a value, kept within the ends.
  func place(_ value: Double) -> Double {
    guard value.isFinite else { return start }
    let value = min(max(value, domain.lowerBound), domain.upperBound)
    let part =
      isLogarithmic
      ? log(value / domain.lowerBound) / log(domain.upperBound / domain.lowerBound)
      : (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return start + part * (end - start)
  }

  /// Round values within the domain, about `count` of them: steps of 1, 2 or 5 times a power of ten, on a
  /// logarithmic axis 1, 2 and 5 times every power.
  func ticks(about count: Int) -> [Double] {
    guard count > 0 else { return [] }
    return isLogarithmic ? logarithmicTicks(about: count) : Self.linearTicks(in: domain, about: count)
  }

  private static func linearTicks(in domain: ClosedRange<Double>, about count: Int) -> [Double] {
    let step = roundStep(atLeast: (domain.upperBound - domain.lowerBound) / Double(count))
    let slack = step * 1e-9
    let first = ((domain.lowerBound - slack) / step).rounded(.up)
    let last = ((domain.upperBound + slack) / step).rounded(.down)
    guard step > 0, last >= first, last - first <= 100 else { return [] }
    let inverse = (1 / step).rounded()
    return stride(from: first, through: last, by: 1).map { step < 1 ? $0 / inverse : $0 * step }
  }

  private func logarithmicTicks(about count: Int) -> [Double] {
    let lowest = log10(domain.lowerBound).rounded(.down)
    let powers = stride(from: lowest, through: log10(domain.upperBound), by: 1).prefix(20).map { pow(10, $0) }
    let fine = powers.flatMap { [$0, 2 * $0, 5 * $0] }.filter(domain.contains)
    if fine.count <= 2 * count, fine.count > 1 { return fine }
    let coarse = powers.filter(domain.contains)
    return coarse.count > 1 ? coarse : Self.linearTicks(in: domain, about: count)
  }

  /// The least of 1, 2, 5 times a power of ten that is not below `value`.
  private static func roundStep(atLeast value: Double) -> Double {
    let power = pow(10, log10(value).rounded(.down))
    return ([1, 2, 5].first { $0 * power >= value * (1 - 1e-9) } ?? 10) * power
  }

  /// The least domain around rates, with a little room at both ends, within 0…1.
  static func rates(_ values: [Double]) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    let room = max(0.005, (high - low) * 0.06)
    let (lower, upper) = (max(0, min(1, low) - room), min(1, max(0, high) + room))
    return lower...upper
  }
}
