import Testing

@testable import SpotCheckStatistics

struct BetaLandingsTests {
  /// Many cells of few n share landings; as many of as many n do not, and so those of one cell alone.
  @Test(arguments: [1, 40, 3_000, 1_000_000_000], [[0.96], [0.985, 0.96, 1, 0.5, 0]])
  func sharedOrNotTailsAreTheSameToTheLastDigit(greatest: Int, targets: [Double]) {
    var random = SeededGenerator(seed: 7)
    let trials = (0..<20_000).map { _ in Int.random(in: 0...greatest, using: &random) }
    let passes = trials.map { $0 - Int.random(in: 0...$0 / 10, using: &random) }
    let ofCells = trials.indices.map { targets[$0 % targets.count] }
    let found = BetaLandings.map(alpha: 0.5, beta: 2, passes: passes, trials: trials, targets: ofCells) {
      [Double($0), $1.atLeast, $1.atMost]
    }
    for cell in trials.indices {
      let ladder = BetaLadder(alpha: 0.5, beta: 2, target: Target(ofCells[cell]))
      let tails = ladder.tails(passes[cell], of: trials[cell])
      #expect(found[cell] == [Double(cell), tails.atLeast, tails.atMost])
    }
  }

  /// Two cells far apart on one n are not worth the flights between them.
  @Test func cellsWithLittleInCommonAreClimbedAlone() {
    let trials = (0..<2_000).map { $0 < 1_000 ? 1_000 : 900 }
    let passes = trials.indices.map { $0 % 2 == 0 ? 0 : trials[$0] }
    let targets = trials.map { _ in 0.9 }
    let found = BetaLandings.map(alpha: 0, beta: 1, passes: passes, trials: trials, targets: targets) {
      $1.atLeast
    }
    #expect(found.allSatisfy { $0 == found[0] || $0 == found[1] || $0 == found[1_001] })
  }

  @Test func noCellsHaveNoTails() {
    #expect(
      BetaLandings.map(alpha: 0, beta: 1, passes: [], trials: [], targets: []) { cell, _ in cell }.isEmpty)
  }
}
