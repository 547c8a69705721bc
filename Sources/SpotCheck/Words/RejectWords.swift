public import SpotCheckIngest

extension RejectReason {
  /// Why a record was rejected and how to mend it, for the message column of the reject file.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: One line.
  public func message(in language: Language) -> String {
    phrase[language]
  }

  private var phrase: Phrase {
    switch self {
    case .fieldCount:
      Phrase(
        "the record has more or fewer fields than the header; look for a delimiter that should be quoted",
        "字段数与表头不符；请检查未加引号的分隔符")
    case .missingValue:
      Phrase(
        "the field is blank or lacks the marks of `between`; fill it in, or give `missing` in the layout",
        "字段为空，或没有 between 所指的标记；请补填，或在布局中用 missing 指定代替值")
    case .badDate:
      Phrase(
        "no date pattern matches the whole value; correct it, or add its pattern to `formats`",
        "不符合任何日期格式；请更正，或在 formats 中加入该格式")
    case .badNumber:
      Phrase(
        "this is no decimal of at most four places; correct it",
        "不是小数，或小数位多于四位；请更正")
    case .unknownLabel:
      Phrase(
        "no list has this label; correct it, or add it to `labels` in the layout",
        "标签不在任何列表中；请更正，或在布局的 labels 中加入")
    case .badEncoding:
      Phrase(
        "the bytes are not of the file's encoding; correct them, or name the encoding in the layout",
        "字节不符合文件编码；请更正，或在布局中写明编码")
    case .unterminatedQuote:
      Phrase("a quoted field is not closed; close or remove the quote", "引号没有闭合；请补上或去掉引号")
    case .recordTooLong:
      Phrase(
        "the record is longer than a record may be; look for an unclosed quote, or raise the limit",
        "记录超过长度上限；请检查未闭合的引号，或提高上限")
    case .idPrecisionLost:
      Phrase(
        "a spreadsheet has rounded this identifier; take it from the source again, as text",
        "编号已被电子表格舍入，末位丢失；请从来源重新导出为文本")
    case .unknownRegion:
      Phrase(
        "the region table does not have this region; correct it, add it to the table, or give an alias",
        "地区不在地区表中；请更正、补入地区表，或在 aliases 中指定别名")
    }
  }
}
