/// A dump of twelve columns in memory, one record in fifty with a quoted comma and doubled quotes.
public struct InspectionText: Sendable {
  /// The dump as UTF-8.
  public let bytes: [UInt8]
  /// Records behind the header.
  public let records: Int
  /// Records that conform.
  public let passes: Int
  /// Distinct combinations of region, category and month.
  public let cells: Int

  /// Fields of each record.
  public static let columns = 12

  private static let regions = ["昆明市", "曲靖市", "玉溪市", "保山市", "昭通市", "丽江市", "普洱市", "临沧市"]
  private static let categories = ["乳制品", "粮食加工品", "肉制品", "茶叶及相关制品", "电线电缆", "水泥", "化肥", "家具"]

  /// Draws so many records, spread over 24 months.
  public init(records: Int) {
    var generator = LinearCongruential(seed: 2_023)
    var text = "抽样单编号,行政区划代码,州市,产品类别,样品名称,被抽样单位名称,抽样环节,抽检类型,抽样日期,检验结论,检验机构,备注\n"
    var passes = 0
    var met: Set<Int> = []
    for record in 0..<records {
      let region = generator.below(Self.regions.count)
      let category = generator.below(Self.categories.count)
      let month = record * 24 / records
      let passed = generator.below(100) < 97
      let day = 1 + generator.below(28)
      let date = "\(2023 + month / 12)-\(Self.padded(month % 12 + 1))-\(Self.padded(day))"
      let note = record % 50 == 0 ? "\"复检, 依\"\"标准\"\"进行\"" : ""
      text += "DBJ\(10_000_000_000 + record),53\(1_000 + region * 100),\(Self.regions[region]),"
      text += "\(Self.categories[category]),样品\(generator.below(1_000)),单位\(generator.below(100_000))有限公司,"
      text += "流通,监督抽检,\(date),\(passed ? "合格" : "不合格"),省质检院,\(note)\n"
      passes += passed ? 1 : 0
      met.insert((region * Self.categories.count + category) * 24 + month)
    }
    bytes = Array(text.utf8)
    self.records = records
    self.passes = passes
    cells = met.count
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
