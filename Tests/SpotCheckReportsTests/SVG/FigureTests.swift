import Testing

@testable import SpotCheck
@testable import SpotCheckReports

@Suite("Pictures")
struct FigureTests {
  private static let outlook = OutlookSamples.outlook
  private static let group = FindingGroup.groups(of: ReportSamples.planned.findings)[0]
  private static let title: @Sendable (Words) -> String = { $0.say("Indicator", "指标") }

  /// A month series of a year and a half, of which one month is out, and one provisional.
  private static let series: MonthlySeries = {
    var series = outlook.series[0]
    let (judged, provisional) = (series.points[0], series.points[1])
    series.points = (0..<18).map { offset in
      var point = offset == 17 ? provisional : judged
      point.month = Month(index: Month(year: 2023, month: 6).index + offset)
      point.passes = offset == 9 ? 70 : min(point.trials, 92 + offset % 5)
      point.cusum = offset == 17 ? nil : offset >= 9 ? 5 : 1
      return point
    }
    return series
  }()

  private static let fan: YearEndFan = {
    var fan = outlook.projections[0]
    fan.path.append(YearEndFan.Step(month: Month(year: 2025, month: 4), trials: 175, passes: 160))
    return fan
  }()

  private static func ranking() -> RegionRanking {
    var ranking = outlook.rankings[0]
    var second = ranking.entries[0]
    second.region = "532300"
    second.regionName = "楚雄彝族自治州"
    second.medianRank = 1
    ranking.entries.append(second)
    return ranking
  }

  private static func figures() -> [String: Figure?] {
    let rows = group.own.map { AttainmentRow(finding: bounded($0), measure: .passRate) }
    return [
      "funnel": .funnel(outlook.funnels[0], id: "funnel", title: title),
      "intervals": .intervals(rows, id: "intervals", limit: 40, title: title),
      "months": .months([series], id: "months", limit: 18, title: title),
      "ranking": .ranking(ranking(), id: "ranking", limit: 40, title: title),
      "year": .yearEnds([fan], id: "year", limit: 18, finding: { _ in open() }, title: title),
      "classes": .failingShares(classes(), id: "classes", limit: 15, title: title),
    ]
  }

  private static func bounded(_ finding: Finding) -> Finding {
    var finding = finding
    finding.lower = finding.passRate.map { $0 - 0.02 }
    finding.upper = finding.passRate.map { min(1, $0 + 0.02) }
    return finding
  }

  private static func open() -> Finding {
    var finding = group.own[1]
    finding.status = "open"
    finding.requiredFutureRate = 0.9866666666666667
    finding.chanceMet = 0.07
    return finding
  }

  private static func classes() -> FindingGroup {
    var group = group
    for index in group.below.indices { group.below[index].region = "*" }
    return group
  }

  @Test("the golden pictures", arguments: ["funnel", "intervals", "months", "ranking", "year", "classes"])
  func golden(name: String) throws {
    let figure = try #require(Self.figures()[name] ?? nil)
    let drawing = try #require(figure.panels.first).drawing
    let svg = drawing.svg(
      title: figure.title, description: figure.panels[0].description, labelledBy: ["title"],
      describedBy: "description", language: .simplifiedChinese)
    try expectSnapshot(svg.replacing("><", with: ">\n<") + "\n", named: "\(name).svg")
  }

  @Test("every picture has words, and a table of what it shows")
  func words() throws {
    for (name, figure) in Self.figures() {
      let figure = try #require(figure, "\(name)")
      for language in Language.allCases {
        #expect(!figure.title[language].isEmpty && !figure.reading[language].isEmpty)
        #expect(figure.panels.allSatisfy { !$0.description[language].isEmpty })
      }
      #expect(!figure.table.rows.isEmpty)
      #expect(figure.table.rows.allSatisfy { $0.count == figure.table.columns.count })
    }
  }

  @Test("what cannot be drawn is left out")
  func nothing() {
    let none: Finding? = nil
    #expect(Figure.months([], id: "a", limit: 4, title: Self.title) == nil)
    #expect(
      Figure.months(
        Self.outlook.series.map { series in
          var series = series
          series.points.removeLast()
          return series
        }, id: "a", limit: 4, title: Self.title) == nil)
    #expect(Figure.intervals([], id: "a", limit: 4, title: Self.title) == nil)
    #expect(Figure.ranking(Self.outlook.rankings[0], id: "a", limit: 4, title: Self.title) == nil)
    #expect(Figure.yearEnds([], id: "a", limit: 4, finding: { _ in none }, title: Self.title) == nil)
    #expect(Figure.failingShares(Self.group, id: "a", limit: 4, title: Self.title) == nil)
  }

  @Test("of many months' pictures the whole and those with a warning stay")
  func chosen() throws {
    var many = (0..<30).map { number in
      var series = Self.series
      series.subject.region = "R\(number)"
      series.subject.regionName = nil
      for index in series.points.indices {
        series.points[index].cusum = number == 29 ? 9 : 0
        series.points[index].limits = nil
      }
      return series
    }
    many[17].subject.region = "*"
    let figure = try #require(Figure.months(many, id: "a", limit: 4, title: Self.title))
    #expect(figure.panels.compactMap(\.title).map(\.english) == ["R0", "R1", "All", "R29"])
    #expect(figure.hidden == 26)
  }

  @Test("failing classes sum to all failures")
  func classesSum() throws {
    let figure = try #require(Figure.failingShares(Self.classes(), id: "a", limit: 1, title: Self.title))
    #expect(figure.table.rows.map { $0[0].text.english } == ["电线电缆", "other"])
    #expect(figure.table.rows.map { $0[1].text.english } == ["28", "511"])
  }
}
