import SpotCheck
import Testing

@testable import SpotCheckIngest
@testable import SpotCheckReports

@Suite("Sniff report")
struct SniffReportTests {
  private let file: SniffedFile = {
    var file = SniffedFile(
      path: "dump.csv", bytes: 12_345, compression: .gzip, encoding: .gb18030, hasByteOrderMark: false,
      dialect: Dialect(delimiter: 0x09, quote: nil), headerLine: 3,
      header: ["抽样单编号", "州市", "县区", "抽样日期", "检验结论"],
      records: [
        ["S1", "昆明市", "五华区", "2024-01-05", "合格"], ["S2", "昆明市", "五华区", "2024-01-06", "基本合格"],
        ["S3", "昆明市", "五华区", "2024-01-07", "合格"], ["S4", "昆明市", "五华区", "2024-01-08", "PASS"],
        ["S5", "昆明市", "五华区", "2024-01-09", "待检"], ["S6", "昆明市", "五华区", "2024-01-10", "不合格"],
      ])
    file.choices = [
      FormatChoice(.encoding, .validLines(6, of: 6)),
      FormatChoice(.delimiter, .agreement(records: 6, of: 7, fields: 5)),
      FormatChoice(.quote, .unseen), FormatChoice(.recordEnd, .recordEnds(7, of: 7)),
      FormatChoice(.headerRows, .kindsBegin),
    ]
    return file
  }()

  @Test("the golden texts", arguments: Language.allCases)
  func golden(language: Language) throws {
    let text = SniffReport([file]).text(language: language, width: 80)
    try expectSnapshot(text, named: "sniff.\(language.rawValue).txt")
  }

  @Test("the golden JSON")
  func goldenJSON() throws {
    try expectSnapshot(String(decoding: SniffReport([file]).json, as: UTF8.self), named: "sniff.json")
  }

  @Test("a file without header says so")
  func headless() {
    var file = file
    file.headerLine = nil
    file.header = []
    #expect(SniffReport([file]).text(language: .english, width: 80).contains("No row looks like a header."))
    #expect(LabelTally.labels(of: file).isEmpty)
  }

  @Test("labels are counted, the most frequent first, and never guessed")
  func labels() {
    let labels = LabelTally.labels(of: file)
    #expect(labels.map(\.text) == ["合格", "PASS", "不合格", "基本合格", "待检"])
    #expect(labels.map(\.count) == [2, 1, 1, 1, 1])
    #expect(labels.map(\.meaning) == [.pass, .pass, .fail, nil, .ignore])
  }
}
