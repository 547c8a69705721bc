import SpotCheckStatistics
import Testing

struct FarringtonDetectorTests {
  private static func detector(years: Int = 4) -> FarringtonDetector {
    var detector = FarringtonDetector()
    detector.years = years
    detector.halfWindow = 2
    return detector
  }

  /// Seven years of months about a level.
  private static func series(seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed)
    return (0..<84).map { _ in random.passes(of: 400, rate: 0.04) }
  }

  @Test func withoutThreePastYearsThereIsNoVerdict() {
    let counts = Self.series(seed: 3)
    #expect(Self.detector().judge(49, of: counts, frequency: 12) == .notEnoughHistory)
    #expect(Self.detector(years: 2).judge(83, of: counts, frequency: 12) == .notEnoughHistory)
    #expect(Self.detector().judge(84, of: counts, frequency: 12) == .notEnoughHistory)
    #expect(Self.detector().judge(-1, of: counts, frequency: 12) == .notEnoughHistory)
    guard case .judged = Self.detector().judge(50, of: counts, frequency: 12) else {
      Issue.record("there are four years and two months")
      return
    }
  }

  @Test func aJumpIsAnAlarmAndAPastOneIsForgiven() throws {
    var counts = Self.series(seed: 4)
    counts[83] = 60
    #expect(try alarm(counts)?.isAlarm == true)
    counts[83] = 16
    let usual = try #require(try alarm(counts))
    #expect(!usual.isAlarm)
    counts[59] = 120
    let remembered = try #require(try alarm(counts, threshold: nil))
    let forgiven = try #require(try alarm(counts))
    #expect(forgiven.limits.upper < remembered.limits.upper)
  }

  @Test func exposureScalesWhatIsExpected() throws {
    let counts = Self.series(seed: 5)
    var exposures = Array(repeating: 400.0, count: 84)
    let usual = try #require(try alarm(counts, exposures: exposures))
    exposures[83] = 800
    let twice = try #require(try alarm(counts, exposures: exposures))
    #expect(twice.prediction.mean.isNear(2 * usual.prediction.mean))
  }

  @Test func whatHasNoModelSaysSo() {
    let none = Array(repeating: 0, count: 84)
    #expect(Self.detector().judge(83, of: none, frequency: 12) == .noModel)
    let missing = Array(repeating: -1, count: 83) + [5]
    #expect(Self.detector().judge(83, of: missing, frequency: 12) == .noModel)
  }

  private func alarm(
    _ counts: [Int], exposures: [Double] = [], threshold: Double? = 2.58
  ) throws -> FarringtonDetector.Judgement? {
    var detector = Self.detector()
    detector.hasTrend = false
    detector.outbreakThreshold = threshold
    let verdict = detector.judge(83, of: counts, exposures: exposures, frequency: 12)
    if case .judged(let judgement) = verdict { return judgement }
    return nil
  }
}
