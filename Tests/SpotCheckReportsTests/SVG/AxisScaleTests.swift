import Testing

@testable import SpotCheckReports

@Suite("Axes")
struct AxisScaleTests {
  @Test(
    "ticks are round and lie within",
    arguments: [
      (0.9...1, 5, [0.9, 0.92, 0.94, 0.96, 0.98, 1]), (0...1, 4, [0, 0.5, 1]),
      (1...17, 8, [2, 4, 6, 8, 10, 12, 14, 16]), (0.953...0.957, 4, [0.953, 0.954, 0.955, 0.956, 0.957]),
    ])
  func ticks(domain: ClosedRange<Double>, count: Int, expected: [Double]) {
    #expect(AxisScale(domain, from: 0, to: 100).ticks(about: count) == expected)
  }

  @Test("a logarithmic axis has ticks at 1, 2 and 5")
  func logarithmic() {
    let axis = AxisScale(15...600, from: 0, to: 100, isLogarithmic: true)
    #expect(axis.ticks(about: 6) == [20, 50, 100, 200, 500])
    #expect(axis.place(15) == 0)
    #expect(axis.place(600) == 100)
    #expect(abs(axis.place((15.0 * 600).squareRoot()) - 50) < 1e-9)
  }

  @Test(
    "a domain without extent, or of no numbers, is an axis still",
    arguments: [3.0...3.0, 0...0, -Double.infinity...Double.infinity, 0...Double.infinity])
  func degenerate(domain: ClosedRange<Double>) {
    for isLogarithmic in [false, true] {
      let axis = AxisScale(domain, from: 0, to: 10, isLogarithmic: isLogarithmic)
      for value in [Double.nan, .infinity, 0, 3, -7] { #expect((0...10).contains(axis.place(value))) }
      #expect(axis.ticks(about: 5).allSatisfy(axis.domain.contains))
      #expect(axis.ticks(about: 0).isEmpty)
    }
  }

  @Test("an axis of rates stays within 0 and 1")
  func rates() {
    #expect(AxisScale.rates([]) == 0...1)
    #expect(AxisScale.rates([1, 1]) == 0.995...1)
    #expect(AxisScale.rates([.nan, 0]) == 0...0.005)
  }
}
