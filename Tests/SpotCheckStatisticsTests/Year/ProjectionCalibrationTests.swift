import SpotCheckStatistics
import Testing

@Suite("Calibration of the chance that a target is met")
struct ProjectionCalibrationTests {
  /// A year in which the rate so far and to come are one, drawn anew for each of 4,000 years.
  @Test("of the years given a chance about p, about a share p met the target")
  func calibrated() {
    var random = SplitMix64(seed: 2025)
    let target = DecimalFraction(digits: 96, places: 2)
    var bins = [(years: Int, met: Int, chance: Double)](repeating: (0, 0, 0), count: 5)
    func passes(_ rate: Double, of trials: Int) -> Int {
      (0..<trials).count { _ in Double.random(in: 0..<1, using: &random) < rate }
    }
    for _ in 0..<4000 {
      let rate = Double.random(in: 0.9..<1, using: &random)
      let soFar = passes(rate, of: 150)
      let projection = YearEndProjection(passes: soFar, trials: 150, remaining: 150, target: target)
      let bin = min(4, Int(projection.chanceMet * 5))
      bins[bin].years += 1
      bins[bin].chance += projection.chanceMet
      if passes(rate, of: 150) >= projection.need { bins[bin].met += 1 }
    }
    for bin in bins {
      let years = Double(bin.years)
      #expect(bin.years > 100)
      #expect((Double(bin.met) / years - bin.chance / years).magnitude < 0.12)
    }
  }
}
