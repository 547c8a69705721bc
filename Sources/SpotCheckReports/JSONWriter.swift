import SpotCheck

/// Writes canonical JSON: keys in the order they are given, shortest round-trip doubles, no locale.
///
/// A double that is not finite is written as `null`. Objects and arrays are written by closures, so that
/// every one that is opened is closed.
public struct JSONWriter: Sendable {
  private var finished: [[UInt8]] = []
  private var block: [UInt8] = []
  private var needsComma = false

  /// Creates a writer without text.
  public init() {}

  /// The text so far, in UTF-8.
  public var bytes: [UInt8] { blocks.reduce(into: []) { $0 += $1 } }

  /// The text so far, in UTF-8, as blocks one after another.
  var blocks: [[UInt8]] { finished + [block] }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(by: (UInt8(ascii: "{"), UInt8(ascii: "}")), body)
  }

  /// Writes an array with one element of `elements` after another, each on a line of its own where asked.
  public mutating func array<Element>(
    _ elements: some Sequence<Element>, onLines: Bool = false,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    enclosed(by: (UInt8(ascii: "["), UInt8(ascii: "]"))) { writer in
      for element in elements {
        if onLines { writer.breakLine() }
        body(&writer, element)
      }
    }
  }

  /// Writes an array with one element of `elements` after another, each on a line of its own, on all processors.
  mutating func arrayOfLines<Elements: RandomAccessCollection & Sendable>(
    _ elements: Elements, _ body: @Sendable (inout JSONWriter, Elements.Element) -> Void
  ) where Elements.Index == Int {
    enclosed(by: (UInt8(ascii: "["), UInt8(ascii: "]"))) { writer in
      let count = elements.count
      let parts = min(count, Self.parts)
      let lines = Array(concurrently: parts) { part in
        var lines = JSONWriter()
        lines.needsComma = part > 0
        let first = elements.startIndex
        for index in first + count * part / parts..<first + count * (part + 1) / parts {
          lines.breakLine()
          body(&lines, elements[index])
        }
        return lines.block
      }
      writer.finished.append(writer.block)
      writer.finished += lines
      writer.block = []
    }
  }

  /// How many parts the lines of an array are shared out in.
  private static let parts = 16

  /// Writes a member's name; its value follows.
  public mutating func key(_ name: String) {
    text(name)
    block.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Begins a new line before the next member or element.
  public mutating func breakLine() {
    separate()
    block.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes a text, or `null`.
  public mutating func text(_ value: String?) {
    guard var value else { return literal("null") }
    separate()
    block.append(UInt8(ascii: "\""))
    value.withUTF8 { text in
      if unsafe text.contains(where: Self.needsEscape) {
        for index in text.indices { appendEscaped(unsafe text[index]) }
      } else {
        unsafe block.append(contentsOf: text)
      }
    }
    block.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number, or `null`.
  public mutating func number(_ value: Int?) {
    literal(value.map { String($0) } ?? "null")
  }

  /// Writes the shortest decimal that reads back as the same double; `null` where it is not finite.
  public mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return literal("null") }
    literal(value == 0 ? "0.0" : value.description)
  }

  /// Writes `true`, `false` or `null`.
  public mutating func flag(_ value: Bool?) {
    literal(value.map { $0 ? "true" : "false" } ?? "null")
  }

  private mutating func literal(_ text: String) {
    var text = text
    separate()
    text.withUTF8 { unsafe block.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { block.append(UInt8(ascii: ",")) }
  }

  private mutating func enclosed(by marks: (UInt8, UInt8), _ body: (inout JSONWriter) -> Void) {
    separate()
    block.append(marks.0)
    needsComma = false
    body(&self)
    block.append(marks.1)
    needsComma = true
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): block.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case UInt8(ascii: "\n"): block.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): block.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): block.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      block.append(contentsOf: "\\u00".utf8)
      block.append(digits[Int(byte >> 4)])
      block.append(digits[Int(byte & 15)])
    default: block.append(byte)
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a text, or `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    text(value)
  }

  /// Writes a member that is a whole number, or `null`.
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    number(value)
  }

  /// Writes a member that is a double, or `null`.
  public mutating func member(_ name: String, _ value: Double?) {
    key(name)
    number(value)
  }

  /// Writes a member that is `true`, `false` or `null`.
  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    flag(value)
  }

  /// Writes a member that is an array of texts.
  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.text($1) }
  }
}
