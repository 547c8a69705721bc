import Synchronization

/// An input that can only be read from front to back: a pipe, compressed data, or text being transcoded.
///
/// Blocks are kept from when they are first asked for until they are released, so workers may read around
/// the place the stream has come to. Released bytes read as zeros: only a worker whose guess is bound to be
/// wrong asks for them.
final class StreamSource: ByteSource {
  private struct State {
    /// Blocks not yet released, in order; the first begins at `start`.
    var blocks: [[UInt8]] = []
    var start = 0
    var end = 0
    var isExhausted = false
    var failure: IngestError?
  }

  private let state = Mutex(State())
  private let feed: any Feed
  private let taken: @Sendable () -> Int

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - feed: Where the bytes come from.
  ///   - taken: Bytes taken from the input so far, as stored.
  init(of feed: any Feed, taken: @escaping @Sendable () -> Int) {
    self.feed = feed
    self.taken = taken
  }

  var bytesTaken: Int { taken() }

  func read(
    at offset: Int, count: Int, into buffer: UnsafeMutablePointer<UInt8>
  ) throws(IngestError) -> Int {
    let result: Result<Int, IngestError> = state.withLock { state in
      while state.end < offset + count, !state.isExhausted {
        var block: [UInt8] = []
        do throws(IngestError) {
          state.isExhausted = try !feed.next(into: &block)
        } catch {
          state.failure = error
          state.isExhausted = true
        }
        state.end += block.count
        if !block.isEmpty { state.blocks.append(block) }
      }
      if let failure = state.failure { return .failure(failure) }
      return unsafe .success(Self.copy(from: state, at: offset, count: count, into: buffer))
    }
    return try result.get()
  }

  private static func copy(
    from state: State, at offset: Int, count: Int, into buffer: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var blockStart = state.start
    var filled = min(count, max(0, state.start - offset))
    unsafe buffer.initialize(repeating: 0, count: filled)
    for block in state.blocks {
      let from = offset + filled - blockStart
      if from < block.count, filled < count {
        let some = min(count - filled, block.count - from)
        unsafe block.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return }
          unsafe (buffer + filled).update(from: base + from, count: some)
        }
        filled += some
      }
      blockStart += block.count
    }
    return filled
  }

  func release(before offset: Int) {
    state.withLock { state in
      while let first = state.blocks.first, state.start + first.count <= offset {
        state.start += first.count
        state.blocks.removeFirst()
      }
    }
  }

  func checkEnd() throws(IngestError) {}
}
