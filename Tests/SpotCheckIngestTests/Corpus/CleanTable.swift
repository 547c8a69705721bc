import TestSupport

/// A table as it was before anyone exported it.
struct CleanTable {
  var header: [String]
  var records: [[String]]

  /// The families tables are drawn from.
  enum Family: CaseIterable {
    case chinese, english, german, words
  }

  /// A table of 8…40 records.
  init(_ family: Family, using generator: inout SeededGenerator) {
    let count = Int.random(in: 8...40, using: &generator)
    header = Self.header(of: family)
    var records: [[String]] = []
    for number in 1...count { records.append(Self.record(number, of: family, using: &generator)) }
    self.records = records
  }

  private static func header(of family: Family) -> [String] {
    switch family {
    case .chinese: ["抽样单编号", "抽样日期", "行政区划代码", "产品类别", "检验结论", "得分"]
    case .english: ["License", "Business name", "Inspection date", "Result", "Score", "Remarks"]
    case .german: ["Betrieb", "Straße", "Datum", "Messwert", "Ergebnis"]
    case .words: ["county", "facility type", "result", "inspector"]
    }
  }

  private static func record(
    _ number: Int, of family: Family, using generator: inout SeededGenerator
  ) -> [String] {
    func one(of texts: [String], _ generator: inout SeededGenerator) -> String {
      texts[Int.random(in: texts.indices, using: &generator)]
    }
    func padded(_ range: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
      let value = Int.random(in: range, using: &generator)
      return value < 10 ? "0\(value)" : "\(value)"
    }
    let (month, day) = (padded(1...12, &generator), padded(1...28, &generator))
    let score = Int.random(in: 40...100, using: &generator)
    switch family {
    case .chinese:
      return [
        "SC2453\(10_000 + number)", "2024-\(month)-\(day)", "5301\(padded(1...29, &generator))",
        one(of: ["食品/乳制品", "电线电缆", "水泥，散装", "玩具 \"小熊\"", "农药"], &generator),
        one(of: ["合格", "合格", "合格", "不合格"], &generator), "\(score).5",
      ]
    case .english:
      return [
        "\(20_000 + number)",
        one(
          of: ["Joe's Diner", "Main St. Bakery, LLC", "The \"Blue\" Cat", "Fresh Farms; North", "Number 9"],
          &generator),
        "2024-\(month)-\(day)", one(of: ["Pass", "Pass", "Fail"], &generator), "\(score)",
        one(of: ["", "revisit", "owner absent, door locked", "hot water\nmissing", "ok"], &generator),
      ]
    case .german:
      return [
        one(
          of: ["Müller & Söhne", "Bäckerei Krüger", "Gaststätte „Zum Löwen“", "Weiß GmbH, Ulm"], &generator),
        "Königstraße \(number)", "\(day).\(month).2024",
        "\(Int.random(in: 0...9, using: &generator)),\(score)",
        one(of: ["bestanden", "mangelhaft", "geprüft"], &generator),
      ]
    case .words:
      return [
        one(of: ["Kings", "Queens", "Bronx", "Richmond"], &generator),
        one(of: ["restaurant", "school, public", "market"], &generator),
        one(of: ["pass", "fail"], &generator),
        one(of: ["A. Smith", "B. Jones", "C. Brown"], &generator),
      ]
    }
  }

  /// The table with characters and line ends taken out of its fields that a way of writing cannot express.
  func without(_ characters: String, lineEnds: Bool = true) -> CleanTable {
    var table = self
    table.records = records.map { record in
      record.map { field in
        String(field.filter { !characters.contains($0) && !(lineEnds && $0 == "\n") })
      }
    }
    return table
  }
}
