import SpotCheck
import SpotCheckStatistics
import TestSupport
import Testing

@Suite struct DrawTests {
  @Test("over 1,000 seeds every establishment is drawn as often as any other, and so is every inspector")
  func inclusion() throws {
    let fixture = try DrawFixture()
    let files = DrawFiles(
      frame: fixture.folder.path + "/frame.csv", inspectors: fixture.folder.path + "/inspectors.csv")
    var options = DrawOptions(seed: "")
    options.demands = [DrawDemand(.count(8), of: "A"), DrawDemand(.count(5), of: "B")]
    let lists = try DrawLists(contentsOf: files, options)
    var counts: [String: Int] = [:]
    var teams: [[Int]: Int] = [:]
    for seed in 0..<1000 {
      options.seed = String(seed)
      for assignment in try Draw(from: lists, options).assignments {
        counts[assignment.establishment.id, default: 0] += 1
        teams[assignment.inspectors, default: 0] += 1
      }
    }
    // Drawn without replacement, counts vary less: chi-square is divided by (1 − n/N) · N/(N − 1).
    func chiSquare(_ prefix: String, _ size: Double, _ drawn: Double) -> Double {
      let expected = 1000 * drawn / size
      let own = counts.filter { $0.key.hasPrefix(prefix) }
      #expect(Double(own.count) == size)
      return own.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        / (1 - drawn / size) * (size - 1) / size
    }
    #expect((15...72).contains(chiSquare("A", 40, 8)), "39 degrees of freedom")
    #expect((4...45).contains(chiSquare("B", 20, 5)), "19 degrees of freedom")
    let expected = 13_000.0 / 15
    #expect(teams.count == 15)
    #expect(teams.values.allSatisfy { (Double($0) - expected).magnitude < 5 * expected.squareRoot() })
  }

  @Test("a draw is the seed's own, whatever the order of rows")
  func permutedRows() throws {
    let fixture = try DrawFixture()
    let rows = (1...50).map { "E\($0),n,,,A," }
    let inspectors = (1...9).map { "P\($0),,,,E\($0);E\($0 + 9)" }
    try fixture.frame(rows: rows)
    try fixture.inspectors(inspectors)
    let demands = [DrawDemand(.count(20))]
    let first = try fixture.draw(demands: demands)
    #expect(first.assignments == (try fixture.draw(demands: demands)).assignments)
    try fixture.frame(rows: rows.reversed())
    try fixture.inspectors(inspectors.reversed())
    #expect(first.assignments == (try fixture.draw(demands: demands)).assignments)
    #expect(first.assignments != (try fixture.draw(seed: "2", demands: demands)).assignments)
  }

  @Test("what one stratum holds changes no other's draw")
  func strataAreIndependent() throws {
    let fixture = try DrawFixture()
    let before = try fixture.draw()
    try fixture.frame(["A": 40, "B": 21, "C": 7])
    let after = try fixture.draw()
    #expect(before.ids(of: "A") == after.ids(of: "A"))
    #expect(after.ids(of: "C").count == 3)
  }

  @Test("the number of an establishment is its place in its stratum by the bytes of its id")
  func numbers() throws {
    let draw = try DrawFixture().draw()
    let ids = (1...40).map { "A\($0)" }.sorted()
    for assignment in draw.assignments where assignment.establishment.riskClass == "A" {
      let number = try #require(assignment.number)
      #expect(ids[number - 1] == assignment.establishment.id)
    }
    #expect(draw.strata.map(\.establishments) == [40, 20])
  }

  @Test("shares are rounded up, exactly", arguments: [("0.1", 4), ("0.101", 5), ("1", 40), ("0", 0)])
  func ratios(ratio: String, drawn: Int) throws {
    let demands = [
      DrawDemand(.ratio(try #require(DecimalFraction(ratio))), of: "A"), DrawDemand(.count(0)),
    ]
    #expect(try DrawFixture().draw(demands: demands).strata.map(\.drawn) == [drawn, 0])
  }

  @Test("what is followed up is inspected in any case, once, and is in no stratum")
  func followUps() throws {
    let fixture = try DrawFixture()
    try fixture.write("follow-ups.csv", ["id,days_open", "A7,3", "B2,9", "A7,1"])
    let draw = try fixture.draw(demands: [DrawDemand(.ratio(DecimalFraction(digits: 1, places: 0)))]) {
      $1.followUps = fixture.folder.path + "/follow-ups.csv"
    }
    #expect(draw.strata.map(\.establishments) == [39, 19])
    #expect(draw.strata.map(\.drawn) == [39, 19])
    let followUps = draw.assignments.filter { $0.kind == .followUp }
    #expect(followUps.map(\.establishment.id) == ["A7", "B2"])
    #expect(followUps.allSatisfy { $0.stratum == nil && $0.number == nil && $0.inspectors.count == 2 })
    #expect(Set(draw.assignments.map(\.establishment.id)).count == 60)
  }

  @Test("an allocation's rows are strata, and take what lies below them and in no row of its own")
  func allocation() throws {
    let fixture = try DrawFixture()
    try fixture.frame(rows: [
      "E1,,530102,食品/乳制品,A,", "E2,,530103,食品/肉制品,A,", "E3,,530302,食品,A,", "E4,,530302,制造业,A,",
      "E5,,530102,建设工程,A,", "E6,,530402,食品,A,",
    ])
    try fixture.write(
      "allocation.csv",
      ["region,category,n", "530100,食品,1", "530103,食品,1", "530000,食品,1", "530302,*,1"])
    let draw = try fixture.draw(demands: []) { $1.allocation = fixture.folder.path + "/allocation.csv" }
    #expect(draw.unallocated == 1)
    #expect(draw.strata.map(\.name) == ["530000/食品", "530100/食品", "530103/食品", "530302/*"])
    #expect(draw.strata.map(\.establishments) == [1, 1, 1, 2])
  }

  @Test("skills, offices and conflicts are kept, and so is a limit that can be kept")
  func inspectors() throws {
    let fixture = try DrawFixture()
    try fixture.frame(rows: (1...30).map { "E\($0),,\($0 % 2 == 0 ? "530102" : "530302"),食品/乳制品,A," })
    try fixture.inspectors(
      (1...4).map { "K\($0),,530100,食品;制造业,E2、E4" } + ["K5,,530100,,", "K6,,530100,,"]
        + (1...3).map { "Q\($0),,530302,食品/乳制品," } + ["Z1,,530100,食", "Z2,,,建设工程"].map { $0 + "," })
    let draw = try fixture.draw(demands: [DrawDemand(.count(30))]) { options, _ in
      options.matchesOffice = true
      options.maxLoad = 10
    }
    for assignment in draw.assignments {
      let team = assignment.inspectors.map { draw.inspectors[$0].id }
      let isEast = assignment.establishment.region == "530102"
      #expect(team.allSatisfy { $0.hasPrefix(isEast ? "K" : "Q") })
      if ["E2", "E4"].contains(assignment.establishment.id) { #expect(team == ["K5", "K6"]) }
    }
    #expect(draw.loads == [5, 5, 5, 5, 5, 5, 10, 10, 10, 0, 0])
  }
}
