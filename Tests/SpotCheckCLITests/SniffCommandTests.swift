import Foundation
import Testing

@Suite("spotcheck sniff")
struct SniffCommandTests {
  @Test("encoding, columns and labels are shown")
  func text() throws {
    let run = try CommandRun(["sniff", "SampleData/dumps/2024-03.csv"])
    #expect(run.status == 0)
    #expect(run.output.contains("gb18030"))
    #expect(run.output.contains(/date +抽样日期 \(#10\)/))
    #expect(run.output.contains("Two columns could be the region"))
    #expect(run.output.contains("“不合格”"))
  }

  @Test("the JSON has a file per dump of a folder")
  func json() throws {
    struct Shape: Decodable {
      struct File: Decodable {
        var path: String
        var encoding: String
      }
      var files: [File]
    }
    let run = try CommandRun(["sniff", "SampleData/dumps", "--json"])
    let files = try JSONDecoder().decode(Shape.self, from: Data(run.output.utf8)).files
    #expect(files.count == 24)
    #expect(files.filter { $0.encoding == "gb18030" }.map(\.path) == ["SampleData/dumps/2024-03.csv"])
  }

  @Test("what is not there ends with 66")
  func missing() throws {
    #expect(try CommandRun(["sniff", "nowhere.csv"]).status == 66)
  }
}
