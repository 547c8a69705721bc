import SpotCheckSynthesis

extension DumpGenerator {
  /// The bytes of a range of the stream, header first, and their summary.
  func bytes(_ records: Range<Int>? = nil, blockSize: Int = 1 << 20) -> ([UInt8], DumpSummary) {
    var bytes: [UInt8] = []
    let summary = write(records ?? 0..<recipe.records, blockSize: blockSize) { bytes += $0 }
    return (bytes, summary)
  }

  /// The bytes of each record of the stream alone.
  func recordBytes() -> [[UInt8]] {
    let header = bytes(0..<0).0.count
    return (0..<recipe.records).map { Array(bytes($0..<$0 + 1).0.dropFirst(header)) }
  }

  /// The fields of each record; the dump must be well formed and in UTF-8.
  func fields() -> [[String]] {
    Array(SpotCheckSynthesisTests.fields(of: bytes().0).dropFirst())
  }
}

/// Reads well-formed RFC 4180 records, the plain way.
func fields(of bytes: [UInt8]) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var isInQuotes = false
  var closedJustNow = false
  for byte in bytes {
    let closed = closedJustNow
    closedJustNow = false
    switch byte {
    case UInt8(ascii: "\""):
      if closed { field.append(byte) }
      closedJustNow = isInQuotes
      isInQuotes.toggle()
    case UInt8(ascii: ",") where !isInQuotes, UInt8(ascii: "\n") where !isInQuotes:
      record.append(String(decoding: field, as: UTF8.self))
      field = []
      guard byte == UInt8(ascii: "\n") else { continue }
      records.append(record)
      record = []
    case UInt8(ascii: "\r") where !isInQuotes: break
    default: field.append(byte)
    }
  }
  return records
}
