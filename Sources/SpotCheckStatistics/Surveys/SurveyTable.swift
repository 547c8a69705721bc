/// The weighted shares of a two-way table, and the influences of the sampled rows on what is made of them.
struct SurveyTable {
  private let first: [Int]
  private let second: [Int]
  /// Weights that sum to 1.
  private let weights: [Double]
  /// p_ij, row after row.
  private let shares: [Double]
  private let firstShares: [Double]
  private let secondShares: [Double]

  init(_ first: [Int], _ firstCount: Int, _ second: [Int], _ secondCount: Int, weights: [Double]) {
    var shares = [Double](repeating: 0, count: firstCount * secondCount)
    var firstShares = [Double](repeating: 0, count: firstCount)
    var secondShares = [Double](repeating: 0, count: secondCount)
    for row in weights.indices {
      shares[first[row] * secondCount + second[row]] += weights[row]
      firstShares[first[row]] += weights[row]
      secondShares[second[row]] += weights[row]
    }
    (self.first, self.second, self.weights) = (first, second, weights)
    (self.shares, self.firstShares, self.secondShares) = (shares, firstShares, secondShares)
  }

  var margins: [Double] { firstShares + secondShares }

  /// Σ (p_ij − p_i·p_·j)²/(p_i·p_·j).
  var pearson: Double {
    cells.reduce(0) { sum, cell in
      let expected = firstShares[cell.i] * secondShares[cell.j]
      let miss = share(cell) - expected
      return sum + miss * miss / expected
    }
  }

  /// p_ij − p_i·p_·j of all cells but the last row and column.
  var residuals: [Double] {
    inner.map { share($0) - firstShares[$0.i] * secondShares[$0.j] }
  }

  /// The influence of each sampled row on ``residuals`` as totals, N̂_ij − N̂_i·N̂_·j/N̂.
  var residualInfluences: Matrix {
    influences { row, cell in
      let (isFirst, isSecond) = (first[row] == cell.i, second[row] == cell.j)
      return ((isFirst ? 1 : 0) - firstShares[cell.i]) * ((isSecond ? 1 : 0) - secondShares[cell.j])
    }
  }

  /// The influence of each sampled row on Σ_ij c_ij p̂_ij/p_ij, for the interaction contrasts c.
  var contrasts: Matrix {
    influences { row, contrast in
      let own = Cell(i: first[row], j: second[row])
      let mean = cells.reduce(0) { share($1) > 0 ? $0 + coefficient(contrast, $1) : $0 }
      return coefficient(contrast, own) / share(own) - mean
    }
  }

  /// The covariance of the same under simple random sampling, times n: Σ_ij c_ij c′_ij / p_ij.
  var simpleCovariance: Matrix {
    let elements = inner.flatMap { one in
      inner.map { other in
        cells.reduce(0) {
          share($1) > 0 ? $0 + coefficient(one, $1) * coefficient(other, $1) / share($1) : $0
        }
      }
    }
    return Matrix(unchecked: elements, rows: inner.count, columns: inner.count)
  }

  private struct Cell {
    let i: Int
    let j: Int
  }

  private var cells: [Cell] {
    firstShares.indices.flatMap { i in secondShares.indices.map { Cell(i: i, j: $0) } }
  }

  private var inner: [Cell] {
    cells.filter { $0.i < firstShares.count - 1 && $0.j < secondShares.count - 1 }
  }

  private func share(_ cell: Cell) -> Double { shares[cell.i * secondShares.count + cell.j] }

  /// (δ_ii′ − 1/rows)(δ_jj′ − 1/columns): orthogonal to the rows and to the columns of the table.
  private func coefficient(_ contrast: Cell, _ cell: Cell) -> Double {
    ((contrast.i == cell.i ? 1 : 0) - 1 / Double(firstShares.count))
      * ((contrast.j == cell.j ? 1 : 0) - 1 / Double(secondShares.count))
  }

  private func influences(_ value: (Int, Cell) -> Double) -> Matrix {
    let contrasts = inner
    let elements = weights.indices.flatMap { row in
      contrasts.map { weights[row] == 0 ? 0 : weights[row] * value(row, $0) }
    }
    return Matrix(unchecked: elements, rows: weights.count, columns: contrasts.count)
  }
}
