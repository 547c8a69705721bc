/// Exact counts at one position of a survey.
struct SurveyTally: Equatable {
  var position: Position
  var trials: Int
  var passes: Int

  /// Numbers of a region or place, a category, a period or month, and whatever else is kept apart.
  struct Position: Hashable, Comparable {
    var region: Int32 = 0
    var category: Int32 = 0
    var period: Int32 = 0
    var other: Int32 = 0

    static func < (left: Position, right: Position) -> Bool {
      if left.region != right.region { return left.region < right.region }
      if left.category != right.category { return left.category < right.category }
      if left.period != right.period { return left.period < right.period }
      return left.other < right.other
    }
  }
}

extension Array where Element == SurveyTally {
  /// The tallies ascending by position, each position once with the sum of its counts.
  ///
  /// - Complexity: O(n log n).
  func merged() -> [SurveyTally] {
    var sums: [SurveyTally] = []
    for tally in sorted(by: { $0.position < $1.position }) {
      if let last = sums.last, last.position == tally.position {
        sums[sums.count - 1].trials += tally.trials
        sums[sums.count - 1].passes += tally.passes
      } else {
        sums.append(tally)
      }
    }
    return sums
  }

  /// The tallies but for those that `others` have too; both ascend by position.
  ///
  /// - Complexity: O(n) for both together.
  func without(_ others: [SurveyTally]) -> [SurveyTally] {
    var rest = others[...]
    return filter { tally in
      rest = rest.drop { $0.position < tally.position }
      guard let other = rest.first else { return true }
      return other.position != tally.position || other.trials != tally.trials
    }
  }

  /// The tallies with their positions moved by `change`, merged.
  func moved(_ change: (inout SurveyTally.Position) -> Void) -> [SurveyTally] {
    map { tally in
      var tally = tally
      change(&tally.position)
      return tally
    }.merged()
  }
}
