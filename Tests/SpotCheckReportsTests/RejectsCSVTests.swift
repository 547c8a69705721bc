import SpotCheck
import SpotCheckReports
import Testing

@testable import SpotCheckIngest

@Suite("Reject file")
struct RejectsCSVTests {
  @Test("the golden texts", arguments: Language.allCases)
  func golden(language: Language) throws {
    var file = RejectsCSV(language: language)
    for reject in ReportSamples.rejects { file.append(reject) }
    let text = String(decoding: file.takeBytes(), as: UTF8.self)
    try expectSnapshot(text, named: "rejects.\(language.rawValue).csv")
  }

  @Test("bytes are handed over once")
  func takesOnce() {
    var file = RejectsCSV(language: .english)
    let header = file.takeBytes()
    #expect(header.last == 0x0A)
    #expect(file.takeBytes().isEmpty)
  }

  @Test("bytes of GB18030 are shown as text, a cut character left out")
  func decodes() {
    var file = RejectsCSV(language: .english)
    var reject = ReportSamples.rejects[0]
    reject.raw = [0xBA, 0xCF, 0xB8, 0xF1, 0x2C, 0xB2]
    reject.rawEncoding = .gb18030
    file.append(reject)
    #expect(String(decoding: file.takeBytes(), as: UTF8.self).hasSuffix(",\"合格,\"\n"))
  }

  @Test("fields are clipped at 1,000 characters")
  func clips() {
    var file = RejectsCSV(language: .english)
    _ = file.takeBytes()
    let long = String(repeating: "长", count: 5000)
    file.append(
      Reject(
        file: "a", recordNumber: 1, lineNumber: 2, byteOffset: 3, reason: .badDate, column: nil, value: long,
        raw: Array(long.utf8)))
    let text = String(decoding: file.takeBytes(), as: UTF8.self)
    let fields = text.split(separator: ",").map(String.init)
    #expect(fields.last == String(repeating: "长", count: 1000) + "\n")
    #expect(fields.contains(String(repeating: "长", count: 1000)))
  }
}
