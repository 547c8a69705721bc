public import SpotCheck

/// What an acceptance sampling plan comes to, for both sides of it.
public struct AcceptanceReport: Sendable {
  /// The plan.
  public let plan: SamplingPlan
  /// How lots come to be judged.
  public let model: SamplingModel
  /// N, where rejected lots are inspected wholly and their size is known.
  public let lotSize: Int?
  /// The points it should pass between, where there are any.
  public let points: RiskPoints?

  /// Creates the report of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - model: How lots come to be judged.
  ///   - lotSize: N, at least the plan's total size; `nil` for lots without bound. A model of one lot brings its own.
  ///   - points: The points it should pass between.
  public init(plan: SamplingPlan, model: SamplingModel, lotSize: Int? = nil, points: RiskPoints? = nil) {
    self.plan = plan
    self.model = model
    self.lotSize = model.lotSize ?? lotSize
    self.points = points
  }

  /// What the plan comes to at one quality.
  struct Row {
    var lot: LotQuality
    var acceptance: Double
    var averageSampleNumber: Double
    var averageOutgoingQuality: Double
    var averageTotalInspection: Double?
  }

  func row(at lot: LotQuality) -> Row {
    Row(
      lot: lot, acceptance: plan.acceptance(of: lot),
      averageSampleNumber: plan.averageSampleNumber(of: lot),
      averageOutgoingQuality: plan.averageOutgoingQuality(of: lot, lotSize: lotSize),
      averageTotalInspection: lotSize.map { plan.averageTotalInspection(of: lot, lotSize: $0) })
  }

  /// The fraction nonconforming up to which curves are of interest: hardly any lot beyond it is accepted.
  var end: Double {
    let refused = plan.quality(acceptedWith: 0.005, in: model).fraction
    let rejectable = consumer?.lot.fraction ?? 0
    let oneItem = model.lotSize.map { 1 / Double($0) } ?? 0
    return min(1, 1.02 * max(refused, rejectable, oneItem))
  }

  /// The qualities at round fractions, about so many.
  func roundQualities(about count: Int) -> [LotQuality] {
    distinct(AxisScale(0...end, from: 0, to: 1).ticks(about: count))
  }

  /// The qualities at the ends of equally wide steps; of a lot at most those that it can have.
  func evenQualities(steps: Int) -> [LotQuality] {
    distinct((0...steps).map { end * Double($0) / Double(steps) })
  }

  private func distinct(_ fractions: [Double]) -> [LotQuality] {
    var lots: [LotQuality] = []
    for lot in fractions.map(model.quality) where lot != lots.last { lots.append(lot) }
    return lots
  }

  /// A risk of one side, with what it may be at most.
  struct Risk {
    var fraction: DecimalFraction
    var lot: LotQuality
    var acceptance: Double
    var risk: Double
    var limit: Double
    /// Whether the plan keeps it.
    var isKept: Bool
  }

  /// The producer's risk: that a lot as good as p₁ is rejected.
  var producer: Risk? {
    points.map { points in
      let lot = model.quality(noWorseThan: points.acceptable)
      let acceptance = plan.acceptance(of: lot)
      return Risk(
        fraction: points.acceptable, lot: lot, acceptance: acceptance, risk: 1 - acceptance,
        limit: points.producerRisk, isKept: points.keepsProducerRisk(acceptance))
    }
  }

  /// The consumer's risk: that a lot as bad as p₂ is accepted.
  var consumer: Risk? {
    points.map { points in
      let lot = model.quality(noBetterThan: points.rejectable)
      let acceptance = plan.acceptance(of: lot)
      return Risk(
        fraction: points.rejectable, lot: lot, acceptance: acceptance, risk: acceptance,
        limit: points.consumerRisk, isKept: points.keepsConsumerRisk(acceptance))
    }
  }
}
