/// The design of a model with factors, kept as levels instead of columns of noughts and ones.
///
/// Columns are: the intercept; then, term by term, one for each level of a factor but its first
/// (treatment contrasts, the first level being the reference), or one for a covariate. A row has as many
/// entries as there are terms and one, so that X′WX takes O(cells · terms²), whatever the number of levels.
public struct FactorDesign: Hashable, Sendable, LogisticDesign {
  /// One part of the linear predictor.
  public enum Term: Hashable, Sendable {
    /// The level of each cell, 0..<`count`; level 0 is the reference, and there are 2¹⁵ − 1 at most.
    case factor(levels: [Int], count: Int)
    /// A number for each cell.
    case covariate([Double])
  }

  /// The number of cells: rows of X.
  public let cells: Int
  /// The number of columns of X.
  public let columns: Int
  /// Entries in a row of X.
  private let width: Int
  /// The column of each entry, row after row; a reference level has the spare column after the last.
  private let places: [Int32]
  /// The value of each entry.
  private let values: [Double]

  /// Makes the design.
  ///
  /// - Parameters:
  ///   - cells: The number of cells.
  ///   - terms: The terms, each with one value a cell; none leaves the intercept alone.
  /// - Throws: ``ModelError/level(cell:term:)``, or a shape that does not fit.
  public init(cells: Int, terms: [Term]) throws(ModelError) {
    var starts: [Int] = []
    var columns = 1
    for (number, term) in terms.enumerated() {
      starts.append(columns)
      switch term {
      case .factor(let levels, let count):
        guard levels.count == cells else { throw .algebra(.shape(expected: cells, found: levels.count)) }
        if let cell = levels.firstIndex(where: { $0 < 0 || $0 >= count }) {
          throw .level(cell: cell, term: number)
        }
        guard count <= Int(Int16.max) else { throw .algebra(.side(count)) }
        columns += max(0, count - 1)
      case .covariate(let numbers):
        guard numbers.count == cells else { throw .algebra(.shape(expected: cells, found: numbers.count)) }
        guard numbers.allSatisfy(\.isFinite) else { throw .algebra(.notFinite) }
        columns += 1
      }
    }
    var places: [Int32] = []
    var values: [Double] = []
    places.reserveCapacity(cells * (terms.count + 1))
    values.reserveCapacity(cells * (terms.count + 1))
    for cell in 0..<cells {
      places.append(0)
      values.append(1)
      for (term, start) in zip(terms, starts) {
        switch term {
        case .factor(let levels, _):
          places.append(Int32(levels[cell] == 0 ? columns : start + levels[cell] - 1))
          values.append(1)
        case .covariate(let numbers):
          places.append(Int32(start))
          values.append(numbers[cell])
        }
      }
    }
    self.cells = cells
    self.columns = columns
    self.width = terms.count + 1
    self.places = places
    self.values = values
  }

  /// One row of X, in full.
  public func row(_ cell: Int) -> [Double] {
    var row = [Double](repeating: 0, count: columns + 1)
    for entry in cell * width..<(cell + 1) * width { row[Int(places[entry])] = values[entry] }
    return Array(row.dropLast())
  }

  var extents: [Double] {
    var extents = [Double](repeating: 0, count: columns + 1)
    for (place, value) in zip(places, values) {
      extents[Int(place)] = max(extents[Int(place)], value.magnitude)
    }
    return Array(extents.dropLast())
  }

  func predictor(_ coefficients: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard coefficients.count == columns else { throw .shape(expected: columns, found: coefficients.count) }
    let padded = coefficients + [0]
    return (0..<cells).map { cell in
      var sum = 0.0
      for entry in cell * width..<(cell + 1) * width { sum += padded[Int(places[entry])] * values[entry] }
      return sum
    }
  }

  func score(_ residuals: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard residuals.count == cells else { throw .shape(expected: cells, found: residuals.count) }
    var sums = [Double](repeating: 0, count: columns + 1)
    for cell in 0..<cells {
      for entry in cell * width..<(cell + 1) * width {
        sums[Int(places[entry])] += residuals[cell] * values[entry]
      }
    }
    return Array(sums.dropLast())
  }

  func information(_ weights: [Double]) throws(LinearAlgebraError) -> Matrix {
    guard weights.count == cells else { throw .shape(expected: cells, found: weights.count) }
    let side = columns + 1
    var sums = [Double](repeating: 0, count: side * side)
    for cell in 0..<cells {
      let entries = cell * width..<(cell + 1) * width
      for first in entries {
        let start = Int(places[first]) * side
        let weighted = weights[cell] * values[first]
        for second in first..<entries.upperBound {
          sums[start + Int(places[second])] += weighted * values[second]
        }
      }
    }
    let table = Matrix(unchecked: sums, rows: side, columns: side)
    let upper = (0..<columns).flatMap { table[row: $0].dropLast() }
    return LinearAlgebra.mirrored(upper, columns)
  }
}
