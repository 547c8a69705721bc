@testable import SpotCheckStatistics

/// Acceptance sampling plans.
enum AcceptanceVectors {
  static let methods: [String: VectorMethod] = [
    "acceptance-oc-binomial": { inputs in
      let plan = SamplingPlan.single(size: try inputs.count("n"), acceptanceNumber: try inputs.count("c"))
      return ["p_accept": JSONValue(plan?.acceptance(of: .binomial(try inputs.number("pd"))))]
    },
    "acceptance-find-plan": found,
    "computed-acceptance-plans": found,
    "computed-double-sampling-oc": { inputs in
      let (sizes, accept, reject) = (try inputs.counts("n"), try inputs.counts("c"), try inputs.counts("r"))
      let stages = zip(sizes, zip(accept, reject)).map { size, numbers in
        SamplingPlan.Stage(size: size, acceptanceNumber: numbers.0, rejectionNumber: numbers.1)
      }
      let plan = SamplingPlan(stages: stages)
      let lot = LotQuality.binomial(try inputs.number("p"))
      return [
        "p_accept": JSONValue(plan?.acceptance(of: lot)),
        "asn": JSONValue(plan?.averageSampleNumber(of: lot)),
      ]
    },
  ]

  private static func found(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let (producer, consumer) = (try inputs.numbers("PRP"), try inputs.numbers("CRP"))
    guard producer.count == 2, consumer.count == 2, let good = DecimalFraction("\(producer[0])"),
      let bad = DecimalFraction("\(consumer[0])"),
      let points = RiskPoints(
        acceptable: good, producerRisk: 1 - producer[1], rejectable: bad, consumerRisk: consumer[1])
    else { throw VectorInputs.Unreadable(description: "no two points") }
    let model = try model(inputs)
    let plan = PlanSearch(points: points, model: model).single()
    return [
      "n": JSONValue((plan?.totalSize).map(Double.init)),
      "c": JSONValue((plan?.stages.last?.acceptanceNumber).map(Double.init)),
      "p_accept_PRP": JSONValue(plan?.acceptance(of: model.quality(noWorseThan: good))),
      "p_accept_CRP": JSONValue(plan?.acceptance(of: model.quality(noBetterThan: bad))),
    ]
  }

  private static func model(_ inputs: VectorInputs) throws -> SamplingModel {
    switch try inputs.text("type") {
    case "binomial": .binomial
    case "poisson": .poisson
    case "hypergeom": .hypergeometric(lotSize: try inputs.count("N"))
    case let other: throw VectorInputs.Unreadable(description: other)
    }
  }
}
