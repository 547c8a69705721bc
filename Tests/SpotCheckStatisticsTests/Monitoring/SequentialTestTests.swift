import SpotCheckStatistics
import Testing

struct SequentialTestTests {
  @Test func linesNeverCross() throws {
    let test = try #require(SequentialTest(acceptable: 0.02, unacceptable: 0.05, alpha: 0.05, beta: 0.1))
    for items in stride(from: 1, through: 3_000, by: 7) {
      guard let accepted = test.acceptanceNumber(items: items),
        let rejected = test.rejectionNumber(items: items)
      else { continue }
      #expect(accepted < rejected && rejected <= items)
    }
    #expect(test.acceptanceNumber(items: 72) == nil)
    #expect(test.acceptanceNumber(items: 73) == 0)
  }

  @Test func theRisksAreKept() throws {
    let test = try #require(SequentialTest(acceptable: 0.02, unacceptable: 0.08, alpha: 0.05, beta: 0.1))
    var random = SeededGenerator(seed: 40)
    func rejectedShare(_ rate: Double) -> Double {
      let lots = 2_000
      let rejected = (0..<lots).count { _ in
        var failures = 0
        for items in 1... {
          if Double.random(in: 0..<1, using: &random) < rate { failures += 1 }
          if let least = test.rejectionNumber(items: items), failures >= least { return true }
          if let most = test.acceptanceNumber(items: items), failures <= most { return false }
        }
        return false
      }
      return Double(rejected) / Double(lots)
    }
    #expect(rejectedShare(0.02) < 0.06)
    #expect(rejectedShare(0.08) > 0.88)
  }

  @Test(arguments: [
    (0, 0.1, 0.05, 0.1), (0.1, 0.1, 0.05, 0.1), (0.1, 1, 0.05, 0.1), (0.1, 0.2, 0, 0.1), (0.1, 0.2, 0.5, 0.5),
  ])
  func whatIsNoDesignIsNil(p0: Double, p1: Double, alpha: Double, beta: Double) {
    #expect(SequentialTest(acceptable: p0, unacceptable: p1, alpha: alpha, beta: beta) == nil)
  }
}
