import SpotCheckStatistics
import Testing

@Suite("Bernoulli CUSUM")
struct BernoulliCUSUMTests {
  private let cusum = BernoulliCUSUM(doublingOddsOf: 0.04, falseAlarmEvery: 120)

  @Test("one unit at a time and a month at once agree while the sum stays above 0")
  func groups() throws {
    let units = cusum.sums(failures: [1, 1, 0, 0, 1], trials: [1, 1, 1, 1, 1])
    let month = cusum.sums(failures: [3], trials: [5])
    #expect((try #require(units.last) - month[0]).magnitude < 1e-12)
  }

  @Test("a month without units leaves the sum as it is")
  func blanks() {
    let sums = cusum.sums(failures: [9, 0, 0], trials: [100, 0, 1000])
    #expect(sums[0] > 0 && sums[1] == sums[0] && sums[2] == 0)
  }

  @Test("dispersion slows the sum; less than 1 does not hasten it")
  func dispersion() {
    func sum(_ dispersion: Double) -> Double {
      BernoulliCUSUM(doublingOddsOf: 0.04, falseAlarmEvery: 120, dispersion: dispersion)
        .sums(failures: [10], trials: [100])[0]
    }
    #expect((sum(2) - sum(1) / 2).magnitude < 1e-12)
    #expect(sum(0.5) == sum(1))
  }

  @Test("in order, false alarms are at least as far apart as asked for; doubled odds are soon noticed")
  func runLengths() {
    var random = SplitMix64(seed: 7)
    func alarm(rate: Double, within months: Int) -> Int? {
      let failures = (0..<months).map { _ in
        (0..<200).count { _ in Double.random(in: 0..<1, using: &random) < rate }
      }
      return cusum.sums(failures: failures, trials: failures.map { _ in 200 })
        .firstIndex { $0 >= cusum.threshold }
    }
    let quiet = (0..<60).map { _ in alarm(rate: 0.04, within: 24) }
    #expect(quiet.count { $0 != nil } <= 12)
    let loud = (0..<60).map { _ in alarm(rate: 0.08, within: 24) ?? 24 }
    #expect(loud.reduce(0, +) <= 60 * 2)
  }
}
