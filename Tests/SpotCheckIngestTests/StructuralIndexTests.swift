import CSpotCheckScan
import Testing
import TestSupport

@testable import SpotCheckIngest

/// The kernels this machine has.
let kernels: [String] = ["scalar", "sse2", "avx2", "avx512", "neon"].filter { name in
  unsafe spotcheck_kernel_named(name) != SPOTCHECK_KERNEL_NONE
}

@Suite("Structural index against the plain scanner")
struct StructuralIndexTests {
  /// The records a kernel finds, read in windows that end after `window` bytes more than the last.
  private func records(
    _ text: [UInt8], kernel: String, dialect: Dialect, recordLimit: Int, window: Int? = nil
  ) -> [PlainScanner.Record] {
    var index = unsafe StructuralIndex(kernel: spotcheck_kernel_named(kernel))
    var records: [PlainScanner.Record] = []
    var start = 0
    var length = window ?? text.count
    while start < text.count {
      let end = min(start + length, text.count)
      // What stands behind a window is arbitrary: quotes and newlines would mislead a kernel that looked.
      let padding = [UInt8](repeating: start % 2 == 0 ? 0x22 : 0x0A, count: StructuralIndex.padding)
      let bytes = Array(text[start..<end]) + padding
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe index.scan(
          base, count: end - start, stop: end - start, isFinal: end == text.count, dialect: dialect,
          recordLimit: recordLimit)
      }
      var firstEnd = 0
      var recordStart = start
      for record in 0..<index.recordCount {
        let flagged = unsafe index.recordEnds[record]
        let lastEnd = Int(flagged & ~StructuralIndex.strayFlag)
        let ends = (firstEnd..<lastEnd).map { unsafe start + Int(index.fieldEnds[$0]) }
        records.append(.init(start: recordStart, fieldEnds: ends, isStray: flagged != UInt32(lastEnd)))
        recordStart = (ends.last ?? 0) + 1
        firstEnd = lastEnd
      }
      if index.recordCount == 0 { length += window ?? 1 } else { length = window ?? text.count }
      start += index.consumed
    }
    return records
  }

  static let cases: [String] = [
    "", "\n", "a", "a,b", "a,b\n", "a,b\r\n", "a,b\r\r\n", ",", ",,\n,,", "\"a\"", "\"a\"\n", "\"a\"\r\n",
    "\"\"", "\"\",\"\"\n",
    "\"a,b\",c\n", "\"a\nb\",c\nd,e\n", "\"a\"\"b\",c\n", "\"\"\"a\"\"\"\n", "\"a\"b,c\nd,e\n",
    "a\"b,c\nd,e\n",
    "a,\"b\nc,d\ne,f\n", "a,\"b,\"c\"\nd\n", "\"a\" ,b\nc,d\n", "x,\"", "x,\"\n", "x,\"\"\"", "x,\"y\"\r",
    "x,\"y\"\rz\nu,v\n", "\"a\"\r\r\nb\n",
    "a,\"b\"c,\"d\ne\",f\ng\n", "\"\"a\",b\n", String(repeating: "a,\"b,\"\"c\"\n", count: 40),
    String(repeating: "x", count: 63) + "\"," + "b\n", String(repeating: "x", count: 62) + ",\"\",b\nc\n",
    String(repeating: "y", count: 60) + ",\"a\",\"" + String(repeating: "z", count: 130) + "\"\n"
      + "\"q\"\r\n",
    "\"a\\\"b\",c\nd\n", "\"a\\\\\",c\n", "\"a\\", "a\\,b,c\nd\\\n", "a\\\r\nb\\", "\"a\\\"\nb,c\n",
    "a, \"b, c\", d\n", "  \"a\"\n \"b\n", "a, b, \"c\" \nd\n", " ", "a,  ", "a \"b c\" d\n",
  ]

  @Test("Cases", arguments: kernels)
  func cases(kernel: String) {
    for text in Self.cases {
      for dialect in [
        Dialect(), Dialect(quote: nil), Dialect(endsAtCarriageReturn: true),
        Dialect(delimiter: 0x22, quote: 0x2C), Dialect(escape: .backslash), Dialect(escape: .none),
        Dialect(isPadded: true), Dialect(quote: nil, escape: .backslash),
        Dialect(delimiter: 0x20, isPadded: true),
        Dialect(escape: .backslash, isPadded: true, endsAtCarriageReturn: true),
      ] {
        for limit in [16 << 20, 5] {
          let bytes = Array(text.utf8)
          let expected = PlainScanner(bytes, dialect: dialect, recordLimit: limit).records()
          #expect(
            records(bytes, kernel: kernel, dialect: dialect, recordLimit: limit) == expected,
            "\(text.debugDescription)")
        }
      }
    }
  }

  @Test("Random texts, whole and in windows", arguments: kernels, 0..<8)
  func randomTexts(kernel: String, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabets: [[UInt8]] = [
      Array("ab,\"\n".utf8), Array("aaaaaaaaaaaa,,\n\"\r".utf8),
      Array("abcdefghijklmnop,,,,\n".utf8) + [0xE4, 0xB8, 0xAD],
      Array(",\"\n\r".utf8), Array("a,\"\n\\ ".utf8), Array("aaaaaaaaaaaaaaaaaaaa, \"\"\n\\".utf8),
      Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,\"\"\n".utf8),
    ]
    for _ in 0..<1500 {
      let alphabet = alphabets[Int.random(in: alphabets.indices, using: &generator)]
      let count = Int.random(in: 0...400, using: &generator)
      let text = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
      let limit = Bool.random(using: &generator) ? 16 << 20 : Int.random(in: 1...90, using: &generator)
      let isPlain = Bool.random(using: &generator)
      let dialect = Dialect(
        escape: isPlain ? .doubled : Dialect.Escape.allCases.randomElement(using: &generator) ?? .none,
        isPadded: isPlain ? false : Bool.random(using: &generator),
        endsAtCarriageReturn: Int.random(in: 0..<8, using: &generator) == 0)
      let expected = PlainScanner(text, dialect: dialect, recordLimit: limit).records()
      #expect(records(text, kernel: kernel, dialect: dialect, recordLimit: limit) == expected)
      let window = Int.random(in: 1...150, using: &generator)
      #expect(
        records(text, kernel: kernel, dialect: dialect, recordLimit: limit, window: window) == expected,
        "window \(window)")
    }
  }
}
