import TestSupport
import Testing

@Suite("spotcheck generate")
struct GenerateCommandTests {
  @Test("equal options make equal bytes, another seed others")
  func deterministic() throws {
    let first = try CommandRun(["generate", "--records", "50", "--seed", "7"])
    #expect(first.status == 0)
    #expect(first.output.split(separator: "\n").count == 51)
    #expect(try CommandRun(["generate", "--records", "50", "--seed", "7"]).output == first.output)
    #expect(try CommandRun(["generate", "--records", "50", "--seed", "8"]).output != first.output)
  }

  @Test("a split dump holds the records of the whole")
  func split() throws {
    let scratch = try Scratch()
    let options = ["generate", "--records", "100", "--seed", "7", "--months", "3"]
    let whole = try CommandRun(options).output.split(separator: "\n")
    let run = try CommandRun(options + ["--split", "month", "-o", scratch.path("dumps")])
    #expect(run.status == 0)
    #expect(try scratch.names(in: "dumps") == ["2023-01.csv", "2023-02.csv", "2023-03.csv"])
    let parts = try scratch.names(in: "dumps").flatMap { name in
      try scratch.text("dumps/" + name).split(separator: "\n").dropFirst()
    }
    #expect(parts == Array(whole.dropFirst()))
  }

  @Test("unknown regions and sectors are refused with those there are")
  func unknown() throws {
    #expect(try CommandRun(["generate", "--records", "5", "--region", "110000"]).status == 64)
    let run = try CommandRun(["generate", "--records", "5", "--sector", "没有"])
    #expect(run.status == 64)
    #expect(run.errors.contains("食品"))
  }
}
