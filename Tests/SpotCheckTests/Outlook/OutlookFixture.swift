@testable import SpotCheck
import SpotCheckIngest

/// Surveys and the outlook on them.
enum OutlookFixture {
  /// The outlook on counts by a plan of the target 0.96, changed as wanted.
  static func outlook(
    _ builder: SurveyBuilder, table: RegionTable? = nil, shuffling: Bool = false, asOf: String? = nil,
    _ change: (inout Plan) -> Void = { _ in }
  ) throws -> Outlook {
    var plan = Plan.sample()
    change(&plan)
    let survey = builder.survey(table: table, shuffling: shuffling)
    var options = AssessmentOptions()
    options.asOf = asOf.flatMap { CalendarDate(iso8601: $0) }
    return Outlook(of: survey, try Assessment(of: survey, against: plan, options: options))
  }

  /// The months of a year as they are written.
  static func months(_ year: Int, _ months: ClosedRange<Int> = 1...12) -> [String] {
    months.map { "\(year)-" + ($0 < 10 ? "0" : "") + String($0) }
  }
}
