/// Figures of the vector files that are themselves off by more than their tolerance, with the right ones.
enum VectorErrata {
  /// The right figure by case and key, where the file's is off.
  ///
  /// - `computed-year-end-projection` case 2: the file's figure is a sum of exponentials of log-gammas and keeps
  ///   seven digits, 3.370507991817817e-06. Exact rational arithmetic over the same sum, whose shapes are
  ///   whole numbers, gives the one here.
  /// - `computed-samplesize-shortfall` case 2: the file looks no further than 20 units and stops at 645, but at
  ///   672 the power is 0.89924 and so below 0.9 again; from 673 on it never is. The test of
  ///   ``ShortfallSize`` reckons the power at every n up to far beyond.
  /// - `stratallo-box-allocation` case 2: printed with four decimals, 26.6667 and 13.3333, and so off by 1.2e-6
  ///   where 1e-6 is asked. Two strata at their bounds leave 40 of 80 units to two whose A are as 2 to 1.
  static let figures: [String: [String: JSONValue]] = [
    "computed-year-end-projection.json case 2": ["predictive_prob_meet": .number(3.370508305929928e-06)],
    "computed-samplesize-shortfall.json case 2": ["n_stable": .number(673)],
    "stratallo-box-allocation.json case 2": ["x": JSONValue([30, 80.0 / 3, 10, 40.0 / 3])],
  ]
}
