/// Reads chunks of files so that the result is the sequential reading, by construction.
///
/// It guesses where a chunk's first record begins, reads on, and reads again where the chunk before it ended
/// elsewhere.
struct ChunkReader: ~Copyable {
  private var window = ChunkWindow()
  private let chunkBytes: Int
  private let recordLimit: Int
  /// Bytes read beyond a chunk so that its last record is whole.
  private let lookahead: Int

  init(options: IngestOptions) {
    chunkBytes = max(1, options.chunkBytes)
    recordLimit = options.recordLimit
    lookahead = min(16 << 10, max(512, options.chunkBytes / 8))
  }

  /// What is done with the records of a window.
  typealias Consumer = (borrowing ChunkWindow) throws(IngestError) -> Void

  /// Reads the records that begin in chunk `index` of a file.
  ///
  /// `consume` is given each window once its records are known to be right; `skip` a window that holds the
  /// beginning of a record too long to be held, and where that record ends.
  ///
  /// - Returns: Whether the chunk was read; false when the run was aborted.
  /// - Throws: What the file's source, `consume` or `skip` throw.
  mutating func read(
    _ file: FileContext, chunk index: Int, consume: Consumer,
    skip: (borrowing ChunkWindow, _ end: Int) throws(IngestError) -> Void
  ) throws(IngestError) -> Bool {
    let begin = file.dataStart + index * chunkBytes
    let stop = begin + chunkBytes
    let guess = try guessStart(file, chunk: index, begin: begin, stop: stop)
    guard let start = file.chain.waitForStart(of: index) else { return false }
    if let guess, guess == start, window.scanEnd >= stop || window.isAtEnd {
      file.chain.publish(index, end: window.scanEnd)
      try consume(window)
      return true
    }
    let end = try readAgain(file, from: start, stop: stop, consume: consume, skip: skip)
    file.chain.publish(index, end: end)
    return true
  }

  /// Scans the chunk from where its first record seems to begin: behind the first record end.
  private mutating func guessStart(
    _ file: FileContext, chunk index: Int, begin: Int, stop: Int
  ) throws(IngestError) -> Int? {
    let from = index == 0 ? begin : begin - 1
    try window.load(file.source, at: from, count: stop - from + lookahead)
    var guess = begin
    if index > 0 {
      guard let newline = window.first(file.dialect.newline, from: from, before: stop) else { return nil }
      guess = newline + 1
    }
    guard guess < stop else { return nil }
    window.scan(from: guess, stop: stop, dialect: file.dialect, recordLimit: recordLimit)
    return guess
  }

  /// Reads from a known record start to the first record start at `stop` or behind it.
  private mutating func readAgain(
    _ file: FileContext, from start: Int, stop: Int, consume: Consumer,
    skip: (borrowing ChunkWindow, _ end: Int) throws(IngestError) -> Void
  ) throws(IngestError) -> Int {
    var at = start
    var wanted = max(stop - start, 0) + lookahead
    while at < stop {
      try window.load(file.source, at: at, count: wanted)
      if window.count == 0 { break }
      window.scan(from: at, stop: stop, dialect: file.dialect, recordLimit: recordLimit)
      if window.index.recordCount > 0 {
        try consume(window)
        at = window.scanEnd
        wanted = max(stop - at, 0) + lookahead
      } else if window.count > recordLimit {
        let end = try endOfRecord(file, from: window.start + window.count)
        try skip(window, end)
        at = end
      } else {
        wanted = window.count * 2
      }
      if window.isAtEnd { break }
    }
    return at
  }

  /// Where the record ends that `offset` lies in, when no quote can matter any more.
  private func endOfRecord(_ file: FileContext, from offset: Int) throws(IngestError) -> Int {
    var at = offset
    while true {
      let block = try file.source.read(at: at, count: 256 << 10)
      if let newline = block.firstIndex(of: file.dialect.newline) { return at + newline + 1 }
      if block.isEmpty { return at }
      at += block.count
      file.source.release(before: at)
    }
  }
}
