import Glibc

/// Intervals by a normal approximation on the scale of the rate; limits may lie outside 0…1.
extension RateSample {
  func wald(tail: Double) -> RateInterval {
    Self.normal(rate, over: n, z: -SpecialFunctions.normalQuantile(tail))
  }

  func agrestiCoull(tail: Double) -> RateInterval {
    let z = -SpecialFunctions.normalQuantile(tail)
    let size = n + z * z
    return Self.normal((k + z * z / 2) / size, over: size, z: z)
  }

  func addFour(tail: Double) -> RateInterval {
    Self.normal((k + 2) / (n + 4), over: n + 4, z: -SpecialFunctions.normalQuantile(tail))
  }

  func wilsonContinuity(tail: Double) -> RateInterval {
    let z = -SpecialFunctions.normalQuantile(tail)
    let centre = 2 * k + z * z
    let scale = 2 * (n + z * z)
    func spread(_ passes: Double) -> Double {
      z * (z * z + 4 * passes * (1 - passes / n)).squareRoot()
    }
    return RateInterval(
      lower: (centre - 1 - spread(k - 0.5)) / scale, upper: (centre + 1 + spread(k + 0.5)) / scale)
  }

  private static func normal(_ centre: Double, over size: Double, z: Double) -> RateInterval {
    let margin = z * (centre * (1 - centre) / size).squareRoot()
    return RateInterval(lower: centre - margin, upper: centre + margin)
  }
}

/// Intervals by a normal approximation on another scale, taken back.
///
/// Where all trials agree the rate has no place on that scale, and the exact interval stands instead.
extension RateSample {
  func logit(tail: Double) -> RateInterval {
    transformed(tail: tail, place: log(k / (n - k)), error: (n / (k * (n - k))).squareRoot()) {
      1 / (1 + exp(-$0))
    }
  }

  func probit(tail: Double) -> RateInterval {
    let place = SpecialFunctions.normalQuantile(rate)
    let density = exp(-place * place / 2) / (2 * Double.pi).squareRoot()
    return transformed(
      tail: tail, place: place, error: (rate * (1 - rate) / n).squareRoot() / density,
      inverse: SpecialFunctions.normalCDF)
  }

  func complementaryLogLog(tail: Double) -> RateInterval {
    let logRate = log1p((k - n) / n)
    let error = ((n - k) / (k * n)).squareRoot() / -logRate
    let limits = transformed(tail: tail, place: log(-logRate), error: error) { exp(-exp($0)) }
    return RateInterval(lower: min(limits.lower, limits.upper), upper: max(limits.lower, limits.upper))
  }

  private func transformed(
    tail: Double, place: Double, error: Double, inverse: (Double) -> Double
  ) -> RateInterval {
    guard !isAtAnEnd else { return BinomialInterval.exact(passes, trials, tail: tail) }
    let margin = -SpecialFunctions.normalQuantile(tail) * error
    return RateInterval(lower: inverse(place - margin), upper: inverse(place + margin))
  }
}
