import SpotCheckStatistics
import Testing

struct MannKendallTests {
  @Test func aConstantSeriesHasNoTrend() throws {
    let flat = try #require(MannKendall([5, 5, 5, 5]))
    #expect(flat.statistic == 0 && flat.z == 0 && flat.pTwoSided == 1 && flat.senSlope == 0)
    #expect(flat.tauB == nil)
  }

  @Test func theSignTurnsWithTheSeries() throws {
    let values = [89.8, 88.9, 92.3, 91.1, 91.6, 91.5]
    let up = try #require(MannKendall(values))
    let down = try #require(MannKendall(values.reversed()))
    #expect(up.statistic == -down.statistic)
    #expect(up.z == -down.z)
    #expect(up.senSlope.isNear(-down.senSlope, within: 1e-12))
    #expect(up.pTwoSided == down.pTwoSided)
  }

  @Test func tooShortOrUnknownIsNil() throws {
    #expect(MannKendall([]) == nil)
    #expect(MannKendall([1]) == nil)
    #expect(MannKendall([1, .nan, 2]) == nil)
    let pair = try #require(MannKendall([1, 3]))
    #expect(pair.statistic == 1 && pair.z == 0 && pair.pTwoSided == 1 && pair.senSlope == 2)
  }
}
