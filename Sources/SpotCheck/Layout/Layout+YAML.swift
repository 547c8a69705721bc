import SpotCheckIngest

extension Layout {
  /// Reads a layout file.
  ///
  /// - Throws: ``SpotCheckError`` when the file cannot be read or is no layout, with line and column.
  public init(contentsOf path: String) throws(SpotCheckError) {
    let file = try SettingsFile(contentsOf: path)
    try self.init(yaml: file.text, file: path)
  }

  /// Reads a layout from its text; paths within it are relative to `file`.
  ///
  /// - Throws: ``SpotCheckError`` with line and column where the text is no layout.
  public init(yaml: String, file: String) throws(SpotCheckError) {
    self.init()
    self.file = file
    sha256 = SettingsFile.sha256(of: Array(yaml.utf8))
    let root = try YAMLNode.compose(yaml, file: file).mapping()
    try root.allow([
      "version", "input", "columns", "labels", "programmes", "regions", "where", "follow_up", "unit",
      "duplicates",
    ])
    _ = try root["version"]?.word(of: SettingsVersion.self)
    if let node = root["input"] { format = try FormatHints(node) }
    if let node = root["columns"] { columns = try Self.columns(node) }
    if let node = root["labels"] { labels = try LabelSet(node) }
    if let node = root["programmes"] { programmes = try Self.programmes(node) }
    if let node = root["regions"] { regions = try RegionSettings(node) }
    if let node = root["where"] { filters = try Self.values(node) }
    if let node = root["follow_up"] { followUps = try Self.values(node) }
    unit = try root["unit"]?.word()
    duplicates = try root["duplicates"]?.word()
  }

  /// Fields and the values they may have.
  private static func values(_ node: YAMLNode) throws(SpotCheckError) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for entry in try node.mapping().entries {
      values[entry.name] = try entry.value.oneOrMoreTexts()
    }
    return values
  }

  private static func programmes(_ node: YAMLNode) throws(SpotCheckError) -> [String: [String]] {
    var groups: [String: [String]] = [:]
    var groupOfValue: [[UInt8]: String] = [:]
    for entry in try node.mapping().entries {
      let name = try entry.key.foldedText()
      for item in try entry.value.oneOrMore() {
        let value = try item.foldedText()
        if let other = groupOfValue.updateValue(name, forKey: Array(value.utf8)), other != name {
          throw item.error(.programmeInTwoGroups(other, name), text: value)
        }
        groups[name, default: []].append(value)
      }
    }
    return groups
  }
}

/// The versions of layouts and plans that can be read.
enum SettingsVersion: String, CaseIterable {
  case one = "1"
}

extension Layout.RegionSettings {
  /// Reads the `regions` of a layout.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    self.init()
    let map = try node.mapping()
    try map.allow(["file", "level", "aliases", "strict"])
    file = try map["file"].map { (path) throws(SpotCheckError) in
      SettingsFile.resolve(try path.path(), relativeTo: node.file)
    }
    level = try map["level"]?.word(of: DivisionLevel.self).rawValue
    for entry in try map["aliases"]?.mapping().entries ?? [] {
      aliases[try entry.key.foldedText()] = try entry.value.foldedText()
    }
    isStrict = try map["strict"]?.truth() ?? false
  }
}

/// The levels of administrative divisions.
enum DivisionLevel: String, CaseIterable {
  case province, prefecture, county
}

extension LabelSet {
  /// Reads the `labels` of a layout; lists not given are empty.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    let map = try node.mapping()
    try map.allow(["pass", "fail", "ignore"])
    var listOfLabel: [[UInt8]: String] = [:]
    var lists: [String: [String]] = [:]
    for entry in map.entries {
      for item in try entry.value.oneOrMore() {
        let mayBeBlank = entry.name == "ignore"
        let label = mayBeBlank ? TextFolding.fold(try item.text()) : try item.foldedText()
        if let other = listOfLabel.updateValue(entry.name, forKey: Array(label.utf8)), other != entry.name {
          throw item.error(.labelInTwoLists(other, entry.name), text: label)
        }
        lists[entry.name, default: []].append(label)
      }
    }
    self.init(pass: lists["pass"] ?? [], fail: lists["fail"] ?? [], ignore: lists["ignore"] ?? [])
  }
}
