/// How the rate of a finding and its evidence were computed.
public enum Estimator: String, Sendable, CaseIterable {
  /// Exact binomial tests of a plain rate.
  case exactBinomial = "exact_binomial"
  /// The gamma method for a rate weighted by strata (Fay & Feuer 1997).
  case weightedGamma = "weighted_gamma"
  /// Exact hypergeometric tests, where the population is known.
  case exactHypergeometric = "exact_hypergeometric"
  /// Beta tails at the effective size of a clustered sample (Korn & Graubard 1998).
  case clusteredBeta = "clustered_beta"
  /// The exact test of strata that two years have in common (Mantel & Haenszel 1959; Gart 1970).
  case stratifiedExact = "stratified_exact"
}
