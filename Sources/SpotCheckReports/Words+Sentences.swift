import SpotCheck

extension Words {
  /// Where the records went, as an equation.
  func equation(_ total: Accounting) -> String {
    let parts = [total.records, total.accepted, total.rejected, total.ignored, total.duplicates].map(count)
    return say(
      "\(parts[0]) records = \(parts[1]) accepted + \(parts[2]) rejected + \(parts[3]) ignored + "
        + "\(parts[4]) duplicates",
      "记录 \(parts[0]) 条 = 采纳 \(parts[1]) + 拒收 \(parts[2]) + 忽略 \(parts[3]) + 重复 \(parts[4])")
  }

  /// A share with its denominator.
  func share(_ part: Int, of whole: Int, percent: String) -> String {
    say(
      "\(count(part)) of \(count(whole)) records accepted (\(percent)%)",
      "采纳 \(count(part))/\(count(whole)) 条（\(percent)%）")
  }

  func files(_ number: Int) -> String {
    say(number == 1 ? "1 file" : "\(count(number)) files", "\(number) 个文件")
  }
  func blank(_ number: Int) -> String { say("\(count(number)) blank aside", "另有空记录 \(number) 条") }

  func conflicts(_ number: Int, hasFile: Bool) -> String {
    say(
      "\(count(number)) duplicates contradict the record that stands: see ",
      "\(number) 条重复记录与所采纳的结论不一致：见 ")
      + (hasFile ? "conflicts.csv" : say("--format csv -o DIR/", "--format csv -o 文件夹/"))
  }

  var duplicatesNotChecked: String { say("duplicates not checked", "未查重") }

  func samples(_ number: Int, pending: Int) -> String {
    let judged = say("\(count(number)) units judged", "判定 \(number) 批次")
    return pending == 0
      ? judged : judged + say(", \(count(pending)) pending", "，待定 \(pending) 批次")
  }

  func asOf(_ date: CalendarDate) -> String {
    let parts = date.components
    return say("As of \(date.iso8601)", "截至\(parts.year)年\(parts.month)月\(parts.day)日")
  }

  func interim(_ date: CalendarDate?) -> String {
    guard let date else { return say("open", "未结束") }
    return say("open, as of \(date.iso8601)", "未结束，\(asOf(date))")
  }

  func targetSource(_ source: String) -> String {
    switch source {
    case "policy": say("target from policy", "目标出自政策文件")
    case "assumption": say("target is an assumption", "目标系假定")
    default: say("target from \(source)", "目标来源：\(source)")
    }
  }

  func responsible(_ names: [String]) -> String {
    say("Responsible: ", "责任单位：") + list(names)
  }

  /// What a folded list leaves out, and where all of it is.
  func folded(_ number: Int, counts: [(Evidence, Int)]) -> String {
    more(number) + say(": ", "：") + tally(counts)
      + say(". All: --format csv -o DIR/", "。全部见：--format csv -o 文件夹/")
  }

  /// What a folded list leaves out.
  func more(_ number: Int) -> String { say("… and \(count(number)) more", "…… 另有 \(number) 项") }

  func dropped(_ columns: [String]) -> String {
    say(
      "Not shown for want of width: \(list(columns)).", "因宽度不足未显示：\(list(columns))。")
  }

  var adjustedBounds: String {
    say(
      "Bounds of proven verdicts stand at the level adjusted for the number of cells judged at once.",
      "显著判定的界限，按同时判定的单元数调整后的水平给出。")
  }

  /// How many of the likely shortfalls chance alone would make.
  func byChance(_ expected: Double, of likely: Int) -> String {
    let rounded = Self.oneDecimal(expected)
    return say(
      "Of \(count(likely)) likely shortfalls, chance alone would make about \(rounded).",
      "疑似未达标 \(likely) 项，其中仅由偶然造成的约 \(rounded) 项。")
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((min(max(value, 0), 1e15) * 10).rounded(.toNearestOrEven))
    return "\(tenths / 10).\(tenths % 10)"
  }

  var categoriesBelow: String { say("Categories within that fall short", "其中低于目标的类别") }

  /// How many findings bear each evidence.
  func tally(_ counts: [(Evidence, Int)]) -> String {
    parts(counts.map { "\($0.0.words(in: language)) \(count($0.1))" })
  }

  var noTrials: String { say("No unit was judged.", "没有可判定的批次。") }

  var labelRemedy: String {
    say(
      "Say what each means: one of these lines under labels of the layout.",
      "请说明各标签的含义：在布局的 labels 下写入以下之一。")
  }

  /// Where a rejected record stands, and the field at fault.
  func place(of reject: Reject) -> String {
    let place = say(
      "\(reject.file):\(reject.lineNumber) (byte \(reject.byteOffset))",
      "\(reject.file):\(reject.lineNumber)（字节 \(reject.byteOffset)）")
    return parts([place, reject.column ?? "", reject.value.isEmpty ? "" : quoted(reject.value)])
  }

  var rejectsRemedy: String {
    say("All of them, with their bytes: --rejects rejects.csv", "全部明细：--rejects rejects.csv")
  }

  func unwrapped(_ number: Int) -> String {
    say(
      "\(count(number)) identifiers were unwrapped from what a spreadsheet did to them (=\"…\", '…, ….0).",
      "\(number) 个编号带有电子表格的痕迹（=\"…\"、'…、….0），已还原。")
  }
}
