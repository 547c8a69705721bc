/// What one chunk came to, before its place in the file is known.
struct ChunkOutcome {
  /// Records that were accepted, or went into the unit table.
  var accepted = 0
  var ignored = 0
  var blank = 0
  /// Records rejected, by ``RejectReason``, in the order of `allCases`.
  var rejected = [Int](repeating: 0, count: RejectReason.allCases.count)
  /// How far the chunk has been read.
  var mark = TextMark()
  /// The latest day of an accepted record.
  var latestDay = Int32.min
  var unwrappedIdentifiers = 0
  /// Rejected records, ascending by offset; all of them, or the first of each reason.
  var rejects: [PendingReject] = []

  /// A rejected record whose numbers count from the chunk's start.
  struct PendingReject {
    /// Records before it that are not blank.
    var recordsBefore: Int
    /// Lines before it.
    var linesBefore: Int
    /// Bytes of the input before it.
    var bytesBefore: Int
    var reason: RejectReason
    var column: String?
    var value: String
    /// The record's own bytes: with its end where all of them are kept, else the first of them.
    var bytes: [UInt8]
    /// How many of them ``Reject/raw`` shows.
    var shown: Int
    /// Whether all of them are kept.
    var isWhole: Bool
  }

  /// Records read so far that are not blank.
  var records: Int { accepted + ignored + rejected.reduce(0, +) }
}

extension RejectReason {
  /// The reason's position in `allCases`.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A place in a chunk, and the lines and input bytes before it.
struct TextMark {
  /// Where it is in the text.
  var offset = 0
  /// Lines that end before it, from the chunk's start.
  var lines = 0
  /// Bytes of the input before it, from the chunk's start.
  var sourceBytes = 0

  /// Moves on to `offset`, counting what lies between.
  mutating func advance(to offset: Int, in window: borrowing ChunkWindow, of file: FileContext) {
    let range = (self.offset - window.start)..<(offset - window.start)
    lines += window.occurrences(of: file.dialect.newline, in: range)
    sourceBytes +=
      file.isTranscoded ? unsafe file.transcoding.sourceBytes(of: window.slice(range)) : range.count
    self.offset = offset
  }

  /// Moves on to `offset` over `records` records, none of which spans lines.
  mutating func advance(to offset: Int, overRecords records: Int) {
    lines += records
    sourceBytes += offset - self.offset
    self.offset = offset
  }
}
