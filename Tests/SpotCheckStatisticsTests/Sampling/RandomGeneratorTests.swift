import SpotCheckStatistics
import Testing

@Suite struct RandomGeneratorTests {
  /// The outputs of the authors' C program from the state 1, 2, 3, 4, as the tests of `rand_xoshiro` publish them.
  @Test func theStateOneTwoThreeFourGivesThePublishedNumbers() {
    var generator = RandomGenerator(state: 1, 2, 3, 4)
    let published: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
      16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
      2_904_607_092_377_533_576,
    ]
    #expect((0..<10).map { _ in generator.next() } == published)
  }

  @Test func noStateIsStuck() {
    var generator = RandomGenerator(state: 0, 0, 0, 0)
    #expect((0..<10).contains { _ in generator.next() != 0 })
  }

  @Test func boundedNumbersAreTheHighHalvesOfProducts() {
    var bits = RandomGenerator(state: 5, 6, 7, 8)
    var bounded = bits
    for _ in 0..<1000 {
      let expected = bits.next().multipliedFullWidth(by: 1_000_003).high
      #expect(bounded.below(1_000_003) == Int(expected))
    }
  }

  @Test("a bound just above 2⁶² is reached evenly: plain products would give every fourth number twice")
  func boundedNumbersAreUnbiased() {
    var generator = RandomGenerator(state: 9, 10, 11, 12)
    let bound = 3 << 61
    var thirds = [0, 0, 0]
    for _ in 0..<30_000 { thirds[generator.below(bound) / (1 << 61)] += 1 }
    let chiSquare = thirds.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chiSquare < 13.8, "\(thirds)")
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
  }
}
