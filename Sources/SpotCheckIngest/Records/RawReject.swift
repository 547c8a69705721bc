/// A whole rejected record in the bytes of its file, so that it can be mended and read again.
///
/// Behind the ``head`` of their file, raw rejects read again are the same rejects.
public struct RawReject: Sendable, Equatable {
  /// The input it stands in, as it was given or found.
  public var file: String
  /// What the file has before its first record: byte order mark, title rows, header.
  public var head: [UInt8]
  /// The record with its end, and behind one with a quote out of place a blank record.
  ///
  /// The blank record holds a quote that no quoted field can have, so that the record before it cannot grow
  /// into the one behind it.
  public var bytes: [UInt8]
}

/// What a file's raw rejects have in common.
struct RawRejectForm: Sendable {
  /// The encoding of the text that is scanned.
  let encoding: TextEncoding
  private let path: String
  private let transcoding: Transcoding
  private let dialect: Dialect
  private let head: [UInt8]

  /// Takes the text before the first record, byte order mark included.
  ///
  /// GB18030 that had to be turned into UTF-8 for scanning is left so.
  init(path: String, encoding: TextEncoding, transcoding: Transcoding, dialect: Dialect, head: [UInt8]) {
    self.path = path
    self.encoding = encoding
    self.transcoding = transcoding
    self.dialect = dialect
    self.head = Self.encoded(head, as: transcoding)
  }

  /// The raw reject of a record whose text is `text`, with its end where it has one.
  func reject(_ text: [UInt8], isStray: Bool) -> RawReject {
    var text = text
    if text.last != dialect.newline { text.append(dialect.newline) }
    if isStray, let quote = dialect.quote { text += [quote, 0x20, quote, dialect.newline] }
    return RawReject(file: path, head: head, bytes: Self.encoded(text, as: transcoding))
  }

  private static func encoded(_ text: [UInt8], as transcoding: Transcoding) -> [UInt8] {
    switch transcoding {
    case .utf16LittleEndian: UTF16Transcoder.source(of: text, isBigEndian: false)
    case .utf16BigEndian: UTF16Transcoder.source(of: text, isBigEndian: true)
    default: text
    }
  }
}
