import Testing

@testable import SpotCheckCLI

@Suite("Reject gate")
struct RejectGateTests {
  @Test(
    "numbers and percentages",
    arguments: [
      ("0", 0, 10, true), ("0", 1, 10, false), ("3", 3, 3, true), ("10%", 1, 10, true),
      ("9.99%", 1, 10, false),
      ("0.5%", 5, 1000, true), ("0.5%", 6, 1000, false), ("0%", 0, 0, true), ("100%", 7, 7, true),
      ("100%", .max, .max, true), ("99.99%", .max, .max, false),
    ])
  func tolerance(text: String, rejected: Int, records: Int, passes: Bool) throws {
    let gate = try #require(RejectGate(argument: text))
    #expect(gate.isPassed(rejected: rejected, of: records) == passes)
  }

  @Test(
    "anything else is refused", arguments: ["", "-1", "%", "x", "1.5", "1.234%", "101%", ".5%", "1.%", "1e3"])
  func refused(text: String) {
    #expect(RejectGate(argument: text) == nil)
  }
}
