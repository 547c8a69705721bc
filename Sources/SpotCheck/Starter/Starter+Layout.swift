import SpotCheckIngest

extension Starter {
  /// The text of a layout.
  public var layout: String {
    let lines =
      [
        comment(
          Phrase(
            "How the dump looks. Every key may be left out; values are read as their text.",
            "数据文件的样式。各项都可省略；所有取值按文字读取。")),
        "version: 1",
        "",
      ] + inputLines + ["columns:"] + columnLines + otherColumnLines + [""] + labelLines + [""] + furtherLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var inputLines: [String] {
    let headers = file.header.filter { !$0.isEmpty }.prefix(100).map(shown).joined(separator: ", ")
    let delimiter =
      file.dialect.delimiter == 0x09
      ? "tab" : "\"\(Character(Unicode.Scalar(file.dialect.delimiter)))\(file.dialect.isPadded ? " " : "")\""
    return [
      comment(
        Phrase("Seen here; left out, every file is looked at by itself.", "此文件的情况；省略时逐个文件自动判断。")),
      "# input: { encoding: \(file.encoding.rawValue), delimiter: \(delimiter) }",
      "",
      comment(Phrase("The headers: \(headers)", "表头：\(headers)")),
    ]
  }

  // MARK: Columns

  private var columnLines: [String] {
    matches.fields.flatMap { match -> [String] in
      switch match.columns.count {
      case 0: Self.needed.contains(match.field) ? unmatchedLines(match.field) : []
      case 1 where match.field != "item" || column(of: "sample_id") != nil:
        ["  \(match.field): \(reference(to: match.columns[0]))"]
      case 1:
        [
          comment(
            Phrase("Items need a sample_id to be joined into samples.", "按检验项目记录时，需先指定 sample_id 才能合并为批次。"),
            indent: 2),
          "  # \(match.field): \(reference(to: match.columns[0]))",
        ]
      default:
        [comment(Phrase("Several columns could be meant; keep one.", "可能是以下几列之一；请保留一个。"), indent: 2)]
          + match.columns.map { "  # \(match.field): \(reference(to: $0))" }
      }
    }
  }

  /// Everything else that a column may be, to be copied.
  private var otherColumnLines: [String] {
    [
      comment(
        Phrase(
          "What else a column can be; every key: Documentation/Layout.md",
          "列的其他写法；全部写法见 Documentation/Layout.md"),
        indent: 2)
    ]
      + [
        "date: { from: 抽样日期, formats: [yyyy-MM-dd, yyyy年M月d日] }",
        "category: { path: [领域, 产品类别] }",
        "category: { from: 产品类别, separator: \"/\", missing: 未分类 }",
        "region: { from: 地址, between: [\"(\", \")\"] }",
        "region: { from: 区划代码, first: 4 }",
        "result: { coalesce: [复检结论, 检验结论] }",
        "result: { from: 得分, pass_if: \">= 70\" }",
      ].map { "  # " + $0 }
  }

  static let needed = ["region", "category", "date", "result"]

  private func unmatchedLines(_ field: String) -> [String] {
    [
      comment(
        Phrase("No column matched; name one of the headers.", "没有匹配的列；请写明表头。"), indent: 2),
      "  # \(field): …",
    ]
  }

  /// A column as a layout names it: its header, its occurrence where the header repeats, else its position.
  private func reference(to position: Int) -> String {
    let header = file.header[position - 1]
    let places = file.header.indices.filter { file.header[$0].utf8.elementsEqual(header.utf8) }
    guard case .header(header) = ColumnReference(header) else { return yamlScalar("#\(position)") }
    guard places.count > 1, let occurrence = places.firstIndex(of: position - 1) else {
      return yamlScalar(header)
    }
    return yamlScalar("\(header)#\(occurrence + 1)")
  }

  // MARK: Labels

  enum Meaning: CaseIterable {
    case pass, fail, ignore, unknown
  }

  func meaning(of label: String) -> Meaning {
    func has(_ labels: [String]) -> Bool {
      labels.contains { $0.utf8.elementsEqual(label.lowercased().utf8) }
    }
    let builtIn = LabelSet.builtIn
    return has(builtIn.pass) ? .pass : has(builtIn.fail) ? .fail : has(builtIn.ignore) ? .ignore : .unknown
  }

  private var labelLines: [String] {
    let values = values(of: "result")
    guard !values.isEmpty else {
      return [
        comment(
          Phrase("The labels; they replace the built-in lists wholly.", "结果标签；写出后完全取代内置列表。")),
        "# labels: { pass: [合格], fail: [不合格], ignore: [未检] }",
      ]
    }
    let byMeaning = Dictionary(grouping: values) { meaning(of: $0.text) }
    let unknown = byMeaning[.unknown] ?? []
    let known = [("pass", Meaning.pass), ("fail", .fail), ("ignore", .ignore)].flatMap { name, meaning in
      let isQuestion = meaning == .ignore && !unknown.isEmpty
      guard byMeaning[meaning] != nil || isQuestion else { return [String]() }
      return ["  \(name):"] + (byMeaning[meaning] ?? []).map { labelLine($0) }
    }
    guard !unknown.isEmpty else {
      return [
        comment(
          Phrase(
            "All labels seen are built in. Uncommented, this list replaces the built-in ones.",
            "所见标签均在内置列表中。取消注释后，本列表完全取代内置列表。"))
      ] + (["labels:"] + known).map { "# " + $0 }
    }
    let heading = comment(
      Phrase(
        "The labels seen and how often; this list replaces the built-in ones.",
        "所见标签及次数；本列表完全取代内置列表。"))
    let question = comment(
      Phrase(
        "In no list yet; move each where it belongs, or leave it here to be ignored:",
        "以下标签含义未知；请逐一移入所属列表，留在此处则忽略："), indent: 4)
    let shownUnknown = unknown.prefix(50).map { "    # - \(yamlScalar($0.text))  # \($0.count)" }
    let rest = unknown.count - shownUnknown.count
    let more =
      rest > 0
      ? [
        comment(
          Phrase(
            "… and \(rest) more. For scores write columns: result: { from: …, pass_if: \">= 70\" }",
            "……另有 \(rest) 个。若为分数，请写 columns: result: { from: …, pass_if: \">= 70\" }"),
          indent: 4)
      ] : []
    let lines = ["labels:"] + known + [question] + shownUnknown + more
    // A list that knows no label would only take the built-in ones away.
    return [heading] + (unknown.count < values.count ? lines : lines.map { "# " + $0 })
  }

  private func labelLine(_ label: (text: String, count: Int)) -> String {
    "    - \(yamlScalar(label.text))  # \(label.count)"
  }

  // MARK: Further keys

  private var furtherLines: [String] {
    let programmes = shownValues(of: "programme")
    let programme = programmes.isEmpty ? "评价性抽检" : programmes
    return [
      comment(Phrase("Names and levels of regions.", "地区名称与层级。")),
      "# regions: { file: regions.csv, level: prefecture }",
      "",
      comment(
        Phrase("Only these records are read; follow-up samples never enter a rate.", "只读取这些记录；跟踪抽检不计入合格率。")),
      "# where: { programme: [\(programme)] }",
      "# follow_up: { programme: [复查, 跟踪抽检] }",
      "",
      comment(
        Phrase(
          "What is judged, and which of several records of it stands: last, first, worst, keep or error.",
          "判定单位，以及同一单位有多条记录时取哪一条：last、first、worst、keep 或 error。")),
      "# unit: \(column(of: "item") != nil && column(of: "sample_id") != nil ? "sample" : "record")",
      "# duplicates: \(column(of: "sample_id") != nil ? "last" : "keep")",
    ]
  }
}
