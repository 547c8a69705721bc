/// Why reading stopped, as facts; words are made of them on the floor above.
public struct IngestError: Error, Sendable, Equatable {
  /// What happened.
  public var kind: Kind
  /// The file it happened in, where there is one.
  public var file: String?

  /// Creates an error.
  public init(_ kind: Kind, file: String? = nil) {
    self.kind = kind
    self.file = file
  }

  /// What happened.
  public enum Kind: Sendable, Equatable {
    /// There is no such file or folder.
    case noSuchInput
    /// The folder holds no dump.
    case folderWithoutDumps
    /// The file cannot be opened or read; the system's error number.
    case cannotRead(errno: Int32)
    /// The file's size changed while it was being read.
    case changedWhileReading
    /// The compressed data is damaged or ends early.
    case damagedCompression(format: String)
    /// Decompression yields more bytes than the compressed size allows.
    case expandsTooFar
    /// The first megabyte fits no encoding.
    case undecidableEncoding
    /// No row among the first 50 has all needed columns.
    case missingColumn(field: String, tried: [String], header: [String])
    /// Two columns could be meant.
    case ambiguousColumn(field: String, candidates: [String], header: [String])
    /// A position beyond the file's columns, from 1.
    case noSuchPosition(field: String, position: Int, columns: Int)
    /// More columns than a file may have.
    case tooManyColumns(limit: Int)
    /// More distinct values in a column than may be held.
    case tooManyKeys(field: String, limit: Int)
    /// More cells than may be held.
    case tooManyCells(limit: Int)
    /// A table that is read whole is larger than it may be; the limit in bytes of text.
    case tableTooLarge(limit: Int)
    /// A record of a table that must be whole cannot be read; the field's text, or the number of fields found.
    case badRecord(line: Int, RejectReason, value: String)
    /// A reject could not be handed on; the system's error number.
    case cannotWriteRejects(errno: Int32)
    /// The caller cancelled.
    case cancelled
  }
}
