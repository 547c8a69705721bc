public import SpotCheck

/// The reject file: one record per rejected record, in the words of a language.
///
/// Rejects are handed over one at a time; memory does not grow with their number.
public struct RejectsCSV: Sendable {
  /// The language of the messages.
  public let language: Language
  private var writer: CSVWriter

  /// Characters a field may have.
  static let clip = 1000

  /// Creates a file that holds its header.
  public init(language: Language) {
    self.language = language
    writer = CSVWriter()
    writer.record([
      "file", "record", "line", "byte_offset", "reason", "column", "value", "message", "raw",
    ])
  }

  /// Adds a rejected record.
  public mutating func append(_ reject: Reject) {
    writer.field(reject.file)
    writer.field(reject.recordNumber)
    writer.field(reject.lineNumber)
    writer.field(reject.byteOffset)
    writer.field(reject.reason.rawValue)
    writer.field(reject.column)
    writer.field(Self.clipped(reject.value))
    writer.field(reject.reason.message(in: language))
    writer.field(Self.clipped(reject.rawText))
    writer.endRecord()
  }

  /// Hands over the bytes written since the last call.
  public mutating func takeBytes() -> [UInt8] {
    defer { writer = CSVWriter(byteOrderMark: false) }
    return writer.bytes
  }

  private static func clipped(_ text: String) -> String {
    text.unicodeScalars.count > clip
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(clip))) : text
  }
}
