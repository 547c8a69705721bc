/// Bytes of one input, readable at any offset not yet released.
///
/// Reads come from several workers at once. Offsets count in the text as it is scanned: decompressed, and in
/// UTF-8 where the input is UTF-16.
protocol ByteSource: AnyObject, Sendable {
  /// Reads up to `count` bytes at `offset` into `buffer`; fewer only at the end of the input.
  func read(at offset: Int, count: Int, into buffer: UnsafeMutablePointer<UInt8>) throws(IngestError) -> Int

  /// Says that nothing before `offset` will be read again.
  func release(before offset: Int)

  /// Bytes taken from the input so far, as stored.
  var bytesTaken: Int { get }

  /// Whether the input ended where it was expected to; called after the last read.
  func checkEnd() throws(IngestError)
}

extension ByteSource {
  /// The `count` bytes at `offset`; fewer only at the end of the input.
  func read(at offset: Int, count: Int) throws(IngestError) -> [UInt8] {
    var failure: IngestError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      do throws(IngestError) {
        filled = try unsafe read(at: offset, count: count, into: base)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
