extension SpotCheckError.RegionTableProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    switch self {
    case .missingColumn(let name):
      Phrase(
        "the region table has no column “\(name)”; its header is code,name,level,parent[,valid_from,valid_to]",
        "地区表缺少“\(name)”列；表头应为 code,name,level,parent[,valid_from,valid_to]")
    case .blankField(let name):
      Phrase("the \(name) of “\(text)” is blank; fill it in", "“\(text)”的 \(name) 为空；请补上")
    case .duplicateCode:
      Phrase(
        "the code \(text) stands twice; keep one, or give both their own valid_from and valid_to",
        "代码 \(text) 出现两次；请只保留一个，或分别写明 valid_from 和 valid_to")
    case .unknownParent:
      Phrase("the parent “\(text)” is not in the table; add it", "上级“\(text)”不在表中；请补上")
    case .cycle:
      Phrase("“\(text)” is its own ancestor; correct its parent", "“\(text)”的上级关系成环；请更正 parent")
    case .badDate:
      Phrase("“\(text)” is no date; write it as 2024-01-31", "“\(text)”不是日期；请写成 2024-01-31")
    case .unknownLevel:
      Phrase(
        "there is no level “\(text)”; write province, prefecture or county",
        "没有“\(text)”这一级；请写 province、prefecture 或 county")
    }
  }
}
