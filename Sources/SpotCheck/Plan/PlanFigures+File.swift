import SpotCheckIngest
import SpotCheckStatistics

extension PlanFigures {
  /// What the figures of a file must be.
  enum Kind {
    /// Whole numbers of units, at most ``FinitePopulationTest/largestPopulation``.
    case counts
    /// Decimals above 0, one for each category.
    case weightsOfCategories
    /// Decimals above 0, one for each region, in all categories.
    case weightsOfRegions
  }

  /// Reads the table that a mapping names: `{ file: population.csv }`, relative to the plan.
  init(_ node: YAMLNode, of kind: Kind) throws(SpotCheckError) {
    let map = try node.mapping(.nonEmptyMapping)
    try map.allow(["file"])
    try self.init(file: try map.required("file"), of: kind)
  }

  /// Reads the table at a path that stands in a plan.
  init(file node: YAMLNode, of kind: Kind) throws(SpotCheckError) {
    let file = SettingsFile.resolve(try node.path(), relativeTo: node.file)
    let fields: [[String]]
    do {
      fields = try readTable(path: file)
    } catch {
      throw SpotCheckError(error)
    }
    do {
      try self.init(fields: fields, of: kind)
    } catch {
      var located = error
      located.file = file
      throw located
    }
    self.file = file
  }

  /// Reads the fields of a table, its header first: `region,category,year,value`.
  ///
  /// A blank or `*` stands for the whole, for all categories, or for every year; a column other than `value`
  /// may be left out.
  ///
  /// - Throws: `badFigures` with the line of the row.
  init(fields: [[String]], of kind: Kind) throws(SpotCheckError) {
    let header = fields.first ?? []
    guard let valueColumn = header.firstIndex(of: "value") else {
      throw SpotCheckError(.badFigures(.missingColumn("value")), line: 1)
    }
    let columns = ["region", "category", "year"].map { header.firstIndex(of: $0) }
    var rows: [Row] = []
    var seen: Set<[DimensionKey?]> = []
    for (offset, record) in fields.dropFirst().enumerated() {
      func text(_ column: Int?) -> String? {
        guard let column, column < record.count, !record[column].isEmpty, record[column] != "*" else {
          return nil
        }
        return record[column]
      }
      func error(_ problem: SpotCheckError.FiguresProblem, _ text: String?) -> SpotCheckError {
        SpotCheckError(.badFigures(problem), line: offset + 2, text: text)
      }
      let key = columns.map { column in text(column).map { DimensionKey(levels: [$0]) } }
      guard seen.insert(key).inserted else {
        throw error(.duplicateRow, record.prefix(3).joined(separator: ","))
      }
      let year = text(columns[2])
      guard year == nil || Self.year(year) != nil else { throw error(.badYear, year) }
      if case .weightsOfCategories = kind, key[1] == nil { throw error(.needsCategory, text(columns[0])) }
      if case .weightsOfRegions = kind, key[1] != nil { throw error(.needsNoCategory, key[1]?.text) }
      guard let value = text(valueColumn).flatMap({ DecimalFraction($0) }), Self.admits(value, kind) else {
        throw error(.badValue(isCount: kind == .counts), text(valueColumn))
      }
      rows.append(
        Row(region: text(columns[0]), category: key[1], year: Self.year(year), value: value))
    }
    self.init(rows)
  }

  private static func year(_ text: String?) -> Int? {
    text.flatMap { text in
      text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
  }

  private static func admits(_ value: DecimalFraction, _ kind: Kind) -> Bool {
    switch kind {
    case .counts: value.places == 0 && value.digits <= FinitePopulationTest.largestPopulation
    case .weightsOfCategories, .weightsOfRegions: value.digits > 0
    }
  }
}
