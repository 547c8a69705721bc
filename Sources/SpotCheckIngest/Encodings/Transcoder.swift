/// Turns stored bytes into UTF-8, a block at a time.
protocol Transcoder: Sendable {
  /// Appends the UTF-8 of `input`, which need not end at a character.
  mutating func transcode(_ input: [UInt8], into output: inout [UInt8])

  /// Appends what is left of a character that was cut off.
  mutating func finish(into output: inout [UInt8])
}

/// How the text that is scanned was made from the stored bytes.
enum Transcoding: Sendable {
  /// They are the same.
  case none
  case utf16LittleEndian
  case utf16BigEndian
  case gb18030

  /// What a text of this encoding needs before it can be scanned.
  ///
  /// GB18030 is scanned as it is stored, unless its dialect uses a byte that may be part of a character, such
  /// as the bar and the backslash.
  init(of encoding: TextEncoding, dialect: () -> Dialect) {
    switch encoding {
    case .utf8, .windows1252: self = .none
    case .utf16LittleEndian: self = .utf16LittleEndian
    case .utf16BigEndian: self = .utf16BigEndian
    case .gb18030:
      let dialect = dialect()
      let marks = [dialect.delimiter, dialect.quote ?? 0, dialect.escape == .backslash ? 0x5C : 0]
      self = marks.contains { $0 >= 0x30 } ? .gb18030 : .none
    }
  }

  /// The text made from `upstream`; `nil` where it is scanned as it is.
  func feed(upstream: any ByteSource) -> (any Feed)? {
    switch self {
    case .none: nil
    case .utf16LittleEndian: TranscodingFeed(upstream, by: UTF16Transcoder(isBigEndian: false))
    case .utf16BigEndian: TranscodingFeed(upstream, by: UTF16Transcoder(isBigEndian: true))
    case .gb18030: TranscodingFeed(upstream, by: GB18030Transcoder())
    }
  }

  /// Stored bytes that `text` stands for.
  func sourceBytes(of text: some Collection<UInt8>) -> Int {
    switch self {
    case .none: text.count
    case .utf16LittleEndian, .utf16BigEndian: UTF16Transcoder.sourceBytes(of: text)
    case .gb18030: GB18030Transcoder.sourceBytes(of: Array(text))
    }
  }
}
