import Foundation
import TestSupport
import Testing

@Suite("spotcheck normalize")
struct NormalizeCommandTests {
  private static let dump =
    "抽检结果\n\n\"区划\";\"日期\";\"结论\"\n530100;2024-01-02;\"合格; 好\"\n\n530200;2024-01-03\n530300;2024-01-04;\"不\"合格\n注：初步\n"
  private static let table =
    "区划,日期,结论\n530100,2024-01-02,合格; 好\n530200,2024-01-03\n530300,2024-01-04,\"\"\"不\"\"合格\"\n"

  @Test("the table goes to the output, the rest to the leftovers, the counts to standard error")
  func table() throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.dump, to: "dump.csv")
    let run = try CommandRun([
      "normalize", path, "-o", scratch.path("table.csv"), "--leftovers", scratch.path("rest.txt"), "--lang",
      "en",
    ])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(
      run.errors
        == "spotcheck: 3 records, header rows: 1 · 1 with other field counts · 1 with a stray quote · "
        + "1 title rows · 1 note rows · 2 blank rows\n")
    #expect(try scratch.text("table.csv") == Self.table)
    #expect(try scratch.text("rest.txt") == "抽检结果\n\n\n注：初步\n")
    #expect(try scratch.names() == ["dump.csv", "rest.txt", "table.csv"])
  }

  @Test("standard input and output are the same")
  func streams() throws {
    let run = try CommandRun(["normalize", "-"], input: Self.dump)
    #expect(run.status == 0)
    #expect(run.output == Self.table)
  }

  @Test("what is plain already comes back as it is, and a second run changes nothing")
  func idempotence() throws {
    let run = try CommandRun(["normalize", "-"], input: Self.table)
    #expect(run.output == Self.table)
  }

  @Test("an empty input gives an empty output", arguments: ["", "\n\n", ",,,\r\n"])
  func empty(input: String) throws {
    let run = try CommandRun(["normalize", "-"], input: input)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
  }

  @Test("the layout overrides what is seen")
  func layout() throws {
    let scratch = try Scratch()
    let layout = try scratch.write(
      "input: { delimiter: \";\", quote: none, header_rows: 0 }\n", to: "layout.yaml")
    let run = try CommandRun(["normalize", "-", "--layout", layout], input: "a,b;c\n1,2;\"3\"\n")
    #expect(run.output == "\"a,b\",c\n\"1,2\",\"\"\"3\"\"\"\n")
  }

  @Test("a file that is not there, and a place that cannot be written")
  func failures() throws {
    #expect(try CommandRun(["normalize", "nowhere.csv"]).status == 66)
    #expect(try CommandRun(["normalize", "-", "-o", "/nowhere/table.csv"], input: "a\n").status == 73)
    #expect(try CommandRun(["normalize"]).status == 64)
  }
}
