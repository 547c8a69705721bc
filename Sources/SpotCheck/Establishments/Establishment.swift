public import SpotCheckIngest

/// One establishment, and how it fared whenever it was inspected.
///
/// Name, region, category and code are those of its latest inspection; of several on one day, the first by bytes,
/// names before categories before regions before codes. Its counts are of all programmes that were read. They tell its own history and estimate no rate of a
/// population: supervision goes where risk is expected.
public struct Establishment: Sendable, Equatable {
  /// The credit code where it is valid, else the name.
  public var id: String
  /// Its name.
  public var name: String
  /// Its region, at the layout's level; empty where none is read.
  public var region: String
  /// The region's name where a table knows it.
  public var regionName: String?
  /// Its category; empty where none is read.
  public var category: String
  /// Its credit code as the data has it; empty where none is read.
  public var creditCode: String
  /// What the code's check character says; of the name, where no code is read.
  public var codeCheck: CreditCodeCheck
  /// Units judged, follow-ups left out.
  public var trials: Int
  /// Units that conformed, in `0...trials`.
  public var passes: Int
  /// Months in which it was inspected, follow-ups among them.
  public var months: Int
  /// The latest day known on which it was inspected: one with a conforming unit or a failure.
  public var lastInspected: CalendarDate?
  /// The latest day on which a unit did not conform.
  public var lastFailed: CalendarDate?
  /// Whether all units of the latest day conformed; `nil` without dates.
  public var lastConformed: Bool?
  /// The two-sided interval of the pass rate; `nil` without trials.
  public var lower: Double?
  /// The upper end of that interval.
  public var upper: Double?
  /// The rate after borrowing strength from the others of its sector; `nil` where there are too few.
  public var shrunkenRate: Double?
  /// The probability that its true rate lies below ``RiskScale/leastCut``, given its sector's.
  public var probabilityBelow: Double?
  /// The class that ``shrunkenRate`` falls into, the last with failures open; `nil` without either.
  public var riskClass: String?
  /// Failures without a later pass or closure.
  public var openFailures: Int
  /// Days from the oldest open failure to the day the report speaks from; `nil` without one.
  public var daysOpen: Int?

  /// The observed pass rate; `nil` without trials.
  public var passRate: Double? { trials > 0 ? Double(passes) / Double(trials) : nil }
}

/// A failure that no later pass or closure of the same establishment and category stands against (核查处置).
public struct OpenFailure: Sendable, Equatable {
  /// The establishment's position in ``Establishments``.
  public var establishment: Int
  /// The region it was found in, at the layout's level.
  public var region: String
  /// The region's name where a table knows it.
  public var regionName: String?
  /// The category that failed.
  public var category: String
  /// The sample's identifier, where one was read.
  public var sample: String?
  /// The day of the failing sample; `nil` without dates.
  public var failedOn: CalendarDate?
  /// Days from then to the day the report speaks from; `nil` without either.
  public var daysOpen: Int?
  /// Whether it was itself a follow-up: a rectification that failed.
  public var isFollowUp: Bool
}
