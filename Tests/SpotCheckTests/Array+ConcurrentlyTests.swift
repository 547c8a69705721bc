import Testing

@testable import SpotCheck

@Suite("Work on all processors")
struct ArrayConcurrentlyTests {
  @Test("elements stand in the order of their numbers", arguments: [0, 1, 2, 1_000])
  func order(count: Int) {
    #expect(Array(concurrently: count) { "\($0)" } == (0..<count).map { "\($0)" })
  }
}
