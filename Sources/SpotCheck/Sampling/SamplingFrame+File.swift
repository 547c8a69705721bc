import SpotCheckIngest
import SpotCheckStatistics

extension SamplingFrame {
  /// Reads a table: `region,category,size`, and as far as there are `unit_cost,minimum,maximum,rate,target`.
  ///
  /// A blank region or category stands for `*`, other blanks for nothing said. Other columns are passed over. A list
  /// of establishments, which has an `id` and no `size`, is counted: ``init(counting:leavingOut:)``.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - followUps: A list of establishments that are left out of those counted.
  /// - Throws: `ingest` where the file cannot be read; `badFrame` with the line of the row; `badDraw` for a list of
  ///   establishments that cannot be drawn from.
  public init(contentsOf path: String, leavingOut followUps: String? = nil) throws(SpotCheckError) {
    if try Self.listsEstablishments(path) {
      try self.init(
        counting: EstablishmentFrame(contentsOf: path, needing: [.region, .category]),
        leavingOut: followUps.map { path throws(SpotCheckError) in try FollowUpList(contentsOf: path) })
      return
    }
    guard followUps == nil else {
      throw SpotCheckError(.badFrame(.missingColumn("id")), file: path, line: 1)
    }
    let rows: [TableRow]
    do {
      rows = try readRows(path: path)
    } catch {
      throw SpotCheckError(error)
    }
    do {
      try self.init(table: rows)
    } catch {
      var located = error
      located.file = path
      throw located
    }
    file = path
  }

  private static func listsEstablishments(_ path: String) throws(SpotCheckError) -> Bool {
    do {
      let header = try sniff(path).header
      return header.contains("id") && !header.contains("size")
    } catch {
      throw SpotCheckError(error)
    }
  }

  /// Reads the rows of a table, its header first.
  init(table: [TableRow]) throws(SpotCheckError) {
    let header = table.first?.fields ?? []
    for name in ["region", "category", "size"] where !header.contains(name) {
      throw SpotCheckError(.badFrame(.missingColumn(name)), line: table.first?.line ?? 1)
    }
    let columns = Columns(
      positions: Dictionary(zip(header, header.indices), uniquingKeysWith: { first, _ in first }))
    var rows: [Row] = []
    var seen: Set<[DimensionKey]> = []
    for tableRow in table.dropFirst() {
      let row = try columns.row(of: tableRow)
      guard seen.insert([DimensionKey(levels: [row.region]), row.category]).inserted else {
        throw SpotCheckError(
          .badFrame(.duplicateRow), line: row.line, text: "\(row.region),\(row.category.text)")
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw SpotCheckError(.badFrame(.noRows), line: table.first?.line ?? 1) }
    self.init(rows)
  }

  /// Where the columns are, by name.
  private struct Columns {
    let positions: [String: Int]

    func row(of row: TableRow) throws(SpotCheckError) -> Row {
      func text(_ name: String) -> String? {
        guard let position = positions[name], position < row.fields.count else { return nil }
        return row.fields[position].isEmpty ? nil : row.fields[position]
      }
      func value<Value>(
        _ name: String, _ problem: SpotCheckError.FrameProblem, _ read: (String) -> Value?
      ) throws(SpotCheckError) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = read(text) else {
          throw SpotCheckError(.badFrame(problem), line: row.line, text: text)
        }
        return value
      }
      let category = text("category").map { $0.split(separator: "/").map(String.init) } ?? ["*"]
      guard let size = try value("size", .badCount("size"), Self.count) else {
        throw SpotCheckError(.badFrame(.badCount("size")), line: row.line, text: "")
      }
      var read = Row(region: text("region") ?? "*", category: DimensionKey(levels: category), size: size)
      read.unitCost = try value("unit_cost", .badCost, Self.cost) ?? 1
      read.minimum = try value("minimum", .badCount("minimum"), Self.count)
      read.maximum = try value("maximum", .badCount("maximum"), Self.count)
      read.rate = try value("rate", .badRate("rate"), Self.fraction)?.value
      read.target = try value("target", .badRate("target"), Self.fraction)
      read.line = row.line
      let most = min(size, read.maximum ?? size)
      if let minimum = read.minimum, minimum > most {
        throw SpotCheckError(.badFrame(.boundsCross(most: most)), line: row.line, text: String(minimum))
      }
      return read
    }

    private static func count(_ text: String) -> Int? {
      Int(text).flatMap { (0...FinitePopulationTest.largestPopulation).contains($0) ? $0 : nil }
    }

    private static func cost(_ text: String) -> Double? {
      DecimalFraction(text).flatMap { $0.digits > 0 ? $0.value : nil }
    }

    private static func fraction(_ text: String) -> DecimalFraction? {
      DecimalFraction(text).flatMap { $0.complement == nil ? nil : $0 }
    }
  }
}
