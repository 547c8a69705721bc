import SpotCheckIngest
import TestSupport
import Testing

@Suite("What belongs to the first table")
struct NormalizerTests {
  private static let head = "id,date,score,result\n1,2024-01-02,5,P\n2,2024-01-03,6,P\n3,2024-01-04,7,F\n"

  private func normalized(
    _ text: String, recordLimit: Int = 16 << 20
  ) throws -> (table: String, leftovers: String, summary: NormalizedTable) {
    let scratch = try Scratch()
    var normalizer = try Normalizer(scratch.write(text, to: "dump.csv"), recordLimit: recordLimit)
    var table: [UInt8] = []
    var leftovers: [UInt8] = []
    while try normalizer.next(table: &table, leftovers: &leftovers) {}
    return (
      String(decoding: table, as: UTF8.self), String(decoding: leftovers, as: UTF8.self), normalizer.summary
    )
  }

  @Test("Whatever stands before a regular record belongs to the table, blank rows left out")
  func resumed() throws {
    let read = try normalized(Self.head + "\nnote\n4;2024;x\n,,\n5,2024-01-05,8,P\n")
    #expect(read.table == Self.head + "note\n4;2024;x\n5,2024-01-05,8,P\n")
    #expect(read.leftovers == "\n\n")
    #expect([read.summary.records, read.summary.raggedRecords, read.summary.blankRows] == [6, 2, 2])
  }

  @Test(
    "A table is over at its own header, or at that of another table, behind a blank row",
    arguments: [
      "id,date,score,result\n9,2024-01-09,1,P\n", "no,day,points,verdict\n9,2024-01-09,1,P\n",
      "kind,count\npass,2\n9,2024-01-09,1,P\n",
    ])
  func ended(later: String) throws {
    let read = try normalized(Self.head + "\n" + later)
    #expect(read.table == Self.head)
    #expect(read.leftovers == "\n" + later)
    #expect(read.summary.laterRows == later.split(separator: "\n").count)
    #expect(read.summary.noteRows == 0)
  }

  @Test("Behind a thousand rows that are not regular nothing belongs to the table")
  func endless() throws {
    let notes = String(repeating: "note\n", count: 1_000)
    let read = try normalized(Self.head + notes + "4,2024-01-05,8,P\n")
    #expect(read.table == Self.head)
    #expect(read.summary.noteRows == 1_000)
    #expect(read.summary.laterRows == 1)
  }

  @Test("A record too long to be held is a leftover, and the table goes on behind it")
  func overlong() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let read = try normalized(Self.head + long + "\n4,2024-01-05,8,P\n", recordLimit: 1 << 20)
    #expect(read.table == Self.head + "4,2024-01-05,8,P\n")
    #expect(read.leftovers == long + "\n")
  }

  @Test("The counts say what was written, whatever the dump")
  func counts() throws {
    for file in Corpus.files(of: "mixed") {
      let scratch = try Scratch()
      var normalizer = try Normalizer(scratch.write(file.bytes, to: "dump.csv"))
      var table: [UInt8] = []
      var leftovers: [UInt8] = []
      while try normalizer.next(table: &table, leftovers: &leftovers) {}
      let summary = normalizer.summary
      #expect(RFC4180.rows(of: table).count == summary.records + min(1, summary.headerRows))
      #expect(summary.records == file.records.count)
    }
  }
}
