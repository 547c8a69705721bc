/// The landings of many cells' ladders, each reached once.
struct BetaLandings {
  /// Ladders with targets ascending.
  private let ladders: [BetaLadder]
  /// The greatest n, plus 1: each ladder has so many rows.
  private let rowCount: Int
  private let rows: [Row]
  private let rungs: [BetaLadder.Rung]

  /// The cells of one target and n.
  private struct Row {
    var least = Int.max
    var greatest = Int.min
    /// The place of landing 0, whether or not there is one.
    var origin = 0
  }

  /// One element for the tails of each cell; the three arrays are of one length, with each k in 0…n.
  ///
  /// Where cells of one target and n are many, they share landings, on all processors. An element depends on its own
  /// cell alone, and is the same to the last digit however it was reached.
  static func map<Element: Sendable>(
    alpha: Double, beta: Double, passes: [Int], trials: [Int], targets: [Double],
    _ element: @Sendable (Int, BetaLadder.Tails) -> Element
  ) -> [Element] {
    precondition(zip(passes, trials).allSatisfy { 0 <= $0 && $0 <= $1 }, "passes are not in 0…trials")
    if let shared = BetaLandings(alpha, beta, passes, trials, targets) {
      return Array(cells: passes.count, share: 1 << 10) { range in
        let starts = range.map { shared.start(passes[$0], of: trials[$0], at: targets[$0]) }
        return zip(range, starts).map { cell, start in
          element(cell, start.ladder.tails(passes[cell], of: trials[cell], from: start.landing))
        }
      }
    }
    return Array(cells: passes.count) { cell in
      let ladder = BetaLadder(alpha: alpha, beta: beta, target: Target(targets[cell]))
      return element(cell, ladder.tails(passes[cell], of: trials[cell]))
    }
  }

  /// Climbs the flights; `nil` where there would be more of them than pays, for cells that have little in common.
  private init?(_ alpha: Double, _ beta: Double, _ passes: [Int], _ trials: [Int], _ targets: [Double]) {
    let ladders = Self.distinct(targets).map { BetaLadder(alpha: alpha, beta: beta, target: Target($0)) }
    guard let greatest = trials.max(), greatest < passes.count / ladders.count else { return nil }
    let rowCount = greatest + 1
    var rows = [Row](repeating: Row(), count: ladders.count * rowCount)
    for cell in passes.indices {
      let row = Self.place(targets[cell], in: ladders) * rowCount + trials[cell]
      rows[row].least = min(rows[row].least, passes[cell])
      rows[row].greatest = max(rows[row].greatest, passes[cell])
    }
    let perFlight = BetaLadder.landingsPerFlight
    var flights: [(row: Int, flight: Int)] = []
    for row in rows.indices where rows[row].least <= rows[row].greatest {
      let (ladder, n) = (ladders[row / rowCount], row % rowCount)
      let first = ladder.landing(before: rows[row].least, of: n) / perFlight
      let last = ladder.landing(before: rows[row].greatest, of: n) / perFlight
      guard flights.count + (last - first) < passes.count / 2 else { return nil }
      rows[row].origin = (flights.count - first) * perFlight
      flights += (first...last).map { (row, $0) }
    }
    let wanted = flights
    rungs = Array(cells: flights.count * perFlight, share: perFlight << 8) { range in
      wanted[range.lowerBound / perFlight..<range.upperBound / perFlight].flatMap { row, flight in
        ladders[row / rowCount].landings(ofFlight: flight, of: row % rowCount)
      }
    }
    (self.ladders, self.rowCount, self.rows) = (ladders, rowCount, rows)
  }

  /// Where the climb to a cell starts.
  ///
  /// A share's starts are fetched before its first climb, since they lie far apart in memory.
  private func start(
    _ passes: Int, of trials: Int, at target: Double
  ) -> (ladder: BetaLadder, landing: BetaLadder.Rung) {
    let place = Self.place(target, in: ladders)
    let ladder = ladders[place]
    let origin = rows[place * rowCount + trials].origin
    return (ladder, rungs[origin + ladder.landing(before: passes, of: trials)])
  }

  private static func distinct(_ targets: [Double]) -> [Double] {
    var distinct: Set<Double> = []
    var last = Double.nan
    for target in targets where target != last {
      distinct.insert(target)
      last = target
    }
    return distinct.sorted()
  }

  /// Where the ladder of a target stands.
  private static func place(_ target: Double, in ladders: [BetaLadder]) -> Int {
    var (first, last) = (0, ladders.count - 1)
    while first < last {
      let middle = (first + last) / 2
      if ladders[middle].target.rate < target { first = middle + 1 } else { last = middle }
    }
    return first
  }
}
