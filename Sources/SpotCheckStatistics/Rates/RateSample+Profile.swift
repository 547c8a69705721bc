import Glibc

/// The likelihood-ratio interval read off an interpolated profile.
extension RateSample {
  /// The signed root of the deviance at even steps of the logit, joined by a spline, crossed with ±z.
  ///
  /// The spline is taken at three times as many even steps of the rate, and read linearly between them.
  /// Without a pass, half a pass and half a failure are added. What R's `binom.profile` gives (Dorai-Raj 2014).
  func profile(tail: Double) -> RateInterval {
    let isEmpty = passes == 0
    let size = isEmpty ? n + 1 : n
    let count = isEmpty ? 0.5 : k
    let curve = Self.profileCurve(count: count, size: size, tail: tail, isOneSided: isEmpty)
    let z = -SpecialFunctions.normalQuantile(tail)
    return RateInterval(lower: isEmpty ? 0 : curve.place(of: -z), upper: curve.place(of: z))
  }

  private static func profileCurve(
    count: Double, size: Double, tail: Double, isOneSided: Bool
  ) -> SampledCurve {
    let rate = count / size
    let centre = log(count / (size - count))
    let reach = -SpecialFunctions.normalQuantile(tail / size)
    let scale = min(2 / log(size), isOneSided ? 0.5 : 1)
    let step = reach / 5 * scale / (size * rate * (1 - rate)).squareRoot()
    func root(_ other: Double) -> Double {
      let difference = rate - other
      let lost = count * log1p(difference / other) + (size - count) * log1p(-difference / (1 - other))
      return max(0, 2 * lost).squareRoot()
    }
    func side(_ sign: Double) -> [SampledCurve.Point] {
      var points: [SampledCurve.Point] = []
      while points.count < 50, (points.last?.y.magnitude ?? 0) < reach {
        let other = 1 / (1 + exp(-(centre + sign * Double(points.count + 1) * step)))
        points.append(SampledCurve.Point(x: other, y: sign * root(other)))
      }
      return points
    }
    let points = (isOneSided ? [] : side(-1).reversed()) + side(1)
    return CubicSpline(points).sampled(3 * points.count)
  }
}
