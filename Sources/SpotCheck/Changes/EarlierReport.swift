public import SpotCheckIngest

/// What an earlier report said, as far as a later one is compared with it.
public struct EarlierReport: Sendable, Equatable {
  /// The day it speaks from; `nil` without dates.
  public var asOf: CalendarDate?
  /// SHA-256 of its bytes, in hexadecimal; `nil` for one made in code.
  public var sha256: String?
  /// SHA-256 of its layout file.
  public var layoutSHA256: String?
  /// SHA-256 of its plan file.
  public var planSHA256: String?
  /// The options that bore on its figures, by name.
  public var options: [String: String] = [:]
  /// Its verdicts.
  public var verdicts: [Verdict] = []
  /// The months of its series.
  public var months: [MonthCounts] = []

  /// Creates a report that said nothing.
  public init() {}

  /// A verdict and the counts it rested upon.
  public struct Verdict: Sendable, Equatable {
    /// The indicator, region and category.
    public var subject: OutlookSubject
    /// The programme, where programmes were kept apart.
    public var programme: String?
    /// The period.
    public var period: String
    /// What was found.
    public var standing: Standing

    /// Creates a verdict.
    public init(subject: OutlookSubject, programme: String?, period: String, standing: Standing) {
      self.subject = subject
      self.programme = programme
      self.period = period
      self.standing = standing
    }
  }

  /// How an indicator stood.
  public struct Standing: Sendable, Equatable {
    /// How sure the verdict was.
    public var evidence: Evidence
    /// Whether the rate as counted met the target.
    public var isAttained: Bool?
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// The pass rate.
    public var passRate: Double?
    /// The target.
    public var target: Double?

    /// Creates a standing.
    public init(
      evidence: Evidence, isAttained: Bool?, trials: Int, passes: Int, passRate: Double?, target: Double?
    ) {
      self.evidence = evidence
      self.isAttained = isAttained
      self.trials = trials
      self.passes = passes
      self.passRate = passRate
      self.target = target
    }

    init(_ finding: Finding) {
      self.init(
        evidence: finding.evidence, isAttained: finding.isAttained, trials: finding.trials,
        passes: finding.passes, passRate: finding.passRate, target: finding.target)
    }
  }

  /// The counts of a month of an indicator in a region.
  public struct MonthCounts: Sendable, Equatable {
    /// The indicator, region and category.
    public var subject: OutlookSubject
    /// The month.
    public var month: Month
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// Whether results were still to arrive.
    public var isProvisional: Bool

    /// Creates the counts of a month.
    public init(subject: OutlookSubject, month: Month, trials: Int, passes: Int, isProvisional: Bool) {
      self.subject = subject
      self.month = month
      self.trials = trials
      self.passes = passes
      self.isProvisional = isProvisional
    }
  }
}
