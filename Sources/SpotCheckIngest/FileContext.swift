import Foundation
import Synchronization

/// One input while it is read: its text, its columns, and the chain of its chunks.
final class FileContext: Sendable {
  let file: InputFile
  /// Its position among the inputs, in byte order of paths.
  let index: Int
  /// Its rank as a version.
  let rank: Int
  private let held: Mutex<any ByteSource>
  let storedBytes: Int?
  let compression: Compression
  /// The encoding of the text that is scanned.
  let encoding: TextEncoding
  /// The encoding the input is stored in.
  let storedEncoding: TextEncoding
  let transcoding: Transcoding
  let dialect: Dialect
  let match: HeaderMatch
  /// Where the first record begins in the text.
  let dataStart: Int
  let chain: ChunkChain
  let ledger: FileLedger

  init(
    _ opened: OpenedInput, index: Int, rank: Int, match: HeaderMatch, keepsAllRejects: Bool
  ) {
    file = opened.file
    self.index = index
    self.rank = rank
    held = Mutex(opened.source)
    storedBytes = opened.storedBytes
    compression = opened.compression
    encoding = opened.textEncoding
    storedEncoding = opened.encoding
    transcoding = opened.transcoding
    dialect = opened.dialect
    self.match = match
    dataStart = opened.headStart + match.dataStart
    chain = ChunkChain(start: dataStart)
    let mark: [UInt8] = opened.markBytes > 0 ? [0xEF, 0xBB, 0xBF] : []
    let before = opened.head[..<match.dataStart]
    ledger = FileLedger(
      path: opened.file.path, linesBefore: opened.blankRows + before.count { $0 == opened.dialect.newline },
      bytesBefore: opened.transcoding.sourceBytes(of: before) + opened.storedBytesBeforeHead,
      raw: RawRejectForm(
        path: opened.file.path, encoding: opened.textEncoding, transcoding: opened.transcoding,
        dialect: opened.dialect, head: mark + before),
      keepsAllRejects: keepsAllRejects)
  }

  /// The text that is scanned; nothing once the file is closed.
  var source: any ByteSource { held.withLock { $0 } }

  /// Whether there is text `offset` bytes behind the first record's beginning.
  func hasText(at offset: Int) throws(IngestError) -> Bool {
    let source = source
    if let plain = source as? FileSource { return dataStart + offset < plain.size }
    return try !source.read(at: dataStart + offset, count: 1).isEmpty
  }

  /// Lets go of the text, once all of it is read.
  ///
  /// - Throws: ``IngestError`` where the file did not end where it was expected to.
  func close() throws(IngestError) {
    let source = source
    held.withLock { $0 = ClosedSource(bytesTaken: source.bytesTaken) }
    try source.checkEnd()
  }

  /// Whether offsets in the text have to be counted back to offsets in the input.
  var isTranscoded: Bool { transcoding != .none }
}

/// Where each chunk of a file really begins: where the chunk before it ended.
///
/// Chunks are handed out in order, so the worker a chunk waits for is always at work.
final class ChunkChain: @unchecked Sendable {
  private let condition = NSCondition()
  private var next = 0
  private var start: Int
  private var isAborted = false

  init(start: Int) {
    self.start = start
  }

  /// The start of chunk `index`, once the chunk before it has ended; `nil` when reading was aborted.
  func waitForStart(of index: Int) -> Int? {
    condition.lock()
    defer { condition.unlock() }
    while next < index, !isAborted { condition.wait() }
    return isAborted ? nil : start
  }

  /// Says where chunk `index` ended.
  func publish(_ index: Int, end: Int) {
    condition.lock()
    next = index + 1
    start = end
    condition.broadcast()
    condition.unlock()
  }

  /// Lets every waiting worker go.
  func abort() {
    condition.lock()
    isAborted = true
    condition.broadcast()
    condition.unlock()
  }
}
