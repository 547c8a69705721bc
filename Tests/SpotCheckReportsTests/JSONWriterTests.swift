import Testing

@testable import SpotCheckReports

@Suite("JSON writer")
struct JSONWriterTests {
  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "doubles are the shortest that read back, and never NaN",
    arguments: [
      (0.1, "0.1"), (1.0, "1.0"), (-0.0, "0.0"), (1.0 / 3, "0.3333333333333333"), (1e-9, "1e-09"),
      (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ] as [(Double, String)])
  func doubles(value: Double, expected: String) {
    #expect(text { $0.number(value) } == expected)
  }

  @Test("members and elements are separated, empty containers are closed")
  func structure() {
    let written = text { writer in
      writer.object { writer in
        writer.member("a", 1)
        writer.key("b")
        writer.array([Int]()) { $0.number($1) }
        writer.key("c")
        writer.array([1, 2], onLines: true) { $0.number($1) }
        writer.member("d", nil as Bool?)
        writer.key("e")
        writer.object { _ in }
        writer.member("f", ["x", "y"])
      }
    }
    #expect(written == #"{"a":1,"b":[],"c":["# + "\n1,\n2" + #"],"d":null,"e":{},"f":["x","y"]}"#)
  }

  @Test(
    "text is escaped where JSON demands it and nowhere else",
    arguments: [
      ("食品/乳制品", "\"食品/乳制品\""), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1}\u{1F}", #""\n\r\t\u0001\u001f""#),
      ("", "\"\""),
    ])
  func texts(value: String, expected: String) {
    #expect(text { $0.text(value) } == expected)
  }

  @Test(
    "lines written on all processors are those written one after another",
    arguments: [0, 1, 15, 16, 17, 1_000])
  func lines(count: Int) {
    let elements = Array(0..<count)
    let apart = text { writer in
      writer.object { writer in
        writer.key("a")
        writer.arrayOfLines(elements) { $0.number($1) }
        writer.member("b", 1)
      }
    }
    let together = text { writer in
      writer.object { writer in
        writer.key("a")
        writer.array(elements, onLines: true) { $0.number($1) }
        writer.member("b", 1)
      }
    }
    #expect(apart == together)
  }
}
