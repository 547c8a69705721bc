/// The columns of a dump and their quoting.
public enum DumpShape: String, Sendable, Hashable, CaseIterable {
  /// Twelve columns; one record in fifty has a quoted comma and doubled quotes.
  case plain
  /// The same with every field quoted.
  case quoted
  /// Seventy-seven columns, four of whose headers occur twice.
  case wide
  /// One record per sample and item, with a column for the retest's conclusion.
  case items

  /// The number of records of one sample in the ``items`` shape.
  public static let itemsPerSample = 4

  var recordsPerSample: Int { self == .items ? Self.itemsPerSample : 1 }
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
