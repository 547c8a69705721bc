import SpotCheckIngest

extension IngestError {
  /// What happened while dumps were read, and how to mend it.
  var phrase: Phrase {
    switch kind {
    case .noSuchInput:
      Phrase("there is no such file or folder; check the path", "文件或文件夹不存在；请检查路径")
    case .folderWithoutDumps:
      Phrase(
        "the folder has no dump; a dump's name ends in .csv, .tsv or .txt, also with .gz or .zst",
        "文件夹中没有数据文件；数据文件名以 .csv、.tsv 或 .txt 结尾，也可再加 .gz 或 .zst")
    case .cannotRead(let code):
      reading(Phrase.systemError(code))
    case .changedWhileReading:
      Phrase(
        "the file changed while it was being read, so no figure of it can be trusted; run again when it is complete",
        "文件在读取过程中发生变化，结果不可信；请待文件写完后重试")
    case .damagedCompression(let format):
      Phrase(
        "the \(format) data is damaged or ends early; fetch the file again",
        "\(format) 压缩数据损坏或不完整；请重新获取文件")
    case .expandsTooFar:
      Phrase(
        "it expands far beyond its size, as no dump does; if it is meant to, raise --expansion-limit",
        "解压后远超原大小，不像数据文件；如确属正常，请调高 --expansion-limit")
    case .undecidableEncoding:
      Phrase(
        "the bytes fit no encoding known here; name it in the layout:\ninput: { encoding: gb18030 }",
        "无法判断文字编码；请在布局中写明：\ninput: { encoding: gb18030 }")
    case .missingColumn(let field, let tried, let header):
      missingColumn(field, tried: tried, header: header)
    case .ambiguousColumn(let field, let candidates, let header):
      ambiguousColumn(field, candidates: candidates, header: header)
    case .noSuchPosition(let field, let position, let columns):
      Phrase(
        "\(field) is to be column #\(position), but there are \(columns); correct the position in the layout",
        "\(field) 指定为第 \(position) 列，但文件只有 \(columns) 列；请在布局中更正")
    case .tooManyColumns(let limit):
      Phrase(
        "more than \(limit) columns; check the delimiter, or raise the limit",
        "列数超过 \(limit)；请检查分隔符，或提高上限")
    case .tooManyKeys(let field, let limit):
      Phrase(
        "\(field) has more than \(limit) distinct values; it may be the wrong column",
        "\(field) 的不同取值超过 \(limit) 个；可能选错了列")
    case .tooManyCells(let limit):
      Phrase(
        "more than \(limit) combinations of region, category and month; count by fewer dimensions with --by",
        "地区、类别与月份的组合超过 \(limit) 个；请用 --by 减少维度")
    case .tableTooLarge(let limit):
      Phrase(
        "a table of more than \(limit >> 20) MB is not read whole; leave out the rows that are not needed",
        "表格超过 \(limit >> 20) MB，不能整表读入；请删去用不到的行")
    case .badRecord(let line, let reason, let value):
      Phrase(
        "line \(line), “\(value)”: \(reason.message(in: .english))",
        "第 \(line) 行，“\(value)”：\(reason.message(in: .simplifiedChinese))")
    case .cannotWriteRejects(let code):
      rejects(Phrase.systemError(code))
    case .cancelled:
      Phrase("interrupted; nothing was written", "已中断；未写出任何结果")
    }
  }

  private func reading(_ reason: Phrase) -> Phrase {
    Phrase(
      "cannot be read: \(reason[.english]); check the file and your right to read it",
      "无法读取：\(reason[.simplifiedChinese])；请检查文件及读取权限")
  }

  private func rejects(_ reason: Phrase) -> Phrase {
    Phrase(
      "the rejected records cannot be written: \(reason[.english]); choose another place with --rejects",
      "无法写出被拒记录：\(reason[.simplifiedChinese])；请用 --rejects 指定其他位置")
  }

  private func missingColumn(_ field: String, tried: [String], header: [String]) -> Phrase {
    let names = listed(tried)
    let seen = listed(header)
    return Phrase(
      """
      no column for \(field): none of the first 50 rows has \(names[.english])
      The header seen: \(seen[.english])
      Name the column in the layout:
      columns:
        \(yamlScalar(field)): <header>
      """,
      """
      找不到 \(field) 列：前 50 行中都没有 \(names[.simplifiedChinese])
      看到的表头：\(seen[.simplifiedChinese])
      请在布局中写明该列：
      columns:
        \(yamlScalar(field)): <表头>
      """)
  }

  private func ambiguousColumn(_ field: String, candidates: [String], header: [String]) -> Phrase {
    let references = Self.references(to: candidates)
    let names = listed(references)
    let seen = listed(header)
    let lines = references.enumerated().map { index, reference in
      "  \(index == 0 ? "" : "# ")\(yamlScalar(field)): \(yamlScalar(reference))"
    }.joined(separator: "\n")
    return Phrase(
      """
      \(field) could be any of \(names[.english])
      The header seen: \(seen[.english])
      Say in the layout which one is meant:
      columns:
      \(lines)
      """,
      """
      \(field) 可能是 \(names[.simplifiedChinese]) 中的任一列
      看到的表头：\(seen[.simplifiedChinese])
      请在布局中写明是哪一列：
      columns:
      \(lines)
      """)
  }

  /// Candidates as a layout names them: headers that stand more than once with their occurrence.
  private static func references(to candidates: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return candidates.map { candidate in
      seen[candidate, default: 0] += 1
      let isRepeated = candidates.count { $0 == candidate } > 1
      return isRepeated ? "\(candidate)#\(seen[candidate, default: 1])" : candidate
    }
  }
}
