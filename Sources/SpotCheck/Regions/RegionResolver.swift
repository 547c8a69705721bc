import SpotCheckIngest

/// Tells which region a key of the data means in a month.
struct RegionResolver {
  let table: RegionTable?
  let aliases: [DimensionKey: String]
  /// The levels of the deepest key in the data.
  let depth: Int

  /// What a key means.
  struct Resolution: Equatable {
    /// The regions from the outermost to the one meant, at least one.
    var path: [RegionHierarchy.Region]
    /// The code that the table lacks, where the path ends at its nearest ancestor.
    var unknownCode: String?
    /// Whether the path's last region is the very one the key names.
    var isExact = true
  }

  /// The region a key means: by code, else full name within its parent, else alias.
  ///
  /// A division code without a row belongs to its nearest ancestor in the table; without a table, or an
  /// ancestor in it, codes nest by their digits. Anything else is a region of its own.
  func resolve(_ key: DimensionKey, in month: Month?) -> Resolution {
    var found = Resolution(path: [])
    var parent: String?
    for (position, level) in key.levels.enumerated() {
      let alias = aliases[DimensionKey(levels: [level])]
      if let row = row(of: level, within: parent, in: month)
        ?? alias.flatMap({ row(of: $0, within: nil, in: month) })
      {
        found = Resolution(path: path(to: row, in: month))
        parent = row.code
      } else if let code = RegionCode(level) ?? alias.flatMap({ RegionCode($0) }) {
        found = nested(code, in: month)
        parent = found.path.last?.code
      } else {
        found.path.append(
          RegionHierarchy.Region(
            code: (found.path.last.map { $0.code + "/" } ?? "") + (alias ?? level), name: nil,
            level: plainLevel(at: position)))
      }
    }
    return found
  }

  /// The regions from the outermost to that of a row.
  func path(to row: RegionTable.Row, in month: Month?) -> [RegionHierarchy.Region] {
    let rows = [row] + (table?.ancestry(of: row, in: month) ?? [])
    return rows.reversed().map { .init(code: $0.code, name: $0.name, level: $0.level) }
  }

  private func row(of text: String, within parent: String?, in month: Month?) -> RegionTable.Row? {
    table?.row(code: text, in: month) ?? table?.row(name: text, within: parent, in: month)
  }

  private func nested(_ code: RegionCode, in month: Month?) -> Resolution {
    if let table, let row = code.ancestors.lazy.compactMap({ table.row(code: $0.text, in: month) }).first {
      return Resolution(path: path(to: row, in: month), unknownCode: code.text, isExact: false)
    }
    let path = (code.ancestors.reversed() + [code]).map {
      RegionHierarchy.Region(code: $0.text, name: nil, level: $0.level)
    }
    return Resolution(path: path, unknownCode: table == nil ? nil : code.text)
  }

  /// Three columns are province, prefecture and county; any other number has no names of its own.
  private func plainLevel(at position: Int) -> String {
    switch depth {
    case 1: RegionHierarchy.plainLevel
    case 3 where position < 3: ["province", "prefecture", "county"][position]
    default: "level\(position + 1)"
    }
  }
}
