/// What a field's text looks like, judged by its bytes alone.
enum FieldKind {
  case blank, number, date, text

  /// The kind of a folded text.
  ///
  /// A number is digits with a sign, a decimal mark (point or comma), groups of three, an exponent or a per
  /// cent sign; a date or time is two to seven groups of at most four digits with marks between them.
  init(_ text: some Collection<UInt8>) {
    guard let first = text.first else {
      self = .blank
      return
    }
    guard text.count <= 40, Self.isDigit(first) || [0x2B, 0x2D, 0x2E].contains(first) else {
      self = .text
      return
    }
    let bytes = Array(text)
    self = Self.isNumber(bytes) ? .number : Self.isDate(bytes) ? .date : .text
  }

  /// Whether a column may be told from its header by the kind.
  var isTyped: Bool { self == .number || self == .date }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest.removeFirst() }
    if rest.last == UInt8(ascii: "%") { rest.removeLast() }
    if let exponent = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      var digits = rest[(exponent + 1)...]
      if let sign = digits.first, sign == 0x2B || sign == 0x2D { digits.removeFirst() }
      guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return false }
      rest = rest[..<exponent]
    }
    let groups = rest.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), groups.contains(where: { !$0.isEmpty }) else {
      return false
    }
    return groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
  }

  private static let dateMarks = Array("-/.: TZ+年月日".utf8)

  private static func isDate(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ isDigit($0) || dateMarks.contains($0) }) else { return false }
    let groups = bytes.split { !isDigit($0) }
    return (2...7).contains(groups.count) && groups.allSatisfy { $0.count <= 4 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
