import Glibc
import Testing

@testable import SpotCheckStatistics

struct BetaLadderTests {
  /// Counts at every turn of a ladder of n trials: its ends, its feet, and the middle for x.
  private static func counts(of n: Int, x: Double) -> [Int] {
    let middle = Int(Double(n) * x)
    let turns = [0, 127, 128, n / 3, n / 2, middle - 40, middle, middle + 40, n - 127, n]
    return turns.flatMap { [$0 - 1, $0, $0 + 1] }.filter { 0 <= $0 && $0 <= n }
  }

  /// What a probability may be off by, relative: Boost is, by up to 3e-13 at 10,000 trials; and a large logarithm
  /// loses its last digits first.
  private static func tolerance(_ probability: Double) -> Double { 1e-15 * (400 - log(probability)) }

  #if arch(x86_64)
    /// P(X ≤ k) and P(X ≥ k) for all k, in extended precision, from terms relative to the greatest.
    private static func sums(_ n: Int, _ target: Target) -> (atMost: [Float80], atLeast: [Float80]) {
      let isRare = target.rate < target.complement
      let x = isRare ? Float80(target.rate) : 1 - Float80(target.complement)
      let y = isRare ? 1 - Float80(target.rate) : Float80(target.complement)
      var terms = [Float80](repeating: 1, count: n + 1)
      let mode = min(n, Int(Double(n + 1) * target.rate))
      for k in mode..<n { terms[k + 1] = terms[k] * Float80(n - k) * x / (Float80(k + 1) * y) }
      for k in (0..<mode).reversed() { terms[k] = terms[k + 1] * Float80(k + 1) * y / (Float80(n - k) * x) }
      let total = terms.reduce(0, +)
      func running(_ terms: some Sequence<Float80>) -> [Float80] {
        var sum: Float80 = 0
        return terms.map { term in
          sum += term
          return sum / total
        }
      }
      return (running(terms), running(terms.reversed()).reversed())
    }

    @Test(arguments: [1, 2, 50, 127, 128, 129, 1_000, 10_000], [1e-12, 1e-6, 0.3, 0.5, 0.96, 0.999_999])
    func tailsAreTheSumsOfTheirTerms(n: Int, x: Double) {
      let ladder = BetaLadder(alpha: 0, beta: 1, target: Target(x))
      let expected = Self.sums(n, ladder.target)
      for k in Self.counts(of: n, x: x) {
        let tails = ladder.tails(k, of: n)
        for (found, sum) in [
          (tails.atMost, Double(expected.atMost[k])), (tails.atLeast, Double(expected.atLeast[k])),
        ] where sum > 1e-280 {
          #expect(found.isNear(sum, within: Self.tolerance(sum)), "\(k): \(found), not \(sum)")
        }
      }
    }
  #endif

  @Test(arguments: [(0.3, 0.2), (0.01, 3), (48, 2), (960, 40)], [0.001, 0.5, 0.96])
  func posteriorsAreThoseOfBoost(prior: (alpha: Double, beta: Double), x: Double) {
    let ladder = BetaLadder(alpha: prior.alpha, beta: prior.beta, target: Target(x))
    for n in [0, 1, 60, 300, 9_999] {
      for k in Self.counts(of: n, x: x) {
        let (a, b) = (prior.alpha + Double(k), prior.beta + Double(n - k))
        let posterior =
          x < 0.5
          ? SpecialFunctions.incompleteBeta(x, a: a, b: b)
          : SpecialFunctions.incompleteBetaComplement(ladder.target.complement, a: b, b: a)
        let found = ladder.tails(k, of: n).atLeast
        // Boost itself has lost digits below.
        guard posterior > 1e-280 else { continue }
        #expect(
          found.isNear(posterior, within: Self.tolerance(posterior)),
          "\(k) of \(n): \(found), \(posterior)")
      }
    }
  }

  /// Far from the middle neighbours differ by powers of ten, and whole flights underflow.
  @Test(arguments: [250, 1_000, 100_000]) func whereAFootUnderflowsEachRungIsItsOwn(n: Int) {
    let ladder = BetaLadder(alpha: 0, beta: 1, target: Target(0.96))
    let tails = (0..<min(n, 600)).map { ladder.tails($0, of: n).atMost }
    #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 <= $1 })
    for (k, tail) in tails.enumerated() {
      let expected = SpecialFunctions.incompleteBeta(0.04, a: Double(n - k), b: Double(k) + 1)
      #expect(expected < 1e-270 ? tail < 1.01e-270 : tail.isNear(expected, within: 3e-12), "\(k): \(tail)")
    }
  }

  @Test func aTailIsNeverBeyondOne() {
    for n in 1...300 {
      let ladder = BetaLadder(alpha: 0, beta: 1, target: Target(0.5))
      for tails in (0...n).map({ ladder.tails($0, of: n) }) {
        #expect((0...1).contains(tails.atMost) && (0...1).contains(tails.atLeast))
      }
    }
  }
}
