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
    runPhrase ?? yamlPhrase ?? settingsPhrase
  }

  /// What goes wrong around an analysis; `nil` for what stands in a layout or plan.
  private var runPhrase: Phrase? {
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
        "cannot be created: \(reason[.english]); choose a place you may write to with -o",
        "无法创建：\(reason[.simplifiedChinese])；请用 -o 指定可写的位置")
    case .cannotWrite(let code):
      let reason = Phrase.systemError(code)
      return Phrase(
        "cannot be written: \(reason[.english]); what stood there before is unchanged",
        "写入失败：\(reason[.simplifiedChinese])；原有文件未改动")
    case .interrupted:
      return Phrase("interrupted; nothing was written", "已中断；未写出任何结果")
    default:
      return nil
    }
  }

  /// The offending text, on one line.
  var shown: String {
    (text ?? "").split(whereSeparator: \.isNewline).joined(separator: "⏎")
  }
}

extension SpotCheckError: CustomStringConvertible {
  /// The error in English.
  public var description: String { message(in: .english) }
}
