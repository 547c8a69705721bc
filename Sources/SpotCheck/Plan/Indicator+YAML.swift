import SpotCheckIngest
import SpotCheckStatistics

extension Indicator {
  /// Reads one of a plan's `indicators`; what comes with a later version is refused.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    let map = try node.mapping()
    try map.refuse(["population", "planned", "cluster", "clusters"])
    try map.allow([
      "id", "title", "where", "measure", "target", "source", "comparison", "path", "weights", "responsible",
      "overrides", "pool_programmes",
    ])
    self.init(id: try map.required("id").foldedText())
    title = try map["title"]?.textByLanguage() ?? [:]
    scope = try map["where"].map { (node) throws(SpotCheckError) in try Self.scope(node) } ?? [:]
    if let node = map["measure"] { measure = try node.wordOrLater(["mean", "share"]) }
    if let node = map["comparison"] { comparison = try node.wordOrLater(["rising"]) }
    if let node = map["target"] {
      guard comparison != .all else {
        throw node.error(.keysConflict("comparison: all", "target"), text: "target")
      }
      targets = try node.targets()
    }
    for entry in try map["source"]?.mapping().entries ?? [] {
      sources[try entry.key.year()] = try entry.value.foldedText()
    }
    interpolatesTargets = try map["path"]?.word(of: TargetPath.self) == .linear
    weights = try map["weights"].map { (node) throws(SpotCheckError) in try Weights(node) }
    for item in try map["responsible"]?.oneOrMore() ?? [] { responsible.append(try item.foldedText()) }
    overrides = try map["overrides"].map { (node) throws(SpotCheckError) in try Self.overrides(node) } ?? []
    poolsProgrammes = try map["pool_programmes"]?.truth() ?? false
  }

  /// Columns and the values they may have; a value is one level until the plan is resolved for a schema.
  private static func scope(_ node: YAMLNode) throws(SpotCheckError) -> [String: [DimensionKey]] {
    var scope: [String: [DimensionKey]] = [:]
    for entry in try node.mapping().entries {
      scope[try entry.key.foldedText()] = try entry.value.oneOrMoreTexts().map { DimensionKey(levels: [$0]) }
    }
    return scope
  }

  private static func overrides(_ node: YAMLNode) throws(SpotCheckError) -> [TargetOverride] {
    var overrides: [TargetOverride] = []
    var regions: Set<String> = []
    for item in try node.list() {
      let map = try item.mapping()
      try map.allow(["region", "target"])
      let node = try map.required("region")
      let region = try node.foldedText()
      guard regions.insert(region).inserted else { throw node.error(.duplicateKey) }
      overrides.append(TargetOverride(region: region, targets: try map.required("target").targets()))
    }
    return overrides
  }

  /// How targets of years between two others come about.
  private enum TargetPath: String, CaseIterable {
    case linear
  }
}

extension Indicator.Weights {
  /// Reads the `weights` of an indicator.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    let map = try node.mapping(.nonEmptyMapping)
    try map.refuse(["file"])
    try map.allow(["by", "values", "min_covered"])
    var values: [DimensionKey: DecimalFraction] = [:]
    for entry in try map.required("values").mapping(.nonEmptyMapping).entries {
      let weight = try entry.value.decimal()
      guard weight.digits > 0 else { throw entry.value.error(.expected(.positiveDecimal)) }
      let key = DimensionKey(levels: [try entry.key.foldedText()])
      guard values.updateValue(weight, forKey: key) == nil else { throw entry.key.error(.duplicateKey) }
    }
    self.init(dimension: try map.required("by").foldedText(), values: values)
    minimumCovered = try map["min_covered"]?.share() ?? minimumCovered
  }
}

extension YAMLNode {
  /// Targets by year.
  fileprivate func targets() throws(SpotCheckError) -> [Int: DecimalFraction] {
    if case .scalar = content {
      throw error(.expected(.targetsByYear(example: "{ 2025: \(try share()) }")))
    }
    var targets: [Int: DecimalFraction] = [:]
    for entry in try mapping().entries { targets[try entry.key.year()] = try entry.value.share() }
    return targets
  }

  /// A word of a closed set; those still to be built are refused as such.
  fileprivate func wordOrLater<Word: RawRepresentable & CaseIterable>(
    _ later: [String]
  ) throws(SpotCheckError) -> Word where Word.RawValue == String {
    guard !later.contains(try text()) else { throw error(.comesLater) }
    return try word()
  }
}
