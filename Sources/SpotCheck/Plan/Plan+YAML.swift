import SpotCheckStatistics

extension Plan {
  /// Reads a plan file: a table where its name ends in `.csv` or `.tsv`, else YAML.
  ///
  /// - Throws: ``SpotCheckError`` when the file cannot be read or is no plan, with line and column.
  public init(contentsOf path: String) throws(SpotCheckError) {
    guard !PlanTable.isTable(path) else {
      self = try PlanTable(contentsOf: path).plan
      return
    }
    let file = try SettingsFile(contentsOf: path)
    try self.init(yaml: file.text, file: path)
  }

  /// Reads a plan from its text; `file` names it in errors.
  ///
  /// - Throws: ``SpotCheckError`` with line and column where the text is no plan.
  public init(yaml: String, file: String) throws(SpotCheckError) {
    self.init()
    sha256 = SettingsFile.sha256(of: Array(yaml.utf8))
    let root = try YAMLNode.compose(yaml, file: file).mapping()
    try root.allow(["version", "title", "indicators", "assess"])
    _ = try root["version"]?.word(of: SettingsVersion.self)
    title = try root["title"]?.textByLanguage() ?? [:]
    if let node = root["assess"] { assessment = try AssessmentRule(node) }
    let items = try root["indicators"]?.list() ?? []
    guard !items.isEmpty else {
      throw (root["indicators"] ?? root.node).error(.noIndicators, text: "")
    }
    var ids: Set<String> = []
    for item in items {
      let indicator = try Indicator(item)
      guard ids.insert(indicator.id).inserted else {
        throw try item.mapping().required("id").error(.duplicateIndicator)
      }
      indicators.append(indicator)
    }
  }
}

extension AssessmentRule {
  /// Reads the `assess` of a plan.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    self.init()
    let map = try node.mapping()
    try map.allow(["level", "depth", "alpha", "multiplicity", "period", "mature_after"])
    levels = try map["level"]?.words(of: AssessedLevel.self).map(\.rawValue)
    depth = try map["depth"]?.integer(in: 0...1) ?? depth
    alpha = try map["alpha"]?.levelOfSignificance() ?? alpha
    if let node = map["multiplicity"] { multiplicity = try node.word() }
    matureAfter = try map["mature_after"]?.integer(in: 0...3650) ?? matureAfter
    if let node = map["period"] {
      periods = try node.words(of: AssessedPeriod.self).map { $0 == .year ? .year : .quarter }
    }
  }

  /// The region levels that findings can be asked for; `region` is the one level of plain names.
  private enum AssessedLevel: String, CaseIterable {
    case province, prefecture, county, region
  }

  /// The periods that findings can be asked for.
  private enum AssessedPeriod: String, CaseIterable {
    case year, quarter
  }
}

extension YAMLNode {
  /// A text, under the empty tag, or a mapping of language tags to texts.
  func textByLanguage() throws(SpotCheckError) -> [String: String] {
    guard case .mapping = content else { return ["": try text()] }
    var texts: [String: String] = [:]
    for entry in try mapping().entries { texts[entry.name] = try entry.value.text() }
    return texts
  }

  /// One word of a closed set, or a list of them with none twice.
  fileprivate func words<Word: RawRepresentable & CaseIterable & Equatable>(
    of type: Word.Type
  ) throws(SpotCheckError) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for item in try oneOrMore() {
      let word = try item.word(of: type)
      guard !words.contains(word) else { throw item.error(.duplicateKey) }
      words.append(word)
    }
    return words
  }

  /// A level of significance, more than 0 and less than 1.
  fileprivate func levelOfSignificance() throws(SpotCheckError) -> Double {
    let value = try decimal().value
    guard value > 0, value < 1 else { throw error(.expected(.levelOfSignificance)) }
    return value
  }
}
