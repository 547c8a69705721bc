/// How much of a clean table another one has.
struct Recovery {
  private(set) var headers = 0
  private(set) var files = 0
  private(set) var records = 0
  private(set) var ofRecords = 0
  private(set) var cells = 0
  private(set) var ofCells = 0

  /// Compares what was read from a file with its clean table.
  ///
  /// Records are aligned by their longest common subsequence; of those without a partner, as many as stand
  /// between two aligned ones on both sides are compared cell by cell. A record or cell too many counts as one
  /// that was not recovered.
  mutating func add(header: [String]?, records found: [[String]], of file: Corpus.File) {
    files += 1
    headers += header == file.header ? 1 : 0
    let expected = file.records
    let pairs = Self.commonPairs(expected, found)
    records += pairs.count
    ofRecords += max(expected.count, found.count)
    ofCells += max(expected.reduce(0) { $0 + $1.count }, found.reduce(0) { $0 + $1.count })
    var last = (-1, -1)
    for pair in pairs + [(expected.count, found.count)] {
      for (left, right) in zip(expected[(last.0 + 1)..<pair.0], found[(last.1 + 1)..<pair.1]) {
        cells += zip(left, right).count { $0 == $1 }
      }
      if pair.0 < expected.count { cells += expected[pair.0].count }
      last = pair
    }
  }

  /// The shares of headers, records and cells.
  var shares: (headers: Double, records: Double, cells: Double) {
    func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
    return (share(headers, of: files), share(records, of: ofRecords), share(cells, of: ofCells))
  }

  /// Positions of a longest common subsequence.
  private static func commonPairs(_ left: [[String]], _ right: [[String]]) -> [(Int, Int)] {
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        lengths[row][column] =
          left[row] == right[column]
          ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[row + 1][column] >= lengths[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
