import SpotCheck
import Testing

@Suite("Checks of credit codes")
struct CreditCodeCheckTests {
  @Test(
    "each state",
    arguments: [
      ("91350100M000100Y43", CreditCodeCheck.valid), ("91350100M000100Y44", .invalid),
      ("91350100M000100Y4", .notACode), ("91350100I000100Y43", .notACode), ("云岭超市云岭", .notACode),
      ("", .absent),
    ])
  func states(text: String, expected: CreditCodeCheck) {
    #expect(CreditCodeCheck(text) == expected)
  }
}
