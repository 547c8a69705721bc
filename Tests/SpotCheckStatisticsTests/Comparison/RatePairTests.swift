import SpotCheckStatistics
import Testing

@Suite struct RatePairTests {
  @Test(
    "a rise is told in whole numbers, and 100 % stays one",
    arguments: [
      (9, 10, 10, 10, true), (10, 10, 10, 10, true), (9, 10, 9, 10, false), (10, 10, 9, 10, false),
      (0, 0, 5, 5, false), (5, 5, 0, 0, false), (0, 5, 0, 5, false),
      (1_999_999_999, 2_000_000_000, 2_999_999_999, 3_000_000_000, true),
    ])
  func rises(k0: Int, n0: Int, k1: Int, n1: Int, expected: Bool) {
    let pair = RatePair(passesBefore: k0, trialsBefore: n0, passesNow: k1, trialsNow: n1)
    #expect(pair.hasRisen == expected)
  }

  @Test func intervalsMirrorWhenYearsChangePlaces() throws {
    let rise = RatePair(passesBefore: 48, trialsBefore: 80, passesNow: 56, trialsNow: 70)
    let fall = RatePair(passesBefore: 56, trialsBefore: 70, passesNow: 48, trialsNow: 80)
    for (up, down) in [
      (rise.newcombeInterval(level: 0.9), fall.newcombeInterval(level: 0.9)),
      (rise.miettinenNurminenInterval(level: 0.9), fall.miettinenNurminenInterval(level: 0.9)),
      (rise.agrestiCaffoInterval(level: 0.9), fall.agrestiCaffoInterval(level: 0.9)),
    ] {
      let (up, down) = (try #require(up), try #require(down))
      #expect(abs(up.lower + down.upper) < 1e-12 && abs(up.upper + down.lower) < 1e-12)
    }
  }

  @Test(
    "intervals hold the difference and stay within −1…1",
    arguments: [(0, 1, 1, 1), (1, 1, 0, 1), (0, 5, 0, 7), (5, 5, 7, 7), (3, 9, 1, 2)])
  func intervalsAtTheEdges(k0: Int, n0: Int, k1: Int, n1: Int) throws {
    let pair = RatePair(passesBefore: k0, trialsBefore: n0, passesNow: k1, trialsNow: n1)
    let difference = try #require(pair.difference)
    for interval in [
      try #require(pair.newcombeInterval(level: 0.95)),
      try #require(pair.miettinenNurminenInterval(level: 0.95)),
    ] {
      #expect(-1 <= interval.lower && interval.lower <= difference)
      #expect(difference <= interval.upper && interval.upper <= 1)
    }
  }

  @Test func withoutTrialsThereIsNothingToCompare() {
    let pair = RatePair(passesBefore: 0, trialsBefore: 0, passesNow: 3, trialsNow: 4)
    #expect(pair.difference == nil && pair.pooledScore == nil)
    #expect(pair.newcombeInterval(level: 0.9) == nil && pair.miettinenNurminenInterval(level: 0.9) == nil)
    #expect(pair.fisher == (1, 1))
  }
}
