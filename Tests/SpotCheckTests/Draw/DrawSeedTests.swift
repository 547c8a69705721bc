import SpotCheckStatistics
import Testing

@testable import SpotCheck

@Suite struct DrawSeedTests {
  @Test("a stream's state is SHA-256 of netstrings, as Python's hashlib gives it")
  func state() {
    // sha256(b"16:spotcheck.draw/1,14:establishments,8:20241231,1:A,")
    var expected = RandomGenerator(
      state: 0xEB2A_ED82_1EB2_96F9, 0xC1EC_6664_2DB7_88D2, 0x6F83_0388_669A_D3E9, 0x35AD_B86B_65C0_81EB)
    var found = DrawSeed(text: "20241231").generator(for: "establishments", ["A"])
    #expect((0..<8).map { _ in found.next() } == (0..<8).map { _ in expected.next() })
  }

  @Test("where texts are cut makes another stream")
  func netstrings() {
    let texts = [("1", ["AB"]), ("1", ["A", "B"]), ("1A", ["B"]), ("1", ["B", "A"])]
    let firsts = texts.map { seed, details in
      var generator = DrawSeed(text: seed).generator(for: "establishments", details)
      return generator.next()
    }
    #expect(Set(firsts).count == texts.count)
  }
}
