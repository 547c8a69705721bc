/// Pass rates of regions × categories, row-major, with what is needed to weigh categories into one rate.
///
/// Row r, column c stands at r · columns + c. A cell without trials is missing, not zero: it takes no part
/// in a weighted rate, and the weight it would have had is reported.
public struct RateMatrix: Hashable, Sendable {
  /// The number of rows: regions.
  public let rows: Int
  /// The number of columns: categories.
  public let columns: Int
  /// R, the rate of each cell; 0 where missing.
  public let rates: [Double]
  /// V, the variance of each rate, p̂(1 − p̂)/(n − 1), ¼ for a single trial; 0 where missing.
  public let variances: [Double]
  /// 1 where a cell has trials, 0 where it is missing.
  public let presence: [Double]

  /// Weighted rates by row, as ``weighted(by:)`` makes them.
  public struct WeightedRows: Hashable, Sendable {
    /// (R·w) / (P·w) for each row; `nil` where it has no weight in cells with trials.
    public let rates: [Double?]
    /// (V·w²) / (P·w)² for each row; `nil` like the rate.
    public let variances: [Double?]
    /// The share of the weight that lies in cells with trials, 0…1.
    public let weightCovered: [Double]
  }

  /// Makes the matrix from counts in row-major order.
  ///
  /// - Parameters:
  ///   - passes: k of each cell.
  ///   - trials: n of each cell, k ≤ n.
  ///   - rows: Regions, at least 0.
  ///   - columns: Categories, at least 0.
  public init(passes: [Int], trials: [Int], rows: Int, columns: Int) {
    precondition(
      rows >= 0 && columns >= 0 && rows <= Int(Int32.max) && columns <= Int(Int32.max)
        && passes.count == rows * columns && trials.count == passes.count,
      "\(passes.count) and \(trials.count) counts do not fill \(rows) × \(columns) cells")
    self.rows = rows
    self.columns = columns
    self.rates = trials.indices.map { trials[$0] > 0 ? Double(passes[$0]) / Double(trials[$0]) : 0 }
    self.variances = trials.indices.map {
      trials[$0] > 0 ? WeightedRate.variance(passes: passes[$0], trials: trials[$0]) : 0
    }
    self.presence = trials.map { $0 > 0 ? 1 : 0 }
  }

  /// The weighted rate of every row: R·w and V·w² by `dgemv`, scaled to the weight present.
  ///
  /// - Parameter weights: One weight a column, at least 0; they need not sum to 1.
  /// - Returns: The rates with their variances and the weight they cover.
  public func weighted(by weights: [Double]) -> WeightedRows {
    precondition(weights.count == columns, "\(weights.count) weights for \(columns) columns")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is finite and at least 0")
    let total = weights.reduce(0, +)
    let sums = product(rates, weights)
    let spreads = product(variances, weights.map { $0 * $0 })
    let present = product(presence, weights)
    return WeightedRows(
      rates: zip(sums, present).map { $1 > 0 ? min(1, $0 / $1) : nil },
      variances: zip(spreads, present).map { $1 > 0 ? $0 / ($1 * $1) : nil },
      weightCovered: present.map { total > 0 ? min(1, $0 / total) : 0 })
  }

  /// matrix · vector, a value a row; both fit by the shapes of this matrix.
  private func product(_ elements: [Double], _ vector: [Double]) -> [Double] {
    let matrix = Matrix(unchecked: elements, rows: rows, columns: columns)
    return LinearAlgebra.multiply(matrix, .asStored, vector, height: rows)
  }
}
