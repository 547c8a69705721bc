import Testing

@testable import SpotCheck

@Suite("Division codes")
struct RegionCodeTests {
  @Test(
    "zeros tell the level, digits the regions above",
    arguments: [
      ("530000", "province", []), ("530100", "prefecture", ["530000"]),
      ("530102", "county", ["530100", "530000"]), ("429004", "county", ["429000", "420000"]),
      ("110101", "county", ["110100", "110000"]), ("530002", "county", ["530000"]),
    ])
  func levels(text: String, level: String, ancestors: [String]) throws {
    let code = try #require(RegionCode(text))
    #expect(code.level == level)
    #expect(code.ancestors.map(\.text) == ancestors)
    #expect(code.text == text)
  }

  @Test(
    "anything else is no division code",
    arguments: ["", "53010", "5301022", "03a100", "060614", "９30100", "昆明市"])
  func others(text: String) {
    #expect(RegionCode(text) == nil)
  }
}
