/// Writes CSV by RFC 4180: comma, doubled quotes, records ended by a line feed.
///
/// Text that a spreadsheet would run as a formula is neutralised by a leading apostrophe; numbers are not text.
public struct CSVWriter: Sendable {
  /// The byte order mark by which spreadsheets know UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8]
  private var isAtRecordStart = true

  /// Creates a writer, with a byte order mark where asked.
  public init(byteOrderMark: Bool = true) {
    bytes = byteOrderMark ? Self.byteOrderMark : []
  }

  /// Writes a record of texts.
  public mutating func record(_ texts: [String]) {
    for text in texts { field(text) }
    endRecord()
  }

  /// Writes a text; a missing one is an empty field.
  public mutating func field(_ text: String?) {
    separate()
    guard var text else { return }
    text.withUTF8 { unsafe append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = unsafe text.first else { return }
    let isFormula = Self.formulaStarts.contains(first)
    guard unsafe isFormula || text.contains(where: Self.needsQuotes) else {
      unsafe bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for index in text.indices {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number; a missing one is an empty field.
  public mutating func field(_ number: Int?) {
    separate()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  /// Writes a double in full; one that is missing or not finite is an empty field.
  public mutating func field(_ number: Double?) {
    separate()
    guard let number, number.isFinite else { return }
    bytes.append(contentsOf: (number == 0 ? "0.0" : number.description).utf8)
  }

  /// What has been written since this was last called, once that is a megabyte; `nil` before.
  mutating func block() -> [UInt8]? {
    guard bytes.count >= 1 << 20 else { return nil }
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the record.
  public mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isAtRecordStart = true
  }

  private mutating func separate() {
    if !isAtRecordStart { bytes.append(UInt8(ascii: ",")) }
    isAtRecordStart = false
  }

  private static let formulaStarts = Array("=+-@\t\r".utf8)

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
