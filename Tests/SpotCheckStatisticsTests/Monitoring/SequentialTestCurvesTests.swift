import SpotCheckStatistics
import Testing

struct SequentialTestCurvesTests {
  @Test("the curves go through the points that the test was designed for")
  func designPoints() throws {
    let test = try #require(SequentialTest(acceptable: 0.02, unacceptable: 0.08, alpha: 0.05, beta: 0.1))
    #expect(test.acceptance(at: 0.02).isNear(0.95, within: 1e-12))
    #expect(test.acceptance(at: 0.08).isNear(0.1, within: 1e-12))
    #expect(test.expectedItems(at: 0.02).isNear(test.expectedItemsAcceptable, within: 1e-11))
    #expect(test.expectedItems(at: 0.08).isNear(test.expectedItemsUnacceptable, within: 1e-11))
  }

  @Test("at the slope both curves have Wald's limits, and no jump beside it")
  func slope() throws {
    let test = try #require(SequentialTest(acceptable: 0.02, unacceptable: 0.08, alpha: 0.05, beta: 0.1))
    let (low, high) = (test.acceptanceIntercept, test.rejectionIntercept)
    #expect(test.acceptance(at: test.slope).isNear(high / (low + high), within: 1e-7))
    let items = low * high / (test.slope * (1 - test.slope))
    #expect(test.expectedItems(at: test.slope).isNear(items, within: 1e-12))
    for near in [-1e-5, -1e-7, 1e-7, 1e-5] {
      #expect(test.expectedItems(at: test.slope * (1 + near)).isNear(items, within: 1e-4))
    }
  }

  @Test("the chance falls from 1 to 0, and the ends are where the lines are met")
  func ends() throws {
    let test = try #require(SequentialTest(acceptable: 0.001, unacceptable: 0.3, alpha: 0.01, beta: 0.02))
    let chances = (0...200).map { test.acceptance(at: Double($0) / 200) }
    #expect(chances.first == 1 && chances.last == 0)
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 })
    #expect(test.expectedItems(at: 0).isNear(test.acceptanceIntercept / test.slope, within: 1e-12))
    #expect(test.expectedItems(at: 1).isNear(test.rejectionIntercept / (1 - test.slope), within: 1e-12))
  }

  @Test("the seeded test accepts and inspects about as often as computed")
  func simulation() throws {
    let test = try #require(SequentialTest(acceptable: 0.02, unacceptable: 0.08, alpha: 0.05, beta: 0.1))
    var random = SeededGenerator(seed: 41)
    let (lots, rate) = (3_000, 0.035)
    var (accepted, inspected) = (0, 0)
    for _ in 0..<lots {
      var (items, failures) = (0, 0)
      while true {
        items += 1
        failures += Double.random(in: 0..<1, using: &random) < rate ? 1 : 0
        if let least = test.rejectionNumber(items: items), failures >= least { break }
        if let most = test.acceptanceNumber(items: items), failures <= most {
          accepted += 1
          break
        }
      }
      inspected += items
    }
    #expect((Double(accepted) / Double(lots) - test.acceptance(at: rate)).magnitude < 0.05)
    #expect((Double(inspected) / Double(lots)).isNear(test.expectedItems(at: rate), within: 0.15))
  }
}
