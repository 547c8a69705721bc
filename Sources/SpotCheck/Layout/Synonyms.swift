import SpotCheckIngest

/// The headers and date patterns that offices use, by field.
///
/// Headers are compared width-folded and without regard to ASCII case.
enum Synonyms {
  /// The fields that have built-in headers, in the order a layout lists them.
  static let fields: [(name: String, headers: [String])] = [
    (
      "sample_id",
      ["抽样单编号", "抽样编号", "样品编号", "样品单号", "报告编号", "sample_id", "sampling_no"]
    ),
    (
      "region",
      [
        "行政区划代码", "区划代码", "区域代码", "州市", "州(市)", "市", "县区", "所在地", "所属区域", "地区",
        "region", "area_code", "zip",
      ]
    ),
    (
      "category",
      [
        "领域", "行业", "食品大类", "食品分类", "产品类别", "产品种类", "样品类别", "category",
        "product_category", "facility_type",
      ]
    ),
    (
      "date",
      [
        "抽样日期", "抽样时间", "检验日期", "检查日期", "sampling_date", "inspection_date", "date",
      ]
    ),
    (
      "result",
      [
        "检验结论", "检测结论", "结论", "结果判定", "判定", "检查结果", "result", "results", "conclusion",
      ]
    ),
    ("item", ["检验项目", "检测项目", "item"]),
    ("programme", ["抽检类型", "任务类别", "任务来源", "检验目的", "报送分类", "programme", "purpose"]),
    ("establishment", ["企业名称", "被抽样单位名称", "受检单位", "生产企业名称", "establishment"]),
    ("credit_code", ["统一社会信用代码", "社会信用代码", "uscc"]),
    ("stage", ["抽样环节", "stage"]),
    ("laboratory", ["检验机构名称", "承检机构", "laboratory"]),
  ]

  /// The built-in headers of a field; empty where it has none.
  static func headers(of field: String) -> [String] {
    fields.first { $0.name == field }?.headers ?? []
  }

  /// A source that finds a field by its built-in headers; `nil` where it has none.
  static func source(of field: String, isRequired: Bool) -> FieldSource? {
    let headers = headers(of: field)
    guard !headers.isEmpty else { return nil }
    var source = FieldSource(name: field, columns: headers.map(ColumnReference.header))
    source.isBuiltIn = true
    source.isRequired = isRequired
    return source
  }

  /// The date patterns tried where a layout names none; no two of them conflict.
  static let patterns: [DatePattern] = patternTexts.compactMap { DatePattern($0) }

  static let patternTexts = [
    "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "yyyy.M.d", "yyyy-M-d", "iso8601",
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/M/d HH:mm:ss", "yyyy/M/d HH:mm",
  ]
}

/// Which columns of a header the built-in synonyms match, field by field.
public struct ColumnMatches: Sendable, Equatable {
  /// The fields in the order a layout lists them.
  public let fields: [Match]

  /// Matches a header, its texts trimmed and width-folded.
  ///
  /// - Complexity: O(columns × synonyms).
  public init(header: [String]) {
    let texts = header.map { $0.utf8.map(Self.lowercased) }
    fields = Synonyms.fields.map { field in
      let synonyms = field.headers.map { $0.utf8.map(Self.lowercased) }
      let columns = texts.indices.filter { synonyms.contains(texts[$0]) }
      return Match(field: field.name, columns: columns.map { $0 + 1 }, headers: columns.map { header[$0] })
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// A field and the columns that could be meant by it.
  public struct Match: Sendable, Equatable {
    /// The field's name, such as `region`.
    public var field: String
    /// The columns' positions, from 1, ascending; more than one is ambiguous.
    public var columns: [Int]
    /// The columns' headers, as long as ``columns``.
    public var headers: [String]
  }
}
