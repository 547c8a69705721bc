import Glibc
import Testing

@testable import SpotCheckStatistics

struct RootFindingTests {
  @Test func rootsAreFoundToTheLastDigits() {
    #expect(RootFinding.root(from: 0, to: 2) { $0 * $0 - 2 }.isNear(2.0.squareRoot(), within: 1e-15))
    #expect(RootFinding.root(from: 1, to: 0) { exp($0 * 50) - 1e9 }.isNear(log(1e9) / 50, within: 1e-14))
    #expect(RootFinding.root(from: 0, to: 1) { $0 < 0.3 ? -1 : 1 }.isNear(0.3, within: 1e-14))
    #expect(RootFinding.root(from: 1e-300, to: 1) { log($0) + 30 }.isNear(exp(-30), within: 1e-12))
  }

  @Test func aRootAtAnEndIsThatEnd() {
    #expect(RootFinding.root(from: 0, to: 1) { $0 } == 0)
    #expect(RootFinding.root(from: 0, to: 1) { $0 - 1 } == 1)
  }

  @Test func withoutAChangeOfSignThePlaceOfTheSmallerValueStands() {
    #expect(RootFinding.root(from: 2, to: 5) { $0 } == 2)
    #expect(RootFinding.root(from: 2, to: 5) { $0 - 6 } == 5)
  }
}
