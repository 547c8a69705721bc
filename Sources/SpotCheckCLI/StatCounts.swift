import SpotCheck
import SpotCheckReports

/// Passes among trials, as a question gives them.
struct StatCounts {
  let passes: Int
  let trials: Int

  /// Reads both counts by their names.
  init(
    _ record: StatRecord, passes passesKey: String = "passes", trials trialsKey: String = "trials"
  ) throws(StatProblem) {
    passes = try record.count(passesKey)
    trials = try record.count(trialsKey)
    guard passes <= trials else { throw StatProblem(.exceeds(trialsKey), key: passesKey) }
  }

  /// The rate; `nil` without trials.
  var rate: Double? { BinomialInterval.rate(passes: passes, trials: trials) }

  /// Writes both counts.
  func answer(_ json: inout JSONWriter) {
    json.member("passes", passes)
    json.member("trials", trials)
  }
}
