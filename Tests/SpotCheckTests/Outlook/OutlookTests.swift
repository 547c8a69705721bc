@testable import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Outlook")
struct OutlookTests {
  private static func builder() -> SurveyBuilder {
    var builder = SurveyBuilder()
    for (index, month) in (OutlookFixture.months(2023) + OutlookFixture.months(2024)).enumerated() {
      builder.add("530102", "食品/乳制品", in: month, 90 + index % 7, of: 100)
      builder.add("530103", "食品/饮料", in: month, 48 - index % 3, of: 50)
      builder.add("530302", "食品/乳制品", in: month, 196, of: 200)
    }
    return builder
  }

  @Test("it does not depend on the order of counts, and comes out the same again")
  func orderFree() throws {
    let table = try RegionTable.sample()
    let first = try OutlookFixture.outlook(Self.builder(), table: table)
    #expect(try OutlookFixture.outlook(Self.builder(), table: table, shuffling: true) == first)
    #expect(!first.contributions.isEmpty && !first.comparisons.isEmpty && !first.series.isEmpty)
    #expect(!first.funnels.isEmpty && !first.trends.isEmpty && !first.rankings.isEmpty)
  }

  @Test("without dates there is nothing to look at")
  func undated() throws {
    var builder = SurveyBuilder()
    builder.add("530102", "食品", in: nil, 9, of: 10)
    #expect(try OutlookFixture.outlook(builder) == Outlook())
  }

  @Test(
    "months whose last day is not yet so many days past are provisional",
    arguments: [
      ("2024-12-31", 60, "2024-11"), ("2024-12-30", 60, "2024-11"), ("2024-12-30", 61, "2024-10"),
      ("2024-12-31", 0, "2025-01"), ("2024-12-30", 0, "2024-12"), ("2024-03-01", 1, "2024-03"),
      ("0001-01-05", 400, "0000-03"),
    ])
  func provisional(asOf: String, days: Int, first: String) throws {
    let date = try #require(CalendarDate(iso8601: asOf))
    let month = date.firstProvisionalMonth(maturingAfter: days)
    #expect(Period(.month, containing: month).text == first)
  }

  @Test("indicators follow each other in the plan's order, and share nothing")
  func indicators() throws {
    let outlook = try OutlookFixture.outlook(Self.builder()) { plan in
      var other = plan.indicators[0]
      other.id = "drinks"
      other.scope = ["category": [DimensionKey(levels: ["食品", "饮料"])]]
      plan.indicators.append(other)
    }
    #expect(
      outlook.series.map(\.subject.indicator).reduce(into: [String]()) { ids, id in
        if ids.last != id { ids.append(id) }
      } == ["quality", "drinks"])
    #expect(
      outlook.series.filter { $0.subject.indicator == "drinks" }.map(\.subject.region) == [
        "*", "530000", "530100", "530103",
      ])
    #expect(outlook.series.last?.points.first?.trials == 50)
  }
}
