import SpotCheckStatistics
import Testing

@Suite struct CensusShareTests {
  @Test func aShareIsComparedExactly() throws {
    let target = DecimalFraction(digits: 936, places: 3)
    let share = try #require(CensusShare(passing: 1989, total: 2125))
    #expect(share.attains(target) && share.missing(to: target) == 0)
    let less = try #require(CensusShare(passing: 1988, total: 2125))
    #expect(!less.attains(target) && less.missing(to: target) == 1)
  }

  @Test func edgesAreDefined() throws {
    #expect(CensusShare(passing: 0, total: 0) == nil)
    #expect(CensusShare(passing: 3, total: 2) == nil)
    let whole = try #require(CensusShare(passing: .max, total: .max))
    #expect(whole.share == 1 && whole.attains(DecimalFraction(digits: 1, places: 0)))
  }
}
