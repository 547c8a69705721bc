import Testing

@testable import SpotCheck

@Suite struct LookTests {
  private func tally(_ month: Int32, _ number: Int32, _ passes: Int, of trials: Int) -> SurveyTally {
    SurveyTally(
      position: SurveyTally.Position(period: month, other: number), trials: trials, passes: passes)
  }

  @Test func countsAccumulateByMonth() {
    let now = [tally(24, 1, 3, of: 4), tally(24, 2, 1, of: 1), tally(26, 1, 5, of: 5)]
    let looks = Looks(now, division: .one).looks
    #expect(looks.map(\.trials) == [[5], [10]] && looks.map(\.passes) == [[4], [9]])
    #expect(looks.last?.pair.isComparable == false)
  }

  @Test func whatLiesInNoStratumIsLeftOut() {
    let now = [tally(24, 1, 3, of: 4), tally(24, 2, 1, of: 1), tally(25, 3, 5, of: 5)]
    let looks = Looks(now, division: .weighted([0.4, 0.6], place: { [3: 0, 1: 1][$0] }, at: [nil, nil]))
    #expect(looks.weights == [0.4, 0.6])
    #expect(looks.looks.map(\.trials) == [[0, 4], [5, 4]])
  }

  @Test func theYearBeforeKeepsStep() {
    let now = [tally(36, 1, 9, of: 10), tally(38, 2, 7, of: 9)]
    let before = [tally(24, 1, 4, of: 5), tally(25, 2, 3, of: 6), tally(26, 3, 1, of: 1)]
    let looks = Looks(now, before: before, division: .each)
    #expect(looks.numbers == [1, 2, 3])
    #expect(looks.looks.map(\.trialsBefore) == [[5, 0, 0], [5, 6, 1]])
    #expect(looks.looks.map(\.trials) == [[10, 0, 0], [10, 9, 0]])
    #expect(looks.looks.last?.pairs.map(\.isComparable) == [true, true, false])
  }

  @Test func laterMonthsOfTheYearBeforeCountInTheLastLook() {
    let looks = Looks([tally(36, 1, 1, of: 1)], before: [tally(30, 1, 2, of: 2)], division: .each).looks
    #expect(looks.map(\.trialsBefore) == [[2]])
    #expect(Looks([], before: [tally(30, 1, 2, of: 2)], division: .each).looks.isEmpty)
  }
}
