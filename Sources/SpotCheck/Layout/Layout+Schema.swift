public import SpotCheckIngest

extension Layout {
  /// Lowers the layout to what reading needs.
  ///
  /// The cube's dimensions are region, category and programme, then the others, as far as they are asked for by
  /// `dimensions`, the plan, its weights or clusters; the programme is read wherever a file has it, so that programmes
  /// are never pooled unseen. Conditions of the plan on further columns become ``Schema/selections``, in the
  /// order of ``Plan/selections(beyond:)``.
  ///
  /// Where establishments are asked for, so are region, category and credit code where there are columns for
  /// them, and the days of units: see ``Establishments``.
  ///
  /// Built-in headers find region, category, programme, date and result. A sample identifier or an item is read
  /// only where the layout names its column: a guess must not switch on the search for duplicates.
  ///
  /// - Parameters:
  ///   - dimensions: What cells are keyed by: `region`, `category`, `programme`, or columns of the layout;
  ///     `period` stands for the date.
  ///   - plan: The plan whose scopes and strata must be told apart.
  ///   - unit: What a trial is; `nil` leaves it to the layout, then to whether it has an item column.
  ///   - duplicates: Which record of a unit stands; `nil` leaves it to the layout, then to whether it has a
  ///     sample identifier.
  /// - Returns: The schema; its result is always required, its date only where the layout names one.
  /// - Throws: ``SpotCheckError`` when a dimension or condition has no column, when samples or duplicates are
  ///   asked for without an identifier, or when the plan has more than 64 conditions.
  public func schema(
    by dimensions: [String], plan: Plan? = nil, unit: Schema.Unit? = nil,
    duplicates: Schema.DuplicatePolicy? = nil
  ) throws(SpotCheckError) -> Schema {
    var schema = Schema(result: resultSource)
    schema.format = format
    schema.dimensions = try dimensionSources(by: dimensions, plan: plan)
    schema.date = dateSource(of: "date") ?? builtInDate
    schema.revised = dateSource(of: "revised")
    schema.sampleID = fieldSource(of: "sample_id", isIdentifier: true)
    schema.item = fieldSource(of: "item", isIdentifier: false)
    for name in plan?.quantities ?? [] {
      schema.quantities += try levels(of: name, isRequired: true, askedBy: "quantity").prefix(1)
    }
    schema.filters = try valueFilters(filters, askedBy: "where")
    schema.followUps = try valueFilters(followUps, askedBy: "follow_up")
    schema.selections = try selections(of: plan, beyond: schema.dimensions.map(\.name))
    schema.keepsDays = dimensions.contains(Establishments.dimension)
    schema.unit = unit ?? self.unit ?? (schema.item == nil ? .record : .sample)
    schema.duplicates = duplicates ?? self.duplicates ?? (schema.sampleID == nil ? .keep : .last)
    guard schema.sampleID != nil || schema.unit == .record else {
      throw SpotCheckError(.sampleWithoutIdentifier, file: file)
    }
    guard schema.sampleID != nil || schema.duplicates == .keep else {
      throw SpotCheckError(.duplicatesWithoutIdentifier, file: file)
    }
    return schema
  }

  private var resultSource: ResultSource {
    let column = columns["result"]
    let sources = column?.sources ?? Synonyms.source(of: "result", isRequired: true).map { [$0] } ?? []
    return ResultSource(
      fields: sources, rule: column?.condition.map { .passIf($0) } ?? .labels(labels ?? .builtIn))
  }

  private func dateSource(of field: String) -> DateSource? {
    guard let column = columns[field], let source = column.sources.first else { return nil }
    return DateSource(field: source, patterns: column.patterns ?? Synonyms.patterns)
  }

  private var builtInDate: DateSource? {
    Synonyms.source(of: "date", isRequired: false).map {
      DateSource(field: $0, patterns: Synonyms.patterns)
    }
  }

  private func fieldSource(of field: String, isIdentifier: Bool) -> FieldSource? {
    guard var source = columns[field]?.sources.first else { return nil }
    source.isIdentifier = isIdentifier
    return source
  }

  // MARK: Dimensions

  private static let coreDimensions = ["region", "category", "programme"]
  /// Fields that are read as something else than a value to count by.
  private static let readings = ["result", "date", "revised"]

  private func dimensionSources(
    by dimensions: [String], plan: Plan?
  ) throws(SpotCheckError) -> [DimensionSource] {
    var asked = dimensions.filter { $0 != "period" }
    let hasEstablishments = asked.contains(Establishments.dimension)
    if hasEstablishments, columns[Establishments.codeDimension] != nil {
      asked.append(Establishments.codeDimension)
    }
    let strata = plan?.indicators.compactMap(\.weights?.dimension) ?? []
    let clusters = plan?.indicators.compactMap(\.clusters) ?? []
    let scoped = plan?.indicators.flatMap { $0.scope.keys } ?? []
    var sources: [DimensionSource] = []
    for name in Self.coreDimensions {
      let isNamed = (asked + strata + scoped).contains(name)
      guard isNamed || name == "programme" || plan != nil || hasEstablishments else { continue }
      var source = try dimension(name, isRequired: isNamed, askedBy: "--by")
      // What only describes an establishment rejects no record.
      if !isNamed, plan == nil { source.allowsBlank = true }
      sources.append(source)
    }
    for (names, asker) in [(asked, "--by"), (strata, "weights"), (clusters, "clusters")] {
      for name in names where !sources.contains(where: { $0.name == name }) {
        sources.append(try dimension(name, isRequired: true, askedBy: asker))
      }
    }
    return sources
  }

  private func dimension(
    _ name: String, isRequired: Bool, askedBy asker: String
  ) throws(SpotCheckError) -> DimensionSource {
    var source = DimensionSource(
      name: name, levels: try levels(of: name, isRequired: isRequired, askedBy: asker))
    source.allowsBlank = name != "region" && name != "category"
    if name == "programme" { source.groups = groupOfProgramme }
    return source
  }

  /// The columns of a field, outermost level first.
  private func levels(
    of field: String, isRequired: Bool, askedBy asker: String
  ) throws(SpotCheckError) -> [FieldSource] {
    let builtIn =
      Self.coreDimensions.contains(field)
      ? Synonyms.source(of: field, isRequired: isRequired).map { [$0] } : nil
    guard !Self.readings.contains(field), var sources = columns[field]?.sources ?? builtIn else {
      throw SpotCheckError(.dimensionWithoutColumn(askedBy: asker), file: file, text: field)
    }
    if field == "region" || field == "sample_id" {
      for index in sources.indices { sources[index].isIdentifier = true }
    }
    return sources
  }

  /// The programme group of each value that `programmes` lists.
  private var groupOfProgramme: [DimensionKey: DimensionKey] {
    var groups: [DimensionKey: DimensionKey] = [:]
    for (name, values) in programmes {
      for value in values { groups[DimensionKey(levels: [value])] = DimensionKey(levels: [name]) }
    }
    return groups
  }

  // MARK: Conditions

  private func valueFilters(
    _ conditions: [String: [String]], askedBy asker: String
  ) throws(SpotCheckError) -> [ValueFilter] {
    let keys = conditions.mapValues { $0.map { DimensionKey(levels: [$0]) } }
    return try valueFilters(keys, askedBy: asker)
  }

  private func valueFilters(
    _ conditions: [String: [DimensionKey]], askedBy asker: String
  ) throws(SpotCheckError) -> [ValueFilter] {
    var filters: [ValueFilter] = []
    for (field, values) in conditions.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let levels = try levels(of: field, isRequired: true, askedBy: asker)
      let keys = values.map { $0.split(at: levels) }
      filters.append(
        ValueFilter(levels: levels, values: field == "programme" ? keys.flatMap(members) : keys))
    }
    return filters
  }

  /// The values that a programme stands for: those listed under it, or itself.
  private func members(of programme: DimensionKey) -> [DimensionKey] {
    let values = programmes[programme.text] ?? []
    return [programme] + values.map { DimensionKey(levels: [$0]) }
  }

  private func selections(of plan: Plan?, beyond dimensions: [String]) throws(SpotCheckError)
    -> [[ValueFilter]]
  {
    let scopes = plan?.selections(beyond: dimensions) ?? []
    guard scopes.count <= 64 else { throw SpotCheckError(.tooManyConditions(limit: 64), file: file) }
    var selections: [[ValueFilter]] = []
    for scope in scopes { selections.append(try valueFilters(scope, askedBy: "plan")) }
    return selections
  }
}

extension DimensionKey {
  /// A value of a layout or plan as the columns give it: its levels apart where they give levels.
  func split(at levels: [FieldSource]) -> DimensionKey {
    guard depth == 1, levels.count > 1 || levels.contains(where: { $0.separator != nil }) else { return self }
    let parts = bytes.split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
    return parts.isEmpty ? self : DimensionKey(levels: parts)
  }
}
