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
        let own = first + count * part / parts..<first + count * (part + 1) / parts
        for index in own {
          lines.breakLine()
          body(&lines, elements[index])
          if index == own.lowerBound { lines.block.reserveCapacity(lines.block.count * own.count * 5 / 4) }
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
    separate()
    quote(name)
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
    guard let value else { return literal("null") }
    separate()
    quote(value)
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
    separate()
    let bytes = text.utf8Span.span
    block.append(addingCapacity: bytes.count) { end in
      for index in bytes.indices { end.append(bytes[index]) }
    }
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

  private mutating func quote(_ text: String) {
    let bytes = text.utf8Span.span
    block.append(addingCapacity: bytes.count * 6 + 2) { end in
      end.append(UInt8(ascii: "\""))
      for index in bytes.indices {
        let byte = bytes[index]
        if Self.needsEscape(byte) { Self.appendEscaped(byte, to: &end) } else { end.append(byte) }
      }
      end.append(UInt8(ascii: "\""))
    }
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Writes up to six bytes for one.
  private static func appendEscaped(_ byte: UInt8, to end: inout OutputSpan<UInt8>) {
    end.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): end.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): end.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): end.append(UInt8(ascii: "t"))
    case 0..<0x20:
      for text in [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")] { end.append(text) }
      end.append(UInt8(ascii: "0") + byte >> 4)
      end.append(byte & 15 + (byte & 15 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    default: end.append(byte)
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
