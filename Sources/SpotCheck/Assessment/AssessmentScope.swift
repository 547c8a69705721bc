import SpotCheckIngest

/// Which cells of a survey an indicator covers, and the categories it is assessed in.
struct AssessmentScope {
  /// The indicator's own category, then those directly below it, ascending by bytes.
  let categories: [String]
  /// The keys of the categories below the own one; the blank of a file without the column is none.
  let keys: [DimensionKey]
  /// For each cell of the cube the number of its category below the own one in ``categories``, 0 for
  /// none; `nil` for a cell that the indicator does not cover.
  let slots: [Int32?]
  /// The programme where the indicator names one.
  let programme: String?
  /// What the plan names and the data lacks.
  let warnings: [Warning]

  /// Finds the cells.
  ///
  /// - Throws: `programmesPooled` where the cells are of several programmes and the indicator neither
  ///   names them nor pools them.
  init(of indicator: Indicator, of plan: Plan, in survey: Survey) throws(SpotCheckError) {
    var warnings: [Warning] = []
    let isCovered = Self.coverage(of: indicator, of: plan, in: survey, warnings: &warnings)
    let covered = isCovered.indices.filter { isCovered[$0] }
    let programmes = Set(covered.map { survey.cellProgrammes[$0] })
    let named = indicator.scope["programme"]
    guard named != nil || indicator.poolsProgrammes || programmes.count < 2 else {
      throw SpotCheckError(
        .programmesPooled(
          indicator: indicator.id, programmes: programmes.sorted().map { survey.programmes[Int($0)] }))
    }

    let own = indicator.scope["category"] ?? []
    let belowOf =
      plan.assessment.depth == 0
      ? survey.categories.keys.map { _ in nil }
      : survey.categories.keys.indices.map {
        Self.categoryBelow(own, node: Int32($0), in: survey.categories)
      }
    let below = Set(covered.compactMap { belowOf[Int(survey.cellCategories[$0])] })
      .filter { !survey.categories.keys[Int($0)].bytes.isEmpty }
      .sorted { survey.categories.keys[Int($0)] < survey.categories.keys[Int($1)] }
    let slotOf = Dictionary(
      below.enumerated().map { ($1, Int32($0 + 1)) }, uniquingKeysWith: { first, _ in first })

    self.keys = below.map { survey.categories.keys[Int($0)] }
    self.categories = [own.isEmpty ? "*" : own.map(\.text).joined(separator: " + ")] + keys.map(\.text)
    self.slots = isCovered.indices.map { cell in
      isCovered[cell] ? belowOf[Int(survey.cellCategories[cell])].flatMap { slotOf[$0] } ?? 0 : nil
    }
    self.programme = named?.count == 1 ? named?.first?.text : nil
    self.warnings = warnings
  }

  /// Whether the indicator covers each cell: by the keys of the cube's dimensions, and for other columns by
  /// the selection that its condition on them became.
  private static func coverage(
    of indicator: Indicator, of plan: Plan, in survey: Survey, warnings: inout [Warning]
  ) -> [Bool] {
    let cube = survey.ingested.cube
    let dimensions = cube.dimensions.map(\.name)
    var isCovered = [Bool](repeating: true, count: cube.cells.count)
    let condition = indicator.scope(beyond: dimensions)
    if let bit = plan.selections(beyond: dimensions).firstIndex(of: condition) {
      isCovered = cube.cells.map { $0.selections & (1 << UInt64(bit)) != 0 }
      if !isCovered.contains(true) {
        warnings += condition.sorted { $0.key < $1.key }.flatMap { column, values in
          values.map { absent(column, $0.text, indicator) }
        }
      }
    }
    for (dimension, name) in dimensions.enumerated() {
      guard let values = indicator.scope[name] else { continue }
      let matching = values.map { survey.keys(of: dimension, within: $0) }
      for (value, keys) in zip(values, matching) where !keys.contains(true) {
        warnings.append(absent(name, value.text, indicator))
      }
      let matches = cube.dimensions[dimension].keys.indices.map { key in matching.contains { $0[key] } }
      for (index, cell) in cube.cells.enumerated() where !matches[Int(cell.ids[dimension])] {
        isCovered[index] = false
      }
    }
    return isCovered
  }

  /// The category directly below the own one that a category lies in.
  ///
  /// Below everything lie the outermost categories, below one category its children, and below several
  /// those themselves.
  private static func categoryBelow(
    _ own: [DimensionKey], node: Int32, in categories: SurveyCategories
  ) -> Int32? {
    guard node != 0 else { return nil }
    if own.isEmpty { return categories.tree.lifted(node, to: 1) }
    let key = categories.keys[Int(node)]
    guard let ancestor = own.first(where: { key.isWithin($0) }) else { return nil }
    let depth = Int32(ancestor.depth) + (own.count == 1 ? 1 : 0)
    return categories.tree.depths[Int(node)] < depth ? nil : categories.tree.lifted(node, to: depth)
  }

  private static func absent(_ column: String, _ value: String, _ indicator: Indicator) -> Warning {
    switch column {
    case "region": .planRegionAbsent(indicator: indicator.id, region: value)
    case "category": .planCategoryAbsent(indicator: indicator.id, category: value)
    default: .planValueAbsent(indicator: indicator.id, column: column, value: value)
    }
  }
}

extension Survey {
  /// For each key of a dimension, whether it is, or lies in, what a plan means by `value`.
  func keys(of dimension: Int, within value: DimensionKey) -> [Bool] {
    let keys = ingested.cube.dimensions[dimension]
    let meant = keys.name == "region" ? regions.region(named: value.text) : nil
    return keys.keys.indices.map { key in
      keys.keys[key].isWithin(value)
        || meant.map { regions.ancestry(of: countedRegions[key]).contains($0) } ?? false
    }
  }
}
