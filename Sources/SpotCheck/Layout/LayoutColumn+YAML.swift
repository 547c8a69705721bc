import SpotCheckIngest

extension Layout {
  /// Reads the `columns` of a layout.
  static func columns(_ node: YAMLNode) throws(SpotCheckError) -> [String: LayoutColumn] {
    var columns: [String: LayoutColumn] = [:]
    for entry in try node.mapping().entries {
      let name = try entry.key.foldedText()
      guard name != "period" else {
        throw entry.key.error(.unknownKey(nearest: "date", known: Synonyms.fields.map(\.name)))
      }
      if let meant = misspelled(name) {
        throw entry.key.error(.unknownKey(nearest: meant, known: knownFields))
      }
      columns[name] = try LayoutColumn(entry.value, field: name)
    }
    return columns
  }
}

extension Layout {
  /// The fields that mean something of their own; `stage`, a word among many, is a dimension like any other.
  private static let knownFields = Synonyms.fields.map(\.name).filter { $0 != "stage" } + ["revised"]

  /// The field that a name is a letter from, or two where the field's name is long; `nil` for a dimension.
  private static func misspelled(_ name: String) -> String? {
    guard !Synonyms.fields.contains(where: { $0.name == name }), name != "revised" else { return nil }
    return knownFields.first { field in
      field.utf8.first == name.utf8.first
        && editDistance(name, field, within: field.utf8.count < 8 ? 1 : 2) != nil
    }
  }
}

extension LayoutColumn {
  /// Reads a column: a header, a list of headers, or a mapping.
  init(_ node: YAMLNode, field: String) throws(SpotCheckError) {
    guard case .mapping = node.content else {
      self.init(try FieldSource(node, field: field))
      return
    }
    let map = try node.mapping(.nonEmptyMapping)
    switch (map["path"], map["coalesce"], field) {
    case (let path?, _, _) where Self.isDimension(field):
      try map.allow(["path"])
      self.init(try Self.sources(path, field: field), combination: .path)
    case (_, let coalesce?, "result"):
      try map.allow(["coalesce", "pass_if"])
      self.init(try Self.sources(coalesce, field: field), combination: .coalesce)
    default:
      self.init(try FieldSource(node, field: field, beside: Self.keys(of: field)))
    }
    if field == "result", let node = map["pass_if"] {
      condition = ScoreCondition(try node.text())
      guard condition != nil else { throw node.error(.expected(.condition)) }
    }
    if let node = map["formats"] { patterns = try Self.patterns(node) }
  }

  /// Whether values of a field can have levels.
  private static func isDimension(_ field: String) -> Bool {
    !["result", "date", "revised", "sample_id", "item"].contains(field)
  }

  /// The keys that a mapping for `field` may have beside those of every source.
  private static func keys(of field: String) -> [String] {
    switch field {
    case "result": ["coalesce", "pass_if"]
    case "date", "revised": ["formats"]
    case "sample_id", "item": []
    default: ["path", "separator"]
    }
  }

  private static func sources(_ node: YAMLNode, field: String) throws(SpotCheckError) -> [FieldSource] {
    var sources: [FieldSource] = []
    for item in try node.oneOrMore() { sources.append(try FieldSource(item, field: field)) }
    return sources
  }

  /// Date patterns a column may have; each is held against every other.
  private static let patternLimit = 20

  private static func patterns(_ node: YAMLNode) throws(SpotCheckError) -> [DatePattern] {
    var patterns: [(text: String, pattern: DatePattern)] = []
    let items = try node.oneOrMore()
    guard items.count <= patternLimit else { throw node.error(.expected(.listOfAtMost(patternLimit))) }
    for item in items {
      let text = try item.text()
      guard text.utf8.count <= 64, let pattern = DatePattern(text), pattern.hasEachPartOnce else {
        throw item.error(.expected(.datePattern))
      }
      patterns.append((text, pattern))
      if let found = PatternConflict.first(in: patterns) {
        throw item.error(
          .conflictingPatterns(found.first, found.second, example: found.conflict.example))
      }
    }
    return patterns.map(\.pattern)
  }
}

extension DatePattern {
  /// Whether no part of the date or time is read twice.
  fileprivate var hasEachPartOnce: Bool {
    guard case .fields(let parts) = self else { return true }
    let readings = parts.filter { if case .literal = $0 { false } else { true } }
    return Set(readings).count == readings.count
  }
}

extension FieldSource {
  /// Reads a header, a list of headers, or a mapping with `from`.
  init(_ node: YAMLNode, field: String, beside others: [String] = []) throws(SpotCheckError) {
    guard case .mapping = node.content else {
      self.init(name: field, columns: try ColumnReference.list(node))
      return
    }
    let map = try node.mapping()
    try map.allow(["from", "between", "first", "missing"] + others)
    self.init(name: field, columns: try ColumnReference.list(try map.required("from")))
    separator = try map["separator"]?.mark()
    between = try map["between"]?.marks()
    first = try map["first"]?.integer(in: 1...1000)
    missing = try map["missing"]?.foldedText()
  }
}

extension ColumnReference {
  /// Reads a header, `#7`, `header#2`, or a list of them.
  static func list(_ node: YAMLNode) throws(SpotCheckError) -> [ColumnReference] {
    var references: [ColumnReference] = []
    for item in try node.oneOrMore() {
      guard let reference = ColumnReference(try item.foldedText()) else {
        throw item.error(.expected(.column))
      }
      references.append(reference)
    }
    return references
  }

  /// Reads `#7` as a position, `header#2` as an occurrence, all else as a header; positions count from 1.
  init?(_ text: String) {
    guard let mark = text.lastIndex(of: "#") else {
      self = .header(text)
      return
    }
    let header = text[..<mark]
    let digits = text[text.index(after: mark)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      self = .header(text)
      return
    }
    guard let number = Int(digits), (1...4096).contains(number) else { return nil }
    self = header.isEmpty ? .position(number) : .occurrence(TextFolding.fold(String(header)), number)
  }
}

extension YAMLNode {
  /// Text at which values are split; its own spaces count.
  fileprivate func mark() throws(SpotCheckError) -> String {
    let text = try text()
    guard !TextFolding.fold(text).isEmpty else { throw error(.expected(.nonBlankText)) }
    return String(TextFolding.fold("|" + text + "|").unicodeScalars.dropFirst().dropLast())
  }

  fileprivate func marks() throws(SpotCheckError) -> FieldSource.Marks {
    guard case .list(let items) = content, items.count == 2 else { throw error(.expected(.marks)) }
    return FieldSource.Marks(opening: try items[0].mark(), closing: try items[1].mark())
  }
}
