/// Turns the raw bytes of fields into text, in the encoding and dialect of one file.
///
/// Meant for distinct values and for words to people: the hot path compares raw bytes.
final class FieldText {
  private let encoding: TextEncoding
  private let dialect: Dialect
  private let gb18030: GB18030Decoder?

  init(encoding: TextEncoding, dialect: Dialect) {
    self.encoding = encoding
    self.dialect = dialect
    self.gb18030 = encoding == .gb18030 ? GB18030Decoder() : nil
  }

  /// The field's text, unquoted, width-folded and trimmed; `nil` where the bytes are not of the encoding.
  func text(of raw: some Collection<UInt8>) -> [UInt8]? {
    let content = content(of: raw)
    guard let decoded = decoded(content) else { return nil }
    return TextFolding.fold(utf8: decoded)
  }

  /// The field without the quotes it stands in; as it is where it stands in none.
  @inline(__always)
  func unquoted(_ field: RawField) -> RawField {
    guard field.length >= 2, let quote = dialect.quote else { return field }
    let isQuoted = unsafe field.start[0] == quote && field.start[field.length - 1] == quote
    return unsafe isQuoted ? RawField(start: field.start + 1, length: field.length - 2) : field
  }

  /// The field's text as well as it can be shown, unquoted but otherwise as it stands.
  func shown(_ raw: some Collection<UInt8>) -> String {
    let content = content(of: raw)
    return String(decoding: decoded(content) ?? content, as: UTF8.self)
  }

  /// The field's text in UTF-8, unquoted but otherwise as it stands; U+FFFD for bytes not of the encoding.
  func utf8(of raw: some Collection<UInt8>) -> [UInt8] {
    let content = content(of: raw)
    return decoded(content) ?? Array(String(decoding: content, as: UTF8.self).utf8)
  }

  /// A whole record's text in UTF-8, as it stands.
  func utf8(ofRecord raw: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(raw)
    return decoded(bytes) ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Whether a field opens and closes with `quote`, and every quote in between is written as it must be.
  static func isQuoted(_ field: ArraySlice<UInt8>, by quote: UInt8, escape: Dialect.Escape) -> Bool {
    guard field.count >= 2, field.first == quote, field.last == quote else { return false }
    var index = field.startIndex + 1
    while index < field.endIndex - 1 {
      if field[index] == 0x5C, escape == .backslash {
        index += 2
      } else if field[index] == quote {
        guard escape != .none, index + 1 < field.endIndex - 1, field[index + 1] == quote else { return false }
        index += 2
      } else {
        index += 1
      }
    }
    return index == field.endIndex - 1
  }

  /// The bytes between the quotes, with escapes undone; all bytes where the field is not rightly quoted.
  private func content(of raw: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(raw)
    if dialect.isPadded { bytes = Array(bytes.drop { $0 == 0x20 }) }
    let escapes = dialect.escape == .backslash
    guard let quote = dialect.quote, Self.isQuoted(bytes[...], by: quote, escape: dialect.escape) else {
      return escapes && bytes.contains(0x5C) ? withoutBackslashes(bytes) : bytes
    }
    bytes.removeFirst()
    bytes.removeLast()
    if escapes, bytes.contains(0x5C) { return withoutBackslashes(bytes) }
    return bytes.contains(quote) ? withoutDoubling(bytes, of: quote) : bytes
  }

  private func withoutDoubling(_ bytes: [UInt8], of quote: UInt8) -> [UInt8] {
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      single.append(bytes[index])
      index += bytes[index] == quote && index + 1 < bytes.count && bytes[index + 1] == quote ? 2 : 1
    }
    return single
  }

  /// The bytes without backslashes that stand before a quote, a delimiter, a line end or a backslash.
  private func withoutBackslashes(_ bytes: [UInt8]) -> [UInt8] {
    let escapable: [UInt8?] = [dialect.quote, dialect.delimiter, 0x5C, 0x0A, 0x0D]
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if bytes[index] == 0x5C, let next, escapable.contains(next) {
        plain.append(next)
        index += 2
      } else {
        plain.append(bytes[index])
        index += bytes[index] == dialect.quote && next == dialect.quote ? 2 : 1
      }
    }
    return plain
  }

  private func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    switch encoding {
    case .gb18030: bytes.allSatisfy { $0 < 0x80 } ? bytes : gb18030?.decode(bytes)
    case .windows1252: Windows1252.decode(bytes)
    case .utf8, .utf16LittleEndian, .utf16BigEndian:
      String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }
  }
}
