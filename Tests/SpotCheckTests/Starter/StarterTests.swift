import Testing

@testable import SpotCheck
@testable import SpotCheckIngest

@Suite struct StarterTests {
  private func starter(
    _ header: [String], _ records: [[String]] = [], delimiter: UInt8 = 0x2C, language: Language = .english
  ) -> Starter {
    Starter(
      SniffedFile(
        path: "a.csv", bytes: 1, compression: .none, encoding: .gb18030, hasByteOrderMark: false,
        dialect: Dialect(delimiter: delimiter), headerLine: 1, header: header, records: records),
      language: language)
  }

  private let header = ["抽样单编号", "州市", "领域", "抽样日期", "检验结论", "检验项目"]
  private let records = [
    ["1", "昆明", "食品", "2024-01-02", "合格", "铅"], ["2", "昆明", "水泥", "2024-01-02", "不合格", "铅"],
    ["3", "大理", "食品", "2024-01-03", "合格 ", "铅"], ["4", "大理", "食品", "2024-01-03", "serious", "铅"],
  ]

  @Test(arguments: Language.allCases)
  func aLayoutReadsBack(language: Language) throws {
    let layout = try Layout(yaml: starter(header, records, language: language).layout, file: "layout.yaml")
    #expect(Set(layout.columns.keys) == ["sample_id", "region", "category", "date", "result", "item"])
    #expect(layout.columns["region"]?.sources.first?.columns == [.header("州市")])
    #expect(layout.labels == LabelSet(pass: ["合格"], fail: ["不合格"]))
    _ = try layout.schema(by: ["region", "category", "period"])
  }

  @Test(arguments: Language.allCases)
  func aPlanReadsBack(language: Language) throws {
    let text = starter(header, records, language: language).plan
    let plan = try Plan(yaml: text, file: "plan.yaml")
    #expect(plan.indicators.map(\.id) == ["overall"])
    #expect(plan.indicators[0].targets.isEmpty)
    #expect(plan.assessment == AssessmentRule())
    #expect(text.contains("食品, 水泥"))
  }

  @Test func aPlanReadsBackWithItsCommentsTakenOff() throws {
    let keys = ["where", "target", "source", "responsible", "overrides"]
    let lines = starter(header, records).plan.split(separator: "\n").map { line in
      keys.contains { line.contains("    # \($0):") } ? String(line).replacing("# ", with: "") : String(line)
    }
    let indicator = try Plan(yaml: lines.joined(separator: "\n"), file: "plan.yaml").indicators[0]
    #expect(
      indicator.targets.keys.sorted() == [2024] && indicator.sources.count == 1
        && indicator.overrides.count == 1)
    #expect(indicator.scope["category"] == [DimensionKey(levels: ["食品"]), DimensionKey(levels: ["水泥"])])
  }

  @Test func unknownLabelsWaitAsComments() {
    let text = starter(header, records).layout
    #expect(
      text.contains(
        """
        labels:
          pass:
            - 合格  # 2
          fail:
            - 不合格  # 1
          ignore:
            # In no list yet; move each where it belongs, or leave it here to be ignored:
            # - serious  # 1
        """))
  }

  @Test(arguments: Language.allCases)
  func aLabelTakenOutOfItsCommentIsIgnored(language: Language) throws {
    let text = starter(header, records, language: language).layout.replacing("# - serious", with: "- serious")
    let labels = try Layout(yaml: text, file: "layout.yaml").labels
    #expect(labels == LabelSet(pass: ["合格"], fail: ["不合格"], ignore: ["serious"]))
  }

  @Test func otherWaysToWriteAColumnReadBack() throws {
    let text = starter(header, records).layout
    let start = try #require(text.firstRange(of: "Documentation/Layout.md\n")).upperBound
    let examples = text[start...].split(separator: "\n").prefix { $0.hasPrefix("  # ") }
    #expect(examples.count == 7)
    for example in examples {
      _ = try Layout(yaml: "columns:\n  \(example.dropFirst(4))", file: "layout.yaml")
    }
  }

  @Test(arguments: Language.allCases)
  func whatIsStillToBeSettledIsSaid(language: Language) {
    #expect(starter(header, Array(records.prefix(3)), language: language).openQuestions.isEmpty)
    let questions = starter(["州市", "县区", "检验结论"], [["a", "b", "serious"]], language: language).openQuestions
    #expect(questions.count == 4)
    for (question, word) in zip(questions, ["region", "category", "date", "labels"]) {
      #expect(question.contains(word))
    }
  }

  @Test func targetsAreOfTheYearsSeenAndProgrammesStandApart() {
    let text = starter(
      ["抽样日期", "检验结论", "抽检类型"], [["2022/1/5", "合格", "甲"], ["20211231", "合格", "乙"]]
    ).plan
    #expect(text.contains("# target: { 2021: 0.955, 2022: 0.955 }"))
    #expect(text.contains("programme: [乙, 甲]"))
    #expect(text.contains("# pool_programmes: true"))
  }

  @Test func knownLabelsAreLeftToTheBuiltInLists() throws {
    let text = starter(header, Array(records.prefix(3))).layout
    #expect(text.contains("# labels:\n#   pass:\n#     - 合格  # 2\n"))
    #expect(try Layout(yaml: text, file: "layout.yaml").labels == nil)
  }

  @Test func columnsThatCouldBeMeantStandSideBySide() throws {
    let text = starter(["州市", "县区", "所在地", "所在地", "检验结论"]).layout
    #expect(
      text.contains(
        """
          # Several columns could be meant; keep one.
          # region: 州市
          # region: 县区
          # region: "所在地#1"
          # region: "所在地#2"
        """))
    #expect(try Layout(yaml: text, file: "layout.yaml").columns["region"] == nil)
  }

  @Test func whatIsMissingShowsTheHeaders() {
    let text = starter(["甲", "乙", "检验结论"]).layout
    #expect(text.contains("# The headers: 甲, 乙, 检验结论\ncolumns:\n"))
    #expect(text.contains("  # No column matched; name one of the headers.\n  # region: …\n"))
    #expect(!text.contains("stage"))
  }

  @Test func itemsWithoutIdentifierStayAComment() throws {
    let text = starter(["检验项目", "检验结论"]).layout
    let layout = try Layout(yaml: text, file: "layout.yaml")
    #expect(layout.columns["item"] == nil)
    _ = try layout.schema(by: [])
  }

  @Test(arguments: [
    ["结论\n", "州市: x"], ["# 结论", "", ""], ["\"结论\"", "'州市'"], ["result", "zip", "Date", "#7", "a#2"], [],
  ])
  func oddHeadersReadBack(header: [String]) throws {
    let starter = starter(header, [["a\nb", "&x", "- c"], ["", "\u{1}"], []], delimiter: 0x09)
    let layout = try Layout(yaml: starter.layout, file: "layout.yaml")
    #expect(layout.labels == nil || layout.columns["result"] != nil)
    _ = try Plan(yaml: starter.plan, file: "plan.yaml")
  }

  @Test func scoresAreNotListedWhole() throws {
    let scores = (0..<80).map { ["\($0)"] }
    let text = starter(["result"], scores).layout
    #expect(text.contains("… and 30 more"))
    #expect(text.contains("pass_if"))
    #expect(try Layout(yaml: text, file: "layout.yaml").labels == nil)
  }
}
