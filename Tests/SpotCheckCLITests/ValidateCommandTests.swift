import Testing

@Suite("spotcheck validate")
struct ValidateCommandTests {
  @Test("rejects fail the gate unless tolerated")
  func gate() throws {
    #expect(try CommandRun(["validate"] + CommandRun.sample).status == 2)
    #expect(try CommandRun(["validate"] + CommandRun.sample + ["--max-rejects", "1%"]).status == 0)
  }

  @Test("every file and indicator is accounted for, without rates")
  func text() throws {
    let run = try CommandRun(
      ["validate", "--max-rejects", "100"] + CommandRun.sample + CommandRun.plan)
    #expect(run.status == 0)
    #expect(run.output.contains("SampleData/dumps/2024-09.csv"))
    #expect(run.output.contains(/Manufacturing product quality pass rate +2024 +[0-9,]+ +yes/))
    #expect(!run.output.contains("Pass"))
  }

  @Test("the JSON has the account and the indicators")
  func json() throws {
    let run = try CommandRun(["validate", "--json"] + CommandRun.sample + CommandRun.plan)
    #expect(run.status == 2)
    #expect(run.output.hasPrefix(#"{"schema":"spotcheck.validation/1","#))
    #expect(run.output.contains(#"{"indicator":"manufacturing","period":"2024","trials":"#))
  }
}
