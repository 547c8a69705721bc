import SpotCheckIngest

/// How many establishments to draw in each region and category, as `spotcheck sample allocate` writes it.
public struct DrawAllocation: Sendable {
  /// The file.
  public let path: String
  /// SHA-256 of the file's bytes.
  public let sha256: String
  /// The rows, in the file's order.
  let rows: [Row]
  private let rowOfKey: [[DimensionKey]: Int]

  /// What is drawn in a region and category.
  struct Row: Sendable, Equatable {
    var region: String
    var category: String
    var count: Int
    var line: Int
  }

  /// What stands for every region, or every category.
  static let whole = "*"

  /// Reads an allocation: CSV with the columns region, category and n.
  ///
  /// - Throws: `badDraw` where a column is missing, n is no whole number, or a region and category stand twice.
  public init(
    contentsOf path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SpotCheckError) {
    let columns = try DrawColumn.read(path, DrawColumn.allocation, isCancelled: isCancelled)
    let texts = (0...2).map { columns.texts(of: $0, in: 0..<columns.count) }
    var rows: [Row] = []
    var rowOfKey: [[DimensionKey]: Int] = [:]
    for record in 0..<columns.count {
      let line = Int(columns.lines[record])
      guard let count = Int(texts[2][record]), count >= 0 else {
        throw SpotCheckError(.badDraw(.badNumber), file: path, line: line, text: texts[2][record])
      }
      let row = Row(region: texts[0][record], category: texts[1][record], count: count, line: line)
      guard rowOfKey.updateValue(rows.count, forKey: Self.key(row.region, row.category)) == nil else {
        throw SpotCheckError(
          .badDraw(.rowTwice), file: path, line: line, text: "\(row.region)/\(row.category)")
      }
      rows.append(row)
    }
    self.rows = rows
    self.rowOfKey = rowOfKey
    self.path = path
    sha256 = try DrawColumn.sha256(of: path)
  }

  /// The position of the row a region and category fall in: their own, else the nearest above it.
  ///
  /// A category lies in the categories whose path begins its own, a division code in those its digits nest in,
  /// everything in `*`. A row for the region itself comes before rows for regions above it.
  func row(region: String, category: String) -> Int? {
    let regions = [region] + (RegionCode(region)?.ancestors.map(\.text) ?? []) + [Self.whole]
    let levels = category.split(separator: "/", omittingEmptySubsequences: false)
    let categories =
      (0..<levels.count).map { levels.dropLast($0).joined(separator: "/") } + [Self.whole]
    for region in regions {
      for category in categories {
        if let row = rowOfKey[Self.key(region, category)] { return row }
      }
    }
    return nil
  }

  private static func key(_ region: String, _ category: String) -> [DimensionKey] {
    [DimensionKey(levels: [region]), DimensionKey(levels: [category])]
  }
}
