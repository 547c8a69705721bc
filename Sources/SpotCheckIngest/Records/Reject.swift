/// Why a record was rejected; a closed set, one reason a record.
public enum RejectReason: String, Sendable, CaseIterable, Comparable {
  /// More or fewer fields than the header.
  case fieldCount = "field-count"
  /// A mapped field is blank.
  case missingValue = "missing-value"
  /// No date pattern matches the whole value.
  case badDate = "bad-date"
  /// Not a decimal, or one with more than four places.
  case badNumber = "bad-number"
  /// A result label that no list has.
  case unknownLabel = "unknown-label"
  /// Bytes that the file's encoding cannot have, in a mapped column.
  case badEncoding = "bad-encoding"
  /// A quoted field that no quote closes properly.
  case unterminatedQuote = "unterminated-quote"
  /// More bytes than a record may have.
  case recordTooLong = "record-too-long"
  /// An identifier a spreadsheet has turned into a rounded number.
  case idPrecisionLost = "id-precision-lost"
  /// A region the strict table does not have.
  case unknownRegion = "unknown-region"

  /// By their names.
  public static func < (left: RejectReason, right: RejectReason) -> Bool { left.rawValue < right.rawValue }
}

/// A record that was not accepted, as data.
public struct Reject: Sendable, Equatable {
  /// The input it stands in, as it was given or found.
  public var file: String
  /// Its number in the file, from 1, not counting blank records and the header.
  public var recordNumber: Int
  /// The line it begins on, from 1, counting every line of the file.
  public var lineNumber: Int
  /// Where it begins, from 0, in the decompressed file.
  public var byteOffset: Int
  /// Why it was rejected.
  public var reason: RejectReason
  /// The header of the field at fault; `nil` when the record as a whole is.
  public var column: String?
  /// The field's text; for `field-count`, the number of fields found.
  public var value: String
  /// The record's own bytes without its end, clipped at 16 KiB.
  public var raw: [UInt8]
  /// The encoding of ``raw``: that of the file, or UTF-8 where it is UTF-16, which is read as UTF-8.
  public var rawEncoding = TextEncoding.utf8

  /// ``raw`` as text, as well as it can be shown; a character that clipping has cut is left out.
  public var rawText: String {
    guard rawEncoding == .gb18030 else { return String(decoding: raw, as: UTF8.self) }
    let decoder = GB18030Decoder()
    let decoded = (0...3).lazy.compactMap { decoder.decode(raw.dropLast($0)) }.first
    return String(decoding: decoded ?? raw, as: UTF8.self)
  }
}
