public import SpotCheck

/// What `sniff` shows: how each file is written, which columns it has, and the labels of its results.
public struct SniffReport: Sendable {
  /// The files looked at.
  public var files: [SniffedFile]

  /// Creates a report of files.
  public init(_ files: [SniffedFile]) {
    self.files = files
  }

  /// The text for people, each line ended by a line feed.
  public func text(
    language: Language, width: Int?, style: Style = Style(isColored: false)
  ) -> String {
    var page = Page(words: Words(language: language), width: width, rowLimit: nil, style: style)
    for file in files { page.sniffed(file) }
    return page.text
  }

  /// The JSON in UTF-8, `spotcheck.sniff/1`, ended by a line feed.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "spotcheck.sniff/1")
      writer.lines("files", files) { $0.sniffed($1) }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func sniffed(_ file: SniffedFile) {
    object { writer in
      writer.member("path", file.path)
      writer.member("bytes", file.bytes)
      writer.member("compression", file.compression.rawValue)
      writer.member("encoding", file.encoding.rawValue)
      writer.member("byte_order_mark", file.hasByteOrderMark)
      writer.member("delimiter", String(Unicode.Scalar(file.dialect.delimiter)))
      writer.member("quote", file.dialect.quote.map { String(Unicode.Scalar($0)) })
      writer.member("escape", file.dialect.escape.rawValue)
      writer.member("padded", file.dialect.isPadded)
      writer.member("record_end", file.recordEnd.rawValue)
      writer.member("title_rows", file.titleRows)
      writer.member("header_rows", file.headerRows)
      writer.key("choices")
      writer.array(file.choices) { writer, choice in
        let facts = choice.reason.facts
        writer.object { writer in
          writer.member("setting", choice.setting.rawValue)
          writer.member("value", file.value(of: choice.setting))
          writer.member("reason", facts.name)
          writer.member("count", facts.count)
          writer.member("of", facts.of)
        }
      }
      writer.member("header_line", file.headerLine)
      writer.member("header", file.header)
      writer.key("columns")
      writer.array(ColumnMatches(header: file.header).fields) { writer, match in
        writer.object { writer in
          writer.member("field", match.field)
          writer.key("positions")
          writer.array(match.columns) { $0.number($1) }
          writer.member("headers", match.headers)
        }
      }
      writer.member("records_seen", file.records.count)
      writer.key("labels")
      writer.array(LabelTally.labels(of: file)) { writer, label in
        writer.object { writer in
          writer.member("label", label.text)
          writer.member("count", label.count)
          writer.member("meaning", label.meaning?.rawValue)
        }
      }
    }
  }
}

extension Page {
  /// Writes what one file shows.
  fileprivate mutating func sniffed(_ file: SniffedFile) {
    heading(file.path)
    line(words.shape(of: file))
    for choice in words.choices(of: file) {
      line("\(choice[0]): \(choice[1])" + words.remark(choice[2]), bullet: "  ")
    }
    guard let headerLine = file.headerLine else {
      return line(words.say("No row looks like a header.", "没有像表头的行。"), .doubtful)
    }
    line(words.say("Header on line \(headerLine)", "表头在第 \(headerLine) 行"))
    var table = TextTable(columns: [
      TextTable.Column(head: [words.say("Field", "字段")]),
      TextTable.Column(head: [words.say("Column", "列")], minimum: 20),
    ])
    let matches = ColumnMatches(header: file.header).fields
    table.rows = matches.map { match in
      let columns = zip(match.headers, match.columns).map { "\($0) (#\($1))" }
      return [
        TextTable.Cell(match.field),
        TextTable.Cell(
          columns.isEmpty ? Words.missing : words.list(columns), columns.count > 1 ? .doubtful : .plain),
      ]
    }
    self.table(table)
    for match in matches where match.columns.count > 1 {
      line(words.settle(match.field, between: match.headers), .doubtful)
    }
    let labels = LabelTally.labels(of: file)
    guard !labels.isEmpty else { return }
    line(
      words.say(
        "Results in the first \(words.count(file.records.count)) records:", "前 \(file.records.count) 条记录的结论：")
    )
    for label in labels.prefix(20) {
      let meaning = words.meaning(label.meaning)
      line("\(words.quoted(label.text))  \(words.count(label.count))  \(meaning)", bullet: "  ")
    }
    if labels.count > 20 { line(words.more(labels.count - 20), .faint) }
  }
}

extension Words {
  fileprivate func shape(of file: SniffedFile) -> String {
    return parts([
      file.encoding.rawValue + (file.hasByteOrderMark ? say(" with byte order mark", "（带 BOM）") : ""),
      file.compression == .none ? "" : file.compression.rawValue,
      file.titleRows == 0 ? "" : say("\(file.titleRows) title rows", "标题 \(file.titleRows) 行"),
      file.bytes.map { say("\(count($0)) bytes", "\($0) 字节") } ?? "",
    ])
  }

  fileprivate func settle(_ field: String, between headers: [String]) -> String {
    say(
      "Two columns could be the \(field): name one in the layout, such as  \(field): \(headers[0])",
      "有多列可作 \(field)：请在布局中指定一列，例如 \(field): \(headers[0])")
  }

  fileprivate func meaning(_ meaning: LabelTally.Meaning?) -> String {
    switch meaning {
    case .pass: say("pass", "合格")
    case .fail: say("fail", "不合格")
    case .ignore: say("ignored", "忽略")
    case nil: say("unknown: list it under labels in the layout", "未知：请在布局的 labels 下列出")
    }
  }
}
