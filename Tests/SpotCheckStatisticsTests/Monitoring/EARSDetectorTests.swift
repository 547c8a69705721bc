import SpotCheckStatistics
import Testing

struct EARSDetectorTests {
  @Test(arguments: EARSMethod.allCases) func withoutHistoryThereIsNoVerdict(method: EARSMethod) {
    let needed = [EARSMethod.c1: 7, .c2: 9, .c3: 11][method]
    let alarms = EARSDetector(method: method).judge(Array(repeating: 3, count: 15))
    #expect(alarms.prefix { $0 == nil }.count == needed)
    #expect(EARSDetector(method: method).judge([]).isEmpty)
  }

  @Test(arguments: EARSMethod.allCases) func withoutVarianceAnythingMoreIsAnAlarm(method: EARSMethod) throws {
    var counts = Array(repeating: 3.0, count: 12)
    let quiet = try #require(EARSDetector(method: method).judge(counts)[11])
    #expect(quiet.limit == 3 && !quiet.isAlarm)
    counts[11] = 4
    #expect(try #require(EARSDetector(method: method).judge(counts)[11]).isAlarm)
  }

  @Test func theThirdRemembersTheTwoPointsBefore() throws {
    let quiet: [Double] = [3, 4, 2, 5, 3, 4, 3, 2, 4, 3, 4]
    let detector = EARSDetector(method: .c3, alpha: 0.025)
    func limit(_ last: [Double]) throws -> Double {
      try #require(detector.judge(Array(quiet.dropLast(last.count)) + last + [4])[11]).limit
    }
    #expect(try limit([9, 9]) < limit([3, 4]))
    #expect(try limit([99, 99]) == 0)
  }
}
