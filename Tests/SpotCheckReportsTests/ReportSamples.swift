import SpotCheck

@testable import SpotCheckIngest

/// Reports with a bit of everything.
enum ReportSamples {
  static let plan: Plan = {
    var indicator = Indicator(id: "manufacturing")
    indicator.title = ["zh-Hans": "制造业产品质量合格率", "en": "Manufacturing product quality pass rate"]
    indicator.scope = ["category": [DimensionKey(levels: ["制造业"])]]
    indicator.targets = [
      2024: DecimalFraction(digits: 955, places: 3), 2025: DecimalFraction(digits: 96, places: 2),
    ]
    indicator.sources = [2024: "assumption", 2025: "policy"]
    indicator.responsible = ["省工业和信息化厅", "省市场监管局"]
    var plan = Plan()
    plan.title = ["": "质量提升三年行动 2023—2025"]
    plan.indicators = [indicator]
    return plan
  }()

  static let planned = Report(
    input: input, provenance: provenance, dimensions: ["region", "category", "period"], cells: cells,
    rollups: rollups, findings: findings, outlook: OutlookSamples.outlook,
    warnings: [
      .planRegionAbsent(indicator: "manufacturing", region: "539900"),
      .strataMissing(indicator: "manufacturing", covered: 0.8125, region: "530100", period: "2024"),
    ])

  static let unplanned = Report(
    input: input, provenance: provenance, dimensions: ["region", "category", "period"], cells: cells,
    rollups: rollups, findings: [], warnings: [])

  static let provenance = Provenance(
    version: "0.1.0", asOf: CalendarDate(year: 2025, month: 3, day: 31),
    options: [Provenance.Option(name: "confidence", value: "0.95")], layoutSHA256: nil,
    planSHA256: "e3b0c442")

  static let input: Ingested = {
    var january = Accounting()
    january.accepted = 9000
    january.duplicates = 20
    january.ignored = 3
    january.blank = 1
    var february = Accounting()
    february.accepted = 4499
    february.rejectedBy = [.unknownLabel: 2, .badDate: 1]
    return Ingested(
      cube: DimensionCube(dimensions: [], cells: []),
      files: [
        account("dumps/b.csv", encoding: .gb18030, february),
        account("dumps/a.csv", encoding: .utf8, january),
      ],
      unknownLabels: [Ingested.LabelCount(label: "合格(复检)", count: 2)], samples: 13499, pendingSamples: 7,
      conflicts: 2,
      conflictingUnits: [
        ConflictingUnit(
          file: "dumps/a.csv", byteOffset: 512, isConforming: false, records: 3, conforming: 1)
      ],
      duplicatesChecked: true, latestDate: CalendarDate(year: 2025, month: 3, day: 30),
      firstRejects: rejects,
      items: [
        ItemTally(name: "", tested: 40, nonconforming: 2),
        ItemTally(name: "农药残留", tested: 900, nonconforming: 31),
        ItemTally(name: "微生物", tested: 700, nonconforming: 2),
        ItemTally(name: "重金属", tested: 650, nonconforming: 0),
      ], unwrappedIdentifiers: 4)
  }()

  static let rejects: [Reject] = [
    Reject(
      file: "dumps/b.csv", recordNumber: 17, lineNumber: 18, byteOffset: 812, reason: .badDate,
      column: "抽样日期", value: "2024-13-01", raw: Array("530100,\"a,b\",2024-13-01,合格".utf8)),
    Reject(
      file: "dumps/b.csv", recordNumber: 20, lineNumber: 22, byteOffset: 990, reason: .unknownLabel,
      column: "检验结论", value: "合格(复检)", raw: Array("=cmd,合格(复检)".utf8)),
  ]

  private static func account(
    _ path: String, encoding: TextEncoding, _ accounting: Accounting
  ) -> FileAccount {
    FileAccount(
      path: path, bytes: 1_234_567, compression: .none, encoding: encoding, dialect: Dialect(),
      accounting: accounting)
  }

  private static let cells = [
    cell(["530100", "制造业/水泥", "2024-01"], "昆明市", 2499, 2399),
    cell(["532300", "=食品,\"乳\"", "2024-02"], nil, 3, 3),
  ]

  private static let rollups = [
    cell(["*", "*", "2024"], nil, 2502, 2402),
    cell(["*", "*", "2024-01"], nil, 2499, 2399),
    cell(["*", "制造业", "2024"], nil, 2499, 2399),
    cell(["*", "食品", "2024"], nil, 3, 3),
    cell(["530100", "*", "2024"], "昆明市", 2499, 2399),
    cell(["532300", "*", "2024"], "楚雄彝族自治州", 3, 3),
  ]

  private static func cell(_ keys: [String], _ name: String?, _ trials: Int, _ passes: Int) -> RateCell {
    var cell = RateCell(keys: keys, regionName: name, trials: trials, passes: passes)
    cell.passRate = Double(passes) / Double(trials)
    cell.lower = passes == trials ? 0.4385 : 0.9515
    cell.upper = passes == trials ? 1 : 0.967
    return cell
  }

  private static let findings: [Finding] = [
    finding("*", nil, "all", "制造业", 13499, 12960, .inconclusiveMet),
    finding("530100", "昆明市", "prefecture", "制造业", 2499, 2386, .inconclusiveBelow),
    finding("532300", "楚雄彝族自治州", "prefecture", "制造业", 3000, 2700, .provenShortfall),
    finding("532900", "大理白族自治州", "prefecture", "制造业", 0, 0, .noData),
    finding("530100", "昆明市", "prefecture", "制造业/水泥", 40, 38, .tooFew),
    finding("532300", "楚雄彝族自治州", "prefecture", "制造业/电线电缆", 400, 372, .likelyShortfall),
  ]

  private static func finding(
    _ region: String, _ name: String?, _ level: String, _ category: String, _ trials: Int, _ passes: Int,
    _ evidence: Evidence
  ) -> Finding {
    var finding = Finding(
      indicator: "manufacturing", region: region, regionLevel: level, category: category, period: "2024",
      estimator: "exact_binomial", comparison: "at_least", evidence: evidence)
    finding.regionName = name
    finding.trials = trials
    finding.passes = passes
    finding.target = 0.955
    finding.targetText = "0.955"
    finding.responsible = ["省工业和信息化厅", "省市场监管局"]
    guard trials > 0 else { return finding }
    let rate = Double(passes) / Double(trials)
    finding.passRate = rate
    finding.isAttained = rate >= 0.955
    finding.shortfall = max(0, 0.955 - rate)
    finding.bound = rate < 0.955 ? min(1, rate + 0.0123) : rate - 0.0123
    finding.boundLevel = evidence == .provenShortfall ? 0.9875 : 0.95
    finding.pShortfall = 1e-9
    return finding
  }
}
