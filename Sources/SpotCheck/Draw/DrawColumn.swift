import SpotCheckIngest

/// The columns of the lists a draw is made from, and how they are read.
enum DrawColumn {
  /// The columns of a frame: id, name, last_inspected, then the attributes.
  static func frame(needing attributes: [FrameEstablishment.Attribute]) -> [TableColumns.Request] {
    [
      identifier(establishmentIDs),
      text("name", ["name", "企业名称", "单位名称", "主体名称", "被抽样单位名称", "受检单位", "名称"]),
      text("last_inspected", ["last_inspected", "上次检查日期", "最近检查日期", "上次抽检日期", "最近抽检日期"]),
    ]
      + FrameEstablishment.Attribute.allCases.map { attribute in
        TableColumns.Request(
          attribute.rawValue, headers: headers(of: attribute), kind: .key,
          isRequired: attributes.contains(attribute))
      }
  }

  /// The columns of a list of inspectors: id, name, office, skills, conflicts.
  static let inspectors: [TableColumns.Request] = [
    identifier(["id", "inspector_id", "执法证号", "检查人员编号", "人员编号", "工号", "编号"]),
    text("name", ["name", "姓名", "检查人员"]),
    text("office", ["office", "所属单位", "单位", "部门", "所属地区"]),
    text("skills", ["skills", "专业领域", "检查领域", "专业", "专长"]),
    text("conflicts", ["conflicts", "回避对象", "回避"]),
  ]

  /// The column of a list of establishments to be followed up.
  static let followUps: [TableColumns.Request] = [identifier(establishmentIDs)]

  /// The columns of an allocation: region, category, n.
  static let allocation: [TableColumns.Request] = [
    TableColumns.Request("region", headers: headers(of: .region), kind: .text, isRequired: true),
    TableColumns.Request("category", headers: headers(of: .category), kind: .text, isRequired: true),
    TableColumns.Request("n", headers: ["n", "抽样数", "抽检批次", "任务数"], kind: .text, isRequired: true),
  ]

  private static let establishmentIDs = [
    "id", "统一社会信用代码", "社会信用代码", "uscc", "主体编号", "企业编号", "establishment_id",
  ]

  private static func headers(of attribute: FrameEstablishment.Attribute) -> [String] {
    switch attribute {
    case .region: Synonyms.headers(of: "region")
    case .category: Synonyms.headers(of: "category")
    case .riskClass: ["risk_class", "风险等级", "风险类别", "风险分类", "信用风险等级", "信用风险分类"]
    }
  }

  private static func identifier(_ headers: [String]) -> TableColumns.Request {
    TableColumns.Request("id", headers: headers, kind: .identifier, isRequired: true)
  }

  private static func text(_ name: String, _ headers: [String]) -> TableColumns.Request {
    TableColumns.Request(name, headers: headers, kind: .text)
  }

  /// Reads a list whole.
  static func read(
    _ path: String, _ requests: [TableColumns.Request], isCancelled: @escaping @Sendable () -> Bool
  ) throws(SpotCheckError) -> TableColumns {
    let columns: TableColumns
    do {
      columns = try TableColumns(contentsOf: path, requests, isCancelled: isCancelled)
    } catch {
      switch error.kind {
      case .missingColumn(let field, let tried, _):
        throw SpotCheckError(.badDraw(.missingColumn(tried: tried)), file: path, text: field)
      case .ambiguousColumn(let field, let candidates, _):
        throw SpotCheckError(.badDraw(.ambiguousColumn(candidates)), file: path, text: field)
      default: throw SpotCheckError(error)
      }
    }
    guard columns.count > 0 else { throw SpotCheckError(.badDraw(.emptyList), file: path) }
    return columns
  }

  /// SHA-256 of a list's bytes.
  static func sha256(of path: String) throws(SpotCheckError) -> String {
    guard let digest = try FileDigest.sha256(of: [path])[path] else {
      throw SpotCheckError(.badDraw(.notFile), file: path)
    }
    return digest
  }

  /// The records of a list in byte order of their ids.
  ///
  /// - Throws: `badDraw` where an id is blank or stands twice.
  static func order(
    of ids: ByteStrings, lines: [UInt32], file: String
  ) throws(SpotCheckError) -> [Int] {
    let (order, repeated) = ids.sortedPositions()
    if let first = order.first, ids[first].isEmpty {
      throw SpotCheckError(.badDraw(.blankIdentifier), file: file, line: Int(lines[first]))
    }
    if let (first, second) = repeated {
      throw SpotCheckError(
        .badDraw(.duplicateIdentifier(firstLine: Int(lines[first]))), file: file, line: Int(lines[second]),
        text: String(decoding: ids[first], as: UTF8.self))
    }
    return order
  }
}
