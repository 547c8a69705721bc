public import SpotCheckIngest

/// A table of regions: codes with their names, levels and parents, each valid for a span of days.
public struct RegionTable: Sendable, Equatable {
  /// The rows, in the table's order.
  public let rows: [Row]
  private let rowsByCode: [DimensionKey: [Int]]
  private let rowsByName: [DimensionKey: [Int]]

  /// One region over the days it is so.
  public struct Row: Sendable, Equatable {
    /// The region's code.
    public var code: String
    /// Its full name.
    public var name: String
    /// Its level, such as `prefecture`.
    public var level: String
    /// The code of the region it lies in; `nil` at the top.
    public var parent: String?
    /// The first day the row holds; `nil` for always.
    public var validFrom: CalendarDate?
    /// The last day the row holds; `nil` for ever.
    public var validTo: CalendarDate?

    /// Creates a row that holds at all times.
    public init(code: String, name: String, level: String, parent: String?) {
      self.code = code
      self.name = name
      self.level = level
      self.parent = parent
    }

    /// Whether the row holds on a day of `month`; without a month whether it has no end.
    func holds(in month: Month?) -> Bool {
      guard let month else { return validTo == nil }
      return (validFrom.map { $0.month <= month } ?? true) && (validTo.map { month <= $0.month } ?? true)
    }
  }

  /// Creates a table.
  ///
  /// Rows whose parent is `nil` and whose code is a six-digit division code lie in the nearest code of the
  /// table that its digits nest in. A row's line is its position from 2, below the header.
  ///
  /// - Throws: `badRegionTable` for an unknown parent, a circle, or a code that stands twice for one day.
  public init(rows: [Row]) throws(SpotCheckError) {
    self.rows = rows
    var byCode: [DimensionKey: [Int]] = [:]
    var byName: [DimensionKey: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      let key = DimensionKey(levels: [row.code])
      if byCode[key, default: []].contains(where: { rows[$0].overlaps(row) }) {
        throw SpotCheckError(.badRegionTable(.duplicateCode), line: index + 2, text: row.code)
      }
      byCode[key, default: []].append(index)
      byName[DimensionKey(levels: [row.name]), default: []].append(index)
    }
    self.rowsByCode = byCode
    self.rowsByName = byName
    for (index, row) in rows.enumerated() {
      if let parent = row.parent, byCode[DimensionKey(levels: [parent])] == nil {
        throw SpotCheckError(.badRegionTable(.unknownParent), line: index + 2, text: parent)
      }
      guard hasFiniteAncestry(row) else {
        throw SpotCheckError(.badRegionTable(.cycle), line: index + 2, text: row.code)
      }
    }
  }

  /// Whether any row begins or ends.
  var isDated: Bool { rows.contains { $0.validFrom != nil || $0.validTo != nil } }

  /// The row of a code in a month, the later one where the code changes within it.
  func row(code: String, in month: Month?) -> Row? {
    latest(rowsByCode[DimensionKey(levels: [code])] ?? []) { $0.holds(in: month) }
  }

  /// The row of a full name in a month, within the region `parent` where one is given.
  ///
  /// - Returns: `nil` where no region bears the name, or several do.
  func row(name: String, within parent: String?, in month: Month?) -> Row? {
    let candidates = (rowsByName[DimensionKey(levels: [name])] ?? []).filter { index in
      rows[index].holds(in: month)
        && (parent.map { code in ancestry(of: rows[index], in: month).contains { $0.code == code } } ?? true)
    }
    let codes = Set(candidates.map { DimensionKey(levels: [rows[$0].code]) })
    return codes.count == 1 ? latest(candidates) { _ in true } : nil
  }

  /// The regions a row lies in, nearest first.
  func ancestry(of row: Row, in month: Month?) -> [Row] {
    var found: [Row] = []
    var current = row
    while let next = parent(of: current, in: month), found.count < rows.count {
      found.append(next)
      current = next
    }
    return found
  }

  private func parent(of row: Row, in month: Month?) -> Row? {
    if let parent = row.parent {
      return self.row(code: parent, in: month)
        ?? latest(rowsByCode[DimensionKey(levels: [parent])] ?? []) { _ in true }
    }
    guard let code = RegionCode(row.code) else { return nil }
    return code.ancestors.lazy.compactMap { self.row(code: $0.text, in: month) }.first
  }

  private func latest(_ indices: [Int], where holds: (Row) -> Bool) -> Row? {
    indices.map { rows[$0] }.filter(holds)
      .max { ($0.validFrom?.dayNumber ?? .min) < ($1.validFrom?.dayNumber ?? .min) }
  }

  /// Whether no way from parent to parent, at whatever times these hold, leads back to the row.
  private func hasFiniteAncestry(_ row: Row) -> Bool {
    let start = DimensionKey(levels: [row.code])
    var waiting = [start]
    var seen: Set<DimensionKey> = []
    while let key = waiting.popLast() {
      for index in rowsByCode[key] ?? [] {
        let nested = RegionCode(rows[index].code)?.ancestors.map(\.text) ?? []
        for parent in rows[index].parent.map({ [$0] }) ?? nested {
          let key = DimensionKey(levels: [parent])
          if key == start { return false }
          if seen.insert(key).inserted { waiting.append(key) }
        }
      }
    }
    return true
  }
}

extension RegionTable.Row {
  fileprivate func overlaps(_ other: RegionTable.Row) -> Bool {
    (validFrom?.dayNumber ?? .min) <= (other.validTo?.dayNumber ?? .max)
      && (other.validFrom?.dayNumber ?? .min) <= (validTo?.dayNumber ?? .max)
  }
}
