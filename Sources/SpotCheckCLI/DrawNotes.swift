import SpotCheck

/// What people should know about a draw beside its result.
struct DrawNotes {
  private let drawn: DrawRun
  private let words: StatWords

  init(_ drawn: DrawRun, language: Language) {
    self.drawn = drawn
    words = StatWords(language: language)
  }

  /// The notes, a line each.
  var lines: [String] {
    var lines = drawn.record.lists.filter { !$0.ignoredColumns.isEmpty }.map { list in
      words.say(
        "\(list.path): columns not used: \(list.ignoredColumns.joined(separator: ", "))",
        "\(list.path)：未使用的列：\(list.ignoredColumns.joined(separator: "、"))")
    }
    if drawn.draw.unallocated > 0 {
      lines.append(
        words.say(
          "establishments that no row of the allocation is for: \(drawn.draw.unallocated)",
          "分配表没有对应行的检查对象：\(drawn.draw.unallocated) 户"))
    }
    let unknown = drawn.draw.unknownConflicts
    if let first = unknown.first {
      lines.append(
        words.say(
          "conflicts with ids that the frame lacks, which bar nobody: \(unknown.count), such as \(words.quoted(first)); "
            + "check that both lists use the same ids",
          "回避对象不在名录中，不起回避作用：\(unknown.count) 个，如\(words.quoted(first))；请核对两份名录的编号是否一致"))
    }
    return lines
  }
}
