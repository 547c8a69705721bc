import SpotCheck
import SpotCheckStatistics
import TestSupport
import Testing

@Suite struct DrawRefusalTests {
  @Test("a list that is not whole is refused with the line")
  func lists() throws {
    let fixture = try DrawFixture()
    try fixture.frame(rows: ["E1,,,,A,", "E2,\"two\nlines\",,,A,", "E1,,,,A,"])
    let twice = try #require(try fixture.refusal())
    #expect(twice.kind == .badDraw(.duplicateIdentifier(firstLine: 2)))
    #expect(twice.line == 5)
    #expect(twice.text == "E1")
    try fixture.frame(rows: ["E1,,,,A,", "", " ,,,,A,"])
    let blank = try #require(try fixture.refusal())
    #expect(blank.kind == .badDraw(.blankIdentifier))
    #expect(blank.line == 4)
    try fixture.frame(rows: ["E1,,,,A"])
    #expect(
      try fixture.refusal()?.kind
        == .ingest(
          IngestError(
            .badRecord(line: 2, .fieldCount, value: "5"), file: fixture.folder.path + "/frame.csv")))
    try fixture.frame(rows: [])
    #expect(try fixture.refusal()?.kind == .badDraw(.emptyList))
  }

  @Test("columns that are needed must be there, once")
  func columns() throws {
    let fixture = try DrawFixture()
    try fixture.write("frame.csv", ["id,name", "E1,n"])
    let missing = try #require(try fixture.refusal())
    #expect(missing.text == "risk_class")
    guard case .badDraw(.missingColumn) = missing.kind else {
      Issue.record("\(missing)")
      return
    }
    try fixture.write("frame.csv", ["id,risk_class,风险等级", "E1,A,A"])
    #expect(try fixture.refusal()?.kind == .badDraw(.ambiguousColumn(["risk_class", "风险等级"])))
  }

  @Test("demands that cannot be met are refused with the reason")
  func demands() throws {
    let fixture = try DrawFixture()
    func reason(_ demands: DrawDemand...) throws -> SpotCheckError.Kind? {
      try fixture.refusal(demands: demands)?.kind
    }
    #expect(try reason() == .badDraw(.nothingDemanded))
    #expect(
      try reason(DrawDemand(.ratio(DecimalFraction(digits: 5, places: 0))))
        == .badDraw(.ratioAboveOne(suggestion: "0.05")))
    #expect(
      try reason(DrawDemand(.count(1), of: "D")) == .badDraw(.unknownStratum(known: ["A", "B"])))
    #expect(
      try reason(DrawDemand(.count(1), of: "A")) == .badDraw(.stratumWithoutDemand(establishments: 20)))
    #expect(
      try reason(DrawDemand(.count(1), of: "A"), DrawDemand(.count(2), of: "A"))
        == .badDraw(.stratumTwice))
    #expect(
      try reason(DrawDemand(.count(21))) == .badDraw(.tooFewEstablishments(demanded: 21, available: 20)))
    #expect(try fixture.refusal { options, _ in options.inspectorsEach = 1 }?.kind == .badDraw(.tooFewEach))
  }

  @Test("too few inspectors, all in conflict, and a limit too small are told apart")
  func inspectors() throws {
    let fixture = try DrawFixture()
    try fixture.inspectors(["P1,,,食品,", "P2,,,制造业,"])
    #expect(
      try fixture.refusal()?.kind
        == .badDraw(.tooFewInspectors(category: "食品/乳制品", office: nil, available: 1, needed: 2)))
    try fixture.frame(rows: ["E1,,,食品,A,"])
    try fixture.inspectors(["P1,,,,E1", "P2,,,,", "P3,,,,E1"])
    let conflict = try #require(try fixture.refusal(demands: [DrawDemand(.count(1))]))
    #expect(conflict.kind == .badDraw(.inConflict(able: 3, free: 1, needed: 2)))
    #expect(conflict.text == "E1")
  }

  @Test("a limit of loads is kept to the least that any assignment needs")
  func limits() throws {
    let fixture = try DrawFixture()
    // 6 pieces of work for food, which only F1…F3 may do: 4 each at least; W1…W9 do the rest.
    try fixture.frame(rows: (1...6).map { "F\($0),,,食品,A," } + (1...9).map { "W\($0),,,制造业,A," })
    try fixture.inspectors((1...3).map { "F\($0),,,," } + (1...9).map { "W\($0),,,制造业," })
    let demands = [DrawDemand(.count(15))]
    let refused = try #require(
      try fixture.refusal(demands: demands) { options, _ in options.maxLoad = 3 })
    #expect(
      refused.kind == .badDraw(.loadTooSmall(limit: 3, least: 4, inspectors: ["F1", "F2", "F3"])))
    #expect(refused.message(in: .english).hasSuffix("\n--max-load 4"))
    let draw = try fixture.draw(demands: demands) { options, _ in options.maxLoad = 4 }
    #expect(draw.loads == [4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2])
  }

  @Test("an allocation and a list of follow-ups are checked against the frame")
  func furtherLists() throws {
    let fixture = try DrawFixture()
    try fixture.write("follow-ups.csv", ["id", "A1", "X9"])
    let unknown = try #require(
      try fixture.refusal { $1.followUps = fixture.folder.path + "/follow-ups.csv" })
    #expect(unknown.kind == .badDraw(.notInFrame))
    #expect(unknown.line == 3)
    for (row, kind) in [
      ("530100,食品,61", SpotCheckError.DrawProblem.tooFewEstablishments(demanded: 61, available: 60)),
      ("530100,食品,some", .badNumber), ("530100,食品,-1", .badNumber),
    ] {
      try fixture.write("allocation.csv", ["region,category,n", row])
      let error = try #require(
        try fixture.refusal(demands: []) { $1.allocation = fixture.folder.path + "/allocation.csv" })
      #expect(error.kind == .badDraw(kind))
      #expect(error.line == 2)
    }
  }
}
