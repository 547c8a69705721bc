import Glibc

/// A way in which a table is written.
struct DumpStyle {
  var delimiter = ","
  var quote: String? = "\""
  var escape = Escape.doubled
  var quotesAll = false
  var lineEnd = "\n"
  var encoding = "UTF-8"
  /// Bytes in front of the text.
  var mark: [UInt8] = []

  enum Escape {
    case doubled, backslash
  }

  /// A record without its line end.
  func record(_ fields: [String]) -> String {
    fields.map(field).joined(separator: delimiter)
  }

  private func field(_ text: String) -> String {
    let separator = String(delimiter.prefix(1))
    guard let quote else {
      return escape == .backslash ? text.replacing(separator, with: "\\" + separator) : text
    }
    let isPlain = !text.contains(separator) && !text.contains(quote) && !text.contains("\n")
    if isPlain, !quotesAll { return text }
    let inner =
      escape == .doubled
      ? text.replacing(quote, with: quote + quote)
      : text.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
    return quote + inner + quote
  }

  /// The bytes of a text.
  func encoded(_ text: String) -> [UInt8] {
    mark + Self.convert(Array(text.utf8), to: encoding)
  }

  /// Converts UTF-8 by the C library.
  private static func convert(_ bytes: [UInt8], to encoding: String) -> [UInt8] {
    guard encoding != "UTF-8", let converter = unsafe iconv_open(encoding, "UTF-8") else { return bytes }
    defer { unsafe iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let room = target.count
    var left = room
    unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe target.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var fromLeft = input.count
        unsafe iconv(converter, &from, &fromLeft, &to, &left)
      }
    }
    return target.prefix(room - left).map { UInt8(bitPattern: $0) }
  }
}
