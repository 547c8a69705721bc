extension SpotCheckError {
  /// The error in words: where it happened, what happened, and how to mend it.
  ///
  /// Some messages have more than one line; the last lines are then what to write into the layout.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: Words that begin with `file:line:column`, as far as these are known.
  public func message(in language: Language) -> String {
    let place = [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let words = phrase[language]
    return place.isEmpty ? words : "\(place): \(words)"
  }

  private var phrase: Phrase {
    switch kind {
    case .badFlag(let name, let allowed):
      let words = listed(allowed)
      return Phrase(
        "\(name) cannot be “\(shown)”; it is one of \(words[.english])",
        "\(name) 不能取“\(shown)”；可取：\(words[.simplifiedChinese])")
    case .flagsConflict(let first, let second):
      return Phrase(
        "\(first) and \(second) cannot be given together; leave one out",
        "\(first) 与 \(second) 不能同时使用；请去掉其中一个")
    case .ingest(let error):
      return error.phrase
    case .noRecords:
      return Phrase(
        "no input has a record: every file is empty or has only a header; check that the right files were named",
        "所有输入都没有记录：文件为空或只有表头；请检查文件是否选对")
    case .noSuchFile:
      return Phrase("there is no such file; check the path", "文件不存在；请检查路径")
    case .cannotRead(let code):
      let reason = Phrase.systemError(code)
      return Phrase(
        "cannot be read: \(reason[.english]); check that it is a file you may read",
        "无法读取：\(reason[.simplifiedChinese])；请检查它是否为可读的文件")
    case .cannotCreate(let code):
      let reason = Phrase.systemError(code)
      return Phrase(
        "cannot be created: \(reason[.english]); name a place in a folder that is there and that you may write to",
        "无法创建：\(reason[.simplifiedChinese])；请指定已存在且可写的文件夹中的位置")
    case .cannotWrite(let code) where file == nil:
      let reason = Phrase.systemError(code)
      return Phrase(
        "standard output cannot be written: \(reason[.english]); write to a file with -o",
        "无法写到标准输出：\(reason[.simplifiedChinese])；请用 -o 写入文件")
    case .cannotWrite(let code):
      let reason = Phrase.systemError(code)
      return Phrase(
        "cannot be written: \(reason[.english]); what stood there before is unchanged",
        "写入失败：\(reason[.simplifiedChinese])；原有文件未改动")
    case .outputIsRead(let flag):
      return Phrase(
        "\(flag) would write over this file, which is read here; choose another place",
        "\(flag) 会覆盖本次要读取的这个文件；请另选位置")
    case .outputsCoincide(let first, let second):
      return Phrase(
        "\(first) and \(second) would write to one place; choose two",
        "\(first) 与 \(second) 会写到同一位置；请分开指定")
    case .noneAccepted(let cause):
      return cause.phrase
    case .interrupted:
      return Phrase("interrupted; nothing was written", "已中断；未写出任何结果")
    case .badYAML(let problem):
      return Phrase(
        "this is no YAML: \(problem); check indentation, quotes and colons here",
        "不是合法的 YAML：\(problem)；请检查此处的缩进、引号和冒号")
    case .notUTF8:
      return Phrase("the file is not UTF-8; save it as UTF-8", "文件不是 UTF-8 编码；请另存为 UTF-8")
    case .tooLarge(let limit):
      return Phrase(
        "the file has more than \(limit) bytes; check that this is a layout or plan and no dump",
        "文件超过 \(limit) 字节；请检查它是否为布局或计划，而不是数据文件")
    case .tooDeep(let limit):
      return Phrase(
        "lists and mappings stand more than \(limit) deep; no layout or plan needs that",
        "嵌套超过 \(limit) 层；布局和计划不需要这么深")
    case .anchorRefused:
      return Phrase(
        "anchors and aliases are refused; write the value out, or put the text in double quotes with \\x26 for &",
        "不接受锚点和别名；请直接写出取值，或用双引号并以 \\x26 代替 &")
    case .tagRefused:
      return Phrase(
        "the tag \(shown) is refused: every value is read as its text; leave the tag out",
        "不接受标签 \(shown)：所有取值按文字读取；请去掉标签")
    case .duplicateKey:
      return Phrase("“\(shown)” stands here twice; keep one", "“\(shown)”出现两次；请只保留一个")
    case .unknownKey(let nearest?, _):
      return Phrase(
        "there is no key “\(shown)”; did you mean “\(nearest)”?", "没有“\(shown)”这个键；是否应为“\(nearest)”？")
    case .unknownKey(nil, let known):
      return Phrase(
        "there is no key “\(shown)”; the keys known here: \(listed(known)[.english])",
        "没有“\(shown)”这个键；此处可用：\(listed(known)[.simplifiedChinese])")
    case .missingKey(let key):
      return Phrase("the key “\(key)” is missing; add it", "缺少“\(key)”；请补上")
    case .keysConflict(let first, let second):
      return Phrase(
        "“\(second)” cannot stand beside “\(first)”; leave one out", "“\(second)”不能与“\(first)”同时出现；请去掉其中一个")
    case .expected(let expectation):
      return Phrase(
        "“\(shown)” cannot stand here; write \(expectation.phrase[.english])",
        "此处不能写“\(shown)”；请写\(expectation.phrase[.simplifiedChinese])")
    case .comesLater:
      return Phrase(
        "“\(shown)” comes with a later version of SpotCheck; leave it out for now",
        "“\(shown)”将在以后的版本中支持；目前请去掉")
    case .conflictingPatterns(let first, let second, let example):
      return Phrase(
        "“\(first)” and “\(second)” read \(example) as different dates; keep the one that the dump uses",
        "“\(first)”与“\(second)”会把 \(example) 读成不同的日期；请只保留数据实际使用的一种")
    case .labelInTwoLists(let first, let second):
      return Phrase(
        "the label “\(shown)” stands under \(first) and under \(second); keep it in one list",
        "标签“\(shown)”同时列在 \(first) 和 \(second) 下；请只保留一处")
    case .programmeInTwoGroups(let first, let second):
      return Phrase(
        "“\(shown)” stands under the programmes \(first) and \(second); keep it under one",
        "“\(shown)”同时列在 \(first) 和 \(second) 下；请只保留一处")
    case .sampleWithoutIdentifier:
      return Phrase(
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
      return Phrase(
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
      return dimensionPhrase(askedBy: asker)
    case .tooManyConditions(let limit):
      return Phrase(
        "the plan has more than \(limit) different conditions on columns outside --by; name the columns in --by",
        "计划中涉及 --by 以外各列的不同条件超过 \(limit) 个；请把这些列加入 --by")
    case .badRegionTable(let problem):
      return problem.phrase(shown)
    case .shareOutOfRange(let suggestion?):
      return Phrase(
        "“\(shown)” is no proportion between 0 and 1; if per cent was meant, write \(suggestion)",
        "“\(shown)”不是 0 到 1 之间的比例；若指百分数，请写 \(suggestion)")
    case .shareOutOfRange(nil):
      return Phrase(
        "“\(shown)” is no proportion; write a decimal between 0 and 1, such as 0.96",
        "“\(shown)”不是比例；请写 0 到 1 之间的小数，如 0.96")
    case .duplicateIndicator:
      return Phrase(
        "there are two indicators “\(shown)”; give each its own id", "有两个指标的 id 都是“\(shown)”；请各用不同的 id")
    case .programmesPooled(let indicator, let programmes):
      return programmesPhrase(indicator, programmes.map(yamlScalar).joined(separator: ", "))
    case .badFigures(let problem):
      return problem.phrase(shown)
    case .badFrame(let problem):
      return problem.phrase(shown)
    case .cannotAllocate(let problem):
      return problem.phrase
    case .badReport(let problem):
      return problem.phrase(shown)
    case .badPlanTable(let problem):
      return problem.phrase(shown)
    case .badDraw(let problem):
      return problem.phrase(shown)
    case .populationExceeded(let indicator, let region, let period, let units, let population):
      return Phrase(
        """
        indicator \(indicator) judges \(units) units of \(shown) in \(region), \(period), but the population is \
        said to be \(population); correct it, or see whether units are counted twice
        """,
        """
        指标 \(indicator) 在 \(region) \(period) 判定了“\(shown)”的 \(units) 个批次，而总体只有 \(population) 个；\
        请更正总体数，或检查是否重复计数
        """)
    case .noIndicators:
      return Phrase(
        "the plan has no indicator; add at least one under indicators", "计划中没有指标；请在 indicators 下至少写一个")
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

  /// The offending text, on one line.
  private var shown: String {
    (text ?? "").split(whereSeparator: \.isNewline).joined(separator: "⏎")
  }
}

extension SpotCheckError.NoneAccepted {
  /// What most records met, and where to look.
  fileprivate var phrase: Phrase {
    switch self {
    case .rejected(let reason, let count, let records):
      Phrase(
        "no record was accepted: \(count) of \(records) are \(reason.rawValue): \(reason.message(in: .english))",
        "没有一条记录被采纳：\(records) 条中有 \(count) 条为 \(reason.rawValue)：\(reason.message(in: .simplifiedChinese))")
    case .ignored(let count, let records):
      Phrase(
        """
        no record was accepted: \(count) of \(records) are ignored; check where, follow_up and labels.ignore in the layout
        """,
        "没有一条记录被采纳：\(records) 条中有 \(count) 条被忽略；请检查布局中的 where、follow_up 和 labels.ignore")
    }
  }
}

extension SpotCheckError: CustomStringConvertible {
  /// The error in English.
  public var description: String { message(in: .english) }
}
