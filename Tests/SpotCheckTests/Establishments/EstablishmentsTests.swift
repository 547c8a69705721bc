import SpotCheck
import SpotCheckStatistics
import TestSupport
import Testing

@Suite("Establishments")
struct EstablishmentsTests {
  private static let layout = """
    version: 1
    columns:
      sample_id: id
      region: region
      category: category
      date: { from: date, formats: [yyyy-MM-dd] }
      result: result
      establishment: name
      credit_code: code
      kind: kind
    labels: { pass: [P], fail: [F] }
    follow_up: { kind: [again] }

    """

  /// Reads files by several numbers of workers and sizes of chunks, in either order, which must change nothing.
  private func read(
    _ files: [(name: String, text: String)], _ layout: String = layout,
    _ policy: Schema.DuplicatePolicy = .last
  ) throws -> Survey {
    let scratch = try Scratch()
    let paths = try files.map { try scratch.write($0.text, to: $0.name) }
    let layout = try Layout(yaml: layout, file: "layout.yaml")
    var surveys: [Survey] = []
    for (threads, chunk) in [(1, 1 << 20), (2, 64), (4, 900)] {
      var options = SurveyOptions()
      options.dimensions = [Establishments.dimension]
      options.duplicates = policy
      options.ingest.threads = threads
      options.ingest.chunkBytes = chunk
      let inputs = threads == 2 ? paths.reversed() : paths
      surveys.append(try Survey(reading: inputs, layout: layout, options: options))
    }
    let first = try #require(surveys.first)
    for other in surveys {
      #expect(other.ingested.cube == first.ingested.cube)
      #expect(other.ingested.days == first.ingested.days)
      #expect(other.ingested.followUps == first.ingested.followUps)
    }
    return first
  }

  private func lines(_ establishments: Establishments) -> [String] {
    establishments.map { establishment in
      [
        establishment.id, establishment.name, establishment.category, establishment.region,
        establishment.creditCode, "\(establishment.trials)", "\(establishment.passes)",
        "\(establishment.months)", establishment.lastInspected?.iso8601 ?? "-",
        establishment.lastFailed?.iso8601 ?? "-", establishment.lastConformed.map { "\($0)" } ?? "-",
        "\(establishment.openFailures)", establishment.daysOpen.map { "\($0)" } ?? "-",
      ].joined(separator: "|")
    }
  }

  private func open(_ establishments: Establishments) -> [String] {
    establishments.openFailures.map { failure in
      [
        establishments[failure.establishment].id, failure.category, failure.region, failure.sample ?? "",
        failure.failedOn?.iso8601 ?? "-", failure.daysOpen.map { "\($0)" } ?? "-", "\(failure.isFollowUp)",
      ].joined(separator: "|")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static let asOf = CalendarDate(iso8601: "2024-03-05")

  @Test(
    "histories and open failures, against a slow recount of the records",
    arguments: [Schema.DuplicatePolicy.last, .first, .worst], [1, 2, 3] as [UInt64])
  func oracle(policy: Schema.DuplicatePolicy, seed: UInt64) throws {
    let oracle = EstablishmentOracle(seed: seed)
    let survey = try read(oracle.files, Self.layout, policy)
    let asOf = try #require(Self.asOf)
    let establishments = try #require(Establishments(of: survey, asOf: asOf))
    let units = oracle.units(policy)
    let expected = EstablishmentOracle.histories(units, asOf: asOf)
    #expect(lines(establishments) == expected.establishments)
    #expect(open(establishments) == expected.open)
    #expect(expected.open.count > 5 && expected.open.contains { $0.hasSuffix("true") })
    let unnamed = units.count {
      !$0.isFollowUp && $0.name.isEmpty && !(CreditCode($0.code)?.isValid ?? false)
    }
    #expect(establishments.unnamedUnits == unnamed)
  }

  @Test("duplicates kept, so that every record is a unit and its sample is not read")
  func kept() throws {
    let oracle = EstablishmentOracle(seed: 4)
    let establishments = try #require(
      Establishments(of: try read(oracle.files, Self.layout, .keep), asOf: Self.asOf))
    let units = oracle.rows.map { row in
      var row = row
      row.id = ""
      return row
    }
    let expected = EstablishmentOracle.histories(units, asOf: try #require(Self.asOf))
    #expect(lines(establishments) == expected.establishments)
    #expect(open(establishments) == expected.open)
  }

  @Test("items folded into samples", arguments: [Schema.DuplicatePolicy.last, .keep], [5, 6] as [UInt64])
  func items(policy: Schema.DuplicatePolicy, seed: UInt64) throws {
    let oracle = EstablishmentOracle(seed: seed, foldsItems: true)
    let layout = Self.layout.replacing("  date:", with: "  item: item\n  date:")
    let establishments = try #require(
      Establishments(of: try read(oracle.files, layout, policy), asOf: Self.asOf))
    let expected = EstablishmentOracle.histories(oracle.units(policy), asOf: try #require(Self.asOf))
    #expect(lines(establishments) == expected.establishments)
    #expect(open(establishments) == expected.open)
  }

  @Test("a follow-up in no rate closes a failure, and a failed one opens one")
  func followUps() throws {
    let rows = [
      "1,,甲,,r,食品,2024-01-05,F,plan", "2,,甲,,r,食品,2024-01-05,P,again",  // closed on its day
      "3,,乙,,r,食品,2024-01-05,F,plan", "4,,乙,,r,农产品,2024-02-05,P,plan",  // another category
      "5,,丙,,r,食品,2024-01-05,F,plan", "6,,丙,,r,食品,2024-02-05,F,again",  // rectification failed
      "7,,丁,,r,食品,2024-01-05,F,plan", "8,,丁,,r,食品,2024-01-05,P,plan",  // a pass of the same day
      "9,,戊,,r,食品,2024-01-05,P,again",  // no trial at all
    ]
    let survey = try read(
      [("a.csv", EstablishmentOracle.header + rows.joined(separator: "\n") + "\n")])
    #expect(survey.ingested.total.accepted == 6 && survey.ingested.total.ignored == 3)
    let establishments = try #require(Establishments(of: survey))
    #expect(establishments.map(\.id) == ["丁", "丙", "乙", "戊", "甲"])
    #expect(establishments.map(\.trials) == [2, 1, 2, 0, 1])
    #expect(establishments.map(\.openFailures) == [1, 2, 1, 0, 0])
    #expect(establishments.map(\.daysOpen) == [55, 55, 55, nil, nil])  // as of 2024-02-29
    #expect(establishments.openFailures.map(\.sample) == ["7", "5", "6", "3"])
    #expect(establishments.openFailures.map(\.isFollowUp) == [false, false, true, false])
    #expect(establishments[3].passRate == nil && establishments[3].lower == nil)
  }

  @Test("shrunken rates are those of each sector; sectors with few establishments are taken together")
  func shrinkage() throws {
    var rows: [String] = []
    func add(_ name: String, _ category: String, _ passes: Int, of trials: Int) {
      for unit in 0..<trials {
        rows.append(",,\(name),,r,\(category),2024-01-05,\(unit < passes ? "P" : "F"),plan")
      }
    }
    let food = [(20, 20), (5, 20), (19, 20), (12, 20), (20, 20), (8, 20), (3, 3), (0, 1), (20, 20)]
    for (index, cell) in food.enumerated() { add("f\(index)", "食品", cell.0, of: cell.1) }
    for index in 0..<4 { add("m\(index)", "制造业", 9, of: 10) }
    for index in 0..<5 { add("p\(index)", "农产品", 5, of: 5) }
    let survey = try read([("a.csv", EstablishmentOracle.header + rows.joined(separator: "\n") + "\n")])
    let scale = try #require(RiskScale("good=0.9,fair=0.6,poor"))
    let establishments = try #require(Establishments(of: survey, scale: scale))
    let expected = Shrinkage.shrink(passes: food.map(\.0), trials: food.map(\.1), target: 0.6)
    #expect(expected.kind == .betaBinomial)
    let own = establishments.filter { $0.category == "食品" }
    #expect(own.map(\.shrunkenRate) == expected.cells.map { $0?.shrunkenRate })
    #expect(own.map(\.probabilityBelow) == expected.cells.map { $0?.probabilityBelow })
    let others = Shrinkage.shrink(
      passes: Array(repeating: 9, count: 4) + Array(repeating: 5, count: 5),
      trials: Array(repeating: 10, count: 4) + Array(repeating: 5, count: 5), target: 0.6)
    #expect(
      establishments.filter { $0.category == "农产品" }.map(\.shrunkenRate)
        == others.cells[4...].map { $0?.shrunkenRate })
    #expect(establishments.priors.map(\.sector) == ["*", "食品"])
    #expect(establishments.priors.map(\.trials) == [65, 144])
    // Whoever failed has a failure open, and is in the last class whatever the rate.
    #expect(
      own.map(\.riskClass) == [
        "good", "poor", "poor", "poor", "good", "poor", own[6].riskClass, "poor", "good",
      ])
    #expect(
      establishments.classCounts.inClasses.reduce(0, +) == 18 && establishments.classCounts.unrated == 0)
    #expect(establishments.worst(3).map { establishments[$0].id } == ["f1", "f5", "f7"])
  }

  @Test("without dates nothing is later than anything, and no days are counted")
  func undated() throws {
    let scratch = try Scratch()
    let path = try scratch.write("name,result\n甲,合格\n乙,不合格\n乙,合格\n", to: "a.csv")
    var options = SurveyOptions()
    options.dimensions = [Establishments.dimension]
    let layout = try Layout(yaml: "columns: { establishment: name }\n", file: "layout.yaml")
    let survey = try Survey(reading: [path], layout: layout, options: options)
    let establishments = try #require(Establishments(of: survey))
    #expect(establishments.map(\.id) == ["乙", "甲"])
    #expect(establishments.map(\.lastInspected) == [nil, nil])
    #expect(establishments.map(\.lastConformed) == [nil, nil])
    #expect(establishments.map(\.openFailures) == [1, 0] && establishments[0].daysOpen == nil)
    #expect(establishments.openFailures.map(\.failedOn) == [nil] && establishments.asOf == nil)
  }

  @Test("too few to compare have no class")
  func tooFew() throws {
    let survey = try read([("a.csv", EstablishmentOracle.header + "1,,甲,,r,食品,2024-01-05,P,plan\n")])
    let establishments = try #require(Establishments(of: survey))
    #expect(establishments[0].riskClass == nil && establishments[0].shrunkenRate == nil)
    #expect(establishments.classCounts.unrated == 1)
    #expect(establishments.priors.map(\.kind) == [.none])
  }

  @Test("a survey without establishments has none, and reads no days")
  func without() throws {
    let scratch = try Scratch()
    let path = try scratch.write(EstablishmentOracle(seed: 1).files[0].text, to: "a.csv")
    var options = SurveyOptions()
    options.dimensions = ["period"]
    let survey = try Survey(
      reading: [path], layout: try Layout(yaml: Self.layout, file: "layout.yaml"), options: options)
    #expect(survey.ingested.days == nil && survey.ingested.followUps == nil)
    #expect(Establishments(of: survey) == nil)
  }
}
