import Glibc

/// The bytes one worker has in hand, and their structure.
@safe struct ChunkWindow: ~Copyable {
  /// The bytes, ``StructuralIndex/padding`` more readable behind them.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many there are.
  private(set) var count = 0
  /// Where they begin in the text.
  private(set) var start = 0
  /// Whether they end where the text does.
  private(set) var isFinal = false
  /// The structure of the bytes from ``indexed`` on.
  private(set) var index = StructuralIndex()
  /// Where the indexed records begin, counted from ``start``.
  private(set) var indexed = 0
  private var capacity = 0

  init() {
    unsafe bytes = .allocate(capacity: StructuralIndex.padding)
    unsafe bytes.initialize(repeating: 0, count: StructuralIndex.padding)
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// Takes up to `wanted` bytes of the text at `start`.
  mutating func load(_ source: any ByteSource, at start: Int, count wanted: Int) throws(IngestError) {
    if capacity < wanted {
      unsafe bytes.deallocate()
      capacity = wanted
      unsafe bytes = .allocate(capacity: capacity + StructuralIndex.padding)
    }
    count = try unsafe source.read(at: start, count: wanted, into: bytes)
    unsafe (bytes + count).initialize(repeating: 0, count: StructuralIndex.padding)
    self.start = start
    isFinal = count < wanted
    indexed = 0
  }

  /// Finds the records that begin at `offset` or behind it and before `stop`, both counted in the text.
  mutating func scan(from offset: Int, stop: Int, dialect: Dialect, recordLimit: Int) {
    indexed = offset - start
    unsafe index.scan(
      bytes + indexed, count: count - indexed, stop: stop - offset, isFinal: isFinal, dialect: dialect,
      recordLimit: recordLimit)
  }

  /// Where the first record that was not found begins, counted in the text.
  var scanEnd: Int { start + indexed + index.consumed }

  /// Whether the text has no record behind those found.
  var isAtEnd: Bool { isFinal && indexed + index.consumed >= count }

  /// The first `byte` at `offset` or behind it and before `end`, all counted in the text.
  func first(_ byte: UInt8, from offset: Int, before end: Int) -> Int? {
    let from = offset - start
    let length = min(end - start, count) - from
    guard length > 0 else { return nil }
    guard let found = unsafe memchr(bytes + from, Int32(byte), length) else { return nil }
    return unsafe start + UnsafePointer(bytes).distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// How often `byte` occurs in a range of offsets counted from ``start``.
  ///
  /// - Complexity: O(n).
  func occurrences(of byte: UInt8, in range: Range<Int>) -> Int {
    var found = 0
    for offset in range where unsafe bytes[offset] == byte { found &+= 1 }
    return found
  }

  /// The bytes of a range of offsets counted from ``start``.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }
}
