import SpotCheckIngest

extension RegionTable {
  /// Reads the fields of a file, its header first: `code,name,level,parent[,valid_from,valid_to]`.
  ///
  /// A blank level is told by the zeros of a division code; days are written `yyyy-MM-dd`, both included.
  ///
  /// - Throws: `badRegionTable` with the line where a column is missing or a row cannot be read.
  public init(fields: [[String]]) throws(SpotCheckError) {
    let header = fields.first ?? []
    func column(_ name: String) throws(SpotCheckError) -> Int {
      guard let column = header.firstIndex(of: name) else {
        throw SpotCheckError(.badRegionTable(.missingColumn(name)), line: 1)
      }
      return column
    }
    let columns = try (
      code: column("code"), name: column("name"), level: column("level"), parent: column("parent")
    )
    let (validFrom, validTo) = (header.firstIndex(of: "valid_from"), header.firstIndex(of: "valid_to"))
    var rows: [Row] = []
    for (offset, record) in fields.dropFirst().enumerated() {
      let line = offset + 2
      func text(_ column: Int) -> String? {
        column < record.count && !record[column].isEmpty ? record[column] : nil
      }
      func day(_ column: Int?) throws(SpotCheckError) -> CalendarDate? {
        guard let text = column.flatMap(text) else { return nil }
        guard let date = CalendarDate(iso8601: text) else {
          throw SpotCheckError(.badRegionTable(.badDate), line: line, text: text)
        }
        return date
      }
      guard let code = text(columns.code) else {
        throw SpotCheckError(.badRegionTable(.blankField("code")), line: line)
      }
      guard let name = text(columns.name) else {
        throw SpotCheckError(.badRegionTable(.blankField("name")), line: line, text: code)
      }
      let level = text(columns.level) ?? RegionCode(code)?.level ?? RegionHierarchy.plainLevel
      var row = Row(code: code, name: name, level: level, parent: text(columns.parent))
      row.validFrom = try day(validFrom)
      row.validTo = try day(validTo)
      if let first = row.validFrom, let last = row.validTo, last < first {
        throw SpotCheckError(.badRegionTable(.badDate), line: line, text: last.iso8601)
      }
      rows.append(row)
    }
    try self.init(rows: rows)
  }
}
