import Glibc

@testable import SpotCheckStatistics

/// Beta-binomial empirical Bayes.
enum ShrinkageVectors {
  static let methods: [String: VectorMethod] = [
    "computed-eb-beta-binomial": { inputs in
      let passes = try inputs.counts("y")
      let trials = try inputs.counts("n")
      let (mean, variance) = moments(passes, trials)
      let plain = BetaDistribution(mean: mean, variance: variance)
      let shrunken = Shrinkage.shrink(passes: passes, trials: trials, target: 0.96)
      let posteriors = zip(passes, trials).compactMap { counts in
        shrunken.fit?.prior.posterior(passes: counts.0, trials: counts.1)
      }
      return [
        "mm_alpha": JSONValue(plain?.alpha), "mm_beta": JSONValue(plain?.beta),
        "mle_alpha": JSONValue(shrunken.fit?.alpha), "mle_beta": JSONValue(shrunken.fit?.beta),
        "loglik": JSONValue(shrunken.fit?.logLikelihood),
        "posterior_mean": .array(shrunken.cells.map { JSONValue($0?.shrunkenRate) }),
        "lower95": JSONValue(posteriors.map { $0.quantile(0.025) }),
        "upper95": JSONValue(posteriors.map { $0.upperQuantile(0.025) }),
        "pep_below_target": .array(shrunken.cells.map { JSONValue($0?.probabilityBelow) }),
      ]
    },
    "bda-rat-tumours": { inputs in
      let passes = try inputs.counts("y")
      let trials = try inputs.counts("n")
      guard let lastPasses = passes.last, let lastTrials = trials.last else {
        throw VectorInputs.Unreadable(description: "no groups")
      }
      let (mean, variance) = moments(passes.dropLast(), trials.dropLast())
      let prior = BetaDistribution(mean: mean, variance: variance)
      let posterior = prior?.posterior(passes: lastPasses, trials: lastTrials)
      let mode = BetaBinomialFit.posteriorMode(passes: passes, trials: trials)
      return [
        "mom_mean": .number(mean), "mom_sd": .number(variance.squareRoot()),
        "mom_alpha": JSONValue(prior.map { printed($0.alpha) }),
        "mom_beta": JSONValue(prior.map { printed($0.beta) }),
        "post71_mean": JSONValue(posterior?.mean),
        "post71_sd": JSONValue(posterior?.variance.squareRoot()),
        "mode_logratio": JSONValue(mode.map { log($0.alpha / $0.beta) }),
        "mode_logsum": JSONValue(mode.map { log($0.alpha + $0.beta) }),
      ]
    },
  ]

  /// Mean and variance of the plain rates.
  private static func moments(
    _ passes: some Sequence<Int>, _ trials: some Sequence<Int>
  ) -> (mean: Double, variance: Double) {
    let rates = zip(passes, trials).map { Double($0) / Double($1) }
    let mean = rates.reduce(0, +) / Double(rates.count)
    let squares = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(rates.count - 1))
  }

  /// The book prints one decimal.
  private static func printed(_ value: Double) -> Double {
    (value * 10).rounded() / 10
  }
}
