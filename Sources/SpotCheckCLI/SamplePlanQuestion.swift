import SpotCheck
import SpotCheckReports

/// How lots come, by the name of its distribution.
enum SamplePlanModel: String, CaseIterable {
  case binomial, poisson, hypergeometric
}

/// A plan that is asked about, or the points for which one is sought.
struct SamplePlanQuestion {
  /// The most items of a sample, and the greatest numbers of a double plan, whose curves take a moment only.
  static let limits = (items: 1_000_000, doubleNumber: 200)

  private enum Wanted {
    case given(SamplingPlan)
    case search(RiskPoints, isDouble: Bool)
  }

  private let wanted: Wanted
  private let points: RiskPoints?
  private let model: SamplingModel
  private let lotSize: Int?

  /// Reads the options of the command line.
  init(_ options: StatRecord, seeksDouble: Bool) throws(SamplePlanProblem) {
    let singles = options.given(among: ["--n", "--ac"])
    let doubles = options.given(among: ["--n1", "--ac1", "--re1", "--n2", "--ac2"])
    if !singles.isEmpty, !doubles.isEmpty { throw .conflict(singles[0], doubles[0]) }
    let isGiven = !(singles + doubles).isEmpty
    if isGiven, seeksDouble { throw .conflict((singles + doubles)[0], "--double") }
    lotSize = try Self.read { () throws(StatProblem) in
      try options.countIfGiven("--lot", atMost: SamplingModel.largestLot)
    }
    if lotSize == 0 { throw .emptyLot }
    model = try Self.model(options, lotSize: lotSize)
    points = try Self.points(options, areNeeded: !isGiven)
    if let points, !isGiven {
      wanted = .search(points, isDouble: seeksDouble)
    } else {
      wanted = .given(try singles.isEmpty ? Self.doublePlan(options) : Self.singlePlan(options))
    }
  }

  /// The plan, and what it comes to.
  func report() throws(SamplePlanProblem) -> AcceptanceReport {
    let plan = try plan()
    if let lotSize, plan.totalSize > lotSize { throw .lotTooSmall(lot: lotSize, items: plan.totalSize) }
    return AcceptanceReport(plan: plan, model: model, lotSize: lotSize, points: points)
  }

  private func plan() throws(SamplePlanProblem) -> SamplingPlan {
    switch wanted {
    case .given(let plan): return plan
    case .search(let points, let isDouble):
      let search = PlanSearch(points: points, model: model)
      guard let plan = isDouble ? search.double() : search.single() else {
        throw isDouble ? .noDoublePlan : .noSinglePlan
      }
      return plan
    }
  }

  private static func model(_ options: StatRecord, lotSize: Int?) throws(SamplePlanProblem) -> SamplingModel {
    let named = try read { () throws(StatProblem) in
      try options.choice("--model", of: SamplePlanModel.allCases)
    }
    switch named ?? (lotSize == nil ? .binomial : .hypergeometric) {
    case .binomial: return .binomial
    case .poisson: return .poisson
    case .hypergeometric:
      guard let lotSize else { throw .lotNeeded }
      return .hypergeometric(lotSize: lotSize)
    }
  }

  private static func points(
    _ options: StatRecord, areNeeded: Bool
  ) throws(SamplePlanProblem) -> RiskPoints? {
    let given = options.given(among: ["--p1", "--alpha", "--p2", "--beta"])
    if !areNeeded, given.isEmpty { return nil }
    if given.isEmpty { throw .nothingAsked }
    for name in ["--p1", "--p2"] where !given.contains(name) { throw .missing(name, .points) }
    let (p1, p2, alpha, beta) = try read { () throws(StatProblem) in
      (
        try options.fraction("--p1"), try options.fraction("--p2"), try options.level("--alpha") ?? 0.05,
        try options.level("--beta") ?? 0.1
      )
    }
    guard
      let points = RiskPoints(acceptable: p1, producerRisk: alpha, rejectable: p2, consumerRisk: beta)
    else { throw .noPoints }
    return points
  }

  private static func singlePlan(_ options: StatRecord) throws(SamplePlanProblem) -> SamplingPlan {
    let numbers = try counts(["--n", "--ac"], options, limit: limits.items, .single)
    guard numbers[1] < numbers[0],
      let plan = SamplingPlan.single(size: numbers[0], acceptanceNumber: numbers[1])
    else { throw .noPlan(.single) }
    return plan
  }

  private static func doublePlan(_ options: StatRecord) throws(SamplePlanProblem) -> SamplingPlan {
    let sizes = try counts(["--n1", "--n2"], options, limit: limits.items, .double)
    let numbers = try counts(["--ac1", "--re1", "--ac2"], options, limit: limits.doubleNumber, .double)
    let first = SamplingPlan.Stage(
      size: sizes[0], acceptanceNumber: numbers[0], rejectionNumber: numbers[1])
    guard numbers[2] < sizes[0] + sizes[1],
      let plan = SamplingPlan.double(first: first, secondSize: sizes[1], acceptanceNumber: numbers[2])
    else { throw .noPlan(.double) }
    return plan
  }

  private static func counts(
    _ names: [String], _ options: StatRecord, limit: Int, _ example: SamplePlanProblem.Example
  ) throws(SamplePlanProblem) -> [Int] {
    var counts: [Int] = []
    for name in names {
      guard !options.given(among: [name]).isEmpty else { throw .missing(name, example) }
      counts.append(
        try read { () throws(StatProblem) in try options.count(name, atMost: limit) })
    }
    return counts
  }

  private static func read<Value>(
    _ value: () throws(StatProblem) -> Value
  ) throws(SamplePlanProblem) -> Value {
    do throws(StatProblem) {
      return try value()
    } catch {
      throw .unreadable(error)
    }
  }
}
