import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite("Sniffing")
struct SniffTests {
  private func sniffed(_ bytes: [UInt8], _ hints: FormatHints = FormatHints()) throws -> SniffedFile {
    let scratch = try Scratch()
    return try sniff(scratch.write(bytes, to: "dump.csv"), hints: hints)
  }

  private func reason(of setting: FormatChoice.Setting, in file: SniffedFile) -> FormatChoice.Reason? {
    file.choices.first { $0.setting == setting }?.reason
  }

  @Test("Every setting is reported once, with its reason")
  func reasons() throws {
    let file = try sniffed(
      Array("Report\na;date;\"c\"\r\n1;2024-01-02;x\r\n2;2024-01-03;\"y\"\"z\"\r\n".utf8))
    #expect(file.choices.map(\.setting) == FormatChoice.Setting.allCases)
    #expect(
      file.choices.map(\.reason) == [
        .onlyASCII, .agreement(records: 3, of: 4, fields: 3), .closesFields(2), .doubledQuotes(1),
        .recordEnds(3, of: 4), .kindsBegin,
      ])
    #expect(file.header == ["a", "date", "c"])
    #expect([file.titleRows, file.headerRows, file.headerLine] == [1, 1, 2])
    #expect(file.recordEnd == .carriageReturnLineFeed)
  }

  @Test("What the layout gives is taken and said to be given")
  func hints() throws {
    var hints = FormatHints()
    hints.encoding = .windows1252
    hints.delimiter = 0x2C
    hints.quote = .some(nil)
    hints.escape = .backslash
    hints.endsAtCarriageReturn = false
    hints.headerRows = 2
    let file = try sniffed(Array("x;\"y\nu;v\n1;2\n".utf8), hints)
    #expect(file.choices.allSatisfy { $0.reason == .given })
    #expect(file.encoding == .windows1252)
    #expect(file.dialect == Dialect(quote: nil, escape: .backslash))
    #expect(file.header == ["x;\"y u;v"])
  }

  @Test("Windows-1252 is the last resort, and every byte of it is a character")
  func windows1252() throws {
    let file = try sniffed(
      Array("Name,Ort,Kurs\nM".utf8) + [0xFC] + Array("ller,K".utf8) + [0xF6, 0x6C, 0x6E, 0x2C, 0x80, 0x0A])
    #expect(file.encoding == .windows1252)
    #expect(file.records == [["Müller", "Köln", "€"]])
    #expect(reason(of: .encoding, in: file) == .loneBytes(3, of: 3))
    #expect(Windows1252.decode([0x41, 0x81, 0x9F, 0xE9]) == Array("A\u{81}Ÿé".utf8))
  }

  @Test("A file with zero bytes that is no UTF-16 is refused")
  func binary() throws {
    let bytes: [UInt8] = [0x7F, 0x45, 0x00, 0xFF, 0x0A, 0x80, 0x81, 0xFF, 0x20, 0x90, 0x0A, 0xFE, 0x41]
    #expect(throws: IngestError.self) { try sniffed(bytes) }
  }

  @Test("Lone carriage returns end records only where they outnumber line feeds")
  func recordEnds() {
    #expect(RecordEnds(in: Array("a\rb\rc\n".utf8)).most == .carriageReturn)
    #expect(RecordEnds(in: Array("a\rb\nc\n".utf8)).most == .lineFeed)
    #expect(RecordEnds(in: Array("a\r\r\nb\r\r\nc\n".utf8)).most == .doubledCarriageReturn)
    #expect(RecordEnds(in: []).most == .lineFeed)
  }

  @Test(
    "Kinds of fields",
    arguments: [
      ("", .blank), ("12", .number), ("-1.5e-3", .number), ("1,234,567.8", .number), ("98.3%", .number),
      ("2024-01-02", .date), ("02.01.2024", .date), ("2024年1月2日", .date), ("10:30", .date),
      ("1-2-3-4-5-6-7-8", .text), ("12 Main St", .text), ("合格", .text), ("-", .text), ("SC123", .text),
    ] as [(String, FieldKind)])
  func kinds(text: String, kind: FieldKind) {
    #expect(FieldKind(Array(text.utf8)) == kind)
  }

  @Test("A bar in GB18030 is told from the second byte of a character, and offsets count stored bytes")
  func transcoded() throws {
    // 云南 and a character whose second byte is that of a bar.
    let region: [UInt8] = [0xD4, 0xC6, 0xC4, 0xCF, 0x81, 0x7C]
    let stored = Array("region|result\n".utf8) + region + Array("|P\n".utf8) + region + Array("|?\n".utf8)
    let scratch = try Scratch()
    var schema = Schema(
      result: ResultSource(
        fields: [FieldSource(name: "result", columns: [.header("result")])],
        rule: .labels(LabelSet(pass: ["P"], fail: ["F"], ignore: []))))
    schema.dimensions = [
      DimensionSource(name: "region", levels: [FieldSource(name: "region", columns: [.header("region")])])
    ]
    let read = try ingest([scratch.write(stored, to: "dump.csv")], schema: schema)
    #expect(read.total.accepted == 1)
    #expect(read.files.map(\.encoding) == [.gb18030])
    #expect(read.firstRejects.map(\.byteOffset) == [23])
    #expect(read.firstRejects.map(\.reason) == [.unknownLabel])
  }

  @Test("Analysis reads headers of several rows and blank rows in front of them")
  func header() throws {
    let text =
      String(repeating: "\n", count: 3_000) + "Title\nsample,,check\nregion,no,result\nA,1,P\nB,2,F\n"
    let schema = Schema(
      result: ResultSource(
        fields: [FieldSource(name: "result", columns: [.header("check result")])],
        rule: .labels(LabelSet(pass: ["P"], fail: [], ignore: []))))
    let scratch = try Scratch()
    let read = try ingest([scratch.write(text, to: "dump.csv")], schema: schema)
    #expect(read.total.accepted == 1)
    #expect(read.total.blank == 0)
    #expect(read.firstRejects.map(\.lineNumber) == [3_005])
  }
}
