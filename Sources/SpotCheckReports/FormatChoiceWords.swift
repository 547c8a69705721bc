import SpotCheck

extension Words {
  /// What was settled of how a file is written, a line each: the setting, its value and why.
  func choices(of file: SniffedFile) -> [[String]] {
    file.choices.map { choice in
      [settingName(choice.setting), file.value(of: choice.setting), reason(choice.reason)]
    }
  }

  private func settingName(_ setting: FormatChoice.Setting) -> String {
    switch setting {
    case .encoding: say("encoding", "编码")
    case .delimiter: say("delimiter", "分隔符")
    case .quote: say("quote", "引号")
    case .escape: say("escape", "转义")
    case .recordEnd: say("record end", "行尾")
    case .headerRows: say("header rows", "表头行数")
    }
  }

  private func reason(_ reason: FormatChoice.Reason) -> String {
    switch reason {
    case .given: say("given by the layout", "布局指定")
    case .byteOrderMark: say("a byte order mark", "有 BOM")
    case .zeroBytes: say("every second byte of ASCII is zero", "ASCII 字符间隔为零字节")
    case .onlyASCII: say("all bytes are ASCII", "全部为 ASCII")
    case .validLines(let valid, let all):
      say("\(count(valid)) of \(count(all)) lines beyond ASCII are valid", "\(all) 个非 ASCII 行中 \(valid) 个有效")
    case .loneBytes(let lone, let all):
      say(
        "\(count(lone)) of \(count(all)) runs beyond ASCII are one byte long",
        "\(all) 处非 ASCII 字节中 \(lone) 处为单字节")
    case .agreement(let records, let all, let fields):
      say(
        "\(count(records)) of \(count(all)) records have \(fields) fields by it",
        "\(all) 条记录中 \(records) 条据此有 \(fields) 个字段")
    case .oneColumn: say("by none do records agree in their fields", "没有分隔符能使字段数一致")
    case .closesFields(let fields): say("it opens and closes \(count(fields)) fields", "\(fields) 个字段以它开始和结束")
    case .doubledQuotes(let fields): say("\(count(fields)) fields hold a doubled quote", "\(fields) 个字段含双写引号")
    case .unseen: say("none seen; the usual one", "未见；按常例")
    case .unclosed(let records):
      say("\(count(records)) records open one and do not close it", "\(records) 条记录的引号未闭合")
    case .fewerStray: say("fewer records have a mark out of place", "错位的记录更少")
    case .recordEnds(let ends, let all):
      say("\(count(ends)) of \(count(all)) record ends", "\(all) 个行尾中 \(ends) 个如此")
    case .kindsBegin: say("dates and numbers begin below", "其下开始出现日期和数字")
    case .dataAtOnce: say("the first row is like those below", "第一行与其下各行相似")
    case .firstFullRow: say("the first full row", "第一个完整的行")
    case .noRows: say("no row has text", "没有有内容的行")
    }
  }
}

extension SniffedFile {
  /// What a setting was settled to, as the layout writes it.
  func value(of setting: FormatChoice.Setting) -> String {
    switch setting {
    case .encoding: encoding.rawValue
    case .delimiter:
      switch dialect.delimiter {
      case 0x09: "tab"
      case 0x20: "space"
      default: String(Unicode.Scalar(dialect.delimiter)) + (dialect.isPadded ? " " : "")
      }
    case .quote: dialect.quote.map { String(Unicode.Scalar($0)) } ?? "none"
    case .escape: dialect.escape.rawValue
    case .recordEnd: recordEnd.rawValue
    case .headerRows: String(headerRows)
    }
  }
}

extension FormatChoice.Reason {
  /// The reason's name in JSON, and its numbers.
  var facts: (name: String, count: Int?, of: Int?) {
    switch self {
    case .given: ("given", nil, nil)
    case .byteOrderMark: ("byte_order_mark", nil, nil)
    case .zeroBytes: ("zero_bytes", nil, nil)
    case .onlyASCII: ("only_ascii", nil, nil)
    case .validLines(let valid, let all): ("valid_lines", valid, all)
    case .loneBytes(let lone, let all): ("lone_bytes", lone, all)
    case .agreement(let records, let all, _): ("agreement", records, all)
    case .oneColumn: ("one_column", nil, nil)
    case .closesFields(let fields): ("closes_fields", fields, nil)
    case .doubledQuotes(let fields): ("doubled_quotes", fields, nil)
    case .unseen: ("unseen", nil, nil)
    case .unclosed(let records): ("unclosed", records, nil)
    case .fewerStray: ("fewer_stray", nil, nil)
    case .recordEnds(let ends, let all): ("record_ends", ends, all)
    case .kindsBegin: ("kinds_begin", nil, nil)
    case .dataAtOnce: ("data_at_once", nil, nil)
    case .firstFullRow: ("first_full_row", nil, nil)
    case .noRows: ("no_rows", nil, nil)
    }
  }
}
