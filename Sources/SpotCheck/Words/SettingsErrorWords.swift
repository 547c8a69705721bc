extension SpotCheckError {
  /// What goes wrong in reading a layout or plan as YAML; `nil` for everything else.
  var yamlPhrase: Phrase? {
    switch kind {
    case .badYAML(let problem):
      Phrase(
        "this is no YAML: \(problem); check indentation, quotes and colons here",
        "不是合法的 YAML：\(problem)；请检查此处的缩进、引号和冒号")
    case .notUTF8:
      Phrase("the file is not UTF-8; save it as UTF-8", "文件不是 UTF-8 编码；请另存为 UTF-8")
    case .tooLarge(let limit):
      Phrase(
        "the file has more than \(limit) bytes; check that this is a layout or plan and no dump",
        "文件超过 \(limit) 字节；请检查它是否为布局或计划，而不是数据文件")
    case .tooDeep(let limit):
      Phrase(
        "lists and mappings stand more than \(limit) deep; no layout or plan needs that",
        "嵌套超过 \(limit) 层；布局和计划不需要这么深")
    case .anchorRefused:
      Phrase(
        "anchors and aliases are refused; write the value out, or put the text in double quotes with \\x26 for &",
        "不接受锚点和别名；请直接写出取值，或用双引号并以 \\x26 代替 &")
    case .tagRefused:
      Phrase(
        "the tag \(shown) is refused: every value is read as its text; leave the tag out",
        "不接受标签 \(shown)：所有取值按文字读取；请去掉标签")
    case .duplicateKey:
      Phrase("“\(shown)” stands here twice; keep one", "“\(shown)”出现两次；请只保留一个")
    case .unknownKey(let nearest?, _):
      Phrase("there is no key “\(shown)”; did you mean “\(nearest)”?", "没有“\(shown)”这个键；是否应为“\(nearest)”？")
    case .unknownKey(nil, let known):
      Phrase(
        "there is no key “\(shown)”; the keys known here: \(listed(known)[.english])",
        "没有“\(shown)”这个键；此处可用：\(listed(known)[.simplifiedChinese])")
    case .missingKey(let key):
      Phrase("the key “\(key)” is missing; add it", "缺少“\(key)”；请补上")
    case .keysConflict(let first, let second):
      Phrase(
        "“\(second)” cannot stand beside “\(first)”; leave one out", "“\(second)”不能与“\(first)”同时出现；请去掉其中一个")
    case .expected(let expectation):
      Phrase(
        "“\(shown)” cannot stand here; write \(expectation.phrase[.english])",
        "此处不能写“\(shown)”；请写\(expectation.phrase[.simplifiedChinese])")
    case .comesLater:
      Phrase(
        "“\(shown)” comes with a later version of SpotCheck; leave it out for now",
        "“\(shown)”将在以后的版本中支持；目前请去掉")
    default:
      nil
    }
  }

  /// What goes wrong in what a layout or plan says; kinds with words elsewhere show their facts as they are.
  var settingsPhrase: Phrase {
    switch kind {
    case .conflictingPatterns(let first, let second, let example):
      Phrase(
        "“\(first)” and “\(second)” read \(example) as different dates; keep the one that the dump uses",
        "“\(first)”与“\(second)”会把 \(example) 读成不同的日期；请只保留数据实际使用的一种")
    case .labelInTwoLists(let first, let second):
      Phrase(
        "the label “\(shown)” stands under \(first) and under \(second); keep it in one list",
        "标签“\(shown)”同时列在 \(first) 和 \(second) 下；请只保留一处")
    case .programmeInTwoGroups(let first, let second):
      Phrase(
        "“\(shown)” stands under the programmes \(first) and \(second); keep it under one",
        "“\(shown)”同时列在 \(first) 和 \(second) 下；请只保留一处")
    case .sampleWithoutIdentifier:
      Phrase(
        """
        records can be joined into samples only by their identifier; name its column in the layout, or say unit: record
        columns:
          sample_id: <header>
        """,
        """
        只有知道样品编号才能把记录合并为批次；请在布局中写明该列，或写 unit: record
        columns:
          sample_id: <表头>
        """)
    case .duplicatesWithoutIdentifier:
      Phrase(
        """
        duplicates can be found only by the sample's identifier; name its column in the layout, or say duplicates: keep
        columns:
          sample_id: <header>
        """,
        """
        只有知道样品编号才能查重；请在布局中写明该列，或写 duplicates: keep
        columns:
          sample_id: <表头>
        """)
    case .dimensionWithoutColumn(let asker):
      dimensionPhrase(askedBy: asker)
    case .tooManyConditions(let limit):
      Phrase(
        "the plan has more than \(limit) different conditions on columns outside --by; name the columns in --by",
        "计划中涉及 --by 以外各列的不同条件超过 \(limit) 个；请把这些列加入 --by")
    case .badRegionTable(let problem):
      problem.phrase(shown)
    case .shareOutOfRange(let suggestion?):
      Phrase(
        "“\(shown)” is no proportion between 0 and 1; if per cent was meant, write \(suggestion)",
        "“\(shown)”不是 0 到 1 之间的比例；若指百分数，请写 \(suggestion)")
    case .shareOutOfRange(nil):
      Phrase(
        "“\(shown)” is no proportion; write a decimal between 0 and 1, such as 0.96",
        "“\(shown)”不是比例；请写 0 到 1 之间的小数，如 0.96")
    case .duplicateIndicator:
      Phrase(
        "there are two indicators “\(shown)”; give each its own id", "有两个指标的 id 都是“\(shown)”；请各用不同的 id")
    case .programmesPooled(let indicator, let programmes):
      programmesPhrase(indicator, programmes.map(yamlScalar).joined(separator: ", "))
    case .noIndicators:
      Phrase(
        "the plan has no indicator; add at least one under indicators", "计划中没有指标；请在 indicators 下至少写一个")
    default:
      Phrase("\(kind)", "\(kind)")
    }
  }

  private func programmesPhrase(_ indicator: String, _ programmes: String) -> Phrase {
    Phrase(
      """
      the indicator \(indicator) covers several programmes; name those it means, or say pool_programmes: true
      where:
        programme: [\(programmes)]
      """,
      """
      指标 \(indicator) 涉及多种抽检类型；请写明所指的类型，或写 pool_programmes: true
      where:
        programme: [\(programmes)]
      """)
  }

  private func dimensionPhrase(askedBy asker: String) -> Phrase {
    let header = Synonyms.headers(of: shown).first
    return Phrase(
      """
      \(asker) asks for “\(shown)”, but no column is known for it; name the column in the layout:
      columns:
        \(yamlScalar(shown)): \(header ?? "<header>")
      """,
      """
      \(asker) 用到“\(shown)”，但不知道是哪一列；请在布局中写明：
      columns:
        \(yamlScalar(shown)): \(header ?? "<表头>")
      """)
  }
}

extension SpotCheckError.RegionTableProblem {
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
