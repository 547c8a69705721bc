extension RankInterval {
  /// The grade among equal parts of `count` ranks, 1 the best, that every rank of the interval lies in.
  ///
  /// Rank r of m lies in part 1 + ⌊(r − 1) · parts / m⌋.
  ///
  /// - Parameters:
  ///   - count: m, the units ranked, at least ``worst``.
  ///   - parts: How many grades there are, at least 1.
  /// - Returns: `nil` where a cut-off lies inside the interval: the grade is undecided (待定).
  public func grade(among count: Int, parts: Int) -> Int? {
    precondition(count >= worst && parts >= 1, "rank \(worst) among \(count) in \(parts) parts")
    let grade = 1 + (best - 1) * parts / count
    return grade == 1 + (worst - 1) * parts / count ? grade : nil
  }
}
