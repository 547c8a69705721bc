import SpotCheckStatistics
import Testing

struct SpecialCauseTests {
  @Test func shortSeriesHaveNone() {
    #expect(SpecialCause.sevenOnOneSide([1, 1, 1]).isEmpty)
    #expect(SpecialCause.sevenPointTrend([1, 2, 3]) == [0, 0, 0])
    #expect(SpecialCause.sevenPointTrend([]).isEmpty)
    #expect(SpecialCause.twoInThree(isClose: [true, true], sides: [1, 1]).isEmpty)
  }

  @Test func pointsOnTheMeanBreakARun() {
    #expect(SpecialCause.sevenOnOneSide([1, 1, 1, 0, 1, 1, 1, 1]).isEmpty)
    #expect(SpecialCause.twoInThree(isClose: [true, true, true], sides: [1, 0, 1]).isEmpty)
    #expect(SpecialCause.twoInThree(isClose: [true, true, false], sides: [-1, -1, -1]) == [0, 1, 2])
  }

  @Test func aTargetOnALimitIsWithin() {
    for isHigherBetter in [true, false] {
      let low = Assurance(lowerLimit: 1, upperLimit: 3, target: 1, isHigherBetter: isHigherBetter)
      let high = Assurance(lowerLimit: 1, upperLimit: 3, target: 3, isHigherBetter: isHigherBetter)
      #expect(low == .inconsistent && high == .inconsistent)
    }
    #expect(Assurance(lowerLimit: 5, upperLimit: 7, target: 4, isHigherBetter: true) == .consistentPass)
    #expect(Assurance(lowerLimit: 1, upperLimit: 3, target: 4, isHigherBetter: false) == .consistentPass)
  }
}
