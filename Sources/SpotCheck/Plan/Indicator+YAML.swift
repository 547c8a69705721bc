import SpotCheckIngest
import SpotCheckStatistics

extension Indicator {
  /// Reads one of a plan's `indicators`, and the tables it names.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    let map = try node.mapping()
    try map.allow([
      "id", "title", "where", "measure", "target", "source", "comparison", "path", "weights", "responsible",
      "overrides", "pool_programmes", "population", "planned", "clusters",
    ])
    try Self.refuseConflicts(in: map)
    self.init(id: try map.required("id").foldedText())
    title = try map["title"]?.textByLanguage() ?? [:]
    scope = try map["where"].map { (node) throws(SpotCheckError) in try Self.scope(node) } ?? [:]
    if let node = map["measure"] { measure = try node.wordOrLater(["mean", "share"]) }
    if let node = map["comparison"] { comparison = try node.word() }
    targets = try map["target"]?.targets() ?? [:]
    for entry in try map["source"]?.mapping().entries ?? [] {
      sources[try entry.key.year()] = try entry.value.foldedText()
    }
    interpolatesTargets = try map["path"]?.word(of: TargetPath.self) == .linear
    weights = try map["weights"].map { (node) throws(SpotCheckError) in try Weights(node) }
    for item in try map["responsible"]?.oneOrMore() ?? [] { responsible.append(try item.foldedText()) }
    overrides = try map["overrides"].map { (node) throws(SpotCheckError) in try Self.overrides(node) } ?? []
    poolsProgrammes = try map["pool_programmes"]?.truth() ?? false
    population = try map["population"].map { (node) throws(SpotCheckError) in
      try PlanFigures(node, of: .counts)
    }
    planned = try map["planned"].map { (node) throws(SpotCheckError) in try PlanFigures(node, of: .counts) }
    clusters = try map["clusters"]?.foldedText()
  }

  /// Refuses keys that say how a rate is judged in two ways.
  private static func refuseConflicts(in map: YAMLMapping) throws(SpotCheckError) {
    let comparison = try map["comparison"]?.text()
    if comparison == Comparison.all.rawValue || comparison == Comparison.rising.rawValue,
      let comparison, let node = map["target"]
    {
      throw node.error(.keysConflict("comparison: \(comparison)", "target"), text: "target")
    }
    if comparison == Comparison.rising.rawValue {
      for key in ["measure", "overrides", "path", "planned"] {
        guard let node = map[key] else { continue }
        let text = key == "measure" ? try node.text() : nil
        guard text != Measure.passRate.rawValue else { continue }
        throw node.error(.keysConflict("comparison: rising", key), text: key)
      }
    }
    let bases = ["weights", "population", "clusters"].filter { map[$0] != nil }
    let first = comparison == Comparison.rising.rawValue ? "comparison: rising" : bases.first
    let second = comparison == Comparison.rising.rawValue ? bases.first : bases.dropFirst().first
    if let first, let second, let node = map[second] {
      throw node.error(.keysConflict(first, second), text: second)
    }
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
    try map.allow(["by", "values", "file", "min_covered"])
    if let file = map["file"] {
      guard map["values"] == nil else { throw file.error(.keysConflict("values", "file"), text: "file") }
      let by: FigureDimension = try map.required("by").word()
      self.init(
        dimension: by.rawValue,
        figures: try PlanFigures(file: file, of: by == .region ? .weightsOfRegions : .weightsOfCategories))
      minimumCovered = try map["min_covered"]?.share() ?? minimumCovered
      return
    }
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

  /// The columns that a file of weights has strata of.
  private enum FigureDimension: String, CaseIterable {
    case region, category
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
