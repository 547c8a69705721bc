import TestSupport

extension Corpus {
  /// Every kind of dump.
  static let kinds =
    encodings + delimiters + quotes + lineEnds + headers + surroundings + spoiled + shapes + undecidable
    + mixed

  private static let encodings = [
    Kind(name: "plain") { _, _, _ in },
    Kind(name: "utf-8-bom") { draft, _, _ in draft.style.mark = [0xEF, 0xBB, 0xBF] },
    Kind(name: "gb18030", families: [.chinese]) { draft, _, _ in draft.style.encoding = "GB18030" },
    Kind(name: "gb18030-bar", families: [.chinese]) { draft, _, _ in
      draft.style.encoding = "GB18030"
      draft.style.delimiter = "|"
      draft.table.records[0][3] = "亅亇亊"  // each has a bar or a backslash for its second byte
      draft.table.records[2][3] = "仭伀亅"
    },
    Kind(name: "utf-16le-bom") { draft, _, _ in
      (draft.style.encoding, draft.style.mark) = ("UTF-16LE", [0xFF, 0xFE])
    },
    Kind(name: "utf-16be-bom") { draft, _, _ in
      (draft.style.encoding, draft.style.mark) = ("UTF-16BE", [0xFE, 0xFF])
    },
    Kind(name: "utf-16le", families: [.english, .german, .words]) { draft, _, _ in
      draft.style.encoding = "UTF-16LE"
    },
    Kind(name: "windows-1252", families: [.german]) { draft, variant, _ in
      draft.style.encoding = "WINDOWS-1252"
      draft.style.delimiter = variant % 2 == 0 ? ";" : ","
    },
  ]

  private static let delimiters = [
    Kind(name: "semicolon") { draft, _, _ in draft.style.delimiter = ";" },
    Kind(name: "tab") { draft, _, _ in draft.style.delimiter = "\t" },
    Kind(name: "bar") { draft, _, _ in draft.style.delimiter = "|" },
    Kind(name: "space") { draft, _, _ in draft.style.delimiter = " " },
    Kind(name: "comma-space") { draft, _, _ in draft.style.delimiter = ", " },
    Kind(name: "comma-space-quoted") { draft, _, _ in
      (draft.style.delimiter, draft.style.quotesAll) = (", ", true)
    },
  ]

  private static let quotes = [
    Kind(name: "all-quoted") { draft, _, _ in draft.style.quotesAll = true },
    Kind(name: "single-quoted") { draft, variant, _ in
      (draft.style.quote, draft.style.quotesAll) = ("'", variant % 2 == 0)
    },
    Kind(name: "no-quotes") { draft, _, _ in
      draft.style.quote = nil
      draft.table = draft.table.without(",")
      for number in draft.table.records.indices where number % 2 == 0 {
        draft.table.records[number][1] = "\"\(number) inch"
      }
    },
    Kind(name: "backslash-quote") { draft, _, _ in
      draft.style.escape = .backslash
      draft.table.records[1][0] = "a \"b\", c"
    },
    Kind(name: "backslash-delimiter") { draft, _, _ in
      (draft.style.quote, draft.style.escape) = (nil, .backslash)
      draft.table = draft.table.without("")
      draft.table.records[1][0] = "x, y, z"
    },
  ]

  private static let lineEnds = [
    Kind(name: "crlf") { draft, _, _ in draft.style.lineEnd = "\r\n" },
    Kind(name: "cr") { draft, _, _ in draft.style.lineEnd = "\r" },
    Kind(name: "cr-cr-lf") { draft, _, _ in draft.style.lineEnd = "\r\r\n" },
    Kind(name: "no-last-newline") { draft, _, _ in draft.lastLineEnd = "" },
    Kind(name: "doubled-last-newline") { draft, variant, _ in
      draft.style.lineEnd = variant % 2 == 0 ? "\n" : "\r\n"
      draft.lastLineEnd = draft.style.lineEnd + draft.style.lineEnd
    },
  ]

  private static let headers = [
    Kind(name: "two-header-rows", families: [.chinese, .english, .german]) { draft, _, _ in
      let upper = draft.table.header.indices.map { $0 == 0 ? "A" : $0 == 3 ? "B" : "" }
      draft.setHeader([upper, draft.table.header])
    },
    Kind(name: "three-header-rows", families: [.chinese, .english, .german]) { draft, _, _ in
      let columns = draft.table.header.indices
      draft.setHeader([
        columns.map { $0 == 0 ? "基本" : $0 == 2 ? "检查" : "" }, columns.map { $0 % 2 == 0 ? "项" : "" },
        draft.table.header,
      ])
    },
    Kind(name: "units-below-header", families: [.chinese, .english, .german]) { draft, _, _ in
      draft.setHeader([
        draft.table.header, draft.table.header.indices.map { $0 % 2 == 0 ? "(text)" : "(unit)" },
      ])
    },
    Kind(name: "no-header") { draft, _, _ in
      draft.headerRows = []
      draft.header = nil
    },
  ]

  private static let surroundings = [
    Kind(name: "title-rows") { draft, variant, _ in
      draft.above = Array(["Inspection results 2024", "Provincial bureau", ""].prefix(1 + variant % 3))
    },
    Kind(name: "padded-title-rows") { draft, _, _ in
      draft.above = ["质量抽检情况表" + draft.padding, "2024" + draft.padding]
    },
    Kind(name: "totals") { draft, variant, _ in
      draft.below = [variant % 2 == 0 ? "Total,\(draft.table.records.count)" : "合计" + draft.padding]
    },
    Kind(name: "padded-totals", families: [.chinese, .english, .german]) { draft, _, _ in
      draft.below = ["合计" + draft.padding.dropLast() + ",\(draft.table.records.count)"]
    },
    Kind(name: "notes") { draft, variant, _ in
      draft.below =
        (variant % 2 == 0 ? [""] : []) + ["Note: figures are provisional", "Source: bureau, office 2"]
    },
    Kind(name: "second-table") { draft, _, _ in
      draft.below = ["", "Summary", "kind,count", "pass,10", "fail,2"]
    },
    Kind(name: "second-table-alike", families: [.chinese, .english, .german]) { draft, _, _ in
      draft.below =
        ["", "第二表", draft.style.record(draft.table.header)]
        + draft.table.records.prefix(3).map(draft.style.record)
    },
    Kind(name: "blank-rows") { draft, variant, _ in
      draft.blankLine = ["", draft.padding, "   ", ""][variant % 4]
    },
    Kind(name: "blank-rows-above", variants: 4) { draft, variant, _ in
      draft.above = [String](repeating: variant % 2 == 0 ? "" : draft.padding, count: 400_000)
    },
    Kind(name: "blank-rows-below-title", variants: 2) { draft, _, _ in
      draft.above = ["Inspection results"] + [String](repeating: "", count: 1_200_000)
    },
  ]

  private static let spoiled = [
    Kind(name: "delimiter-missing") { draft, variant, _ in
      for number in [2, variant == 7 ? draft.table.records.count - 1 : 5] {
        let fields = Array(draft.table.records[number].dropLast())
        draft.spoil(number, draft.style.record(fields), fields: fields)
      }
    },
    Kind(name: "delimiter-too-many") { draft, _, _ in
      let fields = draft.table.records[3] + [""]
      draft.spoil(3, draft.style.record(fields), fields: fields)
    },
    Kind(name: "stray-quote") { draft, variant, _ in
      let number = [0, 3, draft.table.records.count - 1][variant % 3]
      var fields = draft.table.records[number].map { $0.filter { !"\",\n".contains($0) } }
      let column = variant % 2 == 0 ? 0 : 1
      fields[column] = "\"" + fields[column]
      draft.spoil(number, fields.joined(separator: ","), fields: fields)
    },
    Kind(name: "other-delimiter") { draft, variant, _ in
      let number = [3, draft.table.records.count - 1][variant % 2]
      let fields = draft.table.records[number].map { $0.filter { !"\",;\n".contains($0) } }
      draft.spoil(number, fields.joined(separator: ";"), fields: [fields.joined(separator: ";")])
    },
    Kind(name: "first-record-spoiled") { draft, variant, _ in
      var fields = draft.table.records[0].map { $0.filter { !"\",\n".contains($0) } }
      if variant % 2 == 0 { fields.removeLast() } else { fields[fields.count / 2] = "unknown" }
      draft.spoil(0, draft.style.record(fields), fields: fields)
    },
    Kind(name: "everything", families: [.chinese]) { draft, variant, _ in
      draft.style = DumpStyle(lineEnd: "\r\n", encoding: variant % 2 == 0 ? "GB18030" : "UTF-8")
      draft.above = ["省级监督抽查结果", "", "单位：批次"]
      draft.below = ["", "合计,\(draft.table.records.count)", "注：数据截至2024年12月"]
      let fields = Array(draft.table.records[4].dropLast())
      draft.spoil(4, draft.style.record(fields), fields: fields)
    },
  ]

  private static let shapes = [
    Kind(name: "few-records") { draft, variant, _ in
      draft.table.records.removeSubrange((1 + variant % 3)...)
    },
    Kind(name: "header-only") { draft, _, _ in draft.table.records = [] },
    Kind(name: "sparse") { draft, _, generator in
      for row in draft.table.records.indices {
        for column in draft.table.header.indices.dropFirst()
        where Int.random(in: 0..<3, using: &generator) == 0 {
          draft.table.records[row][column] = ""
        }
      }
    },
    Kind(name: "wide") { draft, variant, _ in
      draft.style.delimiter = variant % 2 == 0 ? "," : ";"
      draft.table.header += (1...40).map { "单位名称\($0 % 7)" }
      for row in draft.table.records.indices {
        draft.table.records[row] += (1...40).map { $0 % 5 == 0 ? "\(row * $0)" : $0 % 3 == 0 ? "" : "a b" }
      }
      draft.header = draft.table.header
    },
    Kind(name: "one-column", families: [.english]) { draft, variant, _ in
      let column = [2, 3, 4][variant % 3]
      draft.table.header = [draft.table.header[column]]
      draft.table.records = draft.table.records.map { [$0[column]] }
      draft.header = draft.table.header
    },
    Kind(name: "two-columns", families: [.chinese, .english, .german]) { draft, _, _ in
      draft.table.header = Array(draft.table.header[2...3])
      draft.table.records = draft.table.records.map { Array($0[2...3]) }
      draft.header = draft.table.header
    },
  ]

  /// What nothing in the file tells for sure.
  private static let undecidable = [
    Kind(name: "numbers-as-header", families: [.english]) { draft, _, _ in
      draft.table.header = ["County", "2021", "2022", "2023"]
      draft.table.records = draft.table.records.indices.map { row in
        ["County \(row)", "\(row + 1)", "\(row * 2)", "7"]
      }
      draft.header = draft.table.header
    },
    Kind(name: "no-header-only-names", families: [.words]) { draft, _, _ in
      draft.table.records = draft.table.records.indices.map { row in
        ["name \(row)", "street \(row)", "office \(row)"]
      }
      draft.headerRows = []
      draft.header = nil
    },
    Kind(name: "last-record-cut-off", families: [.chinese, .english]) { draft, _, _ in
      let number = draft.table.records.count - 1
      let fields = Array(draft.table.records[number].prefix(2).map { $0.filter { !"\",".contains($0) } })
      draft.spoil(number, draft.style.record(fields), fields: fields)
      draft.lastLineEnd = ""
    },
    Kind(name: "notes-like-records", families: [.chinese]) { draft, _, _ in
      draft.below = ["数据来源,省局,12,抽检,2024年,98.1"]
    },
  ]

  /// Everything at once, drawn at random.
  private static let mixed = [
    Kind(name: "mixed", variants: 80) { draft, variant, generator in
      func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
      draft.style.delimiter = [",", ",", ";", "\t", "|"][Int.random(in: 0..<5, using: &generator)]
      draft.style.lineEnd = ["\n", "\r\n", "\r\n", "\r", "\r\r\n"][Int.random(in: 0..<5, using: &generator)]
      draft.style.quotesAll = chance(3)
      if chance(5) { draft.style.quote = "'" }
      if chance(5) { draft.style.escape = .backslash }
      if variant % 4 == 0 { draft.style.encoding = chance(2) ? "GB18030" : "UTF-16LE" }
      if variant % 4 == 2 { draft.style.encoding = "WINDOWS-1252" }
      if draft.style.encoding == "UTF-16LE" { draft.style.mark = [0xFF, 0xFE] }
      if chance(3) { draft.above = ["Inspection results", ""] }
      if chance(4) {
        draft.headerRows = []
        draft.header = nil
      } else if variant % 4 != 3, chance(3) {
        draft.setHeader([
          draft.table.header.indices.map { $0 == 0 ? "A" : $0 == 2 ? "B" : "" }, draft.table.header,
        ])
      }
      if chance(3) { draft.below = ["", "Note: provisional"] }
      if chance(3) {
        draft.below += ["", draft.style.record(["kind", "count"]), draft.style.record(["pass", "10"])]
      }
      if chance(3) {
        let fields = Array(draft.table.records[4].dropLast())
        draft.spoil(4, draft.style.record(fields), fields: fields)
      }
      if chance(4) { draft.lastLineEnd = "" }
    }
  ]
}

extension Corpus.Draft {
  /// Delimiters of a row with nothing in it but its first field.
  fileprivate var padding: String { String(repeating: ",", count: table.header.count - 1) }

  /// Writes these header rows and expects them joined.
  fileprivate mutating func setHeader(_ rows: [[String]]) {
    headerRows = rows
    header = table.header.indices.map { column in
      rows.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
