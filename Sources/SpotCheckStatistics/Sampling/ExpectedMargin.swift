extension BinomialInterval {
  /// Half the width of the Wilson interval that n units are to be expected to have at a rate p.
  ///
  /// Units drawn from N without replacement count as n(N − 1)/(N − n); a census leaves no margin. Unlike
  /// z √(p(1 − p)/n) it stays true where p is near 1 and n small.
  ///
  /// - Parameters:
  ///   - units: n, at least 0.
  ///   - rate: p, 0…1.
  ///   - population: N, at least `units`; `nil` where it is without end.
  ///   - confidence: Strictly between 0 and 1.
  /// - Returns: A proportion; `nil` without units.
  public static func expectedMargin(
    units: Int, rate: Double, population: Int? = nil, confidence: Double = 0.95
  ) -> Double? {
    precondition((0...1).contains(rate) && units >= 0 && population ?? units >= units, "no such sample")
    guard units > 0 else { return nil }
    var effective = Double(units)
    if let population {
      guard units < population else { return 0 }
      effective *= Double(population - 1) / Double(population - units)
    }
    let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
    let interval = wilson(passes: rate * effective, trials: effective, z: z)
    return (interval.upper - interval.lower) / 2
  }
}
