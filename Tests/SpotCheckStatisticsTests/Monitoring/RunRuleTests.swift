import SpotCheckStatistics
import Testing

struct RunRuleTests {
  @Test(
    arguments: [
      (.westernElectric1, [2.9, 3.1, -3.1], [1, 2]), (.westernElectric2, [0, 2.5, 1, 2.6, 0], [3]),
      (.westernElectric4, [-1, -1, -1, -1, -1, -1, -1, -1, 1], [7]),
      (.nelson2, Array(repeating: 0.5, count: 10) + Array(repeating: -0.5, count: 9), [8, 9, 18]),
      (.nelson8, [1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2], [7]),
    ] as [(RunRule, [Double], [Int])])
  func patternsAreFound(rule: RunRule, scores: [Double], points: [Int]) {
    #expect(rule.signals(in: scores) == points)
  }

  @Test(arguments: RunRule.allCases) func whatIsTooShortOrEmptyHasNoSignal(rule: RunRule) {
    #expect(rule.signals(in: []).isEmpty)
    #expect(rule.signals(in: [0]).isEmpty)
    #expect(rule.signals(in: [0.2, 0.1]).isEmpty)
  }

  @Test(arguments: RunRule.allCases) func aMissingPointBreaksEveryPattern(rule: RunRule) {
    var scores = (0..<40).map { $0 % 2 == 0 ? 0.5 : -0.5 }
    for point in stride(from: 0, to: 40, by: 3) { scores[point] = .nan }
    #expect(rule.signals(in: scores).isEmpty)
  }

  @Test func aMirroredSeriesHasTheSameSignals() {
    var random = SeededGenerator(seed: 5)
    let scores = (0..<400).map { _ in Double.random(in: -3.2...3.2, using: &random) }
    for rule in RunRule.allCases {
      #expect(rule.signals(in: scores) == rule.signals(in: scores.map { -$0 }))
    }
  }
}
