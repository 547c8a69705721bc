import CSpotCheckScan

@testable import SpotCheckIngest

extension Target {
  /// Every kernel against the plain scanner, over a whole text and in windows.
  static let scanner = Target(name: "scanner") { input in
    let dialect = Dialect(
      delimiter: input.pick([0x2C, 0x3B, 0x09, 0x22]), quote: input.pick([0x22, 0x22, 0x27, nil]),
      endsAtCarriageReturn: input.number(below: 4) == 1)
    guard dialect.delimiter != dialect.quote else { return }
    let limit = input.pick([16 << 20, 16 << 20, 1 + input.number(below: 256)])
    let window = 1 + input.number(below: 256)
    let expected = PlainScanner(input.bytes, dialect: dialect, recordLimit: limit).records()
    for name in ["scalar", "sse2", "avx2", "avx512", "neon"] {
      let kernel = spotcheck_kernel_named(name)
      guard kernel != SPOTCHECK_KERNEL_NONE else { continue }
      for bytes in [input.bytes.count, window] {
        let found = recordsFound(
          in: input.bytes, kernel, dialect: dialect, recordLimit: limit, window: max(1, bytes))
        check(found == expected, "\(name) in windows of \(bytes): \(found), not \(expected)")
      }
    }
  }
}

/// The records that a kernel finds, read in windows that grow until a record is whole.
private func recordsFound(
  in text: [UInt8], _ kernel: spotcheck_kernel, dialect: Dialect, recordLimit: Int, window: Int
) -> [PlainScanner.Record] {
  var index = StructuralIndex(kernel: kernel)
  var records: [PlainScanner.Record] = []
  var start = 0
  var length = window
  while start < text.count {
    let end = min(start + length, text.count)
    let bytes = Array(text[start..<end]) + [UInt8](repeating: 0x22, count: StructuralIndex.padding)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      index.scan(
        base, count: end - start, stop: end - start, isFinal: end == text.count, dialect: dialect,
        recordLimit: recordLimit)
    }
    var firstEnd = 0
    var recordStart = start
    for record in 0..<index.recordCount {
      let flagged = index.recordEnds[record]
      let lastEnd = Int(flagged & ~StructuralIndex.strayFlag)
      let ends = (firstEnd..<lastEnd).map { start + Int(index.fieldEnds[$0]) }
      records.append(.init(start: recordStart, fieldEnds: ends, isStray: flagged != UInt32(lastEnd)))
      recordStart = (ends.last ?? 0) + 1
      firstEnd = lastEnd
    }
    length = index.recordCount == 0 ? length + window : window
    start += index.consumed
  }
  return records
}
