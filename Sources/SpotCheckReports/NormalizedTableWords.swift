public import SpotCheck

extension NormalizedTable {
  /// What became of the rows, in one line for people.
  public func line(in language: Language) -> String {
    let words = Words(language: language)
    func part(_ count: Int, _ english: String, _ chinese: String) -> String {
      count == 0 ? "" : words.say("\(words.count(count)) \(english)", "\(chinese) \(count)")
    }
    let table = words.say(
      "\(words.count(records)) records, header rows: \(headerRows)", "记录 \(records) 条，表头 \(headerRows) 行")
    return words.parts([
      table, part(raggedRecords, "with other field counts", "字段数不符"),
      part(strayRecords, "with a stray quote", "引号错位"), part(titleRows, "title rows", "标题行"),
      part(noteRows, "note rows", "附注行"), part(laterRows, "rows of later tables", "后续表格行"),
      part(blankRows, "blank rows", "空行"),
    ])
  }
}
