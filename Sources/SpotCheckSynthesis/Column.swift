/// A column of a dump: its header, and what its fields hold.
struct Column {
  let header: String
  let content: Content
  /// The texts a ``Content/choice`` is drawn from.
  let choices: [String]

  init(_ header: String, _ content: Content) {
    self.header = header
    self.content = content
    choices = []
  }

  init(_ header: String, among choices: [String]) {
    self.header = header
    content = .choice
    self.choices = choices
  }

  /// What a field holds.
  enum Content: Hashable {
    case sampleID, countyCode, prefecture, county, sector, category, product, establishment, stage, programme
    case date, item, verdict, retest, note
    /// Another establishment than the one sampled.
    case producer
    case person, phone, place
    /// A day of the same month.
    case otherDate
    /// A number of so many digits.
    case number(digits: Int)
    /// One of the column's texts.
    case choice
    case blank
  }
}

extension DumpShape {
  /// The columns in the order they are written.
  var columns: [Column] {
    switch self {
    case .plain, .quoted: Self.sampleColumns + [Column("检验结论", .verdict), Column("备注", .note)]
    case .items:
      Self.sampleColumns + [
        Column("检验项目", .item), Column("检验结论", .verdict), Column("复检结论", .retest),
        Column("备注", .note),
      ]
    case .wide: Self.wideColumns
    }
  }

  private static let sampleColumns = [
    Column("抽样单编号", .sampleID), Column("行政区划代码", .countyCode), Column("州市", .prefecture),
    Column("领域", .sector), Column("产品类别", .category), Column("样品名称", .product),
    Column("被抽样单位名称", .establishment), Column("抽样环节", .stage), Column("抽检类型", .programme),
    Column("抽样日期", .date),
  ]
}
