import Glibc
import SpotCheckStatistics
import Testing

struct PlanSearchTests {
  /// Two points from figures in thousandths and hundredths.
  private static func points(_ p1: Int, _ p2: Int, _ alpha: Double, _ beta: Double) -> RiskPoints? {
    RiskPoints(
      acceptable: DecimalFraction(digits: p1, places: 3), producerRisk: alpha,
      rejectable: DecimalFraction(digits: p2, places: 3), consumerRisk: beta)
  }

  private static func isKept(_ plan: SamplingPlan, _ points: RiskPoints, _ model: SamplingModel) -> Bool {
    plan.acceptance(of: model.quality(noWorseThan: points.acceptable)) >= 1 - points.producerRisk
      && plan.acceptance(of: model.quality(noBetterThan: points.rejectable)) <= points.consumerRisk
  }

  private static let models: [SamplingModel] = [.binomial, .poisson, .hypergeometric(lotSize: 157)]

  @Test("no single plan with fewer items keeps both risks", arguments: models)
  func singleIsLeast(model: SamplingModel) throws {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<12 {
      let p1 = Int.random(in: 0...60, using: &random)
      let points = try #require(
        Self.points(
          p1, p1 * 2 + Int.random(in: 60...200, using: &random),
          Double.random(in: 0.01...0.2, using: &random), Double.random(in: 0.02...0.2, using: &random)))
      let found = try #require(PlanSearch(points: points, model: model).single())
      #expect(Self.isKept(found, points, model))
      let smaller = (1...found.totalSize).lazy.flatMap { size in
        (0..<size).lazy.compactMap { SamplingPlan.single(size: size, acceptanceNumber: $0) }
      }.first { Self.isKept($0, points, model) }
      #expect(smaller == found)
    }
  }

  @Test("no double plan that keeps both risks inspects less where lots are good", arguments: models)
  func doubleIsLeast(model: SamplingModel) throws {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<4 {
      let p1 = Int.random(in: 0...30, using: &random)
      let points = try #require(Self.points(p1, p1 * 3 + 130, 0.05, 0.1))
      let found = try #require(PlanSearch(points: points, model: model).double())
      #expect(found.stages[0].size == found.stages[1].size)
      #expect(found.stages[0].rejectionNumber == found.stages[1].rejectionNumber)
      #expect(Self.isKept(found, points, model))
      let good = model.quality(noWorseThan: points.acceptable)
      let items = found.averageSampleNumber(of: good)
      let all = (1...Int(items)).lazy.flatMap { size in
        (1..<2 * size).lazy.flatMap { second in
          (0..<second).lazy.compactMap { first in
            SamplingPlan.double(
              first: SamplingPlan.Stage(size: size, acceptanceNumber: first, rejectionNumber: second + 1),
              secondSize: size, acceptanceNumber: second)
          }
        }
      }
      let better = all.first { $0.averageSampleNumber(of: good) < items && Self.isKept($0, points, model) }
      #expect(better == nil)
    }
  }

  @Test("a double plan inspects less than the single one where lots are good")
  func doubleSavesItems() throws {
    let points = try #require(Self.points(20, 80, 0.05, 0.1))
    let search = PlanSearch(points: points, model: .binomial)
    let (single, double) = (try #require(search.single()), try #require(search.double()))
    #expect(double.averageSampleNumber(of: .binomial(0.02)) < Double(single.totalSize))
    #expect(double.totalSize > single.totalSize)
  }

  @Test("a risk met exactly is met")
  func tie() throws {
    // Three conforming items of three have a chance of 0.3³ where 70 % fail: exactly β.
    let points = try #require(Self.points(0, 700, 0.05, 0.027))
    let plan = try #require(PlanSearch(points: points, model: .binomial).single())
    #expect(plan == SamplingPlan.single(size: 3, acceptanceNumber: 0))
  }

  @Test("a lot always has a single plan, if need be of all its items")
  func smallLots() throws {
    let points = try #require(Self.points(100, 101, 0.001, 0.001))
    for size in 1...30 {
      let search = PlanSearch(points: points, model: .hypergeometric(lotSize: size))
      let plan = try #require(search.single())
      #expect(plan.totalSize <= size)
      if let double = search.double() { #expect(double.totalSize <= size) }
    }
  }

  @Test("points too near to each other have no plan")
  func tooNear() throws {
    let near = try #require(
      RiskPoints(
        acceptable: DecimalFraction(digits: 10_000, places: 6),
        rejectable: DecimalFraction(digits: 10_001, places: 6)))
    #expect(PlanSearch(points: near, model: .binomial).single() == nil)
    let many = try #require(Self.points(100, 120, 0.05, 0.1))
    #expect(PlanSearch(points: many, model: .binomial).double() == nil)
  }

  @Test(
    "what are no two points is nil",
    arguments: [
      (20, 20, 0.05, 0.1), (80, 20, 0.05, 0.1), (20, 1_001, 0.05, 0.1), (20, 80, 0, 0.1), (20, 80, 0.05, 0),
      (20, 80, 0.5, 0.5), (20, 80, .nan, 0.1),
    ])
  func noPoints(p1: Int, p2: Int, alpha: Double, beta: Double) {
    #expect(Self.points(p1, p2, alpha, beta) == nil)
  }
}
