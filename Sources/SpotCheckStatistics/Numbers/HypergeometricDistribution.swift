import Glibc

/// The number of marked units among n drawn without replacement from N, of which D are marked.
///
/// Boost.Math takes more than a millisecond for a tail where N is near 100,000, too long for thousands of
/// strata; here a tail costs as many multiplications as it has terms that matter.
struct HypergeometricDistribution {
  let population: Int
  let marked: Int
  let drawn: Int

  /// P(X ≥ k): the terms from k on where these fall, else what those below leave of 1.
  func probability(atLeast k: Int) -> Double {
    let support = max(0, drawn - (population - marked))...min(drawn, marked)
    if k <= support.lowerBound { return 1 }
    if k > support.upperBound { return 0 }
    let mode = Double(drawn + 1) * Double(marked + 1) / Double(population + 2)
    return Double(k) > mode
      ? min(1, sum(from: k, up: true, to: support.upperBound))
      : max(0, 1 - sum(from: k - 1, up: false, to: support.lowerBound))
  }

  /// The sum of P(X = k), P(X = k ± 1) and so on, as long as they matter.
  private func sum(from first: Int, up isUp: Bool, to last: Int) -> Double {
    var term = exp(logProbability(of: first))
    var sum = term
    var k = first
    while k != last, term > sum * 1e-17 {
      if isUp {
        term *= ratio(after: k)
        k += 1
      } else {
        k -= 1
        term /= ratio(after: k)
      }
      sum += term
    }
    return sum
  }

  /// P(X = k + 1)/P(X = k).
  private func ratio(after k: Int) -> Double {
    let others = population - marked - drawn + k + 1
    return Double(marked - k) / Double(k + 1) * (Double(drawn - k) / Double(others))
  }

  /// log P(X = k) within the support, by three binomial probabilities, which keep their digits (Loader 2000).
  private func logProbability(of k: Int) -> Double {
    guard drawn < population else { return 0 }
    let p = Double(drawn) / Double(population)
    let q = Double(population - drawn) / Double(population)
    func log(_ k: Int, of trials: Int) -> Double {
      BinomialDistribution(trials: trials, p: p, q: q).logProbability(of: k)
    }
    return log(k, of: marked) + log(drawn - k, of: population - marked) - log(drawn, of: population)
  }
}
