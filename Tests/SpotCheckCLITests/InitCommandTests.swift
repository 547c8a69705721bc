import TestSupport
import Testing

@Suite("spotcheck init")
struct InitCommandTests {
  private static let dump =
    "sample_id,region,category,date,result\nS1,A,x,2024-01-05,pass\nS2,A,x,2024-01-06,fail\n"

  @Test("what it writes can be used at once")
  func usable() throws {
    let scratch = try Scratch()
    let dump = try scratch.write(Self.dump, to: "dump.csv")
    let run = try CommandRun([
      "init", dump, "-o", scratch.path("layout.yaml"), "--plan", scratch.path("plan.yaml"),
    ])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let analyzed = try CommandRun([
      "analyze", dump, "--layout", scratch.path("layout.yaml"), "--plan", scratch.path("plan.yaml"),
    ])
    #expect(analyzed.status == 0)
    #expect(analyzed.output.contains("2 records = 2 accepted"))
  }

  @Test("a file that exists is overwritten only with --force")
  func existing() throws {
    let scratch = try Scratch()
    let dump = try scratch.write(Self.dump, to: "dump.csv")
    let layout = try scratch.write("mine", to: "layout.yaml")
    #expect(try CommandRun(["init", dump, "-o", layout]).status == 64)
    #expect(try scratch.text("layout.yaml") == "mine")
    #expect(try CommandRun(["init", dump, "-o", layout, "--force"]).status == 0)
    #expect(try scratch.text("layout.yaml").contains("columns:"))
  }
}
