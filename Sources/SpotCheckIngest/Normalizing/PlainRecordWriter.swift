/// Writes records as UTF-8 with commas, line feeds and the quotes of RFC 4180.
struct PlainRecordWriter {
  private let text: FieldText
  /// Whether a field without quotes and backslashes means its own bytes.
  private let readsPlainly: Bool
  private let quote: UInt8?

  init(_ text: FieldText, encoding: TextEncoding, dialect: Dialect) {
    self.text = text
    quote = dialect.quote
    readsPlainly = !dialect.isPadded && dialect.escape != .backslash
  }

  /// A record of fields that are ranges of `bytes`.
  func record(_ fields: [Range<Int>], of bytes: [UInt8]) -> [UInt8] {
    var record: [UInt8] = []
    append(fields, of: bytes, to: &record)
    return record
  }

  /// Appends a record of fields that are ranges of `bytes`.
  func append(_ fields: [Range<Int>], of bytes: [UInt8], to output: inout [UInt8]) {
    for (position, range) in fields.enumerated() {
      if position > 0 { output.append(0x2C) }
      let field = bytes[range]
      if readsPlainly, field.first != quote, field.allSatisfy({ $0 < 0x80 }) {
        append(field, to: &output)
      } else {
        append(text.utf8(of: field)[...], to: &output)
      }
    }
    output.append(0x0A)
  }

  /// Appends a record of texts.
  func append(_ texts: [String], to output: inout [UInt8]) {
    for (position, text) in texts.enumerated() {
      if position > 0 { output.append(0x2C) }
      append(Array(text.utf8)[...], to: &output)
    }
    output.append(0x0A)
  }

  private func append(_ field: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard field.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      output += field
      return
    }
    output.append(0x22)
    for byte in field {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }
}
