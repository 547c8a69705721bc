import Glibc
import SpotCheckStatistics
import Testing

struct AnytimeTestTests {
  /// ∫ (θ/τ)ᵏ((1−θ)/(1−τ))ⁿ⁻ᵏ dθ over the interval, divided by its width, by Simpson's rule.
  private func likelihoodRatio(
    _ passes: Int, _ trials: Int, target: Double, over interval: ClosedRange<Double>
  ) -> Double {
    let steps = 20_000
    let width = interval.upperBound - interval.lowerBound
    let sum = (0...steps).reduce(0.0) { sum, step in
      let theta = interval.lowerBound + width * Double(step) / Double(steps)
      let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      return sum + weight * pow(theta / target, Double(passes))
        * pow((1 - theta) / (1 - target), Double(trials - passes))
    }
    return sum / Double(3 * steps)
  }

  @Test(
    arguments: [(0, 0), (3, 3), (0, 3), (95, 100), (99, 100), (60, 100), (470, 500)], [0.96, 0.985, 0.3])
  func evidenceIsTheIntegralOfItsDefinition(counts: (Int, Int), target: Double) {
    let (passes, trials) = counts
    let evidence = AnytimeTest.logEvidence(passes: passes, trials: trials, target: target)
    let low = max(0, 1 - 3 * (1 - target))
    #expect(
      exp(evidence.shortfall).isNear(
        likelihoodRatio(passes, trials, target: target, over: low...target), within: 1e-7))
    #expect(
      exp(evidence.met).isNear(
        likelihoodRatio(passes, trials, target: target, over: target...1), within: 1e-7))
  }

  @Test(arguments: [10, 1_000, 1_000_000]) func allFailingIsAPowerOfThree(trials: Int) {
    let evidence = AnytimeTest.logEvidence(passes: 0, trials: trials, target: 0.96)
    let n = Double(trials + 1)
    #expect(evidence.shortfall.isNear(n * log(3) + log1p(-exp(-n * log(3))) - log(2 * n)))
  }

  @Test(arguments: [10, 1_000, 1_000_000]) func allPassingIsAClosedForm(trials: Int) {
    let evidence = AnytimeTest.logEvidence(passes: trials, trials: trials, target: 0.96)
    let n = Double(trials + 1)
    let met = log(-expm1(n * log(0.96))) - log(n * 0.04) - (n - 1) * log(0.96)
    let shortfall = log(0.96 / (n * 0.08)) + log(-expm1(n * log(0.88 / 0.96)))
    #expect(evidence.met.isNear(met, within: 1e-9))
    #expect(evidence.shortfall.isNear(shortfall, within: 1e-9))
  }

  @Test func theEndsOfTheScaleAreCertain() {
    #expect(AnytimeTest.pValues(passes: [10, 19], trials: [10, 20], target: 1) == (0, 1))
    #expect(AnytimeTest.pValues(passes: [10, 20], trials: [10, 20], target: 1) == (1, 1))
    #expect(AnytimeTest.pValues(passes: [0, 1], trials: [10, 20], target: 0) == (1, 0))
    #expect(AnytimeTest.pValues(passes: [], trials: [], target: 0.96) == (1, 1))
    #expect(AnytimeTest.pValues(passes: [0], trials: [0], target: 0.96).shortfall.isNear(1))
  }

  @Test func aLaterLookNeverTakesEvidenceBack() {
    let looks = (passes: [92, 185, 284, 384, 484], trials: [100, 200, 300, 400, 500])
    let running = (1...5).map {
      AnytimeTest.pValues(
        passes: Array(looks.passes.prefix($0)), trials: Array(looks.trials.prefix($0)), target: 0.96
      ).shortfall
    }
    #expect(zip(running, running.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(running[1] < running[0])
  }

  /// 2,000 years of twelve months at exactly the target rate.
  @Test func twelveLooksProveAShortfallInAtMostOneYearInTwenty() {
    var random = SeededGenerator(seed: 2024)
    let years = 2_000
    var anytime = 0
    var fixed = 0
    for _ in 0..<years {
      var looks: (passes: [Int], trials: [Int]) = ([], [])
      for month in 1...12 {
        looks.passes.append((looks.passes.last ?? 0) + random.passes(of: 60, rate: 0.96))
        looks.trials.append(60 * month)
      }
      if AnytimeTest.pValues(passes: looks.passes, trials: looks.trials, target: 0.96).shortfall <= 0.05 {
        anytime += 1
      }
      let monthly = ExactTest.evaluate(
        passes: looks.passes, trials: looks.trials, targets: Array(repeating: 0.96, count: 12))
      if monthly.shortfall.contains(where: { $0 <= 0.05 }) { fixed += 1 }
    }
    #expect(anytime <= years / 20)
    #expect(anytime > 0)
    #expect(fixed > years / 10)
  }
}
