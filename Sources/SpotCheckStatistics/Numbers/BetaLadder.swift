import CSpotCheckBoostMath
import Glibc

/// The incomplete beta functions U(k) = I_x(α + k, β + n − k) for k passes of n trials.
///
/// Along one n, U falls from each k to the next by the rung that a ladder has there:
///
///     U(k) − U(k + 1) = T(k) = xᵃ (1 − x)ᵇ⁻¹ / (a B(a, b)),   a = α + k, b = β + n − k
///     T(k + 1) / T(k) = x (b − 1) / ((1 − x) (a + 1))
///
/// (DLMF 8.17.20). With α = 0 and β = 1, U(k) is P(X ≥ k) and T(k) is P(X = k) of a binomial X; with the shapes
/// of a prior, U(k) is the posterior probability of a rate below x. At the foot of each flight of
/// ``flightLength`` rungs Boost gives U, or 1 − U where k is low, and Loader's deviances give T. Flights are climbed
/// toward the middle, where k is what x makes of n: what is added is positive, and the tail that may be small keeps
/// its digits.
struct BetaLadder {
  /// α, at least 0.
  let alpha: Double
  /// β, above 0.
  let beta: Double
  /// x, with 1 − x.
  let target: Target

  /// The rungs of a flight.
  static let flightLength = 128
  /// The rungs from one landing to the next.
  static let landingSpacing = 16
  /// The landings of a flight, its foot among them.
  static let landingsPerFlight = flightLength / landingSpacing

  /// What there is at one k.
  struct Rung {
    /// 1 − U(k) where the flight leads up, U(k) where it leads down.
    var tail: Double
    /// T(k).
    var height: Double
  }

  /// Both tails at one k.
  struct Tails {
    /// U(k).
    let atLeast: Double
    /// 1 − U(k + 1), and 1 at n.
    let atMost: Double
  }

  /// The landing before k, counted along the flights of n trials: those of low k come first, and lead up.
  func landing(before passes: Int, of trials: Int) -> Int {
    let isLow = isLow(passes, of: trials)
    let block = passes / Self.flightLength
    let rungs = (passes - foot(block, of: trials, isLow: isLow)).magnitude
    return (isLow ? block : block + 1) * Self.landingsPerFlight + Int(rungs) / Self.landingSpacing
  }

  /// The rungs at the landings of a flight.
  func landings(ofFlight flight: Int, of trials: Int) -> [Rung] {
    let isLow = isLow(flight * Self.flightLength, of: trials)
    var passes = foot(isLow ? flight : flight - 1, of: trials, isLow: isLow)
    var rung = rung(passes, of: trials, isLow: isLow)
    return (0..<Self.landingsPerFlight).map { landing in
      if landing > 0, rung.height >= Self.faint {
        climb(&rung, at: &passes, of: trials, by: Self.landingSpacing, isLow: isLow)
      }
      return rung
    }
  }

  /// The tails at k.
  func tails(_ passes: Int, of trials: Int) -> Tails {
    let (flight, landing) = landing(before: passes, of: trials)
      .quotientAndRemainder(dividingBy: Self.landingsPerFlight)
    return tails(passes, of: trials, from: landings(ofFlight: flight, of: trials)[landing])
  }

  /// The tails at k, climbed to from the landing before it.
  func tails(_ passes: Int, of trials: Int, from landing: Rung) -> Tails {
    let isLow = isLow(passes, of: trials)
    var rung = landing
    if rung.height < Self.faint {
      rung = self.rung(passes, of: trials, isLow: isLow)
    } else {
      let foot = foot(passes / Self.flightLength, of: trials, isLow: isLow)
      let steps = Int((passes - foot).magnitude) % Self.landingSpacing
      var reached = isLow ? passes - steps : passes + steps
      climb(&rung, at: &reached, of: trials, by: steps, isLow: isLow)
    }
    let atMost = isLow ? rung.tail + rung.height : 1 - (rung.tail - rung.height)
    return Tails(
      atLeast: isLow ? 1 - rung.tail : rung.tail, atMost: passes < trials ? min(1, atMost) : 1)
  }

  /// The height of a foot that may have lost digits to underflow, and is not climbed from.
  private static let faint = 1e-280

  private func isLow(_ passes: Int, of trials: Int) -> Bool {
    alpha + Double(passes) < target.rate * (alpha + beta + Double(trials))
  }

  /// Where the flight of a block of ``flightLength`` counts begins.
  private func foot(_ block: Int, of trials: Int, isLow: Bool) -> Int {
    isLow ? block * Self.flightLength : min((block + 1) * Self.flightLength - 1, trials)
  }

  /// The rung at k by Boost.
  private func rung(_ passes: Int, of trials: Int, isLow: Bool) -> Rung {
    let (a, b) = shapes(passes, of: trials)
    let (x, y) = (target.rate, target.complement)
    func above(_ a: Double, _ b: Double) -> Double { a > 0 ? spotcheck_beta_above(a, b, x, y) : 0 }
    func below(_ a: Double, _ b: Double) -> Double { a > 0 ? spotcheck_beta_below(a, b, x, y) : 1 }
    // Where a neighbour is certain, the difference from it is a power, which Boost has to the last digit.
    let height =
      if b == 1 {
        below(a, b)
      } else if a == 0 {
        above(1, b - 1)
      } else if a < 1 || b < 2 {
        spotcheck_beta_density(a + 1, b, x, y) / (a + b)
      } else {
        exp(BinomialDistribution.logDensity(passes: a, failures: b - 1, p: x, q: y))
      }
    return Rung(tail: isLow ? above(a, b) : below(a, b), height: height)
  }

  /// Moves a rung on by some steps.
  private func climb(_ rung: inout Rung, at passes: inout Int, of trials: Int, by steps: Int, isLow: Bool) {
    var (a, b) = shapes(passes, of: trials)
    if isLow {
      let odds = target.rate / target.complement
      for _ in 0..<steps {
        rung.tail += rung.height
        (a, b) = (a + 1, b - 1)
        rung.height *= odds * b / a
      }
      passes += steps
    } else {
      let odds = target.complement / target.rate
      for _ in 0..<steps {
        rung.height *= odds * a / b
        rung.tail += rung.height
        (a, b) = (a - 1, b + 1)
      }
      passes -= steps
    }
  }

  private func shapes(_ passes: Int, of trials: Int) -> (a: Double, b: Double) {
    (alpha + Double(passes), beta + Double(trials - passes))
  }
}
