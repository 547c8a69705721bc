/// How many cells have each count above 0, so that a sum over cells is a sum over distinct counts.
struct CountTable {
  /// The distinct counts, with the cells that have each.
  private let entries: [(count: Double, cells: Double)]
  /// The cells with a count above 0.
  let cells: Double

  /// Sorts counts, each at least 0, into a table.
  ///
  /// - Complexity: O(counts), plus O(d log d) for d distinct counts beyond eight times their number.
  init(_ counts: some Collection<Int>) {
    var small = [Int](repeating: 0, count: min(8 * counts.count, counts.max() ?? 0) + 1)
    var large: [Int: Int] = [:]
    for count in counts {
      if count < small.count {
        small[count] += 1
      } else {
        large[count, default: 0] += 1
      }
    }
    let present = small.indices.dropFirst().filter { small[$0] > 0 }.map { ($0, small[$0]) }
    entries = (present + large.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      .map { (Double($0.0), Double($0.1)) }
    cells = entries.reduce(0) { $0 + $1.cells }
  }

  /// Σ f(count) over the cells with a count above 0.
  ///
  /// - Complexity: O(distinct counts).
  func sum(_ function: (Double) -> Double) -> Double {
    entries.reduce(0) { $0 + $1.cells * function($1.count) }
  }
}
