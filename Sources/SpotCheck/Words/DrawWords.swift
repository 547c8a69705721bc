extension SpotCheckError.DrawProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    switch self {
    case .missingColumn(let tried):
      Phrase(
        "no column for \(text); give it one of these headers: \(listed(tried)[.english])",
        "找不到 \(text) 列；表头可写：\(listed(tried)[.simplifiedChinese])")
    case .ambiguousColumn(let candidates):
      Phrase(
        "\(text) could be any of \(listed(candidates)[.english]); rename all but one",
        "\(text) 可能是 \(listed(candidates)[.simplifiedChinese]) 中的任一列；请只保留一个，其余改名")
    case .emptyList:
      Phrase("the list has no record; check that it is the right file", "名单中没有记录；请检查文件是否选对")
    case .notFile:
      Phrase(
        "a list must be a file, so that its hash can be recorded; save it and name the file",
        "名单必须是文件，才能记录其摘要；请先存为文件再指定")
    case .blankIdentifier:
      Phrase("the id is blank; fill it in", "编号为空；请补上")
    case .duplicateIdentifier(let first):
      Phrase(
        "the id \(text) stands on line \(first) already; keep one", "编号 \(text) 已在第 \(first) 行出现；请只保留一个")
    case .notInFrame:
      Phrase(
        "“\(text)” is not in the frame; add it there, or take it out of this list",
        "“\(text)”不在检查对象名录中；请补入名录，或从本表删去")
    case .badNumber:
      Phrase("“\(text)” is no whole number; write how many to draw", "“\(text)”不是整数；请写明抽取数量")
    case .rowTwice:
      Phrase("\(text) stands here twice; keep one row", "\(text) 出现两次；请只保留一行")
    case .nothingDemanded, .badDemand, .ratioAboveOne, .unknownStratum, .stratumWithoutDemand, .stratumTwice,
      .tooFewEstablishments, .tooFewEach:
      demandPhrase(text)
    case .tooFewInspectors(let category, let office, let available, let needed):
      Phrase(
        """
        “\(text)” needs \(needed) inspectors\(office.map { " of the office \($0)" } ?? "") for “\(category)”, and there \
        are \(available); add inspectors, or add “\(category)” to the skills of some
        """,
        """
        “\(text)”需要 \(needed) 名\(office.map { "属于 \($0)、" } ?? "")能检查“\(category)”的人员，现有 \(available) 名；\
        请增加人员，或在 skills 中补上“\(category)”
        """)
    case .inConflict(let able, let free, let needed):
      Phrase(
        """
        “\(text)” needs \(needed) inspectors; of the \(able) who could inspect it \(free) are free of conflict; \
        add inspectors without one
        """,
        "“\(text)”需要 \(needed) 名检查人员；能检查它的 \(able) 人中只有 \(free) 人不需回避；请增加无需回避的人员")
    case .loadTooSmall(let limit, let least, let inspectors):
      Phrase(
        """
        --max-load \(limit) cannot be kept: whoever is assigned, the work bound to \
        \(listed(inspectors, limit: 5)[.english]) gives one of them \(least) at least; add inspectors, or write
        --max-load \(least)
        """,
        """
        无法做到 --max-load \(limit)：无论怎样分派，只能由\(listed(inspectors, limit: 5)[.simplifiedChinese])承担的任务\
        都使其中至少一人达到 \(least) 户；请增加人员，或写
        --max-load \(least)
        """)
    case .badRecord:
      Phrase(
        "the file is no record of a draw: “\(text)”; name a file that --record wrote",
        "文件不是抽取记录：“\(text)”；请指定由 --record 写出的文件")
    case .otherScheme:
      Phrase(
        "the record is of “\(text)”, and spotcheck.draw/1 is what this version can replay; use the version that drew",
        "记录的方案是“\(text)”，本版本只能重放 spotcheck.draw/1；请使用当时抽取的版本")
    }
  }

  private func demandPhrase(_ text: String) -> Phrase {
    switch self {
    case .badDemand(let flag) where flag == "--ratio":
      Phrase(
        "\(flag) cannot be “\(text)”; write a share, or one for a stratum: 0.05 or A=0.05",
        "\(flag) 不能写“\(text)”；请写比例，或某一层的比例：0.05 或 A=0.05")
    case .badDemand(let flag):
      Phrase(
        "\(flag) cannot be “\(text)”; write a number, or one for a stratum: 20 or A=20",
        "\(flag) 不能写“\(text)”；请写数量，或某一层的数量：20 或 A=20")
    case .ratioAboveOne(let suggestion?):
      Phrase(
        "the share \(text) exceeds 1; if per cent was meant, write \(suggestion)",
        "比例 \(text) 大于 1；若指百分数，请写 \(suggestion)")
    case .ratioAboveOne(nil):
      Phrase("the share \(text) exceeds 1; write at most 1", "比例 \(text) 大于 1；最大为 1")
    case .unknownStratum(let known):
      Phrase(
        "the frame has no stratum “\(text)”; its strata: \(listed(known, limit: 20)[.english])",
        "名录中没有“\(text)”这一层；现有：\(listed(known, limit: 20)[.simplifiedChinese])")
    case .stratumWithoutDemand(let establishments):
      Phrase(
        """
        nothing says how many of the \(establishments) establishments of “\(text)” to draw; write, 0 for none,
        --ratio '\(text)=0.05'
        """,
        """
        没有说明“\(text)”层的 \(establishments) 户抽多少；请写（0 表示不抽）
        --ratio '\(text)=0.05'
        """)
    case .stratumTwice:
      Phrase(
        text.isEmpty
          ? "two shares or numbers are for every stratum; keep one"
          : "“\(text)” has two shares or numbers; keep one",
        text.isEmpty ? "对所有层给出了两个比例或数量；请只保留一个" : "“\(text)”有两个比例或数量；请只保留一个")
    case .tooFewEstablishments(let demanded, let available):
      Phrase(
        "\(demanded) are to be drawn of “\(text)”, which has \(available); write at most \(available)",
        "“\(text)”要抽 \(demanded) 户，但只有 \(available) 户；最多写 \(available)")
    case .tooFewEach:
      Phrase(
        "at least two inspectors inspect an establishment; write --inspectors-each 2",
        "检查人员不得少于两人；请写 --inspectors-each 2")
    default:
      Phrase(
        "nothing says how many to draw; write --ratio 0.05, --count 20 or --allocation allocation.csv",
        "没有说明抽多少；请写 --ratio 0.05、--count 20 或 --allocation allocation.csv")
    }
  }
}

extension DrawRecord.Difference {
  /// What differs, in words.
  public func message(in language: Language) -> String {
    let name =
      switch part {
      case .list(.frame, let path): Phrase("SHA-256 of the frame, \(path)", "检查对象名录 \(path) 的 SHA-256")
      case .list(.inspectors, let path):
        Phrase("SHA-256 of the list of inspectors, \(path)", "检查人员名录 \(path) 的 SHA-256")
      case .list(.allocation, let path): Phrase("SHA-256 of the allocation, \(path)", "分配表 \(path) 的 SHA-256")
      case .list(.followUps, let path):
        Phrase("SHA-256 of the list of follow-ups, \(path)", "跟踪检查名单 \(path) 的 SHA-256")
      case .strata: Phrase("the strata", "各层")
      case .unallocated: Phrase("establishments in no stratum", "未归层的检查对象")
      case .followUps: Phrase("establishments followed up", "跟踪检查对象")
      case .loads: Phrase("the loads", "人均任务")
      case .result: Phrase("SHA-256 of the assignments", "抽取结果的 SHA-256")
      }
    let found = found ?? "—"
    return Phrase(
      "\(name[.english]): recorded \(recorded), found \(found)",
      "\(name[.simplifiedChinese])：记录为 \(recorded)，重放得 \(found)")[language]
  }
}
