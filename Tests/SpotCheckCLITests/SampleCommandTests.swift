import Testing

@Suite("spotcheck sample")
struct SampleCommandTests {
  @Test("every subcommand has help with examples", arguments: ["size", "allocate", "draw"])
  func help(name: String) throws {
    let run = try CommandRun(["sample", name, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  spotcheck sample \(name) "))
  }
}
