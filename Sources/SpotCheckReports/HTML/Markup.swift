import SpotCheck

/// HTML or SVG being written: elements that are closed, text that is escaped.
struct Markup: Sendable {
  /// The text so far.
  private(set) var text = ""

  /// An attribute and its value; one without a value is written alone, a missing one not at all.
  typealias Attribute = (name: String, value: String?)

  /// Writes an element around what `body` writes.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ body: (inout Markup) -> Void
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>"
  }

  /// Writes an element around a text.
  mutating func element(_ name: String, _ attributes: [Attribute], _ text: Wording) {
    element(name, attributes) { $0.write(text) }
  }

  /// Writes an element without attributes around a text.
  mutating func element(_ name: String, _ text: Wording) { element(name, [], text) }

  /// Writes an element that has no content and no end.
  mutating func void(_ name: String, _ attributes: [Attribute] = []) { open(name, attributes) }

  /// Writes a text, in both languages where they differ.
  mutating func write(_ text: Wording) {
    guard !text.isShared else { return write(text.english) }
    for language in Language.allCases {
      element("span", [("lang", language.rawValue)]) { $0.write(text[language]) }
    }
  }

  /// Writes a text as it is, escaped.
  mutating func write(_ text: String) { self.text += Self.escaped(text) }

  /// Writes what is markup already.
  mutating func raw(_ markup: String) { text += markup }

  /// Ends the line, so that the source is fit to be compared.
  mutating func breakLine() { text += "\n" }

  private mutating func open(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)"
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      text += value.isEmpty ? " \(attribute.name)" : " \(attribute.name)=\"\(Self.escaped(value))\""
    }
    text += ">"
  }

  /// A text that markup cannot run: its special characters as entities, what steers a reader's screen as `�`.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(isSteering(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(escaped)
  }

  /// Whether a scalar is a control, a turn of the writing direction, or no character.
  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
  }
}
