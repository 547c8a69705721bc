/// A text as a YAML scalar that reads back as that text: plain where that is safe, else in double quotes.
func yamlScalar(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  let isPlain =
    scalars.first.map(isWordScalar) ?? false
    && scalars.last.map { isWordScalar($0) || $0 == ")" } ?? false
    && scalars.allSatisfy { isWordScalar($0) || " ./-()".unicodeScalars.contains($0) }
  guard !isPlain else { return text }
  return "\"" + scalars.map(escaped).joined() + "\""
}

/// Letters, digits and the underscore, which mean nothing to YAML wherever they stand.
private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
  default: scalar == "_"
  }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\"": return "\\\""
  case "\\": return "\\\\"
  case "\n": return "\\n"
  case "\r": return "\\r"
  case "\t": return "\\t"
  // An ampersand in front of a word is refused as a possible anchor wherever it stands.
  case "&": return "\\x26"
  default:
    let isShown =
      scalar.properties.generalCategory != .control
      && scalar != "\u{2028}" && scalar != "\u{2029}"
    guard !isShown else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
