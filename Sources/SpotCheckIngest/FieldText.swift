/// Turns the raw bytes of fields into text, in the encoding and dialect of one file.
///
/// Meant for distinct values and for words to people: the hot path compares raw bytes.
final class FieldText {
  private let encoding: TextEncoding
  private let quote: UInt8?
  private let gb18030: GB18030Decoder?

  init(encoding: TextEncoding, quote: UInt8?) {
    self.encoding = encoding
    self.quote = quote
    self.gb18030 = encoding == .gb18030 ? GB18030Decoder() : nil
  }

  /// The field's text, unquoted, width-folded and trimmed; `nil` where the bytes are not of the encoding.
  func text(of raw: some Collection<UInt8>) -> [UInt8]? {
    let content = content(of: raw)
    guard let decoded = decoded(content) else { return nil }
    return TextFolding.fold(utf8: decoded)
  }

  /// The field's text as well as it can be shown, unquoted but otherwise as it stands.
  func shown(_ raw: some Collection<UInt8>) -> String {
    let content = content(of: raw)
    return String(decoding: decoded(content) ?? content, as: UTF8.self)
  }

  /// The bytes between the quotes, doubled quotes made single; all bytes where the field is not quoted.
  private func content(of raw: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(raw)
    guard let quote, bytes.first == quote, bytes.count >= 2, bytes.last == quote else { return bytes }
    bytes.removeFirst()
    bytes.removeLast()
    guard bytes.contains(quote) else { return bytes }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      single.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    return single
  }

  private func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    switch encoding {
    case .gb18030: bytes.allSatisfy { $0 < 0x80 } ? bytes : gb18030?.decode(bytes)
    default: String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }
  }
}
