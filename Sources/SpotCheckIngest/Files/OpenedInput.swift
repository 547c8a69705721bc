import Glibc

/// An input opened for scanning: its text as a source, how it is written, and what it took to get there.
struct OpenedInput {
  var file: InputFile
  /// The text to be scanned: decompressed, and in UTF-8 where fields cannot be told apart in its own bytes.
  var source: any ByteSource
  /// The size as stored; `nil` for a stream.
  let storedBytes: Int?
  let compression: Compression
  /// The encoding the input is stored in.
  let encoding: TextEncoding
  /// How the bytes of ``source`` were made from the stored ones.
  let transcoding: Transcoding
  let dialect: Dialect
  let recordEnd: Dialect.RecordEnd
  /// Why the encoding and the dialect are what they are.
  let choices: [FormatChoice]
  /// Bytes of the byte order mark at the front of the text.
  let markBytes: Int
  /// Bytes of the blank rows behind the mark, which may be any number.
  let blankBytes: Int
  /// The blank rows behind the mark.
  let blankRows: Int
  /// The first megabyte of the text from its first row with text on, or all of it.
  let head: [UInt8]
  /// Whether `head` is all of it.
  let isWhole: Bool

  /// Bytes of the text looked at to settle how it is written.
  static let headBytes = 1 << 20

  /// Where the head begins in the text.
  var headStart: Int { markBytes + blankBytes }

  /// Stored bytes before the head; blank rows are ASCII.
  var storedBytesBeforeHead: Int {
    switch transcoding {
    case .none, .gb18030: headStart
    case .utf16LittleEndian, .utf16BigEndian: (markBytes > 0 ? 2 : 0) + blankBytes * 2
    }
  }

  /// The encoding of ``source``.
  var textEncoding: TextEncoding { transcoding == .none ? encoding : .utf8 }

  /// Opens an input and settles its compression, by content, its encoding and its dialect.
  ///
  /// Parts that `hints` give are taken from there. Blank rows at the front are passed over, however many there
  /// are; then a megabyte is looked at, more, up to 8, where it holds fewer than 64 lines with text.
  init(
    _ file: InputFile, hints: FormatHints, expansionLimit: Int = IngestOptions().expansionLimit,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IngestError) {
    self.file = file
    let descriptor = file.isStandardInput ? dup(STDIN_FILENO) : unsafe open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw IngestError(errno == ENOENT ? .noSuchInput : .cannotRead(errno: errno), file: file.path)
    }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let isRegular = isKnown && status.st_mode & S_IFMT == S_IFREG && !file.isStandardInput
    storedBytes = isRegular ? Int(status.st_size) : nil

    let plain: any ByteSource
    if isRegular {
      plain = FileSource(path: file.path, descriptor: descriptor, size: Int(status.st_size))
    } else {
      let feed = DescriptorFeed(
        path: file.path, descriptor: descriptor, blockBytes: 256 << 10, isCancelled: isCancelled)
      plain = StreamSource(of: feed) { feed.bytesTaken }
    }
    compression = Self.compression(of: try plain.read(at: 0, count: 4))
    if compression != .none {
      let feed = DecompressingFeed(
        path: file.path, upstream: SourceFeed(plain), compression: compression,
        expansionLimit: expansionLimit)
      source = StreamSource(of: feed) { plain.bytesTaken }
    } else {
      source = plain
    }

    let start = try source.read(at: 0, count: Self.headBytes)
    let isAll = start.count < Self.headBytes
    let sniffed = EncodingSniffer.encoding(of: start, isWhole: isAll)
    guard let encoding = hints.encoding ?? sniffed?.encoding else {
      throw IngestError(.undecidableEncoding, file: file.path)
    }
    self.encoding = encoding
    transcoding = Transcoding(of: encoding) {
      DialectSniffer(of: start, isWhole: isAll, hints: hints, hidesASCII: true).dialect
    }
    if let feed = transcoding.feed(upstream: source) {
      let stored = source
      source = StreamSource(of: feed) { stored.bytesTaken }
    }
    markBytes = try Self.markBytes(of: source, encoding: encoding)
    let blank = try Self.blankRows(of: source, from: markBytes)
    (blankBytes, blankRows) = (blank.bytes, blank.rows)
    let headStart = markBytes + blank.bytes
    head =
      headStart == 0 && transcoding == .none && Self.hasLines(start)
      ? start : try Self.head(of: source, from: headStart)
    isWhole = try source.read(at: headStart + head.count, count: 1).isEmpty
    let sniffer = DialectSniffer(
      of: head, isWhole: isWhole, hints: hints, hidesASCII: encoding == .gb18030 && transcoding == .none)
    dialect = sniffer.dialect
    recordEnd = sniffer.recordEnd
    let reason = hints.encoding == nil ? sniffed?.reason : nil
    choices = [FormatChoice(.encoding, reason ?? .given)] + sniffer.choices
  }

  private static func compression(of magic: [UInt8]) -> Compression {
    if magic.starts(with: [0x1F, 0x8B]) { return .gzip }
    return magic == [0x28, 0xB5, 0x2F, 0xFD] ? .zstd : .none
  }
}

/// Reads a source from front to back, in pieces small enough that no decompressor can flood memory, and that most
/// expand to one block.
private final class SourceFeed: Feed, @unchecked Sendable {
  private let source: any ByteSource
  private var offset = 0

  init(_ source: any ByteSource) {
    self.source = source
  }

  func next(into block: inout [UInt8]) throws(IngestError) -> Bool {
    let bytes = try source.read(at: offset, count: 16 << 10)
    offset += bytes.count
    source.release(before: offset)
    block += bytes
    return !bytes.isEmpty
  }
}
