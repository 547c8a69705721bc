import SpotCheckStatistics
import Testing

@Suite struct SimpleRandomSampleTests {
  @Test func everySampleHasTheSameProbability() throws {
    var generator = RandomGenerator(state: 1, 2, 3, 4)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      counts[try #require(SimpleRandomSample.drawn(2, of: 4, using: &generator)), default: 0] += 1
    }
    #expect(counts.count == 12)
    let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - 500) * (Double($1) - 500) / 500 }
    #expect(chiSquare < 31.3, "the 0.999 quantile with 11 degrees of freedom")
  }

  @Test(arguments: [0, 1, 57, 100])
  func noNumberIsDrawnTwice(count: Int) throws {
    var generator = RandomGenerator(state: 4, 3, 2, 1)
    let drawn = try #require(SimpleRandomSample.drawn(count, of: 100, using: &generator))
    #expect(drawn.count == count)
    #expect(Set(drawn).count == count)
    #expect(drawn.allSatisfy { (0..<100).contains($0) })
  }

  @Test(arguments: [-1, 11])
  func whatCannotBeDrawnIsNotDrawn(count: Int) {
    var generator = RandomGenerator(state: 4, 3, 2, 1)
    #expect(SimpleRandomSample.drawn(count, of: 10, using: &generator) == nil)
  }
}
