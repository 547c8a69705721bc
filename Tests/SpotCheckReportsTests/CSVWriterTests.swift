import SpotCheckReports
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  private func text(_ body: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter(byteOrderMark: false)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "fields are quoted where RFC 4180 demands it, and formulas neutralised",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
      ("=1+1", "\"'=1+1\""),
      ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@a", "\"'@a\""), ("\ta", "\"'\ta\""), ("\r", "\"'\r\""),
      ("*", "*"),
      ("", ""), ("a=b", "a=b"),
    ])
  func fields(value: String, expected: String) {
    #expect(text { $0.field(value) } == expected)
  }

  @Test("negative numbers are numbers, missing ones are empty")
  func numbers() {
    let written = text { writer in
      writer.field(-0.5)
      writer.field(nil as Int?)
      writer.field(Double.nan)
      writer.field(-3)
      writer.endRecord()
      writer.record(["a", "b"])
    }
    #expect(written == "-0.5,,,-3\na,b\n")
  }
}
