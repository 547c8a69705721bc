import Foundation
import SpotCheck
import SpotCheckReports
import SpotCheckStatistics
import TestSupport
import Testing

@Suite struct DrawReportTests {
  /// A draw of 4 of 9 establishments, 2 of them followed up, with names that need care.
  private static func made(_ seed: String = "七 7") throws -> (draw: Draw, record: DrawRecord, folder: Scratch)
  {
    let folder = try Scratch()
    let rows = (1...9).map { "E\($0),\"=1+\($0), 店\",,,\($0 < 6 ? "A" : "B"),\n" }.joined()
    let files = DrawFiles(
      frame: try folder.write("id,name,region,category,risk_class,extra\n" + rows, to: "frame.csv"),
      inspectors: try folder.write("id,name\nP1,甲\nP2,乙\nP3,丙\n", to: "inspectors.csv"),
      followUps: try folder.write("id\nE9\nE1\n", to: "follow-ups.csv"))
    var options = DrawOptions(seed: seed)
    options.demands = [
      DrawDemand(.ratio(DecimalFraction(digits: 50, places: 2)), of: "A"), DrawDemand(.count(2)),
    ]
    options.maxLoad = 4
    let lists = try DrawLists(contentsOf: files, options)
    let draw = try Draw(from: lists, options)
    return (draw, DrawRecord(of: draw, from: lists, result: DrawCSV(draw).bytes), folder)
  }

  @Test("the CSV has a record per establishment, and no formula")
  func csv() throws {
    let lines = String(decoding: DrawCSV(try Self.made().draw).bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[1].hasPrefix("1,random,A,"))
    #expect(lines[5].hasPrefix("5,follow_up,,,E1,\"'=1+1, 店\",,,A,,P"))
  }

  @Test("a record is read back whole, and equals that of a replay")
  func record() throws {
    let made = try Self.made()
    let path = try made.folder.write(DrawJSON(made.record).bytes, to: "record.json")
    let read = try DrawRecord(contentsOf: path)
    #expect(read == made.record)
    let lists = try DrawLists(contentsOf: read.files, read.options)
    let again = try Draw(from: lists, read.options)
    let replayed = DrawRecord(of: again, from: lists, result: DrawCSV(again).bytes)
    #expect(read.differences(from: replayed).isEmpty)
    #expect(DrawJSON(replayed).bytes == DrawJSON(made.record).bytes)
    #expect(made.record.loads == 4...4)
  }

  @Test("what differs is named")
  func differences() throws {
    let (first, second) = (try Self.made(), try Self.made("8"))
    #expect(first.record.differences(from: second.record).map(\.part) == [.result])
    var other = first.record
    other.lists[0].sha256 = "0"
    other.strata[0].establishments += 1
    let differences = first.record.differences(from: other)
    #expect(differences.map(\.part) == [.list(.frame, path: other.lists[0].path), .strata])
    let frame = other.lists[0].path
    #expect(differences[0].message(in: .english).hasPrefix("SHA-256 of the frame, \(frame): recorded "))
    #expect(differences[1].message(in: .english) == "the strata: recorded A 2/4, B 2/3, found A 2/5, B 2/3")
  }

  @Test("what is no record of this scheme is refused")
  func badRecords() throws {
    let folder = try Scratch()
    for (text, kind) in [
      ("{", SpotCheckError.DrawProblem.badRecord), ("{\"schema\":\"spotcheck.draw/1\"}", .badRecord),
      ("{\"schema\":\"spotcheck.draw/2\"}", .otherScheme),
    ] {
      let path = try folder.write(text, to: "record.json")
      let error = #expect(throws: SpotCheckError.self) { try DrawRecord(contentsOf: path) }
      #expect(error?.kind == .badDraw(kind))
    }
  }

  @Test("the table says strata, assignments and loads in both languages")
  func table() throws {
    let draw = try Self.made().draw
    let english = DrawTable(draw, width: nil).text
    #expect(english.contains("A                       4      2      50.00\n"))
    #expect(english.hasSuffix("6 establishments, 3 inspectors with 4 each\n"))
    let chinese = DrawTable(draw, language: .simplifiedChinese, width: nil).text
    #expect(chinese.hasPrefix("随机种子：七 7\n"))
    #expect(chinese.hasSuffix("检查对象 6 户，检查人员 3 名，每人 4 户\n"))
  }
}
