import Glibc

/// An input opened for scanning: its text as a source, and what it took to get there.
struct OpenedInput {
  var file: InputFile
  /// The text to be scanned: decompressed, and UTF-8 where the input is UTF-16.
  var source: any ByteSource
  /// The size as stored; `nil` for a stream.
  var storedBytes: Int?
  var compression: Compression
  var encoding: TextEncoding
  /// Bytes of the byte order mark at the front of the text.
  var markBytes: Int
  /// The first megabyte of the text behind the mark, or all of it.
  var head: [UInt8]
  /// Whether `head` is all of it.
  var isWhole: Bool

  /// Bytes of the text looked at to settle how it is written.
  static let headBytes = 1 << 20

  /// Opens an input and settles its compression, by content, and its encoding.
  init(
    _ file: InputFile, encoding hint: TextEncoding?, expansionLimit: Int = IngestOptions().expansionLimit
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
      let feed = DescriptorFeed(path: file.path, descriptor: descriptor, blockBytes: 256 << 10)
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
    guard let encoding = hint ?? EncodingSniffer.encoding(of: start, isWhole: start.count < Self.headBytes)
    else {
      throw IngestError(.undecidableEncoding, file: file.path)
    }
    self.encoding = encoding
    if encoding.isUTF16 {
      let bytes = source
      let feed = TranscodingFeed(upstream: bytes, isBigEndian: encoding == .utf16BigEndian)
      source = StreamSource(of: feed) { bytes.bytesTaken }
      head = try source.read(at: 0, count: Self.headBytes)
    } else {
      head = start
    }
    isWhole = head.count < Self.headBytes
    markBytes = encoding != .gb18030 && head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    head.removeFirst(markBytes)
  }

  private static func compression(of magic: [UInt8]) -> Compression {
    if magic.starts(with: [0x1F, 0x8B]) { return .gzip }
    return magic == [0x28, 0xB5, 0x2F, 0xFD] ? .zstd : .none
  }
}

/// Reads a source from front to back, in pieces small enough that no decompressor can flood memory.
private final class SourceFeed: Feed, @unchecked Sendable {
  private let source: any ByteSource
  private var offset = 0

  init(_ source: any ByteSource) {
    self.source = source
  }

  func next(into block: inout [UInt8]) throws(IngestError) -> Bool {
    let bytes = try source.read(at: offset, count: 32 << 10)
    offset += bytes.count
    source.release(before: offset)
    block += bytes
    return !bytes.isEmpty
  }
}
