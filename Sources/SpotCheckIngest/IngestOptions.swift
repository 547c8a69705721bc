/// How reading is done; nothing here changes what is read.
public struct IngestOptions: Sendable {
  /// Workers that scan and tally at once, at least 1.
  public var threads: Int
  /// Bytes of a chunk, at least 1.
  public var chunkBytes: Int
  /// Bytes a record may have.
  public var recordLimit: Int
  /// Columns a file may have.
  public var columnLimit: Int
  /// Distinct values a dimension may have.
  public var keyLimit: Int
  /// Cells the cube may have.
  public var cellLimit: Int
  /// Times its stored size that a compressed file may expand to, beyond the first 64 MiB.
  public var expansionLimit: Int
  /// Called now and then with how far reading has come, from any worker, one call at a time.
  public var progress: (@Sendable (IngestProgress) -> Void)?
  /// Asked now and then whether to stop.
  public var isCancelled: @Sendable () -> Bool
  /// Called once per rejected record, ascending by offset within a file, one call at a time.
  ///
  /// A thrown error number stops the reading with `cannotWriteRejects`.
  public var onReject: (@Sendable (Reject) throws(RejectSinkError) -> Void)?
  /// Called right after ``onReject`` with the whole record, where it is no longer than ``recordLimit``.
  ///
  /// A thrown error number stops the reading with `cannotWriteRejects`.
  public var onRawReject: (@Sendable (RawReject) throws(RejectSinkError) -> Void)?
  /// Whether somebody wants every reject, not only the first of each reason.
  var wantsAllRejects: Bool { onReject != nil || onRawReject != nil }

  /// Creates options; `chunkBytes` honours `SPOTCHECK_CHUNK`.
  public init() {
    threads = Machine.usableCores
    chunkBytes = Machine.chunkOverride ?? 512 << 10
    recordLimit = 16 << 20
    columnLimit = 4096
    keyLimit = 10_000_000
    cellLimit = 50_000_000
    expansionLimit = 200
    isCancelled = { false }
  }
}

/// A reject could not be written.
public struct RejectSinkError: Error, Sendable {
  /// The system's error number.
  public var errno: Int32

  /// Creates an error.
  public init(errno: Int32) {
    self.errno = errno
  }
}

/// How far reading has come.
public struct IngestProgress: Sendable, Equatable {
  /// Bytes read so far, as stored.
  public var bytesRead: Int
  /// Bytes in all as stored; `nil` when an input does not tell.
  public var bytesTotal: Int?
  /// Records read so far, blank ones included.
  public var records: Int
}
