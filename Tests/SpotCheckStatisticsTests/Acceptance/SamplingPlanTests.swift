import SpotCheckStatistics
import Testing

struct SamplingPlanTests {
  private typealias Stage = SamplingPlan.Stage

  @Test func aSinglePlanHasOneStage() throws {
    let plan = try #require(SamplingPlan.single(size: 80, acceptanceNumber: 2))
    #expect(plan.stages == [Stage(size: 80, acceptanceNumber: 2, rejectionNumber: 3)])
    #expect(plan.totalSize == 80)
  }

  @Test func aDoublePlanEndsWithoutAnOpenCount() throws {
    let plan = try #require(
      SamplingPlan.double(
        first: Stage(size: 50, acceptanceNumber: 0, rejectionNumber: 3), secondSize: 50, acceptanceNumber: 3))
    #expect(plan.stages.last == Stage(size: 50, acceptanceNumber: 3, rejectionNumber: 4))
    #expect(plan.totalSize == 100)
  }

  @Test(arguments: [(0, 0), (-1, 0), (10, -1), (Int.max, 0), (10, Int.max)])
  func whatIsNoSinglePlanIsNil(size: Int, acceptanceNumber: Int) {
    #expect(SamplingPlan.single(size: size, acceptanceNumber: acceptanceNumber) == nil)
  }

  @Test(
    "what is no double plan is nil",
    arguments: [
      // No count leaves the decision open; Ac₂ below Ac₁; Re₁ above Re₂; no item; Ac below 0.
      [50, 0, 1, 50, 3], [50, 2, 4, 50, 1], [50, 0, 5, 50, 3], [50, 0, 3, 0, 3], [0, 0, 3, 50, 3],
      [50, -1, 3, 50, 3], [50, 0, 3, 50, Int.max],
    ])
  func whatIsNoDoublePlan(numbers: [Int]) {
    let first = Stage(size: numbers[0], acceptanceNumber: numbers[1], rejectionNumber: numbers[2])
    #expect(
      SamplingPlan.double(first: first, secondSize: numbers[3], acceptanceNumber: numbers[4]) == nil)
  }

  @Test func stagesMustDecideAtTheEnd() {
    #expect(SamplingPlan(stages: []) == nil)
    #expect(SamplingPlan(stages: [Stage(size: 5, acceptanceNumber: 0, rejectionNumber: 2)]) == nil)
  }
}
