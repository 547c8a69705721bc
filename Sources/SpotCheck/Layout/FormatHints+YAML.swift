import SpotCheckIngest

extension FormatHints {
  /// Reads the `input` of a layout.
  init(_ node: YAMLNode) throws(SpotCheckError) {
    self.init()
    let map = try node.mapping()
    try map.allow([
      "encoding", "delimiter", "quote", "escape", "record_end", "header_rows", "skip_rows", "ragged",
    ])
    encoding = try map["encoding"]?.wordOrAuto()
    if let node = map["delimiter"] { (delimiter, isPadded) = try node.delimiter() }
    quote = try map["quote"]?.quote()
    escape = try map["escape"]?.wordOrAuto()
    if let end: Dialect.RecordEnd = try map["record_end"]?.wordOrAuto() {
      endsAtCarriageReturn = end == .carriageReturn
    }
    if let rows = map["header_rows"], try rows.text() != "auto" {
      headerRows = try rows.integer(in: 0...3)
    }
    if let rows = map["skip_rows"], try rows.text() != "auto" {
      skipRows = try rows.integer(in: 0...1_000_000)
    }
    ragged = try map["ragged"]?.word() ?? .reject
  }
}

extension YAMLNode {
  /// One of the words of a closed set; `nil` for `auto`.
  fileprivate func wordOrAuto<Word: RawRepresentable & CaseIterable>() throws(SpotCheckError) -> Word?
  where Word.RawValue == String {
    let text = try text()
    guard text != "auto" else { return nil }
    guard let word = Word(rawValue: text) else {
      throw error(.expected(.oneOf(["auto"] + Word.allCases.map(\.rawValue))))
    }
    return word
  }

  /// A delimiter and whether spaces belong to it: `auto`, `tab`, `space`, or one character of ASCII that is no
  /// letter, digit, quote or line end, with or without a space behind it.
  fileprivate func delimiter() throws(SpotCheckError) -> (byte: UInt8?, isPadded: Bool?) {
    let text = try text()
    switch text {
    case "auto": return (nil, nil)
    case "tab", "\t": return (0x09, false)
    case "space", " ": return (0x20, false)
    default:
      guard let byte = text.utf8.first, text.utf8.dropFirst().isEmpty || text.dropFirst() == " ",
        (0x21...0x7E).contains(byte), byte != 0x22, !Self.isLetterOrDigit(byte)
      else { throw error(.expected(.delimiter)) }
      return (byte, text.utf8.count == 2)
    }
  }

  /// A quote: `auto`, `none`, or one character of ASCII that is no letter, digit, space or line end.
  fileprivate func quote() throws(SpotCheckError) -> UInt8?? {
    let text = try text()
    switch text {
    case "auto": return nil
    case "none": return .some(nil)
    default:
      guard let byte = text.utf8.first, text.utf8.count == 1, (0x21...0x7E).contains(byte),
        !Self.isLetterOrDigit(byte)
      else { throw error(.expected(.quote)) }
      return byte
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
