/// A text in memory whose fields and records are counted and nothing else, to time the scan alone.
@_spi(Benchmarks)
public struct ScannedText: Sendable {
  private let padded: [UInt8]
  private let count: Int

  /// Takes a comma-separated text.
  public init(_ text: [UInt8]) {
    padded = text + [UInt8](repeating: 0, count: StructuralIndex.padding)
    count = text.count
  }

  /// Indexes the text chunk by chunk on one thread; `chunkBytes` is at least 1.
  ///
  /// - Complexity: O(bytes), where records are shorter than a chunk.
  public func structure(chunkBytes: Int) -> (fields: Int, records: Int) {
    var index = StructuralIndex()
    var found = (fields: 0, records: 0)
    unsafe padded.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      var length = chunkBytes
      while start < count {
        let taken = min(length, count - start)
        unsafe index.scan(
          base + start, count: taken, stop: taken, isFinal: start + taken == count, dialect: Dialect(),
          recordLimit: 16 << 20)
        if index.recordCount > 0 {
          found.records += index.recordCount
          found.fields += unsafe Int(index.recordEnds[index.recordCount - 1] & ~StructuralIndex.strayFlag)
        }
        start += index.consumed
        length = index.consumed > 0 ? chunkBytes : length * 2
      }
    }
    return found
  }
}
