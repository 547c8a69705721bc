import Testing

@testable import SpotCheckStatistics

struct CalibrationDistanceTests {
  private static let distances: [CalibrationDistance] = [
    .linear, .exponential, .logit(lower: 0.4, upper: 2.5), .truncatedLinear(lower: 0.4, upper: 2.5),
    .truncatedExponential(lower: 0.4, upper: 2.5),
  ]

  @Test(arguments: distances)
  func startsAtOneWithSlopeOne(distance: CalibrationDistance) {
    #expect(distance.factor(0).value.isNear(1) && distance.factor(0).slope.isNear(1))
  }

  @Test(arguments: distances)
  func slopesAreThoseOfDifferences(distance: CalibrationDistance) {
    for u in [-3.0, -0.4, 0.2, 0.7, 3] {
      let difference = (distance.factor(u + 1e-6).value - distance.factor(u - 1e-6).value) / 2e-6
      #expect((distance.factor(u).slope - difference).magnitude < 1e-8 * (1 + difference.magnitude))
    }
  }

  @Test(arguments: distances.dropFirst(2))
  func boundsAreKeptHoweverFar(distance: CalibrationDistance) {
    #expect(distance.factor(-1e6).value.isNear(0.4) && distance.factor(1e6).value.isNear(2.5))
    #expect(distance.factor(-1e6).slope == 0 && distance.factor(1e6).slope == 0)
  }
}
