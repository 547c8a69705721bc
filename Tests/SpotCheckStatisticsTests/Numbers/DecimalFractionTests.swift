import SpotCheckStatistics
import Testing

struct DecimalFractionTests {
  @Test(arguments: [("0.985", 985, 3), ("1", 1, 0), (".5", 5, 1), ("0.960", 960, 3), ("0", 0, 0)])
  func readsWhatWasWritten(text: String, digits: Int, places: Int) throws {
    let fraction = try #require(DecimalFraction(text))
    #expect(fraction.digits == digits && fraction.places == places)
  }

  @Test(arguments: ["", ".", "1.", "-0.5", "+1", "1e-3", "96%", "0.1.2", " 1", "１", "0.0000000000000001"])
  func refusesAnythingElse(text: String) {
    #expect(DecimalFraction(text) == nil)
  }

  @Test func comparesAndRoundsInWholeNumbers() throws {
    let target = try #require(DecimalFraction("0.936"))
    #expect(target.sign(ofRate: 1_989, over: 2_125) == 0)
    #expect(target.ceiling(of: 2_125) == 1_989)
    #expect(target.ceiling(of: 2_126) == 1_990)
    #expect(target.sign(ofRate: 1_988, over: 2_125) == -1)
    #expect(target.sign(ofRate: 1_990, over: 2_125) == 1)
    #expect(target.complement?.description == "0.064")
    #expect(DecimalFraction("1.5")?.complement == nil)
  }
}
