import Testing

@testable import SpotCheckStatistics

struct CubicSplineTests {
  @Test func aCubicIsItsOwnSpline() {
    func cubic(_ x: Double) -> Double { 1 + x * (2 - x * (3 - x / 2)) }
    let points = [-2, -1.5, 0, 0.25, 3, 4].map { SampledCurve.Point(x: $0, y: cubic($0)) }
    for point in CubicSpline(points).sampled(31).points {
      #expect((point.y - cubic(point.x)).magnitude < 1e-12)
    }
  }

  @Test func aSplinePassesThroughItsPoints() {
    let points = [0, 1, 2, 3, 4].map { SampledCurve.Point(x: $0, y: $0 == 2 ? 1 : 0) }
    let curve = CubicSpline(points).sampled(5).points
    #expect(curve.map(\.x) == [0, 1, 2, 3, 4])
    for (sampled, point) in zip(curve, points) { #expect((sampled.y - point.y).magnitude < 1e-14) }
  }

  @Test func aCurveIsReadLinearly() {
    let curve = SampledCurve(points: [.init(x: 1, y: 10), .init(x: 2, y: 20), .init(x: 4, y: 30)])
    #expect(curve.place(of: 15) == 1.5)
    #expect(curve.place(of: 25) == 3)
    #expect(curve.place(of: 5) == 1)
    #expect(curve.place(of: 35) == 4)
  }
}
