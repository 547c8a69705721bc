public import SpotCheckIngest

/// A first layout and a first plan for a dump, as commented YAML to be mended by hand.
///
/// Nothing is guessed: where two columns could be meant, both stand as comments, and a label of no built-in
/// list stands as a comment until somebody says what it means.
public struct Starter: Sendable {
  let file: SniffedFile
  let matches: ColumnMatches
  let language: Language

  /// Prepares what `init` writes.
  ///
  /// - Parameters:
  ///   - file: What the dump shows.
  ///   - language: The language of the comments.
  public init(_ file: SniffedFile, language: Language = .english) {
    self.file = file
    self.matches = ColumnMatches(header: file.header)
    self.language = language
  }

  /// What the person who mends the layout has still to settle, a line each, in words.
  public var openQuestions: [String] {
    var questions = matches.fields.compactMap { match -> String? in
      guard match.columns.count != 1, match.columns.count > 1 || Self.needed.contains(match.field) else {
        return nil
      }
      let headers = listed(match.headers)
      let question =
        match.columns.isEmpty
        ? Phrase("no column matches", "没有匹配的列")
        : Phrase(
          "could be \(headers[.english])", "可能是以下任一列：\(headers[.simplifiedChinese])")
      return Phrase(
        "still to be settled in the layout: \(match.field): \(question[.english])",
        "布局中尚待确定：\(match.field)：\(question[.simplifiedChinese])")[language]
    }
    let unknown = values(of: "result").count { meaning(of: $0.text) == .unknown }
    if unknown > 0 {
      questions.append(
        Phrase(
          "still to be settled in the layout: labels: \(unknown) are in no list",
          "布局中尚待确定：labels：有 \(unknown) 个标签不在任何列表中")[language])
    }
    return questions
  }

  /// The only column that a field's built-in headers match, from 0; `nil` where there is none or several.
  func column(of field: String) -> Int? {
    guard let match = matches.fields.first(where: { $0.field == field }), match.columns.count == 1 else {
      return nil
    }
    return match.columns[0] - 1
  }

  /// The values of a field's only column and how often each occurs, most frequent first, then by bytes.
  func values(of field: String) -> [(text: String, count: Int)] {
    guard let column = column(of: field) else { return [] }
    var counts: [[UInt8]: Int] = [:]
    for record in file.records where record.indices.contains(column) {
      counts[Array(TextFolding.fold(record[column]).utf8), default: 0] += 1
    }
    return counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
  }

  /// The 20 most frequent values of a field that are not blank, as a list.
  func shownValues(of field: String) -> String {
    values(of: field).filter { !$0.text.isEmpty }.prefix(20).map { shown($0.text) }.joined(separator: ", ")
  }

  /// A comment line, indented.
  func comment(_ phrase: Phrase, indent: Int = 0) -> String {
    String(repeating: " ", count: indent) + "# " + phrase[language]
  }

  /// A text as a YAML scalar within a comment, where a line end would end the comment.
  func shown(_ text: String) -> String {
    yamlScalar(String(text.prefix(80)))
  }
}
