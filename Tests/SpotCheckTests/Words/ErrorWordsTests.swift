import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite struct ErrorWordsTests {
  static let ingestKinds: [IngestError.Kind] = [
    .noSuchInput, .folderWithoutDumps, .cannotRead(errno: 13), .changedWhileReading,
    .damagedCompression(format: "gzip"), .expandsTooFar, .undecidableEncoding,
    .missingColumn(field: "region", tried: ["州市"], header: ["a"]),
    .ambiguousColumn(field: "region", candidates: ["州市", "县区"], header: ["州市", "县区"]),
    .noSuchPosition(field: "region", position: 9, columns: 3), .tooManyColumns(limit: 4096),
    .tooManyKeys(field: "region", limit: 10), .tooManyCells(limit: 10), .cannotWriteRejects(errno: 28),
    .cancelled,
  ]

  static let kinds: [SpotCheckError.Kind] =
    ingestKinds.map { .ingest(IngestError($0)) } + [
      .badFlag(name: "--period", allowed: ["month", "year"]), .flagsConflict("--since", "--as-of"),
      .noRecords, .outputIsRead(flag: "-o"), .outputsCoincide("--rejects", "-o"),
      .noneAccepted(.rejected(.badDate, 9, of: 10)), .noneAccepted(.ignored(9, of: 10)),
      .noSuchFile, .cannotRead(errno: 21), .cannotCreate(errno: 13), .cannotWrite(errno: 28),
      .badYAML(problem: "oops"), .notUTF8, .tooLarge(limit: 9), .tooDeep(limit: 9), .anchorRefused,
      .tagRefused,
      .duplicateKey, .unknownKey(nearest: "region", known: []), .unknownKey(nearest: nil, known: ["a", "b"]),
      .missingKey("from"), .keysConflict("a", "b"), .comesLater,
      .conflictingPatterns("MM/dd/yyyy", "dd/MM/yyyy", example: "01/02/2024"),
      .labelInTwoLists("pass", "fail"),
      .programmeInTwoGroups("a", "b"), .sampleWithoutIdentifier, .duplicatesWithoutIdentifier,
      .dimensionWithoutColumn(askedBy: "--by"), .tooManyConditions(limit: 64),
      .shareOutOfRange(suggestion: "0.96"), .shareOutOfRange(suggestion: nil), .duplicateIndicator,
      .noIndicators, .badReport(.notJSON), .badReport(.otherSchema), .badReport(.badValue),
      .populationExceeded(indicator: "a", region: "b", period: "2024", units: 9, population: 8),
    ] + planTableProblems.map { .badPlanTable($0) } + figuresProblems.map { .badFigures($0) }
    + expectations.map { .expected($0) } + tableProblems.map { .badRegionTable($0) }

  static let expectations: [SpotCheckError.Expectation] = [
    .text, .nonBlankText, .list, .nonEmptyList, .listOfAtMost(20), .targetsByYear(example: "{ 2025: 0.95 }"),
    .mapping, .nonEmptyMapping,
    .oneOf(["a", "b"]),
    .integer(0...1), .levelOfSignificance, .truth, .year, .decimal, .positiveDecimal, .datePattern,
    .condition,
    .column, .marks, .delimiter, .quote,
  ]

  static let figuresProblems: [SpotCheckError.FiguresProblem] = [
    .missingColumn("value"), .duplicateRow, .badYear, .badValue(isCount: true), .badValue(isCount: false),
    .needsCategory, .needsNoCategory,
  ]

  static let planTableProblems: [SpotCheckError.PlanTableProblem] = [
    .noNames, .noYears, .unclearYear, .columnTwice, .noRows, .blankName, .nameTwice, .badUnit,
    .badTarget(column: "2025"), .proportion(column: "2025", suggestion: "96"), .mixedComparisons,
    .unsettledCategory(header: "指标名称,范围", row: "词,<类别>"),
  ]

  static let tableProblems: [SpotCheckError.RegionTableProblem] = [
    .missingColumn("code"), .blankField("name"), .duplicateCode, .unknownParent, .cycle, .badDate,
    .unknownLevel,
  ]

  @Test(arguments: kinds)
  func everyErrorSpeaksBothLanguages(kind: SpotCheckError.Kind) {
    let error = SpotCheckError(kind, file: "f.yaml", line: 3, column: 7, text: "词")
    let english = error.message(in: .english)
    let chinese = error.message(in: .simplifiedChinese)
    #expect(english.hasPrefix("f.yaml:3:7: ") && chinese.hasPrefix("f.yaml:3:7: "))
    #expect(english.count > 20 && chinese.count > 12)
    #expect(english != chinese)
    // Words, never a case as the language would print it.
    #expect(!english.contains("errno:") && !english.contains("SpotCheck."))
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(error.description == english)
  }

  @Test func everyErrorHasWordsOfItsOwn() {
    for language in Language.allCases {
      let messages = Self.kinds.map { SpotCheckError($0, text: "词").message(in: language) }
      #expect(Set(messages).count == messages.count)
    }
  }

  @Test func standardOutputHasNothingThatStoodThere() {
    for language in Language.allCases {
      let words = SpotCheckError(.cannotWrite(errno: 28)).message(in: language)
      #expect(words != SpotCheckError(.cannotWrite(errno: 28), file: "").message(in: language))
      #expect(words.contains("-o"))
    }
  }

  @Test func missingColumnsShowTheHeaderAndTheLine() {
    let error = SpotCheckError(
      IngestError(
        .missingColumn(field: "region", tried: ["州市", "县区"], header: ["编号", "结论"]), file: "a.csv"))
    #expect(
      error.message(in: .english) == """
        a.csv: no column for region: none of the first 50 rows has 州市, 县区
        The header seen: 编号, 结论
        Name the column in the layout:
        columns:
          region: <header>
        """)
    #expect(
      error.message(in: .simplifiedChinese) == """
        a.csv: 找不到 region 列：前 50 行中都没有 州市、县区
        看到的表头：编号、结论
        请在布局中写明该列：
        columns:
          region: <表头>
        """)
  }

  @Test func ambiguousColumnsShowEveryLine() {
    let error = SpotCheckError(
      IngestError(
        .ambiguousColumn(field: "region", candidates: ["州市", "所在地", "所在地"], header: ["州市", "所在地", "所在地"]),
        file: "a.csv"))
    #expect(
      error.message(in: .english) == """
        a.csv: region could be any of 州市, 所在地#1, 所在地#2
        The header seen: 州市, 所在地, 所在地
        Say in the layout which one is meant:
        columns:
          region: 州市
          # region: "所在地#1"
          # region: "所在地#2"
        """)
  }

  @Test func manyHeadersAreCounted() {
    let header = (1...150).map { "c\($0)" }
    let error = SpotCheckError(IngestError(.missingColumn(field: "result", tried: ["结论"], header: header)))
    #expect(error.message(in: .english).contains("c100 and 50 more"))
  }

  @Test func placesAreShownAsFarAsKnown() {
    #expect(SpotCheckError(.noIndicators).message(in: .english).hasPrefix("the plan"))
    #expect(SpotCheckError(.notUTF8, file: "a", line: 2).message(in: .english).hasPrefix("a:2: the file"))
    #expect(SpotCheckError(.notUTF8, file: "a", column: 2).message(in: .english).hasPrefix("a: the file"))
  }

  @Test func offendingTextIsClipped() {
    #expect(SpotCheckError(.comesLater, text: String(repeating: "x", count: 1000)).text?.count == 200)
  }

  @Test func aPercentageShowsTheProportion() throws {
    let error = #expect(throws: SpotCheckError.self) {
      try Plan(yaml: "indicators:\n  - { id: a, target: { 2025: 96 } }", file: "plan.yaml")
    }
    #expect(
      error?.description
        == "plan.yaml:2:30: “96” is no proportion between 0 and 1; if per cent was meant, write 0.96")
    #expect(
      error?.message(in: .simplifiedChinese)
        == "plan.yaml:2:30: “96”不是 0 到 1 之间的比例；若指百分数，请写 0.96")
  }
}
